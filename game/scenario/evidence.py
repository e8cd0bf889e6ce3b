"""What evidence can carry: the horizon of a grade, and the sources and reasons that it wants."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.model import GRADES, Consequence, Option, Scenario
from game.scenario.problem import Place, Problems

FAR = 10**6
"""The distance of an option that no path leads to."""


def best_grade(distance: int) -> str:
    """Give the best grade that evidence can carry so many causal steps from the record."""
    return GRADES[min(distance, len(GRADES) - 1)]


def check_evidence(scenario: Scenario, problems: Problems) -> None:
    """Note every consequence that claims more than it shows. Needs the distances of all options."""
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            for number, consequence in enumerate(option.consequences):
                if consequence.grade is not None and option.distance < FAR:
                    _check(option, consequence, _places(scenario, option, number), problems)


def _check(option: Option, consequence: Consequence, places: Mapping[str, Place], problems: Problems) -> None:
    place = places["grade"]
    grade, links = consequence.grade, max(option.distance, consequence.links)
    assert grade is not None  # asked for by the caller
    best = best_grade(links)
    if grade < best:
        problems.add(place, "grade-above-horizon", nearest=best, grade=grade, best=best, links=links)
    if grade == GRADES[-1]:
        return
    if "sources" not in places:  # a source that is not listed has been told
        problems.add(place, "grade-without-source", grade=grade)
    if option.distance and not (consequence.mechanism and consequence.against):
        problems.add(place, "grade-without-reason", grade=grade)


def _places(scenario: Scenario, option: Option, number: int) -> dict[str, Place]:
    """Give the places of a consequence's keys, whether it stands alone or in a list."""
    path = f"{option.key}.consequence"
    if f"{path}.{number}" in scenario.places:
        path = f"{path}.{number}"
    found = {key: scenario.places.get(f"{path}.{key}") for key in ("grade", "sources")}
    return {key: place for key, place in found.items() if place is not None}
