"""The map of a scenario: its charts, and what is marked on them for whom, when and while what holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from game.scenario.condition import Condition
from game.scenario.text import Text
from game.scenario.variable import Values

LAYERS: Mapping[str, tuple[str, ...]] = {
    "missiles": ("missile-site",),
    "ships": ("ship", "submarine", "line"),
    "air": ("airfield", "sam-site", "flight"),
    "ranges": ("ring",),
    "places": ("city", "base"),
}
"""What can be shown or hidden together, with the kinds of mark in each."""

MARK_KINDS = tuple(kind for kinds in LAYERS.values() for kind in kinds)
DRAWN_KINDS = ("flight", "line")
"""Kinds that may be drawn through several points."""

ROUND_KINDS = ("ring", "line")
"""Kinds that may lie around a point at a distance."""

POSITIONS = ("known", "approximate", "disputed")


class Point(NamedTuple):
    """A point of the globe: degrees north and east, below zero for south and west."""

    north: float
    east: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A piece of the globe: what lies within `reach_km` of its centre is seen at first."""

    id: str
    name: Text
    centre: Point
    reach_km: int


@dataclass(frozen=True, slots=True)
class MapMark:
    """Something marked on the map.

    `points` is one point, or the points that a line or a flight goes through. With a `radius_km` it is
    drawn around its one point; `arc` then limits it to two bearings, clockwise. `learned` tells from when
    a side knows of it, where that is later than `since`.
    """

    id: str
    kind: str
    side: str | None
    points: tuple[Point, ...]
    radius_km: int
    arc: tuple[int, int]
    label: Text
    text: Text
    position: str
    since: datetime | None
    until: datetime | None
    learned: Mapping[str, datetime]
    when: Condition | None
    shown_to: frozenset[str] | None
    sources: tuple[str, ...]

    def is_shown(self, side: str, at: datetime, values: Values) -> bool:
        """Claim that `side` may see this mark at an hour, in a state with these values."""
        if self.shown_to is not None and side not in self.shown_to:
            return False
        since = self.learned.get(side, self.since)
        if (since is not None and at < since) or (self.until is not None and at >= self.until):
            return False
        return self.when is None or self.when.holds(values)


@dataclass(frozen=True, slots=True)
class Map:
    """The map: the chart that is shown first, then the insets; and the marks in the author's order."""

    charts: tuple[Chart, ...]
    marks: Mapping[str, MapMark]


def layer_of(kind: str) -> str:
    """Give the layer of a kind of mark."""
    return next(layer for layer, kinds in LAYERS.items() if kind in kinds)
