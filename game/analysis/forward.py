"""The forward pass: every state that play can reach, layer by layer, with its probability.

The story never returns, so when a decision point's turn comes all states that lead there are known.
Time and memory grow with the states and not with the far more numerous playthroughs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from game.analysis.keys import Block, Flags, Floats, Ints, encode
from game.analysis.layer import Layer, Pile, depth_of, trace
from game.analysis.rules import Rules
from game.analysis.stage import POLICIES, Stage

BLOCK = 1 << 17  # states handled at once: bounds what is in memory beside the layers
CAP = 5_000_000
"""How many states a layer may have before exploring goes on with a thinned frontier."""
TOTAL = 40_000_000
"""The same for all layers together, where they are kept: about 2 GB."""


class TooMany(Exception):
    """A layer has more states than the cap; what was found so far proves nothing about the rest."""

    def __init__(self, place: str, count: int) -> None:
        super().__init__(f"{count} states at {place}")
        self.place = place
        self.count = count


@dataclass(frozen=True, slots=True)
class Progress:
    """How far exploring has come: `done` of `total` places, and the states so far."""

    place: str
    done: int
    total: int
    state_count: int


Watcher = Callable[[Progress], None]
"""Told of progress; may raise KeyboardInterrupt to stop, which keeps the findings so far."""


def unwatched(_: Progress) -> None:
    """Watch nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to go forward: the policies whose probabilities are carried along, whether the ways are
    remembered (`traced`), what is done with a layer before it is left (`thin`), and how many states a
    layer and all layers may have."""

    policies: tuple[str, ...] = POLICIES
    traced: bool = True
    cap: int = CAP
    thin: Callable[[Layer], Layer] | None = None
    watcher: Watcher = unwatched
    total: int = TOTAL


@dataclass(slots=True, eq=False)
class Tally:
    """What was counted at one decision point. Probabilities have one column for each policy.

    `offered` and `taken` have one row for each option; `was_offered` and `was_taken` tell whether
    that can happen at all. `dead` is the probability of standing there with nothing offered.
    """

    offered: Floats
    taken: Floats
    was_offered: Flags
    was_taken: Flags
    dead: Floats
    dead_row: int | None = None
    transition_count: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Visit:
    """One place with all its states; a tally where it is a decision point."""

    place: str
    layer: Layer
    tally: Tally | None


def visit_all(rules: Rules, plan: Plan, piles: dict[str, Pile] | None = None) -> Iterator[Visit]:
    """Visit every place that can be reached: decision points in their order, then endings.

    Only the layers that are still waiting are held, in `piles`, so the caller decides what is kept.
    Raises TooMany past the cap, unless the plan thins.
    """
    piles = {} if piles is None else piles
    _start(rules, plan, piles)
    state_count = 0
    for number, place in enumerate(rules.places):
        pile = piles.get(place)
        if pile is None:
            continue
        layer = pile.merged()
        if plan.thin is not None:
            layer = plan.thin(layer)
        elif len(layer) > plan.cap:
            raise TooMany(place, len(layer))
        state_count += len(layer)
        if state_count > plan.total:
            raise TooMany(place, state_count)
        plan.watcher(Progress(place, number, len(rules.places), state_count))
        stage = rules.stages.get(place)
        tally = None if stage is None else _leave(rules, plan, (place, number, layer), piles)
        del piles[place]
        yield Visit(place, layer, tally)


def _start(rules: Rules, plan: Plan, piles: dict[str, Pile]) -> None:
    start = rules.scenario.start
    layout = rules.layouts[start]
    starts = rules.question.starts
    pile = piles[start] = Pile(layout)
    for values in starts:
        keys = tuple(np.array([word], dtype=np.int64) for word in encode(layout, values))
        mass = np.full((len(plan.policies), 1), 1 / len(starts))
        pile.add(Layer(keys, mass, np.zeros(1, dtype=np.int64) if plan.traced else None))


def blocks(layer: Layer) -> Iterator[slice]:
    """Give the rows of a layer in pieces that fit beside it in memory."""
    for first in range(0, len(layer), BLOCK):
        yield slice(first, min(first + BLOCK, len(layer)))


def _leave(rules: Rules, plan: Plan, here: tuple[str, int, Layer], piles: dict[str, Pile]) -> Tally:
    """Send the states of a layer on along every edge."""
    place, number, layer = here
    stage = rules.stages[place]
    shape = (len(stage.offers), len(plan.policies))
    no = np.zeros(shape[0], dtype=np.bool_)
    tally = Tally(np.zeros(shape), np.zeros(shape), no, no.copy(), np.zeros(shape[1]))
    for rows in blocks(layer):
        _leave_block(rules, plan, (stage, number, layer, rows), tally, piles)
    return tally


def _leave_block(
    rules: Rules, plan: Plan, here: tuple[Stage, int, Layer, slice], tally: Tally, piles: dict[str, Pile]
) -> None:
    stage, number, layer, part = here
    block = Block(stage.layout, tuple(word[part] for word in layer.keys))
    mass = layer.mass[:, part]
    odds = stage.odds(block)
    traces = None if layer.traces is None else depth_of(layer.traces[part])
    _note_dead(odds.offered, mass, part.start, tally)
    for option in range(len(stage.offers)):
        tally.was_offered[option] |= odds.offered[option].any()
        possible = odds.possible[option]
        if not possible.any():
            tally.offered[option] += _sum(mass, odds.offered[option])
            continue
        tally.was_taken[option] = True
        rows = None if possible.all() else np.flatnonzero(possible)
        shares = np.stack(
            [np.broadcast_to(odds.shares[name][option], mass.shape[1]) for name in plan.policies]
        )
        moved = mass * shares
        tally.offered[option] += _sum(mass, odds.offered[option])
        tally.taken[option] += moved.sum(axis=1)
        ways = None if traces is None else trace(traces, number, option, _numbers(part))
        tally.transition_count += len(block) if rows is None else len(rows)
        for flow in stage.flows(option, block, rows):
            at = slice(None) if flow.rows is None else flow.rows
            arrived = Layer(flow.keys, moved[:, at], None if ways is None else ways[at])
            pile = piles.setdefault(flow.target, Pile(rules.layouts[flow.target]))
            pile.add(arrived)
            if plan.thin is None and pile.merged_count > plan.cap:
                raise TooMany(flow.target, pile.merged_count)


def _sum(mass: Floats, where: Flags) -> Floats:
    total: Floats = mass.sum(axis=1) if where.all() else (mass * where).sum(axis=1)
    return total


def _numbers(part: slice) -> Ints:
    return np.arange(part.start, part.stop)


def _note_dead(offered: Flags, mass: Floats, first: int, tally: Tally) -> None:
    is_dead = np.broadcast_to(~offered.any(axis=0), mass.shape[1])
    if is_dead.any():
        tally.dead += (mass * is_dead).sum(axis=1)
        if tally.dead_row is None:
            tally.dead_row = first + int(np.flatnonzero(is_dead)[0])
