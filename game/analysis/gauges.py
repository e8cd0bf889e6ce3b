"""How far each meter goes: the steps at which it is ever met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from game.analysis.classes import Watch
from game.analysis.forward import Plan, TooMany, Visit, visit_all
from game.analysis.keys import Block
from game.analysis.rules import Question, Rules, prepare
from game.scenario.model import Scenario

Reaches = Mapping[str, tuple[str, str] | None]
"""For each meter its lowest and highest step, or None where that is not known."""


def meter_numbers(scenario: Scenario) -> frozenset[int]:
    """Give the variables that are meters."""
    return frozenset(meter.variable for meter in scenario.meters.values())


def met_values(rules: Rules, visits: Iterable[Visit]) -> dict[int, set[int]]:
    """Give the values of each variable that is kept apart everywhere, met at any place."""
    found: dict[int, set[int]] = {}
    for visit in visits:
        block = Block(rules.layouts[visit.place], visit.layer.keys)
        for number in rules.question.watch.variables:
            found.setdefault(number, set()).update(np.unique(block.column(number)).tolist())
    return found


def meter_reaches(question: Question, plan: Plan) -> dict[str, tuple[str, str] | None]:
    """Give each meter's reach. All at once where that fits under the cap, else one by one."""
    scenario = question.scenario
    lean = Plan(("uniform",), traced=False, cap=plan.cap, watcher=plan.watcher)
    meters = meter_numbers(scenario)
    found = _met(question, meters, lean)
    if found is None:
        found = {number: met for number in meters for met in (_met(question, {number}, lean) or {}).values()}
    reaches: dict[str, tuple[str, str] | None] = {}
    for meter in scenario.meters.values():
        steps = scenario.variables[meter.variable].steps
        met = found.get(meter.variable)
        reaches[meter.id] = (steps[min(met)], steps[max(met)]) if met else None
    return reaches


def _met(question: Question, variables: Iterable[int], plan: Plan) -> dict[int, set[int]] | None:
    watch = Watch({}, {}, frozenset(variables))
    rules = prepare(replace(question, watch=watch))
    try:
        return met_values(rules, visit_all(rules, plan))
    except TooMany:
        return None
