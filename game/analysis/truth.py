"""Findings about conditions that are always true or always false, and steps that no meter comes to."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.analysis.asking import ask, compile_test
from game.analysis.audit import Audit
from game.analysis.edges import effect_tables
from game.analysis.finding import Finding, place_of, slots, written
from game.analysis.gauges import met_values
from game.analysis.inventory import Asked
from game.analysis.keys import Block, Flags


def find_truth(audit: Audit) -> Iterator[Finding]:
    """Find conditions that are noise: in every state where they are asked the answer is the same."""
    left: dict[str, Flags] = {}
    for asked in audit.asked:
        if asked.role not in audit.roles or asked.at not in audit.story.visits:
            continue
        answer, where = _answers(audit, asked, left)
        if not where.any():
            continue
        is_true, is_false = bool((answer & where).any()), bool((~answer & where).any())
        if asked.role == "offer" and not is_true:
            continue  # told as an option that is never offered
        if is_true and is_false:
            continue
        code = "condition-always-true" if is_true else "condition-always-false"
        values = slots(condition=written(asked.condition.tree, audit.scenario.variables), at=asked.at)
        way, seated = audit.witness(asked.at, int(np.flatnonzero(where)[0]))
        yield Finding(asked.place, code, "warning", values, None, way, seated)


def _answers(audit: Audit, asked: Asked, left: dict[str, Flags]) -> tuple[Flags, Flags]:
    """Give the answer in every state, and in which states the condition is asked.

    `left` remembers, for conditions asked in turn, the states in which none before held.
    """
    rules, layer = audit.story.rules, audit.story.visits[asked.at].layer
    layout = rules.layouts[asked.at]
    block = Block(layout, layer.keys)
    effects = {}
    where: Flags = np.ones(len(layer), dtype=np.bool_)
    if asked.option is not None:
        option = tuple(rules.scenario.decisions[asked.at].options.values())[asked.option]
        if asked.is_after:
            effects = effect_tables(option.effects, rules.way.sizes)
        where = np.broadcast_to(_possible(audit, asked), len(layer))
    answer = np.broadcast_to(ask(compile_test(asked.condition.tree, layout, effects), block), len(layer))
    if asked.group:
        where = where & left.get(asked.group, where)
        left[asked.group] = where & ~answer
    return answer, where


def _possible(audit: Audit, asked: Asked) -> Flags:
    """Tell in which states the option may be taken, or for a weight, is offered."""
    parts = []
    for crossing in audit.story.crossings(asked.at):
        rows = crossing.odds.offered if asked.role == "weight" else crossing.odds.possible
        parts.append(np.broadcast_to(rows[asked.option], crossing.count))
    return np.concatenate(parts)


def find_steps(audit: Audit) -> Iterator[Finding]:
    """Find steps of meters that no playthrough comes to."""
    scenario = audit.scenario
    if not audit.meters:
        return
    reached = met_values(audit.story.rules, audit.story.visits.values())
    for meter in scenario.meters.values():
        variable = scenario.variables[meter.variable]
        for value, step in enumerate(variable.steps):
            if value not in reached.get(meter.variable, ()):
                paths = (f"meters.{meter.id}.steps.{step}", f"meters.{meter.id}.steps", f"meters.{meter.id}")
                values = slots(meter=meter.id, step=step)
                yield Finding(place_of(scenario, *paths), "step-never-reached", "info", values)


def find_idle_effects(audit: Audit) -> Iterator[Finding]:
    """Find effects on meters that never change anything: the meter is always at that end already."""
    if not audit.meters:
        return
    for place in audit.story.decisions:
        decision = audit.scenario.decisions[place]
        block = Block(audit.story.rules.layouts[place], audit.story.visits[place].layer.keys)
        for number, option in enumerate(decision.options.values()):
            tables = effect_tables(option.effects, audit.story.rules.way.sizes)
            for variable in sorted(tables.keys() & audit.meters):
                where = np.concatenate(
                    [
                        np.broadcast_to(crossing.odds.possible[number], crossing.count)
                        for crossing in audit.story.crossings(place)
                    ]
                )
                before = block.column(variable)[where]
                if len(before) and (np.array(tables[variable])[before] == before).all():
                    values = slots(meter=audit.scenario.variables[variable].id, option=option.id)
                    way, seated = audit.witness(place, int(np.flatnonzero(where)[0]), number)
                    where_written = place_of(audit.scenario, f"{option.key}.effects", option.key)
                    yield Finding(where_written, "effect-never-moves", "info", values, None, way, seated)
