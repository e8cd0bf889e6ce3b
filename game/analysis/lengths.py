"""How long play is: the exact odds of every number of turns, and of every number of decisions asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from game.analysis.backward import Crossing, Map
from game.analysis.keys import Flags, Floats

_MOST_CELLS = 50_000_000  # a layer's states times the numbers counted: 400 MB; past that nothing is said


@dataclass(frozen=True, slots=True)
class Length:
    """The probability of each number 0, 1, 2, ... of something that is counted along a playthrough."""

    odds: tuple[float, ...]

    @property
    def mean(self) -> float:
        """The expected number."""
        return sum(number * odds for number, odds in enumerate(self.odds))

    @property
    def range(self) -> tuple[int, int]:
        """The least and the greatest number that is possible under this policy."""
        possible = [number for number, odds in enumerate(self.odds) if odds > 0]
        return possible[0], possible[-1]

    def quantile(self, share: float) -> int:
        """Give the least number that `share` of all playthroughs do not pass."""
        total = 0.0
        for number, odds in enumerate(self.odds):
            total += odds
            if total >= share - 1e-12:
                return number
        return len(self.odds) - 1


@dataclass(frozen=True, slots=True)
class Lengths:
    """Turns of all sides and of chance, and decisions of those who play alone."""

    turns: Length
    asked: Length


def find_lengths(story: Map, policy: str, most: int) -> Lengths | None:
    """Give the odds under `policy`; no playthrough has more than `most` turns.

    None where the table of the widest layer would not fit in memory.
    """
    widest = max(len(visit.layer) for visit in story.visits.values())
    if widest * (most + 1) > _MOST_CELLS:
        return None
    turns = _odds(story, policy, most, lambda crossing: crossing.odds.is_open)
    asked = _odds(story, policy, most, lambda crossing: crossing.odds.asked)
    return Lengths(turns, asked)


def _odds(story: Map, policy: str, most: int, counts: Callable[[Crossing], Flags]) -> Length:
    """Go backwards: in a state that counts, all numbers are one greater."""
    known: dict[str, Floats] = {}
    for place in story.endings:
        known[place] = _nothing_more(len(story.visits[place].layer), most)
    last_users = story.last_users()
    for place in reversed(story.decisions):
        found = np.zeros((len(story.visits[place].layer), most + 1))
        for crossing in story.crossings(place):
            here = found[crossing.part]
            shares = np.broadcast_to(
                crossing.odds.shares[policy], (len(crossing.odds.offered), crossing.count)
            )
            for link in crossing.links:
                there = known[link.target].take(link.to, axis=0)
                rows = slice(None) if link.rows is None else link.rows
                here[rows] += shares[link.option][rows][:, None] * there
            counted = np.broadcast_to(counts(crossing), crossing.count)
            here[counted, 1:] = here[counted, :-1]
            here[counted, 0] = 0.0
            is_dead = np.broadcast_to(~crossing.odds.offered.any(axis=0), crossing.count)
            here[is_dead] = _nothing_more(int(is_dead.sum()), most)
        known[place] = found
        for done in last_users.get(place, ()):
            known.pop(done, None)
    return Length(_trimmed(known[story.rules.scenario.start].mean(axis=0).tolist()))


def _nothing_more(states: int, most: int) -> Floats:
    rows = np.zeros((states, most + 1))
    rows[:, 0] = 1.0
    return rows


def _trimmed(odds: Sequence[float]) -> tuple[float, ...]:
    last = max(number for number, share in enumerate(odds) if share > 0)
    return tuple(odds[: last + 1])
