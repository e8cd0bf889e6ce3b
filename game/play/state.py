"""The state: all that can change what comes next, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.scenario.model import Scenario
from game.scenario.variable import Values, apply


class State(NamedTuple):
    """Where the story is (`at`: a decision point or an ending), the values of the variables, and the
    numbers of the delayed effects still to come, sorted so that equal states compare equal."""

    at: str
    values: Values
    due: tuple[int, ...] = ()


def arrive(scenario: Scenario, at: str, values: Values, due: Iterable[int]) -> State:
    """Give the state on reaching `at`: the delayed effects whose moment has come are carried out.

    They come in the order of their moments, and at the same moment in the author's order. What is
    still to come at an ending is dropped: it can change nothing any more.
    """
    decision = scenario.decisions.get(at)
    if decision is None:
        return State(at, values)
    pending = sorted(due, key=lambda number: (scenario.delayed[number].due, number))
    arrived = [number for number in pending if scenario.delayed[number].due <= decision.at]
    for number in arrived:
        values = apply(scenario.delayed[number].effects, values)
    return State(at, values, tuple(pending[len(arrived) :]))
