"""A window as a person has it: a display, a window manager, a bus, the game's own process and its reader.

What is on the screen is known as a screen reader knows it, through AT-SPI; see `reader_client.py`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import pytest

PATIENCE_SECONDS = 120.0  # a busy machine is no fault of the window
_LOOK_SECONDS = 0.02
_SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian's package of gi is for
_CLIENT = Path(__file__).parent / "reader_client.py"
_PACKAGES = {"Xvfb": "xvfb", "dbus-daemon": "dbus", "xdotool": "xdotool", "openbox": "openbox"}
_BUS_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
_KEYS = {"Esc": "Escape", "Backspace": "BackSpace"}  # where the display has another name for a key
_USES_ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"

T = TypeVar("T")


def wait_for(look: Callable[[], T | None], what: str, seconds: float = PATIENCE_SECONDS) -> T:
    """Look again and again until something is there; fail with what was waited for."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(_LOOK_SECONDS)
    raise AssertionError(f"waited {seconds} s for {what}")


@dataclass(frozen=True, slots=True)
class Item:
    """Something in the window as AT-SPI tells it; `place` counts from 1 in a list, as text.

    `number` and `parent` (-1 for the frame) hold for the last look.
    """

    number: int
    parent: int
    role: str
    name: str
    states: frozenset[str]
    key: str
    place: str


Seen = tuple[Item, ...]


class RealWindow:
    """The game's window, seen and used from outside."""

    def __init__(
        self, game: subprocess.Popen[str], reader: subprocess.Popen[str], environment: dict[str, str]
    ) -> None:
        self.game = game
        self._reader = reader
        self._environment = environment

    def look(self) -> Seen:
        """Give what is in the window now, in reading order; nothing while it is not there.

        A screen that changes meanwhile can be caught half old, half new: see `settled`.
        """
        assert self.game.poll() is None, f"the game ended with {self.game.returncode}"
        tree = self._ask({"see": "Watershed"})
        return tuple(_flat(tree, -1)) if tree else ()

    def settled(self) -> Seen:
        """Give what is in the window once it is there and two looks at it are alike."""

        def alike() -> Seen:
            seen = self.look()
            return seen if seen == self.look() else ()

        return wait_for(alike, "the window to settle")

    def find(self, role: str, begins: str) -> Item:
        """Wait for an item of this role whose name begins so."""

        def found() -> Item | None:
            alike = (one for one in self.settled() if one.role == role and one.name.startswith(begins))
            return next(alike, None)

        return wait_for(found, f"{role} {begins!r}")

    def focused(self) -> Item:
        """Give what the ring is on."""

        def found() -> Item | None:
            return next((one for one in self.settled() if "focused" in one.states), None)

        return wait_for(found, "the focus")

    def heard(self) -> list[str]:
        """Give what was announced since the last time."""
        said: list[str] = self._ask({"heard": True})
        return said

    def by_reader(self, item: Item) -> None:
        """Press as a screen reader does."""
        assert self._ask({"do": item.number, "action": "click"}), item

    def focus_by_reader(self, item: Item) -> None:
        """Put the ring on an item as a screen reader does."""
        assert self._ask({"focus": item.number}), item

    def bring_by_reader(self, item: Item) -> None:
        """Bring an item into sight as a screen reader does."""
        assert self._ask({"bring": item.number}), item

    def by_keys(self, item: Item) -> None:
        """Press with the keyboard: by the item's own key, or with Tab to it and Enter."""
        if item.key:
            self.key(item.key)
            return
        for _ in range(40):
            before = self.focused()
            if before.name == item.name:
                self.key("Return")
                return
            self.key("Tab")
            wait_for(lambda before=before: self.focused() != before, "the ring to move")
        raise AssertionError(f"Tab never comes to {item}")

    def by_clicks(self, item: Item) -> None:
        """Press with the pointer, scrolling with clicks where the item is out of sight."""
        for _ in range(40):
            top, middle = self.box(item)[1], self.middle(item)
            view = self.box(next(one for one in self.settled() if one.role == "panel"))
            if item.parent == 0 or view[1] < middle[1] < view[1] + view[3]:
                self.click(item)
                return
            self.click(self.find("push button", "Scroll down"))
            wait_for(lambda top=top: self.box(item)[1] != top, "the page to scroll")
        raise AssertionError(f"no click scrolls to {item}")

    def wait_until_shown(self) -> None:
        """Wait until the window stands on the display, whether a reader is told of it or not."""
        self._xdotool("search", "--sync", "--onlyvisible", "--pid", str(self.game.pid))

    def key(self, name: str) -> None:
        """Press a key of the keyboard."""
        self._xdotool("key", _KEYS.get(name, name))

    def click(self, item: Item) -> None:
        """Click on the middle of an item."""
        self._xdotool("mousemove", *map(str, self.middle(item)), "click", "1")

    def box(self, item: Item) -> tuple[int, int, int, int]:
        """Give x, y, width and height of an item of the last look on the display."""
        x, y, width, height = self._ask({"where": item.number})
        return x, y, width, height

    def middle(self, item: Item) -> tuple[int, int]:
        """Give the point of the display in the middle of an item of the last look."""
        x, y, width, height = self.box(item)
        return x + width // 2, y + height // 2

    def _xdotool(self, *arguments: str) -> None:
        command = ["xdotool", *arguments]
        subprocess.run(command, env=self._environment, check=True, stdout=subprocess.DEVNULL)

    def _ask(self, request: dict[str, Any]) -> Any:
        assert self._reader.stdin is not None and self._reader.stdout is not None
        self._reader.stdin.write(json.dumps(request) + "\n")
        self._reader.stdin.flush()
        return json.loads(self._reader.stdout.readline())


