"""What evidence can carry: the horizon of a grade, and the sources and reasons that it wants."""

from __future__ import annotations

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
                    place = _place(scenario, option, number)
                    _check(option, consequence, place, problems)


def _check(option: Option, consequence: Consequence, place: Place, problems: Problems) -> None:
    grade, links = consequence.grade, max(option.distance, consequence.links)
    assert grade is not None  # asked for by the caller
    best = best_grade(links)
    if grade < best:
        problems.add(place, "grade-above-horizon", nearest=best, grade=grade, best=best, links=links)
    if grade == GRADES[-1]:
        return
    if not consequence.sources:
        problems.add(place, "grade-without-source", grade=grade)
    if option.distance and not (consequence.mechanism and consequence.against):
        problems.add(place, "grade-without-reason", grade=grade)


def _place(scenario: Scenario, option: Option, number: int) -> Place:
    path = f"{option.key}.consequence"
    places = scenario.places
    return places.get(f"{path}.grade") or places.get(f"{path}.{number}.grade") or places[path]
