"""The record line: the line of historical choices, played to see that it holds."""

from __future__ import annotations

from game.play.engine import offered, start
from game.play.machine import drive
from game.play.state import State
from game.scenario.condition import Condition, variables_read
from game.scenario.model import DecisionPoint, Scenario
from game.scenario.problem import Problem


def check_record_line(scenario: Scenario) -> tuple[Problem, ...]:
    """Play the historical choices from the start and give what is wrong with them, at most one fault.

    A choice that is not offered, a decision point on the line without a historical choice, or an
    ending other than the record's; each with the values that decided it.
    """
    state = start(scenario)
    before = state
    while state.at in scenario.decisions:
        decision = scenario.decisions[state.at]
        choice = decision.historical.choice
        if choice is None:
            return (_problem(scenario, decision, "record-line-leaves"),)
        if all(option.id != choice for option in offered(scenario, state)):
            shown = _values(scenario, state, [decision.options[choice].when])
            return (_problem(scenario, decision, "record-line-closed", choice=choice, values=shown),)
        before, state = state, drive(scenario, state, choice)
    if state.at != scenario.record.ending:
        return (_elsewhere(scenario, before, state),)
    return ()


def _elsewhere(scenario: Scenario, before: State, after: State) -> Problem:
    decision = scenario.decisions[before.at]
    assert decision.historical.choice is not None  # the line was played to its end
    option = decision.options[decision.historical.choice]
    values = {
        "reached": after.at,
        "ending": scenario.record.ending,
        "decision": decision.id,
        "choice": option.id,
        "values": _values(scenario, after, [branch.when for branch in option.nexts]),
    }
    return Problem(scenario.places["record.ending"], "record-line-ends-elsewhere", tuple(values.items()))


def _values(scenario: Scenario, state: State, conditions: list[Condition | None]) -> str:
    """Write what `conditions` look at and find in `state`, in brackets; nothing if they look at nothing."""
    read = {index for when in conditions if when is not None for index in variables_read(when.tree)}
    table = scenario.variables
    shown = ", ".join(
        f"{table[index].id}: {table[index].steps[state.values[index]]}" for index in sorted(read)
    )
    return f" ({shown})" if shown else ""


def _problem(scenario: Scenario, decision: DecisionPoint, code: str, **values: str) -> Problem:
    base = f"decisions.{decision.id}.historical"
    place = scenario.places.get(f"{base}.choice") or scenario.places[base]
    return Problem(place, code, (("decision", decision.id), *values.items()))
