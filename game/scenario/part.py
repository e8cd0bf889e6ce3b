"""What was read so far: values with the nodes they came from, places, and what was spoilt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from game.scenario.problem import Place, Problems
from game.scenario.tree import Node


class _Missing:
    def __repr__(self) -> str:
        return "MISSING"

    def __bool__(self) -> bool:
        return False


MISSING: Final[Any] = _Missing()


@dataclass(slots=True)
class Reading:
    """What one reading collects: the problems, the place of every path, and what is `spoilt`.

    A spoilt path was written but could not be read, or was left out where it must stand: its own
    problem has been told, and whatever refers to it is not told again.
    """

    problems: Problems
    places: dict[str, Place] = field(default_factory=dict)
    spoilt: set[str] = field(default_factory=set)

    def spoils(self, path: str) -> bool:
        """Claim that `path`, or something that it lies in, could not be read."""
        return any(path == spoilt or path.startswith(f"{spoilt}.") for spoilt in self.spoilt)


@dataclass(frozen=True, slots=True)
class Name:
    """An id that refers to something, with its place, to be looked up later."""

    text: str
    place: Place


class Part:
    """A record as it was read: values by field name, with the nodes they came from."""

    __slots__ = ("node", "path", "values")

    def __init__(self, path: str, node: Node, values: dict[str, Any]) -> None:
        self.path = path
        self.node = node
        self.values = values

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name, MISSING)

    def get(self, name: str, default: Any = None) -> Any:
        """Give the value of a field, or `default` where it is missing."""
        value = self.values.get(name, MISSING)
        return default if value is MISSING else value

    def place(self, name: str) -> Place:
        """Give the place of a field's value, or of the record where the field is missing."""
        pair = self.node.pairs.get(name)
        return pair[1].place if pair else self.node.place
