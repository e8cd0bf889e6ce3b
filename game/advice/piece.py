"""A piece of advice: something in a scenario that teaches worse than it could."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.scenario.model import Scenario
from game.scenario.problem import ADVICE, Place, Problem


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece. `path` is what it is about, such as `decisions.address.situation`; `values` fill the
    slots of the sentence `advice.<code>`."""

    code: str
    path: str
    values: tuple[tuple[str, str], ...]


Rule = Callable[[Scenario], Iterator[Piece]]


def piece(code: str, path: str, /, **values: object) -> Piece:
    """Make a piece of advice."""
    return Piece(code, path, tuple((name, str(value)) for name, value in values.items()))


def place_of(scenario: Scenario, path: str) -> Place:
    """Give the place of `path`, or of the nearest thing that holds it."""
    while path not in scenario.places and "." in path:
        path = path.rpartition(".")[0]
    return scenario.places.get(path) or min(scenario.places.values())


def as_problem(scenario: Scenario, found: Piece) -> Problem:
    """Give a piece of advice as the checker tells it."""
    return Problem(place_of(scenario, found.path), found.code, found.values, severity=ADVICE)
