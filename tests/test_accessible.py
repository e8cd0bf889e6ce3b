"""A real window, played from the title to the record by a screen reader, by keys, by clicks alone."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from real_window import Item, RealWindow, Room, Seen, real_room, wait_for
from window_room import LINDHOLM

from game.session import read_transcript

Press = Callable[[RealWindow, Item], None]
WAYS: dict[str, Press] = {
    "a screen reader": RealWindow.by_reader,
    "keys": RealWindow.by_keys,
    "clicks": RealWindow.by_clicks,
}
NUMBERS = (2, 1, 3, 1)
ONWARDS = ("Seal the order", "Go on", "The options", "To the end of this road", "Compare with the record")


@pytest.fixture(scope="module")
def room() -> Iterator[Room]:
    with real_room() as opened:
        yield opened


@pytest.mark.parametrize("way", WAYS)
def test_each_alone_plays_from_the_title_to_the_record_as_the_text_mode_does(
    way: str, room: Room, home: Path
):
    """The same choices under the same seed give the same transcript, letter for letter."""
    (home / "scenarios").mkdir()
    shutil.copy(LINDHOLM, home / "scenarios")
    with room.window(home) as window:
        taken = play(window, WAYS[way])
    played = read_transcript(home / "saves" / "lindholm.autosave.save")

    assert played == by_text(home, taken, json.loads(played)["seed"])


def play(window: RealWindow, press: Press) -> list[int]:
    """Play from the title to the comparison; give the numbers of the options taken."""
    go_on(window, press, window.find("push button", "New play"))
    press(window, window.find("radio button", "The Ferry at Lindholm"))
    window.find("check box", "Lindholm")
    seen = go_on(window, press, window.find("push button", "Begin"))
    taken: list[int] = []
    while heading(seen) != "This road and the record":
        options = [item for item in seen if item.role == "push button" and item.key.isdigit()]
        onwards = [item for item in seen if item.name in ONWARDS]
        assert len(onwards) == (0 if options else 1), [item.name for item in seen]
        if options:
            taken.append(min(NUMBERS[len(taken)], len(options)))
        seen = go_on(window, press, options[taken[-1] - 1] if options else onwards[0])
    return taken


def go_on(window: RealWindow, press: Press, item: Item) -> Seen:
    """Press, and give the screen that comes. An order just read back is not sealed at once: press again."""
    before = [one.name for one in window.settled()]

    def another() -> Seen:
        seen = window.settled()
        return seen if [one.name for one in seen] != before else ()

    press(window, item)
    if item.name == "Seal the order":
        try:
            return wait_for(another, "the seal", seconds=1)
        except AssertionError:
            press(window, item)
    return wait_for(another, f"what comes after {item.name!r}")


def heading(seen: Seen) -> str:
    return next(item.name for item in seen if item.role == "heading")


def by_text(home: Path, taken: list[int], seed: int) -> str:
    """Give the transcript of the same choices in the text mode."""
    out = home / "by-text.json"
    typed = "".join(f"\n{number}\ny\n" for number in taken) + "\nquit\n"
    asked = ("--side", "lindholm", "--seed", str(seed), "--ui", "plain", "--transcript", str(out))
    command = [sys.executable, "-m", "game", "play", LINDHOLM, *asked]
    subprocess.run(command, input=typed, text=True, check=True, capture_output=True)
    return out.read_text(encoding="utf-8")


def test_a_reader_is_told_of_lists_states_and_keys_and_follows_the_focus(room: Room, home: Path):
    """Options with key and place, boxes with their state; the ring moves with Tab and at a reader's wish."""
    with room.window(home, "play", LINDHOLM, "--side", "lindholm", "--seed", "7") as window:
        go_on(window, RealWindow.by_keys, window.find("push button", "Go on"))
        seen = go_on(window, RealWindow.by_keys, window.find("push button", "The options"))
        options = [item for item in seen if item.place]
        assert [(item.place, item.key) for item in options] == [(str(i), str(i)) for i in (1, 2, 3, 4)]
        assert {item.parent for item in options} == {item.number for item in seen if item.role == "list"}
        window.key("Tab")
        wait_for(lambda: window.focused().name == options[1].name, "the ring on the second option")
        window.focus_by_reader(options[3])
        wait_for(lambda: window.focused().name == options[3].name, "the ring on the fourth option")
        assert "Between Secrecy and Consent: close" in [item.name for item in seen if item.role == "label"]


def test_what_is_out_of_sight_is_brought_there_by_clicks_and_by_a_reader(room: Room, home: Path):
    with room.window(home, "play", LINDHOLM, "--side", "lindholm", "--seed", "7") as window:
        go_on(window, RealWindow.by_keys, window.find("push button", "Go on"))
        window.key("F9")  # text for the last row of a classroom: the advisers are far down the page
        window.find("push button", "Scroll down")
        adviser = next(item for item in window.settled() if item.name.startswith("Captain Dahl"))
        far = window.box(adviser)
        window.bring_by_reader(adviser)
        wait_for(lambda: window.box(adviser) != far, "the page to scroll")
        window.key("Home")
        wait_for(lambda: window.box(adviser) == far, "the top of the page")
        seen = go_on(window, RealWindow.by_clicks, adviser)
        assert heading(seen) == "Around the table"


def test_a_new_screen_is_announced_in_one_piece_and_in_order(room: Room, home: Path):
    with room.window(home, "play", LINDHOLM, "--side", "lindholm", "--seed", "7") as window:
        go_on(window, RealWindow.by_keys, window.find("push button", "Go on"))

        def announced() -> str:
            return next((text for text in window.heard() if "The night pilot says" in text), "")

        text = wait_for(announced, "the situation")
        places = [text.index(words) for words in ("What to do with", "The long room", "The night pilot says")]
        assert places == sorted(places)


def test_it_can_be_switched_off(room: Room, home: Path):
    """Then AccessKit is not even loaded, and the window plays as ever."""
    for wanted, is_loaded in (("on", True), ("off", False)):
        with room.window(home, WATERSHED_SPEECH=wanted) as window:
            window.wait_until_shown()
            assert ("accesskit" in Path(f"/proc/{window.game.pid}/maps").read_text()) == is_loaded
