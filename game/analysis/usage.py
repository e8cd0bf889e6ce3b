"""Findings that the text alone shows: what is set and never read, read and never set, tied to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.facts import leaves
from game.analysis.finding import Finding, place_of, slots
from game.analysis.inventory import inventory
from game.scenario.condition import Condition
from game.scenario.model import DecisionPoint, Option, Scenario
from game.scenario.variable import Effect


def find_usage(scenario: Scenario) -> Iterator[Finding]:
    """Find flags and meters without use, and neighbours that no choice connects."""
    read = {leaf.variable for one in inventory(scenario) for leaf in leaves(one.condition.tree)}
    read |= _read_by_map(scenario)
    effects = tuple(_effects(scenario))
    changed = {effect.variable for effect in effects}
    for flag in scenario.flags.values():
        place = place_of(scenario, f"flags.{flag.id}")
        name = slots(flag=flag.id)
        if flag.variable not in read:
            code = "flag-never-read" if flag.variable in changed else "flag-unused"
            yield Finding(place, code, "warning", name)
        elif flag.variable not in changed:
            yield Finding(place, "flag-never-set", "warning", name)
        yield from _values(scenario, flag.id, flag.variable, effects)
    for meter in scenario.meters.values():
        if meter.variable not in changed:
            place = place_of(scenario, f"meters.{meter.id}")
            yield Finding(place, "meter-never-moves", "warning", slots(meter=meter.id))
    yield from _unconnected(scenario)


def _read_by_map(scenario: Scenario) -> set[int]:
    marks = scenario.map.marks.values() if scenario.map is not None else ()
    return {leaf.variable for mark in marks if mark.when is not None for leaf in leaves(mark.when.tree)}


def _effects(scenario: Scenario) -> Iterator[Effect]:
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            yield from _effects_of(scenario, option)


def _effects_of(scenario: Scenario, option: Option) -> Iterator[Effect]:
    yield from option.effects
    for number in option.later:
        yield from scenario.delayed[number].effects


def _values(scenario: Scenario, name: str, number: int, effects: tuple[Effect, ...]) -> Iterator[Finding]:
    """Find values of a flag that nothing ever gives it."""
    variable = scenario.variables[number]
    given = {effect.put for effect in effects if effect.variable == number}
    if variable.is_yes_no or not given:
        return
    for value, step in enumerate(variable.steps):
        if value not in given and value != variable.start:
            place = place_of(scenario, f"flags.{name}.values", f"flags.{name}")
            yield Finding(place, "flag-value-never-set", "warning", slots(flag=name, value=step))


def _unconnected(scenario: Scenario) -> Iterator[Finding]:
    """Find decision points that always follow one another while nothing chosen at the first counts."""
    for decision in scenario.decisions.values():
        if decision.is_incident:
            continue
        targets = {branch.to for option in decision.options.values() for branch in option.nexts}
        following = scenario.decisions.get(next(iter(targets))) if len(targets) == 1 else None
        # the weather need not mind what was chosen
        if following is None or following.is_incident:
            continue
        changed = {
            effect.variable
            for option in decision.options.values()
            for effect in _effects_of(scenario, option)
        }
        if not changed & _read_at(following):
            values = slots(first=decision.id, second=following.id)
            place = place_of(scenario, f"decisions.{following.id}")
            yield Finding(place, "decisions-not-connected", "info", values)


def _read_at(decision: DecisionPoint) -> frozenset[int]:
    """Give the variables on which anything at a decision point depends."""
    conditions: list[Condition | None] = [
        *(beat.when for beat in decision.situation),
        *(desk.when for desk in decision.documents),
        *(adviser.when for adviser in decision.advisers),
    ]
    for option in decision.options.values():
        conditions += [
            option.when,
            *(weight.when for weight in option.weights),
            *(branch.when for branch in option.nexts),
            *(consequence.when for consequence in option.consequences),
        ]
    return frozenset(
        leaf.variable for condition in conditions if condition for leaf in leaves(condition.tree)
    )
