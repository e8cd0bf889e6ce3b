"""Make `coast.json`, the coastlines that maps are drawn with, from Natural Earth.

The source is the npm package `world-atlas` 2.0.2: `land-50m.json`, Natural Earth 4.1 at 1:50 million, as
TopoJSON. Fetch it with `npm pack world-atlas@2.0.2`, unpack it, and run from here:

    python make.py package/land-50m.json > coast.json

Only land and water are taken, so no border of today comes along. Every ring of land becomes one list of
whole numbers, east and north in turn, in hundredths of a degree.
"""

from __future__ import annotations

import json
import math
import sys
from typing import Any

HUNDREDTHS = 100
_COARSE = 0.15  # degrees a line may stray: what one pixel shows of a whole ocean
_FINE = 0.025  # around Cuba and in the eastern Mediterranean, where maps are looked at closely
_CLOSE = ((-100, 8, -58, 34), (5, 33, 62, 62))  # west, south, east, north
_LEAST = 0.12  # degrees across: smaller islands are left out, save where maps are close

Ring = list[tuple[float, float]]


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """Undo the differences in which TopoJSON keeps its lines."""
    (across, down), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for differences in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in differences:
            x, y = x + dx, y + dy
            arc.append((x * across + left, y * down + bottom))
        arcs.append(arc)
    return arcs


def rings_of(topology: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    """Join the lines into rings; a number below zero stands for a line walked backwards."""
    rings = []
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for numbers in (ring for polygon in polygons for ring in polygon):
            ring: Ring = []
            for number in numbers:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                ring.extend(arc[1:] if ring else arc)
            rings.append(ring)
    return rings


def slack(point: tuple[float, float]) -> float:
    """Give how far a line may stray from a point, in degrees."""
    east, north = point
    is_close = any(w <= east <= e and s <= north <= n for w, s, e, n in _CLOSE)
    return _FINE if is_close else _COARSE


def simplified(line: Ring) -> Ring:
    """Leave out what does not show, by the method of Douglas and Peucker; each point has its own slack."""
    kept = {0, len(line) - 1}
    stretches = [(0, len(line) - 1)]
    while stretches:
        first, last = stretches.pop()
        strays = [
            (_distance(line[i], line[first], line[last]) / slack(line[i]), i) for i in range(first + 1, last)
        ]
        furthest, at = max(strays, default=(0.0, 0))
        if furthest > 1:
            kept.add(at)
            stretches += [(first, at), (at, last)]
    return [line[i] for i in sorted(kept)]


def _distance(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """Give the distance from a stretch of line, in degrees of latitude."""
    narrow = math.cos(math.radians(point[1]))
    (px, py), (ax, ay), (bx, by) = ((x * narrow, y) for x, y in (point, start, end))
    length = math.hypot(bx - ax, by - ay)
    along = 0.0 if length == 0 else ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length**2
    along = min(max(along, 0), 1)
    return math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay))


def is_seen(ring: Ring) -> bool:
    """Claim that an island is large enough to be drawn."""
    across = max(x for x, _ in ring) - min(x for x, _ in ring)
    down = max(y for _, y in ring) - min(y for _, y in ring)
    return slack(ring[0]) == _FINE or max(across, down) >= _LEAST * 2


def whole(ring: Ring) -> list[int]:
    """Give a ring in hundredths of a degree, without points that then fall together."""
    numbers: list[int] = []
    for east, north in ring:
        pair = [round(east * HUNDREDTHS), round(north * HUNDREDTHS)]
        if numbers[-2:] != pair:
            numbers += pair
    return numbers


def main() -> None:
    """Write the coastlines of the file named on the command line."""
    with open(sys.argv[1], encoding="utf-8") as file:
        topology = json.load(file)
    rings = [ring for ring in rings_of(topology, arcs_of(topology)) if is_seen(ring)]
    coast = [numbers for ring in rings if len(numbers := whole(simplified(ring))) >= 8]
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in coast)
    print(f"[\n{lines}\n]")


if __name__ == "__main__":
    main()
