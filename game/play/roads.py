"""Two roads from one place: the one that is played, and one that was left by going back."""

from __future__ import annotations

from dataclasses import dataclass

from game.play.desk import view
from game.play.playthrough import Playthrough
from game.play.view import LogEntry, Reader, View


@dataclass(frozen=True, slots=True)
class Road:
    """A road after the parting: this side's own turns, oldest first, and where it stands.

    `place` is the ending's title, or the title of what must be decided; empty while another side decides.
    """

    turns: tuple[LogEntry, ...]
    place: str
    clock: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class Roads:
    """Both roads as one side may know them: the turns they share, then each by itself."""

    scenario: str
    desk: str
    shared: tuple[LogEntry, ...]
    here: Road
    left: Road


def parting(one: Playthrough, other: Playthrough) -> int:
    """Give the number of the first turn (from 0) at which two plays of a scenario differ."""
    both = zip(one.turns, other.turns, strict=False)
    same = (a.decision == b.decision and a.option == b.option for a, b in both)
    return next((i for i, is_same in enumerate(same) if not is_same), min(len(one.turns), len(other.turns)))


def roads(here: Playthrough, left: Playthrough, side: str, reader: Reader) -> Roads:
    """Lay two plays side by side for `side`. What it never knew is in neither."""
    seen, gone = view(here, side, reader), view(left, side, reader)
    turn = parting(here, left)
    shared = tuple(entry for entry in seen.log if entry.turn < turn)
    return Roads(seen.scenario, seen.desk, shared, _road(seen, turn), _road(gone, turn))


def _road(seen: View, turn: int) -> Road:
    place = seen.ending.title if seen.ending else seen.title
    turns = tuple(entry for entry in seen.log if entry.turn >= turn)
    return Road(turns, place, seen.now, seen.ending is not None)
