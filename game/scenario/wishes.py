"""What an author asks of the checker: playthrough tests, properties, and advice that is to be silent.

None of it changes how the scenario plays, so none of it stands in the Scenario.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.scenario.condition import Condition
from game.scenario.problem import Place

PropertyKind = Literal["always", "sometimes", "eventually"]
KINDS: tuple[PropertyKind, ...] = ("always", "sometimes", "eventually")


@dataclass(frozen=True, slots=True)
class Silence:
    """Advice of one code that is not to be given, at `at` and below it or everywhere, and why."""

    code: str
    at: str | None
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a test, with its place; `decision` is None where the choices are given in order."""

    option: str
    decision: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Expected:
    """What a variable must be in the end: one of `values`, written `words`."""

    variable: int
    values: frozenset[int]
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a text that some desk of `to` (None: any desk) must come to see, or must not."""

    text: str
    to: frozenset[str] | None
    place: Place


@dataclass(frozen=True, slots=True)
class PlayTest:
    """One playthrough and what is expected of it. `rest` is how all other choices are made."""

    id: str
    place: Place
    choices: tuple[Choice, ...]
    rest: str
    players: frozenset[str]
    ending: str | None
    ending_place: Place
    values: tuple[Expected, ...]
    shown: tuple[Shown, ...]
    not_shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """A claim about every playthrough. `at` are the decision points and endings it speaks of."""

    id: str
    kind: PropertyKind
    condition: Condition
    at: frozenset[str]
    place: Place


@dataclass(frozen=True, slots=True)
class Wishes:
    """All that an author asks of the checker."""

    tests: tuple[PlayTest, ...] = ()
    properties: tuple[Property, ...] = ()
    silences: tuple[Silence, ...] = ()
