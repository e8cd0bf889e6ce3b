"""What the player's presses do to saves: keep, load, delete, and the two quick keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from game import slots
from game.errors import GameError
from game.gallery import gallery
from game.play.playthrough import Playthrough
from game.play.save import scenario_id
from game.play.view import Reader
from game.scenario.model import Scenario
from game.session import Session, sit_down_at
from game.store import (
    SaveSlot,
    StoreError,
    delete_save,
    read_picture,
    read_save,
    recover,
    saves,
    saves_folder,
    write_picture,
)
from game.window.screens import Screen
from game.window.screens.endings import Endings
from game.window.screens.saves import PER_PAGE, Delete, Saves, Shown


class Host(Protocol):
    """Who sits at the window; `said` is what the slip over the screen says."""

    session: Session | None
    reader: Reader
    said: str
    stack: list[str]

    def play(self, session: Session) -> None:
        """Sit down at a session."""


class Saving:
    """Saves as the window shows and moves them. `find` gives a scenario by its id, or raises GameError.

    `take_picture` gives the PNG of what is played, or None; the window sets it, for nothing here draws.
    """

    def __init__(self, host: Host, find: Callable[[str], Scenario]) -> None:
        self._host = host
        self._find = find
        self._read: dict[tuple[Path, datetime], Shown] = {}
        self.take_picture: Callable[[], bytes | None] = lambda: None
        self.verbs: Mapping[str, Callable[[str], None]] = {
            "save": self._do_save,
            "load": lambda file: self._load(saves_folder() / file, read_save),
            "load-backup": lambda file: self._load(saves_folder() / file, recover),
            "delete": self._do_delete,
            "quick-save": self._do_quick_save,
            "quick-load": self._do_quick_load,
        }
        self.screens: Mapping[str, Callable[[str], Screen]] = {
            "saves": self._saves_screen,
            "endings": self._endings_screen,
            "delete": lambda file: Delete(self._shown(self._slot(file)).slot),
        }

    def keep_before(self, play: Playthrough, why: str) -> None:
        """Keep a play that is about to be left, with its picture. Raises StoreError."""
        self._add_picture(slots.keep(play, why), play)

    def leave_road(self, move: Callable[[], None]) -> None:
        """Let the session go over to another road; the one that it leaves gets its picture, and is named."""
        session = self._host.session
        if session is None:
            return
        left, before = session.left, session.play
        png = self._picture_of(before)
        move()
        if session.left[:1] == (before,) and session.left != left:
            self._put_picture(slots.kept_path(before.scenario.id, slots.ROLLING_BACK), png)
            self._say("road-kept")

    # what each verb does

    def _do_save(self, _: str) -> None:
        session = self._host.session
        if session is None:
            return
        name = slots.free_name(session.play, self._host.reader)
        self._add_picture(session.save_as(name), session.play)
        self._say("kept", name=name)

    def _do_quick_save(self, _: str) -> None:
        session = self._host.session
        if session is None:
            self._say("nothing")
            return
        self.keep_before(session.play, slots.QUICK)
        self._say("kept", name=self._host.reader.words(f"slot.{slots.QUICK}"))

    def _do_quick_load(self, _: str) -> None:
        session = self._host.session
        ending = slots.kept_path(session.scenario.id if session else "", slots.QUICK).name
        found = [save for save in saves() if save.path.name.endswith(ending.removeprefix("-"))]
        if session:
            found = [save for save in found if save.path.name == ending]
        if found:
            self._load(found[0].path, read_save)
        else:
            self._say("no-quick")

    def _do_delete(self, file: str) -> None:
        save = self._slot(file)
        name = self._shown(save).slot.name
        delete_save(save.path)
        self._host.stack.pop()
        self._say("deleted", name=name)

    def _load(self, path: Path, read: Callable[[Path], str]) -> None:
        """Sit down at a save. A play that this leaves is kept first, so that nothing is ever lost by it."""
        text = read(path)
        scenario = self._find(scenario_id(text))
        name = next((self._shown(save).slot.name for save in saves() if save.path == path), path.stem)
        running = self._host.session
        session = sit_down_at(text, scenario, self._host.reader, running)
        if session.kept is not None and running is not None:
            self._add_picture(session.kept, running.play)
        self._say("loaded-kept" if session.kept else "loaded", name=name)
        self._host.play(session)

    # the screens

    def _saves_screen(self, page: str) -> Saves:
        words = self._host.reader.words
        try:
            found = self._others()
        except StoreError as error:
            return Saves((), 0, 1, in_play=False, notice=words(error.key, **error.values))
        count = max(1, -(-len(found) // PER_PAGE))
        number = min(int(page), count - 1)
        shown = tuple(self._shown(save) for save in found[number * PER_PAGE : (number + 1) * PER_PAGE])
        return Saves(shown, number, count, in_play=self._host.session is not None)

    def _endings_screen(self, scenario_id: str) -> Endings:
        """Tell the endings of a scenario, or of the one that is played."""
        session = self._host.session
        scenario = self._find(scenario_id) if scenario_id or session is None else session.scenario
        return Endings(gallery(scenario, self._host.reader))

    def _others(self) -> tuple[SaveSlot, ...]:
        """Give all saves but the running one of the session: that is where the player is already."""
        session = self._host.session
        return tuple(save for save in saves() if session is None or save.path != session.autosave)

    def _slot(self, file: str) -> SaveSlot:
        found = next((save for save in saves() if save.path.name == file), None)
        if found is None:
            raise GameError("store.save-missing", path=saves_folder() / file)
        return found

    def _shown(self, save: SaveSlot) -> Shown:
        """Give a save with its picture; what was read once is read again only when it has been written."""
        key = save.path, save.written
        if key not in self._read:
            told = slots.slot(save, self._find, self._host.reader)
            self._read[key] = Shown(told, read_picture(save.path))
        return self._read[key]

    # small things

    def _add_picture(self, path: Path, play: Playthrough) -> None:
        self._put_picture(path, self._picture_of(play))

    def _picture_of(self, play: Playthrough) -> bytes | None:
        # the picture of a desk that two players share would show one the other's
        return self.take_picture() if len(play.players) == 1 else None

    def _put_picture(self, path: Path, png: bytes | None) -> None:
        try:
            if png is not None:
                write_picture(path, png)
        except StoreError:
            return  # the save itself is safe, and goes without

    def _say(self, what: str, **values: str) -> None:
        self._host.said = self._host.reader.words(f"window.slip.{what}", **values)
