"""Findings about what play never reaches, and where it gets stuck."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.analysis.asking import ask, compile_test
from game.analysis.audit import Audit
from game.analysis.finding import Finding, Slots, place_of, slots, written
from game.analysis.keys import Block
from game.scenario.condition import Both, Tree
from game.scenario.model import Branch, DecisionPoint, Option

Because = tuple[str, Slots]


def find_reach(audit: Audit) -> Iterator[Finding]:
    """Find dead ends, and decision points, options, outcomes and endings that no playthrough meets."""
    scenario = audit.scenario
    for place in (*scenario.decisions, *scenario.endings):
        if place in audit.story.visits:
            if place in scenario.decisions:
                yield from _at(audit, scenario.decisions[place])
            continue
        kind = "decision" if place in scenario.decisions else "ending"
        where = place_of(scenario, f"decisions.{place}" if kind == "decision" else f"endings.{place}")
        because, witness = _blocked(audit, place)
        values = slots(name=place)
        way, seated = witness or (None, ())
        yield Finding(where, f"unreachable-{kind}", "error", values, because, way, seated)


def _at(audit: Audit, decision: DecisionPoint) -> Iterator[Finding]:
    tally = audit.story.visits[decision.id].tally
    assert tally is not None
    here = slots(decision=decision.id)
    if tally.dead_row is not None:
        way, seated = audit.witness(decision.id, tally.dead_row)
        place = place_of(audit.scenario, f"decisions.{decision.id}")
        yield Finding(place, "dead-end", "error", here, None, way, seated)
    for number, option in enumerate(decision.options.values()):
        values = slots(decision=decision.id, option=option.id)
        if not tally.was_offered[number]:
            because, witness = _unmet(audit, decision, option)
            way, seated = witness
            place = place_of(audit.scenario, f"{option.key}.when", option.key)
            yield Finding(place, "option-never-offered", "error", values, because, way, seated)
        elif not tally.was_taken[number]:
            place = place_of(audit.scenario, f"{option.key}.weight", option.key)
            way, seated = audit.way_through(decision.id)
            yield Finding(place, "outcome-never-drawn", "error", values, None, way, seated)


def _blocked(
    audit: Audit, place: str
) -> tuple[Because | None, tuple[tuple[str, ...], tuple[str, ...]] | None]:
    """Say what keeps play from coming to `place`: the first way in whose beginning is reached."""
    upstream: str | None = None
    for decision in audit.scenario.decisions.values():
        for number, option in enumerate(decision.options.values()):
            branches = [branch for branch in option.nexts if branch.to == place]
            if not branches:
                continue
            visit = audit.story.visits.get(decision.id)
            if visit is None or visit.tally is None:
                upstream = upstream or decision.id
                continue
            if not visit.tally.was_offered[number]:
                return _unmet(audit, decision, option)
            names = {"decision": decision.id, "option": option.id}
            if not visit.tally.was_taken[number]:
                return ("never-drawn", slots(**names)), audit.way_through(decision.id)
            return _branch_unmet(audit, branches[0], names), audit.way_through(decision.id)
    if upstream is None:
        return None, None
    return ("upstream", slots(decision=upstream)), None


def _branch_unmet(audit: Audit, branch: Branch, names: dict[str, str]) -> Because:
    if branch.when is None:
        return ("other-next-first", slots(**names))
    condition = written(branch.when.tree, audit.scenario.variables)
    return ("next-never-true", slots(condition=condition, **names))


def _unmet(
    audit: Audit, decision: DecisionPoint, option: Option
) -> tuple[Because | None, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Name the condition that blocks an option, and the parts that fail where it comes nearest."""
    if option.when is None:
        return None, audit.way_through(decision.id)
    variables = audit.scenario.variables
    tree = option.when.tree
    row, failing = _nearest_miss(audit, decision.id, tree)
    condition = written(tree, variables)
    values = slots(condition=condition, option=option.id, decision=decision.id)
    if len(failing) == 1 and failing[0] is tree:
        return ("condition-never-true", values), audit.witness(decision.id, row)
    missing = " and ".join(written(part, variables) for part in failing)
    return ("nearest-miss", (*values, ("missing", missing))), audit.witness(decision.id, row)


def _nearest_miss(audit: Audit, place: str, tree: Tree) -> tuple[int, list[Tree]]:
    """Give the state in which most parts of a condition hold, by its row, and the parts that do not."""
    parts: tuple[Tree, ...] = tree.parts if isinstance(tree, Both) else (tree,)
    layout, layer = audit.story.rules.layouts[place], audit.story.visits[place].layer
    block = Block(layout, layer.keys)
    answers = np.stack(
        [np.broadcast_to(ask(compile_test(part, layout, {}), block), len(layer)) for part in parts]
    )
    row = int(answers.sum(axis=0).argmax())
    return row, [part for part, holds in zip(parts, answers[:, row], strict=True) if not holds]
