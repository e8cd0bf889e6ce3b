"""Faults that only the whole scenario shows: order and reach."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from game.scenario.evidence import FAR, check_evidence
from game.scenario.model import DecisionPoint, Option, Scenario
from game.scenario.papers import check_papers
from game.scenario.part import Reading
from game.scenario.problem import Place, Problems
from game.scenario.resolve import NOWHERE

_FOLLOWED = frozenset({"decisions", "endings", "start", "options", "next", "to", "historical", "choice"})
_BREAKS = (
    "duplicate-key",
    "duplicate-keys",
    "unknown-next",
    "no-next",
    "unknown-decision",
    "unknown-option",
    "next-open",
    "back-in-time",
)


def lint(scenario: Scenario, reading: Reading) -> Scenario:
    """Note the faults of `scenario`; give it with `order` and every option's `distance` filled in."""
    problems = reading.problems
    _check_clock(scenario, problems)
    check_papers(scenario, problems)
    order = _order(scenario)
    # Where a next or a historical choice is at fault, what follows from it is not a fault of its own.
    if not problems.has(*_BREAKS) and not any(_is_followed(path) for path in reading.spoilt):
        _check_loops(scenario, order, problems)
        _check_reach(scenario, problems)
        measured = _with_distances(scenario, order)
        check_evidence(measured, problems)
        return measured
    return scenario


def _is_followed(path: str) -> bool:
    """Claim that a path that could not be read says where play goes, or what the record chose."""
    words = path.split(".")
    return words[-1] in _FOLLOWED or len(words) == 2 or words[-2:-1] in (["next"], ["options"], ["choice"])


def _check_reach(scenario: Scenario, problems: Problems) -> None:
    reached = _reached(scenario)
    if scenario.endings and not reached & scenario.endings.keys():
        problems.add(scenario.places["endings"], "no-ending-reachable")
    if problems.has("loop"):  # mended, it will lead elsewhere
        return
    # What only an unreachable decision point leads to is reached when that one is.
    reached = reached.union(*(_targets(decision) for decision in scenario.decisions.values()))
    for name in scenario.decisions:
        if name not in reached:
            problems.add(scenario.places[f"decisions.{name}"], "unreachable-decision", name=name)
    for name in scenario.endings:
        if name not in reached:
            problems.add(scenario.places[f"endings.{name}"], "unreachable-ending", name=name)


def _targets(decision: DecisionPoint) -> set[str]:
    return {branch.to for option in decision.options.values() for branch in option.nexts}


def _check_clock(scenario: Scenario, problems: Problems) -> None:
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            for branch in option.nexts:
                target = scenario.decisions.get(branch.to) or scenario.endings.get(branch.to)
                there = target.at if target is not None else None
                if there is not None and NOWHERE != there < decision.at:
                    place = _next_place(scenario, decision, option)
                    times = {
                        "here": f"{decision.at:%Y-%m-%d %H:%M%z}",
                        "there": f"{there:%Y-%m-%d %H:%M%z}",
                    }
                    problems.add(place, "back-in-time", to=branch.to, **times)


def _order(scenario: Scenario) -> tuple[str, ...]:
    """Sort the decision points so that every option leads forward; those in loops come last."""
    waiting = {
        name: len([1 for d in scenario.decisions.values() if name in _targets(d)])
        for name in scenario.decisions
    }
    ready = deque(name for name, count in waiting.items() if count == 0)
    order: list[str] = []
    while ready:
        name = ready.popleft()
        order.append(name)
        for target in sorted(_targets(scenario.decisions[name])):
            if target in waiting:
                waiting[target] -= 1
                if waiting[target] == 0:
                    ready.append(target)
    return (*order, *(name for name in scenario.decisions if name not in order))


def _check_loops(scenario: Scenario, order: tuple[str, ...], problems: Problems) -> None:
    """Note each loop once, at the next that closes it, as the story meets it."""
    done: set[str] = set()
    for first in order:
        trail: list[str] = []
        todo: list[tuple[str, int]] = [(first, 0)]
        while todo:
            name, depth = todo.pop()
            del trail[depth:]
            if name in trail:
                _note_loop(scenario, [*trail[trail.index(name) :], name], problems)
            elif name not in done and name in scenario.decisions:
                done.add(name)
                trail.append(name)
                targets = sorted(_targets(scenario.decisions[name]), reverse=True)
                todo.extend((target, depth + 1) for target in targets)


def _note_loop(scenario: Scenario, loop: list[str], problems: Problems) -> None:
    last = scenario.decisions[loop[-2]]
    option = next(o for o in last.options.values() if any(branch.to == loop[-1] for branch in o.nexts))
    problems.add(_next_place(scenario, last, option), "loop", name=loop[-1], way=" > ".join(loop))


def _next_place(scenario: Scenario, decision: DecisionPoint, option: Option) -> Place:
    return scenario.places.get(f"{option.key}.next") or scenario.places[f"decisions.{decision.id}.next"]


def _reached(scenario: Scenario) -> set[str]:
    """Give everything that a chain of nexts leads to, whatever the conditions."""
    seen: set[str] = set()
    todo = [scenario.start]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            decision = scenario.decisions.get(name)
            todo.extend(_targets(decision) if decision else ())
    return seen


def _with_distances(scenario: Scenario, order: tuple[str, ...]) -> Scenario:
    """Fill in each option's distance from the record: the least number of choices unlike it."""
    nearest_to = {scenario.start: 0}
    decisions = dict(scenario.decisions)
    for name in order:
        decision = scenario.decisions[name]
        so_far = nearest_to.get(name, FAR)
        options: dict[str, Option] = {}
        for option in decision.options.values():
            step = 0 if option.id in decision.historical.admitted else 1
            distance = min(so_far + step, FAR)
            options[option.id] = replace(option, distance=distance)
            for branch in option.nexts:
                nearest_to[branch.to] = min(nearest_to.get(branch.to, FAR), distance)
        decisions[name] = replace(decision, options=options)
    return replace(scenario, decisions=decisions, order=order)
