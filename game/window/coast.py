"""The coast, projected once for each centre."""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import pairwise

from game.play.globe import Flat, flat
from game.scenario.chart import Point
from game.store import asset, read_text

_HUNDREDTHS = 100
_SEAM = 179.99  # where the source cuts land that crosses the date line; no coast runs there


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
def land(centre: Point) -> tuple[tuple[tuple[Flat, ...], tuple[bool, ...]], ...]:
    """Give every ring of land around `centre`, and for each of its stretches whether it is a coast."""
    found = []
    for ring in _rings():
        is_coast = tuple(
            not (abs(one.east) > _SEAM and abs(other.east) > _SEAM) for one, other in pairwise(ring)
        )
        found.append((tuple(flat(centre, point) for point in ring), is_coast))
    return tuple(found)
