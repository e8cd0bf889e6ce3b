"""Every condition that an author wrote, with its place and when it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.analysis.finding import place_of
from game.scenario.condition import Condition
from game.scenario.model import Adviser, DecisionPoint, Desk, Ending, Option, Scenario
from game.scenario.problem import Place
from game.scenario.text import Beat

Role = Literal["offer", "weight", "next", "text", "value"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One condition. It is asked at `at`; with an `option`, only where that can be taken.

    `is_after` says that the option's effects come first. Conditions of one `group` are asked in turn,
    each where none before it held.
    """

    condition: Condition
    role: Role
    place: Place
    at: str
    option: int | None = None
    is_after: bool = False
    group: str = ""


def inventory(scenario: Scenario) -> tuple[Asked, ...]:
    """Give all conditions, in the author's order."""
    found: list[Asked] = []
    for decision in scenario.decisions.values():
        found.extend(_texts(scenario, decision))
        for number, option in enumerate(decision.options.values()):
            found.extend(_of_option(scenario, decision, number, option))
    for ending in scenario.endings.values():
        found.extend(_of_ending(scenario, ending))
    return tuple(found)


def _texts(scenario: Scenario, decision: DecisionPoint) -> Iterator[Asked]:
    base = f"decisions.{decision.id}"
    parts: tuple[tuple[str, tuple[Beat | Desk | Adviser, ...]], ...] = (
        ("situation", decision.situation),
        ("documents", decision.documents),
        ("advisers", decision.advisers),
    )
    for name, items in parts:
        for number, item in enumerate(items):
            if item.when is not None:
                place = _when(scenario, f"{base}.{name}", number)
                yield Asked(item.when, "text", place, decision.id)


def _of_option(scenario: Scenario, decision: DecisionPoint, number: int, option: Option) -> Iterator[Asked]:
    key = option.key
    if option.when is not None:
        place = place_of(scenario, f"{key}.when", key)
        yield Asked(option.when, "offer", place, decision.id)
    for at, weight in enumerate(option.weights):
        if weight.when is not None:
            place = _when(scenario, f"{key}.weight", at)
            yield Asked(weight.when, "weight", place, decision.id, number, False, f"{key}.weight")
    own = f"{key}.next" in scenario.places
    nexts = f"{key}.next" if own else f"decisions.{decision.id}.next"
    for at, branch in enumerate(option.nexts):
        if branch.when is not None:
            place = _when(scenario, nexts, at)
            yield Asked(branch.when, "next", place, decision.id, number, True, f"{key}.next")
    for at, consequence in enumerate(option.consequences):
        if consequence.when is not None:
            place = _when(scenario, f"{key}.consequence", at)
            yield Asked(consequence.when, "text", place, decision.id, number, True, f"{key}.consequence")


def _of_ending(scenario: Scenario, ending: Ending) -> Iterator[Asked]:
    base = f"endings.{ending.id}"
    for number, beat in enumerate(ending.text):
        if beat.when is not None:
            yield Asked(beat.when, "text", _when(scenario, f"{base}.text", number), ending.id)
    for dimension, cases in ending.values.items():
        for number, case in enumerate(cases):
            if case.when is not None:
                path = f"{base}.values.{dimension}"
                yield Asked(case.when, "value", _when(scenario, path, number), ending.id, None, False, path)


def _when(scenario: Scenario, path: str, number: int) -> Place:
    return place_of(scenario, f"{path}.{number}.when", f"{path}.when", f"{path}.{number}", path)
