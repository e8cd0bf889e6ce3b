"""The record line: the line of historical choices, played to see that it holds."""

from __future__ import annotations

from game.play.engine import offered, start
from game.play.machine import drive
from game.scenario.model import DecisionPoint, Scenario
from game.scenario.problem import Problem


def check_record_line(scenario: Scenario) -> tuple[Problem, ...]:
    """Play the historical choices from the start and give what is wrong with them, at most one fault.

    A choice that is not offered, a decision point on the line without a historical choice, or an
    ending other than the record's.
    """
    state = start(scenario)
    while state.at in scenario.decisions:
        decision = scenario.decisions[state.at]
        choice = decision.historical.choice
        if choice is None:
            return (_problem(scenario, decision, "record-line-leaves"),)
        if all(option.id != choice for option in offered(scenario, state)):
            return (_problem(scenario, decision, "record-line-closed", choice=choice),)
        state = drive(scenario, state, choice)
    if state.at != scenario.record.ending:
        place = scenario.places["record.ending"]
        values = (("reached", state.at), ("ending", scenario.record.ending))
        return (Problem(place, "record-line-ends-elsewhere", values),)
    return ()


def _problem(scenario: Scenario, decision: DecisionPoint, code: str, **values: str) -> Problem:
    base = f"decisions.{decision.id}.historical"
    place = scenario.places.get(f"{base}.choice") or scenario.places[base]
    return Problem(place, code, (("decision", decision.id), *values.items()))
