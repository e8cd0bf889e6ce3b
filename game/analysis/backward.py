"""The backward pass: from every state, the probability of each ending.

What is learnt at a state is told to whoever listens, block by block, and then forgotten, except by
the places that still lead there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.analysis.forward import Visit, blocks
from game.analysis.keys import Block, Floats, Ints
from game.analysis.layer import Finder
from game.analysis.rules import Rules
from game.analysis.stage import Odds

MOST_LINKS = 4_000_000  # kept from one pass to the next, with the odds some 40 bytes each


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """Where an option leads: `rows` of the block (None: all) to `to`, rows of the layer at `target`."""

    option: int
    target: str
    rows: Ints | None
    to: npt.NDArray[np.int32]  # half the size: a layer never has 2^31 states


@dataclass(frozen=True, slots=True, eq=False)
class Crossing:
    """Some states of a decision point, with what is open there and where it leads."""

    place: str
    part: slice
    odds: Odds
    links: tuple[Link, ...]

    @property
    def count(self) -> int:
        """How many states these are."""
        return len(range(self.part.start, self.part.stop))


class Map:
    """All layers with the links between them, walked from the last decision point to the first."""

    def __init__(self, rules: Rules, visits: Sequence[Visit]) -> None:
        self.rules = rules
        self.visits: Mapping[str, Visit] = {visit.place: visit for visit in visits}
        self.decisions = tuple(visit.place for visit in visits if visit.tally is not None)
        self.endings = tuple(visit.place for visit in visits if visit.tally is None)
        total = sum(visit.tally.transition_count for visit in visits if visit.tally is not None)
        self._kept: dict[str, list[Crossing]] | None = {} if total <= MOST_LINKS else None

    def crossings(self, place: str) -> Iterator[Crossing]:
        """Give all states of a decision point, in blocks."""
        if self._kept is None:
            yield from self._cross(place)
            return
        known = self._kept.get(place)
        if known is None:
            known = self._kept[place] = list(self._cross(place))
        yield from known

    def _cross(self, place: str) -> Iterator[Crossing]:
        stage = self.rules.stages[place]
        layer = self.visits[place].layer
        finders: dict[str, Finder] = {}
        for part in blocks(layer):
            block = Block(stage.layout, tuple(word[part] for word in layer.keys))
            odds = stage.odds(block)
            links = []
            for option in range(len(stage.offers)):
                possible = odds.possible[option]
                if not possible.any():
                    continue
                rows = None if possible.all() else np.flatnonzero(possible)
                for flow in stage.flows(option, block, rows):
                    finder = finders.get(flow.target) or self._finder(flow.target)
                    finders[flow.target] = finder
                    to = finder.rows(flow.keys).astype(np.int32)
                    links.append(Link(option, flow.target, flow.rows, to))
            yield Crossing(place, part, odds, tuple(links))

    def _finder(self, place: str) -> Finder:
        return Finder(self.rules.layouts[place], self.visits[place].layer.keys)

    def last_users(self) -> Mapping[str, tuple[str, ...]]:
        """Give, for each decision point, the places that nothing before it leads to."""
        first: dict[str, str] = {}
        for place in self.decisions:
            for edge in self.rules.way.edges[place]:
                first.setdefault(edge.target, place)
        users: dict[str, list[str]] = {}
        for target, place in first.items():
            users.setdefault(place, []).append(target)
        return {place: tuple(targets) for place, targets in users.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What some states lead to. Odds have one row for each state and one column for each final.

    `futures` gives, for each option, the odds once it is taken; rows where it cannot be taken are
    zero. The last column is that of dead ends.
    """

    crossing: Crossing
    shares: Floats
    futures: tuple[Floats | None, ...]
    here: Floats


def look_back(story: Map, policy: str, finals: Mapping[str, Floats]) -> Iterator[Look]:
    """Give the odds from every state, from the last decision point to the first.

    `finals` gives, for each ending, the row of odds of each of its states.
    """
    known: dict[str, Floats] = dict(finals)
    # where no ending can be reached there is no row to count; every ending still has its column
    width = next(iter(finals.values())).shape[1] if finals else len(story.rules.scenario.endings) + 1
    last_users = story.last_users()
    for place in reversed(story.decisions):
        odds = np.empty((len(story.visits[place].layer), width))
        for crossing in story.crossings(place):
            look = _look(crossing, policy, known, width)
            odds[crossing.part] = look.here
            yield look
        known[place] = odds
        for done in last_users.get(place, ()):
            known.pop(done, None)


def _look(crossing: Crossing, policy: str, known: Mapping[str, Floats], width: int) -> Look:
    shares = crossing.odds.shares[policy]
    count = crossing.count
    futures: list[Floats | None] = [None] * len(shares)
    here = np.zeros((count, width))
    for link in crossing.links:
        there = known[link.target].take(link.to, axis=0)
        if link.rows is None:
            futures[link.option] = there
        else:
            found = futures[link.option]
            if found is None:
                found = futures[link.option] = np.zeros((count, width))
            found[link.rows] = there
    for share, future in zip(shares, futures, strict=True):
        if future is not None:
            here += share[:, None] * future
    is_dead = ~crossing.odds.offered.any(axis=0)
    here[np.broadcast_to(is_dead, count), -1] = 1.0
    return Look(crossing, shares, tuple(futures), here)


def ending_finals(story: Map) -> dict[str, Floats]:
    """Give one column for each of the scenario's endings, and one for dead ends."""
    endings = tuple(story.rules.scenario.endings)
    finals = {}
    for place in story.endings:
        rows = np.zeros((len(story.visits[place].layer), len(endings) + 1))
        rows[:, endings.index(place)] = 1.0
        finals[place] = rows
    return finals
