"""The shelf: the scenarios that can be played here, and the play that was left before its ending."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from game import library
from game.errors import GameError
from game.play.luck import fresh_seed
from game.play.playthrough import begin
from game.play.save import Restored
from game.play.view import Reader
from game.scenario.level import LEVELS
from game.scenario.model import Scenario
from game.session import Session, difference_words, new_session, unfinished
from game.store import saves
from game.window.screens.front import Choose, Folder, Seat
from game.window.screens.ways import Pick, Ways


@dataclass(frozen=True, slots=True)
class Beforehand:
    """What is settled before the first turn: the seed (a fresh one for None), the cut (the whole for
    None) and the interpretation (the first for None)."""

    seed: int | None = None
    cut: str | None = None
    interpretation: str | None = None

    def settled(self, kind: str, id_: str) -> Beforehand:
        """Give the same with another `length` (a cut's id, or nothing for the whole) or `interpretation`."""
        return replace(self, cut=id_ or None) if kind == "length" else replace(self, interpretation=id_)


NOTHING_SETTLED = Beforehand()


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A play to go on with, from the last turn that today's rules still know."""

    restored: Restored
    session: Session


class Shelf:
    """Loads scenarios when the shelf is first looked at: the title does not wait for them.

    `find` gives the scenario with an id or at a path, or raises GameError; `paths` are those on the shelf.
    """

    def __init__(
        self,
        find: Callable[[str], Scenario] = library.load,
        paths: Callable[[], tuple[Path, ...]] = library.known,
    ) -> None:
        self._find = find
        self._paths = paths
        self._loaded: dict[str, Scenario] | None = None
        self._found: dict[str, Scenario] = {}
        self._unfinished: Unfinished | None = None

    def find(self, scenario_id: str) -> Scenario:
        """Give the scenario with an id, read once. Raises GameError."""
        if self._loaded is not None and scenario_id in self._loaded:
            return self._loaded[scenario_id]
        if scenario_id not in self._found:
            self._found[scenario_id] = self._find(scenario_id)
        return self._found[scenario_id]

    def look_for_unfinished(self, reader: Reader) -> bool:
        """Look whether a play was left before its ending; say whether what the title offers has changed.

        Only the scenarios with an autosave are loaded.
        """
        before, self._unfinished = self._unfinished, None
        for slot in saves():
            if not slot.is_autosave:
                continue
            try:
                scenario = self.find(slot.name)
            except GameError:
                continue  # the scenario is gone or faulty: there is nothing to go on with
            restored = unfinished(scenario)
            if restored is not None:
                self._unfinished = Unfinished(restored, Session(restored.playthrough, reader))
                break
        return (before is None) != (self._unfinished is None)

    def unfinished_words(self, reader: Reader) -> str:
        """Say which play can be gone on with, or nothing."""
        if self._unfinished is None:
            return ""
        play = self._unfinished.session.play
        scenario = play.scenario
        names = [reader.texts(side.name) for side in scenario.sides.values() if side.id in play.players]
        sides = reader.words("window.list.comma").join(names)
        title = reader.texts(scenario.title)
        return reader.words("window.resume.play", scenario=title, sides=sides, turn=len(play.turns) + 1)

    def unfinished_notice(self, reader: Reader) -> str:
        """Say where the rules have changed under that play, if they have."""
        return difference_words(self._unfinished.restored, reader.words) if self._unfinished else ""

    def resume(self) -> Session | None:
        """Give the session that was left, at the turn where it was left."""
        return self._unfinished.session if self._unfinished else None

    def begin(self, scenario_id: str, sides: frozenset[str], before: Beforehand, reader: Reader) -> Session:
        """Begin a play. Raises GameError."""
        seed = fresh_seed() if before.seed is None else before.seed
        scenario = self._scenarios()[scenario_id]
        return new_session(begin(scenario, sides, seed, before.cut, before.interpretation), reader)

    def put(self, scenario: Scenario) -> None:
        """Put a scenario on the shelf that was loaded from elsewhere."""
        self._scenarios()[scenario.id] = scenario

    def choose(
        self, picked: str, sides: frozenset[str], reader: Reader, before: Beforehand = NOTHING_SETTLED
    ) -> Choose:
        """Give the shelf as a screen; where nothing is picked yet, the first scenario and its first desk."""
        scenarios = self._scenarios()
        folders = tuple(_folder(scenario, reader) for scenario in scenarios.values())
        if picked not in scenarios:
            picked = next(iter(scenarios), "")
            sides = frozenset(seat.id for folder in folders[:1] for seat in folder.seats[:1])
        notice = "" if folders else reader.words("window.no-scenario")
        ways = _ways(scenarios[picked], before, reader) if picked else ()
        return Choose(folders, picked, sides, notice, ways)

    def _scenarios(self) -> dict[str, Scenario]:
        if self._loaded is None:
            self._loaded = {}
            for path in self._paths():
                try:
                    scenario = self._find(str(path))
                except GameError:
                    continue  # an author's unfinished file; `watershed check` says what it lacks
                self._loaded.setdefault(scenario.id, scenario)
        return self._loaded


def _folder(scenario: Scenario, reader: Reader) -> Folder:
    seats = tuple(
        Seat(side.id, reader.texts(side.name), reader.texts(side.desk), side.shape)
        for side in scenario.sides.values()
        if side.playable
    )
    summary = reader.texts(scenario.summary) if scenario.summary else ""
    return Folder(scenario.id, reader.texts(scenario.title), summary, seats)


def _ways(scenario: Scenario, before: Beforehand, reader: Reader) -> tuple[Ways, ...]:
    """Give the ways to begin of which there is more than one."""
    words, texts = reader.words, reader.texts
    lengths = (
        Pick("", words("window.ways.whole")),
        *(
            Pick(cut.id, texts(cut.name), words("window.ways.minutes", minutes=cut.minutes))
            for cut in scenario.cuts.values()
        ),
    )
    readings = tuple(
        Pick(reading.id, texts(reading.name), texts(reading.text))
        for reading in scenario.interpretations.values()
    )
    levels = tuple(Pick(level, words(f"window.ways.level.{level}")) for level in LEVELS)
    found = (
        Ways("length", "L", lengths, before.cut or ""),
        Ways("interpretation", "I", readings, before.interpretation or ""),
        Ways("level", "T", levels, texts.level),
    )
    return tuple(ways for ways in found if len(ways.picks) > 1)
