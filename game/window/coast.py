"""The coast, projected once for each centre."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from game.play.globe import Flat, flat
from game.scenario.chart import Point
from game.store import asset, read_text

_HUNDREDTHS = 100
_SEAM = 179.99  # where the source cuts land that crosses the date line; no coast runs there


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring of land on the flat map, with its bounds west, south, east and north in kilometres.

    `is_coast` says of every stretch from one place to the next whether the sea lies there.
    """

    places: tuple[Flat, ...]
    is_coast: tuple[bool, ...]
    bounds: tuple[float, float, float, float]


@lru_cache(maxsize=1)
def _rings() -> tuple[tuple[Point, ...], ...]:
    numbers: list[list[int]] = json.loads(read_text(asset("map/coast.json")))
    return tuple(
        tuple(
            Point(north / _HUNDREDTHS, east / _HUNDREDTHS)
            for east, north in zip(ring[::2], ring[1::2], strict=True)
        )
        for ring in numbers
    )


@lru_cache(maxsize=4)
def land(centre: Point) -> tuple[Ring, ...]:
    """Give every ring of land around `centre`."""
    return tuple(_ring(centre, points) for points in _rings())


def _ring(centre: Point, points: tuple[Point, ...]) -> Ring:
    places = tuple(flat(centre, point) for point in points)
    is_coast = tuple(
        not (abs(one.east) > _SEAM and abs(other.east) > _SEAM) for one, other in pairwise(points)
    )
    east, north = [x for x, _ in places], [y for _, y in places]
    return Ring(places, is_coast, (min(east), min(north), max(east), max(north)))
