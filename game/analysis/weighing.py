"""What an option changes, and whose luck it was: sums over all states, from one backward pass.

The odds of the endings move with every turn and never drift: a martingale. So the variance of the
ending splits exactly into the turns' expected squared moves, which are added up by who moved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from game.analysis.backward import Look, Map
from game.analysis.keys import Flags, Floats
from game.scenario.model import CHANCE, Scenario


@dataclass(slots=True, eq=False)
class Weighing:
    """Sums so far at one decision point: odds if each option is taken, and if it is not."""

    weight: Floats
    taken: Floats
    other: Floats
    moved: float = 0.0

    def effects(self) -> tuple[float | None, ...]:
        """Give each option's effect; None where it is never offered beside another."""
        return tuple(
            None if weight <= 0 else float(np.abs(taken - other).sum() / 2 / weight)
            for weight, taken, other in zip(self.weight, self.taken, self.other, strict=True)
        )


@dataclass(slots=True, eq=False)
class Weigher:
    """Listens to a backward pass under `policy` and weighs every option."""

    story: Map
    policy_row: int
    found: dict[str, Weighing] = field(default_factory=dict)

    def hear(self, look: Look) -> None:
        """Add some states."""
        place, part = look.crossing.place, look.crossing.part
        mass = self.story.visits[place].layer.mass[self.policy_row, part]
        weighing = self.found.get(place)
        if weighing is None:
            shape = (len(look.futures), look.here.shape[1])
            weighing = Weighing(np.zeros(shape[0]), np.zeros(shape), np.zeros(shape))
            self.found[place] = weighing
        _weigh(look, mass, weighing)
        weighing.moved += squared_moves(look, mass)


def _weigh(look: Look, mass: Floats, weighing: Weighing) -> None:
    count = look.crossing.count
    possible = np.broadcast_to(look.crossing.odds.possible, (len(look.futures), count))
    is_choice = possible.sum(axis=0) > 1
    chosen = possible * (mass * is_choice)
    weighing.weight += chosen.sum(axis=1)
    instead = [_instead(look, number, possible) * chosen[number] for number in range(len(look.futures))]
    for number, future in enumerate(look.futures):
        if future is None:
            continue
        # einsum, not `@`: threads of a linear algebra library cost seconds on a busy machine
        weighing.taken[number] += np.einsum("s,sf->f", chosen[number], future)
        others = np.stack([shares[number] for shares in instead])
        weighing.other += np.einsum("os,sf->of", others, future)


def _instead(look: Look, number: int, possible: Flags) -> Floats:
    """Give how likely each option is where option `number` is not taken.

    The others keep their shares of what is left; where the policy leaves nothing, those of their
    weights; where these are zero, they are equally likely.
    """
    total: Floats = np.zeros(possible.shape)
    is_open = np.ones(possible.shape[1], dtype=np.bool_)
    for shares in (look.shares, look.crossing.odds.shares["weights"], possible.astype(np.float64)):
        others = np.array(np.broadcast_to(shares, possible.shape)) * possible
        others[number] = 0.0
        left = others.sum(axis=0)
        here = is_open & (left > 0)
        total += np.where(here, others / np.where(left > 0, left, 1.0), 0.0)
        is_open &= ~here
        if not is_open.any():
            break
    return total


def squared_moves(look: Look, mass: Floats) -> float:
    """Give how far the odds move from some states, squared, as much as each state is met."""
    moved = 0.0
    for share, future in zip(look.shares, look.futures, strict=True):
        if future is not None:
            square = np.square(future - look.here).sum(axis=1)
            moved += float(np.sum(mass * share * square))
    return moved


@dataclass(frozen=True, slots=True)
class Luck:
    """How the spread of endings splits: `spread` is the probability that two playthroughs end unlike.

    `player`, `others` and `chance` add up to it; `by_decision` says the same for each decision point.
    """

    spread: float
    player: float
    others: float
    chance: float
    by_decision: Mapping[str, float]


def luck(scenario: Scenario, playing: frozenset[str], moved: Mapping[str, float]) -> Luck:
    """Split the spread by who moved."""
    parts = {"player": 0.0, "others": 0.0, "chance": 0.0}
    for place, amount in moved.items():
        side = scenario.decisions[place].side
        parts["chance" if side == CHANCE else "player" if side in playing else "others"] += amount
    return Luck(sum(parts.values()), parts["player"], parts["others"], parts["chance"], dict(moved))
