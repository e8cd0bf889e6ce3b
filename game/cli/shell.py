"""What every command needs: words, consoles, and errors said in one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from game.errors import GameError
from game.messages import Words
from game.store import SaveDamaged

if TYPE_CHECKING:
    from game.play.view import Reader
    from game.scenario.level import Level
    from game.scenario.problem import Problem
    from game.terminal.console import Console


class UsageError(GameError):
    """The command line asks for what cannot be."""

    exit_code = 2


class Shell:
    """The command line of one run."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def reader(self, level: Level = "standard") -> Reader:
        """Give who reads: the language of the command line at a reading level."""
        # the title shows its first picture before any scenario's words are needed
        from game.play.view import Reader  # noqa: PLC0415
        from game.scenario.text import Catalogue  # noqa: PLC0415

        return Reader(self.words, Catalogue(level))

    def say(self, key: str, **values: object) -> None:
        """Write a sentence."""
        print(self.words(key, **values), flush=True)

    def fail(self, error: GameError) -> int:
        """Say what is wrong, in one sentence, and give the exit code."""
        print(f"watershed: {self.words(error.key, **error.values)}", file=sys.stderr)
        if isinstance(error, SaveDamaged) and error.backup is not None:
            print(self.words("store.backup-offer", backup=error.backup), file=sys.stderr)
        return error.exit_code

    def problems(self, problems: Iterable[Problem]) -> None:
        """List problems of a scenario that was to be played."""
        for problem in problems:
            print(problem.line(self.words), file=sys.stderr)


def console(ui: str) -> Console:
    """Give the console for `text` or `plain`; NO_COLOR and a dumb terminal make it plain."""
    # A window needs no terminal, whose tables of character widths take 20 ms to read.
    from game.terminal.console import PlainConsole, RichConsole  # noqa: PLC0415

    if ui == "plain" or os.environ.get("TERM") == "dumb":
        return PlainConsole()
    return RichConsole()


def is_interactive() -> bool:
    """Claim that a person sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Claim that a window can be expected to open here, without trying."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))


def default_ui() -> str:
    """Give the front end that suits this place: window, terminal, or plain lines for a pipe."""
    if has_display():
        return "window"
    return "text" if is_interactive() else "plain"
