"""The globe: how far and in which direction one point lies from another, and a flat map around a centre.

The map is the azimuthal equidistant projection, as J. P. Snyder gives it in Map Projections, A Working
Manual (U.S. Geological Survey Professional Paper 1395, 1987), on a sphere: from the centre every distance and
every bearing is true, so a range ring around it is a true circle.
"""

from __future__ import annotations

import math

from game.scenario.chart import Point

EARTH_KM = 6371.0088
"""The mean radius. A sphere is off by at most half a per cent: less than a ship's position was."""

Flat = tuple[float, float]
"""A place on a flat map: kilometres east and north of its centre."""


def distance_km(start: Point, end: Point) -> float:
    """Give the length of the great circle between two points."""
    half_north = math.sin(math.radians(end.north - start.north) / 2)
    half_east = math.sin(math.radians(end.east - start.east) / 2)
    narrow = math.cos(math.radians(start.north)) * math.cos(math.radians(end.north))
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half_north**2 + narrow * half_east**2)))


def bearing(start: Point, end: Point) -> float:
    """Give the direction in which the great circle to `end` sets out: degrees from north, clockwise."""
    east, north = _heading(start, end)
    return math.degrees(math.atan2(east, north)) % 360


def _heading(start: Point, end: Point) -> Flat:
    """Give how far east and north `end` lies, as a vector of the length of the angle's sine."""
    one, other = math.radians(start.north), math.radians(end.north)
    turn = math.radians(end.east - start.east)
    east = math.cos(other) * math.sin(turn)
    north = math.cos(one) * math.sin(other) - math.sin(one) * math.cos(other) * math.cos(turn)
    return east, north


def flat(centre: Point, point: Point) -> Flat:
    """Project `point` onto the map around `centre`. What lies right across the globe is put due north."""
    east, north = _heading(centre, point)
    length = math.hypot(east, north)
    distance = distance_km(centre, point)
    if length == 0:
        return 0.0, distance
    return distance * east / length, distance * north / length


def along(start: Point, direction: float, length_km: float) -> Point:
    """Give where one comes to from `start`, setting out in `direction` and going straight on."""
    angle, course, north = length_km / EARTH_KM, math.radians(direction), math.radians(start.north)
    end = math.asin(math.sin(north) * math.cos(angle) + math.cos(north) * math.sin(angle) * math.cos(course))
    turn = math.atan2(
        math.sin(course) * math.sin(angle) * math.cos(north),
        math.cos(angle) - math.sin(north) * math.sin(end),
    )
    return Point(math.degrees(end), (start.east + math.degrees(turn) + 540) % 360 - 180)


def arc(centre: Point, radius_km: float, start: float, end: float) -> tuple[Point, ...]:
    """Give points two degrees apart on a circle around `centre`, clockwise from one bearing to another.

    Equal bearings give the whole circle, its first point again at the end.
    """
    sweep = (end - start) % 360 or 360
    steps = max(2, math.ceil(sweep / 2))
    return tuple(along(centre, start + sweep * i / steps, radius_km) for i in range(steps + 1))