def _flat(told: dict[str, Any], parent: int) -> Iterator[Item]:
    yield Item(
        number=told["number"],
        parent=parent,
        role=told["role"],
        name=told["name"],
        states=frozenset(told["states"]),
        key=told.get("key", ""),
        place=told.get("place", ""),
    )
    for child in told["children"]:
        yield from _flat(child, told["number"])


class Room:
    """A display with a window manager, and a bus; windows are opened in it one after another."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    @contextmanager
    def window(self, home: Path, *arguments: str, **environment: str) -> Iterator[RealWindow]:
        """Open the game's window with these arguments in this environment, and close it."""
        here = {**self.environment, "WATERSHED_HOME": str(home), **environment}
        with ExitStack() as stack:
            game = stack.enter_context(running([sys.executable, "-m", "game", *arguments], here, None))
            client = [_SYSTEM_PYTHON, "-W", "ignore", str(_CLIENT)]
            yield RealWindow(game, stack.enter_context(running(client, here, None)), here)


@contextmanager
def real_room() -> Iterator[Room]:
    """Give a room of its own; skip where this machine lacks something, and say what."""
    _skip_where_something_is_missing()
    with ExitStack() as stack:
        environment = stack.enter_context(virtual_display((1920, 1080)))
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        address = _first_line(stack.enter_context(running(bus, environment)))
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        stack.enter_context(running(["openbox", "--sm-disable"], environment))
        yield Room(environment)


@contextmanager
def virtual_display(size: tuple[int, int]) -> Iterator[dict[str, str]]:
    """Give the environment of processes that are to use a display nobody sees."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SDL_VIDEO")}
    screen = f"{size[0]}x{size[1]}x24"
    server = ["Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp"]
    with running(server, environment) as display:
        yield {**environment, "DISPLAY": f":{_first_line(display)}"}


@contextmanager
def running(
    command: list[str], environment: dict[str, str], stderr: int | None = subprocess.DEVNULL
) -> Iterator[subprocess.Popen[str]]:
    """Run a process, with pipes to it, for as long as it is needed."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env=environment, stdin=pipe, stdout=pipe, stderr=stderr, text=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def _first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _skip_where_something_is_missing() -> None:
    for program, package in _PACKAGES.items():
        if shutil.which(program) is None:
            pytest.skip(f"{program} is missing: install the system package {package}")
    if find_spec("accesskit") is None:
        pytest.skip("accesskit is missing: install the extra [speech]")
    if not _BUS_SERVICE.exists():
        pytest.skip("the bus of AT-SPI is missing: install the system package at-spi2-core")
    command = [_SYSTEM_PYTHON, "-W", "ignore", "-c", _USES_ATSPI]
    if not Path(_SYSTEM_PYTHON).exists() or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("AT-SPI's client is missing: install the system packages python3-gi, gir1.2-atspi-2.0")
