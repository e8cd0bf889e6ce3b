"""Findings about options side by side: the same, always worse, or all that decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, permutations

import numpy as np

from game.analysis.asking import ask, compile_test
from game.analysis.audit import Audit
from game.analysis.backward import Look, Map, ending_finals, look_back
from game.analysis.finding import Finding, place_of, slots
from game.analysis.keys import Block, Flags, Floats
from game.scenario.model import DecisionPoint, Scenario

SAME = 1e-12
WORSE = 1e-9
FEWEST_GOALS = 2  # with one goal of its own every side has a worse option everywhere


@dataclass(slots=True, eq=False)
class _Pairs:
    """For every two options of a decision point: are they ever open together, and what was seen then."""

    met: Flags
    same: Flags
    not_better: Flags
    worse: Flags
    worse_row: dict[tuple[int, int], int] = field(default_factory=dict)
    decides: bool = True
    decided: dict[int, set[int]] = field(default_factory=dict)


def find_choices(audit: Audit) -> Iterator[Finding]:
    """Find choices that change nothing, options that are always worse, incidents that alone decide."""
    goals = _goals(audit.scenario) if "value" in audit.roles else {}
    columns = [(dimension, side) for side, dimensions in goals.items() for dimension in dimensions]
    finals = _finals(audit.story, columns)
    pairs: dict[str, _Pairs] = {}
    for policy in ("uniform", "weights"):
        for look in look_back(audit.story, policy, finals):
            found = pairs.get(look.crossing.place) or _new_pairs(len(look.futures))
            pairs[look.crossing.place] = found
            # what is chosen may matter only through what other sides' weights make of it
            _compare_odds(look, len(columns), found)
            if policy == "weights":
                side = audit.scenario.decisions[look.crossing.place].side
                own = [number for number, (_, whose) in enumerate(columns) if whose == side]
                _compare_goals(look, (len(columns), own), found)
    for place, found in pairs.items():
        decision = audit.scenario.decisions[place]
        yield from _same(audit, decision, found)
        yield from _dominated(audit, decision, found)
        yield from _decisive(audit, decision, found)
        yield from _weightless(audit, decision)


def _new_pairs(count: int) -> _Pairs:
    shape = (count, count)
    no = np.zeros(shape, dtype=np.bool_)
    return _Pairs(no, ~no, ~no, no.copy())


def _goals(scenario: Scenario) -> Mapping[str, tuple[str, ...]]:
    """Give, for each side, the dimensions in which the scenario says what it wants."""
    goals = {
        side: tuple(name for name, dimension in scenario.dimensions.items() if side in dimension.wanted)
        for side in scenario.sides
    }
    return {side: names for side, names in goals.items() if len(names) >= FEWEST_GOALS}


def _finals(story: Map, columns: list[tuple[str, str]]) -> dict[str, Floats]:
    """Give endings as columns, then how near each ending comes to what a side wants, then dead ends."""
    scenario = story.rules.scenario
    finals = {}
    for place, rows in ending_finals(story).items():
        block = Block(story.rules.layouts[place], story.visits[place].layer.keys)
        nearness = [_nearness(scenario, place, column, block, story) for column in columns]
        finals[place] = np.column_stack([rows[:, :-1], *nearness, rows[:, -1:]])
    return finals


def _nearness(scenario: Scenario, place: str, column: tuple[str, str], block: Block, story: Map) -> Floats:
    """Give, for each state of an ending, minus the steps between its value and the wanted one."""
    dimension = scenario.dimensions[column[0]]
    values = list(dimension.values)
    wanted = values.index(dimension.wanted[column[1]])
    found: Floats = np.zeros(len(block))
    for case in reversed(scenario.endings[place].values[column[0]]):
        steps = -abs(values.index(case.value) - wanted)
        if case.when is None:
            found = np.full(len(block), float(steps))
        else:
            holds = ask(compile_test(case.when.tree, story.rules.layouts[place], {}), block)
            found = np.where(holds, float(steps), found)
    return found


def _compare_odds(look: Look, goal_count: int, found: _Pairs) -> None:
    possible = np.broadcast_to(look.crossing.odds.possible, (len(look.futures), look.crossing.count))
    for one, other in combinations(range(len(look.futures)), 2):
        first, second = look.futures[one], look.futures[other]
        both = possible[one] & possible[other]
        if first is None or second is None or not found.same[one, other] or not both.any():
            continue
        found.met[one, other] = found.met[other, one] = True
        if (np.abs(first - second)[both] > SAME).any():
            found.same[one, other] = found.same[other, one] = False
    ending_count = look.here.shape[1] - goal_count - 1
    for number, future in enumerate(look.futures):
        if future is None or not found.decides:
            continue
        rows = future[possible[number]]
        surest = np.column_stack([rows[:, :ending_count], rows[:, -1:]])
        found.decides &= bool((surest.max(axis=1, initial=0.0) > 1 - SAME).all())
        found.decided.setdefault(number, set()).update(surest.argmax(axis=1).tolist())


def _compare_goals(look: Look, columns: tuple[int, list[int]], found: _Pairs) -> None:
    goal_count, own = columns
    first_goal = look.here.shape[1] - goal_count - 1
    possible = np.broadcast_to(look.crossing.odds.possible, (len(look.futures), look.crossing.count))
    for one, other in permutations(range(len(look.futures)), 2):
        first, second = look.futures[one], look.futures[other]
        here = possible[one]
        if not found.not_better[one, other]:
            continue
        if first is None or second is None or not own or (here & ~possible[other]).any():
            found.not_better[one, other] &= not (own and here.any())
            continue
        lead = np.stack([(first - second)[here][:, first_goal + number] for number in own])
        if (lead > SAME).any():
            found.not_better[one, other] = False
        worse = np.flatnonzero((lead < -WORSE).any(axis=0))
        if len(worse):
            found.worse[one, other] = True
            row = look.crossing.part.start + int(np.flatnonzero(here)[worse[0]])
            found.worse_row.setdefault((one, other), row)


def _same(audit: Audit, decision: DecisionPoint, found: _Pairs) -> Iterator[Finding]:
    names = tuple(decision.options)
    if found.met.any() and found.same[found.met].all():
        way, seated = audit.way_through(decision.id)
        place = place_of(audit.scenario, f"decisions.{decision.id}")
        values = slots(decision=decision.id)
        yield Finding(place, "decision-changes-nothing", "warning", values, None, way, seated)
        return
    for number, name in enumerate(names):
        twins = [other for other in range(number) if found.met[number, other] and found.same[number, other]]
        if twins:
            way, seated = audit.way_through(decision.id)
            place = place_of(audit.scenario, decision.options[name].key)
            values = slots(decision=decision.id, option=name, other=names[twins[0]])
            yield Finding(place, "option-changes-nothing", "warning", values, None, way, seated)


def _dominated(audit: Audit, decision: DecisionPoint, found: _Pairs) -> Iterator[Finding]:
    names = tuple(decision.options)
    for number, name in enumerate(names):
        for other in range(len(names)):
            if other == number or not (found.not_better[number, other] and found.worse[number, other]):
                continue
            way, seated = audit.witness(decision.id, found.worse_row[number, other], number)
            place = place_of(audit.scenario, decision.options[name].key)
            values = slots(decision=decision.id, option=name, other=names[other], side=decision.side)
            yield Finding(place, "option-dominated", "info", values, None, way, seated)
            break


def _decisive(audit: Audit, decision: DecisionPoint, found: _Pairs) -> Iterator[Finding]:
    if not decision.is_incident or not found.decides:
        return
    # alone: each outcome has one ending, whatever the state it befalls
    is_alone = all(len(endings) == 1 for endings in found.decided.values())
    if is_alone and len(set().union(*found.decided.values())) > 1:
        way, seated = audit.way_through(decision.id)
        place = place_of(audit.scenario, f"decisions.{decision.id}")
        yield Finding(place, "incident-decides", "warning", slots(decision=decision.id), None, way, seated)


def _weightless(audit: Audit, decision: DecisionPoint) -> Iterator[Finding]:
    """Find states in which all open weights are zero, so that play falls back to equal ones."""
    stage = audit.story.rules.stages[decision.id]
    for crossing in audit.story.crossings(decision.id):
        layer = audit.story.visits[decision.id].layer
        block = Block(stage.layout, tuple(word[crossing.part] for word in layer.keys))
        total = (stage.weight_rows(block) * crossing.odds.offered).sum(axis=0)
        bare = np.broadcast_to((total == 0) & crossing.odds.offered.any(axis=0), crossing.count)
        if bare.any():
            way, seated = audit.witness(decision.id, crossing.part.start + int(np.flatnonzero(bare)[0]))
            place = place_of(audit.scenario, f"decisions.{decision.id}.options", f"decisions.{decision.id}")
            values = slots(decision=decision.id)
            yield Finding(place, "weights-all-zero", "warning", values, None, way, seated)
            return
