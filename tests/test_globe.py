"""Distances and bearings on the globe, and the flat map on which they stay true."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.globe import along, arc, bearing, distance_km, flat
from game.scenario.chart import Point

CUBA, HAVANA, WASHINGTON = Point(22, -79.5), Point(23.13, -82.38), Point(38.90, -77.04)
MAISI = Point(20.24, -74.14)
POINTS = st.builds(Point, st.floats(-89, 89), st.floats(-180, 180))


def test_distances_are_those_of_an_atlas():
    """Havana to Washington is about 1,820 km, to Cape Maisí about 910; a degree of latitude is 111.2 km."""
    assert distance_km(HAVANA, WASHINGTON) == pytest.approx(1823, abs=10)
    assert distance_km(HAVANA, MAISI) == pytest.approx(909, abs=10)
    assert distance_km(Point(0, 0), Point(1, 0)) == pytest.approx(111.195, abs=0.01)
    assert bearing(Point(0, 0), Point(0, 1)) == pytest.approx(90)
    assert bearing(HAVANA, Point(40, -82.38)) == pytest.approx(0)


def _by_law_of_cosines(one: Point, other: Point) -> float:
    a, b = math.radians(one.north), math.radians(other.north)
    cosine = math.sin(a) * math.sin(b)
    cosine += math.cos(a) * math.cos(b) * math.cos(math.radians(other.east - one.east))
    return 6371.0088 * math.acos(max(-1.0, min(1.0, cosine)))


@given(POINTS)
def test_on_the_map_distance_and_bearing_from_the_centre_are_true(point: Point):
    """Within a thousandth of the great circle, by another formula; the bearing as the compass has it."""
    length = _by_law_of_cosines(CUBA, point)
    east, north = flat(CUBA, point)
    assert math.hypot(east, north) == pytest.approx(length, rel=0.001, abs=0.5)
    if 1 < length < 20_000:
        off = (math.degrees(math.atan2(east, north)) - bearing(CUBA, point) + 180) % 360 - 180
        assert off == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("radius_km", [926, 2040, 4070])
def test_a_range_ring_around_the_centre_is_a_true_circle(radius_km: int):
    """Every one of its points lies equally far from the middle of the map."""
    ring = [flat(CUBA, point) for point in arc(CUBA, radius_km, 0, 0)]
    assert {round(math.hypot(*place), 3) for place in ring} == {radius_km}
    assert ring[0] == pytest.approx(ring[-1])
    assert len(ring) == 181


@given(POINTS, st.floats(0, 359), st.floats(1, 19_000))
def test_going_along_a_bearing_leads_as_far_as_it_says(start: Point, direction: float, length: float):
    assert distance_km(start, along(start, direction, length)) == pytest.approx(length, rel=1e-6, abs=1e-3)


def test_an_arc_runs_clockwise_from_its_first_bearing_over_north():
    """From north-west to east, as the quarantine line does, and not the other way round."""
    points = arc(MAISI, 926, 315, 90)
    assert bearing(MAISI, points[0]) == pytest.approx(315)
    assert bearing(MAISI, points[-1]) == pytest.approx(90)
    assert all(bearing(MAISI, point) >= 314.9 or bearing(MAISI, point) <= 90.1 for point in points)
