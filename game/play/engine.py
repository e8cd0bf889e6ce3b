"""The rules: where play starts, what is offered, and what a choice leads to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from game.errors import GameError
from game.play.state import State, arrive
from game.scenario.beforehand import INTERPRETATION
from game.scenario.model import Ending, Option, Scenario
from game.scenario.variable import apply


class NotOffered(GameError):
    """An option was chosen that is not open in this state."""

    def __init__(self, option_id: str, at: str, open_here: Iterable[str]) -> None:
        super().__init__("play.not-offered", option=option_id, at=at, open=", ".join(open_here))


def start(scenario: Scenario, players: Iterable[str] = (), interpretation: str | None = None) -> State:
    """Give the first state with people at the desks of `players`, under an interpretation or the first."""
    values = first_values(scenario, frozenset(players), interpretation)
    return arrive(scenario, scenario.start, values, ())


def first_values(
    scenario: Scenario, seated: frozenset[str], interpretation: str | None = None
) -> tuple[int, ...]:
    """Give the values before the first decision point. Raises ValueError for an unknown interpretation."""
    values = [variable.start for variable in scenario.variables]
    for number, variable in enumerate(scenario.variables):
        if variable.kind == "player":
            values[number] = int(variable.id.removeprefix("players.") in seated)
        elif variable.kind == "interpretation" and interpretation is not None:
            values[number] = variable.steps.index(interpretation)
    return tuple(values)


def held_interpretation(scenario: Scenario, values: Sequence[int]) -> str | None:
    """Give the id of the interpretation under which `values` are, or None where the scenario has none."""
    for variable, value in zip(scenario.variables, values, strict=False):
        if variable.id == INTERPRETATION:
            return variable.steps[value]
    return None


def is_over(scenario: Scenario, state: State) -> bool:
    """Claim that play has reached an ending."""
    return state.at in scenario.endings


def ending(scenario: Scenario, state: State) -> Ending:
    """Give the ending that `state` has reached. Raises KeyError before that."""
    return scenario.endings[state.at]


def offered(scenario: Scenario, state: State) -> tuple[Option, ...]:
    """Give the options open in `state`, in the author's order; none at an ending."""
    decision = scenario.decisions.get(state.at)
    if decision is None:
        return ()
    return tuple(option for option in decision.options.values() if option.is_offered(state.values))


def probabilities(scenario: Scenario, state: State) -> tuple[tuple[Option, Fraction], ...]:
    """Give each open option with its probability for a side that follows its weights.

    They sum to 1. Where all open weights are zero, all are equally likely; the analyser reports it.
    """
    options = offered(scenario, state)
    weights = [option.weight(state.values) for option in options]
    total = sum(weights, Fraction(0))
    if total == 0:
        return tuple((option, Fraction(1, len(options))) for option in options)
    return tuple((option, weight / total) for option, weight in zip(options, weights, strict=True))


def choose(scenario: Scenario, state: State, option_id: str) -> State:
    """Give the state after `option_id`: the only way that the game moves.

    Effects come at once, then the first next whose condition holds, then what was due by its clock.
    Raises NotOffered.
    """
    for option in offered(scenario, state):
        if option.id == option_id:
            values = apply(option.effects, state.values)
            due = state.due + option.later
            return arrive(scenario, option.target(values), values, due)
    raise NotOffered(option_id, state.at, (option.id for option in offered(scenario, state)))
