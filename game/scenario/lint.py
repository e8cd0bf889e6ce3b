"""Faults that only the whole scenario shows: order, reach, and the limits of evidence."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from game.scenario.model import GRADES, DecisionPoint, Option, Scenario
from game.scenario.problem import Problems
from game.scenario.resolve import NOWHERE

FAR = 10**6


def lint(scenario: Scenario, problems: Problems) -> Scenario:
    """Note the faults of `scenario`; give it with `order` and every option's `distance` filled in."""
    _check_clock(scenario, problems)
    order = _order(scenario, problems)
    # Where a next leads nowhere, what lies behind it is not a fault of its own.
    if not problems.has("unknown-next", "no-next", "bad-id", "unknown-decision"):
        _check_reach(scenario, problems)
    measured = _with_distances(scenario, order)
    _check_horizon(measured, problems)
    return measured


def _check_reach(scenario: Scenario, problems: Problems) -> None:
    reached = _reached(scenario)
    for name in scenario.decisions:
        if name not in reached:
            problems.add(scenario.places[f"decisions.{name}"], "unreachable-decision", name=name)
    for name in scenario.endings:
        if name not in reached:
            problems.add(scenario.places[f"endings.{name}"], "unreachable-ending", name=name)
    if scenario.endings and not reached & scenario.endings.keys():
        problems.add(scenario.places["endings"], "no-ending-reachable")


def _targets(decision: DecisionPoint) -> set[str]:
    return {branch.to for option in decision.options.values() for branch in option.nexts}


def _check_clock(scenario: Scenario, problems: Problems) -> None:
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            for branch in option.nexts:
                target = scenario.decisions.get(branch.to)
                if target is not None and NOWHERE != target.at < decision.at:
                    own = f"{option.key}.next"
                    shared = f"decisions.{decision.id}.next"
                    place = scenario.places.get(own) or scenario.places[shared]
                    times = {
                        "here": f"{decision.at:%Y-%m-%d %H:%M%z}",
                        "there": f"{target.at:%Y-%m-%d %H:%M%z}",
                    }
                    problems.add(place, "back-in-time", to=branch.to, **times)


def _order(scenario: Scenario, problems: Problems) -> tuple[str, ...]:
    """Sort the decision points so that every option leads forward; a loop is a problem."""
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
    looping = [name for name in scenario.decisions if name not in order]
    for name in _in_loops(scenario, looping):
        problems.add(scenario.places[f"decisions.{name}"], "loop", name=name)
    return tuple(order + looping)


def _in_loops(scenario: Scenario, names: list[str]) -> list[str]:
    """Keep the decision points that lead back to themselves."""
    inside = set(names)
    looping = []
    for name in names:
        seen: set[str] = set()
        todo = [target for target in _targets(scenario.decisions[name]) if target in inside]
        while todo:
            at = todo.pop()
            if at not in seen:
                seen.add(at)
                todo.extend(target for target in _targets(scenario.decisions[at]) if target in inside)
        if name in seen:
            looping.append(name)
    return looping


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
            step = 0 if option.id == decision.historical.choice else 1
            distance = min(so_far + step, FAR)
            options[option.id] = replace(option, distance=distance)
            for branch in option.nexts:
                nearest_to[branch.to] = min(nearest_to.get(branch.to, FAR), distance)
        decisions[name] = replace(decision, options=options)
    return replace(scenario, decisions=decisions, order=order)


def best_grade(distance: int) -> str:
    """Give the best grade that evidence can carry so many causal steps from the record."""
    return GRADES[min(distance, len(GRADES) - 1)]


def _check_horizon(scenario: Scenario, problems: Problems) -> None:
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            for number, consequence in enumerate(option.consequences):
                links = max(option.distance, consequence.links)
                grade = consequence.grade
                if grade is None or links >= FAR or grade >= best_grade(links):
                    continue
                path = f"{option.key}.consequence"
                place = (
                    scenario.places.get(f"{path}.grade")
                    or scenario.places.get(f"{path}.{number}.grade")
                    or scenario.places[path]
                )
                values = {"grade": grade, "best": best_grade(links), "links": links}
                problems.add(place, "grade-above-horizon", nearest=best_grade(links), **values)
