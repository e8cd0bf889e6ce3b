"""A variable: what the state remembers, as a small whole number with a name for each value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

NO, YES = "no", "yes"

Values = tuple[int, ...]
"""The values of all variables, in the order of `Scenario.variables`."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A meter, a flag, whether a person sits at a side's desk, or which interpretation holds.

    `steps` names the values 0, 1, …; a meter's run from its low end to its high end. What sits where and
    which interpretation holds is settled before the first turn, and no effect changes it.
    """

    id: str
    kind: Literal["meter", "flag", "player", "interpretation"]
    steps: tuple[str, ...]
    start: int

    @property
    def top(self) -> int:
        """The highest value."""
        return len(self.steps) - 1

    @property
    def is_yes_no(self) -> bool:
        """Claim that this is a flag of two values, `no` and `yes`."""
        return self.kind == "flag" and self.steps == (NO, YES)


@dataclass(frozen=True, slots=True)
class Effect:
    """A change of one variable: `move` steps along a meter, or to the value `put`."""

    variable: int
    move: int = 0
    put: int | None = None
    top: int = 0

    def value(self, before: int) -> int:
        """Give the value after the effect; a meter stops at its ends."""
        if self.put is not None:
            return self.put
        return min(max(before + self.move, 0), self.top)


def apply(effects: Sequence[Effect], values: Values) -> Values:
    """Give the values after all `effects`, in the author's order."""
    if not effects:
        return values
    after = list(values)
    for effect in effects:
        after[effect.variable] = effect.value(after[effect.variable])
    return tuple(after)
