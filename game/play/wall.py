"""The plotting wall: what the map shows one side at the present hour, in the present state."""

from __future__ import annotations

from datetime import datetime

from game.play import clock
from game.play.globe import bearing, distance_km
from game.play.playthrough import Playthrough
from game.play.shown import sources
from game.play.view import ChartView, MapView, MarkView, Reader
from game.scenario.chart import LAYERS, Map, MapMark, layer_of
from game.scenario.model import Scenario

_HERE_KM = 15  # so near a city a mark is simply said to be there
_DIRECTIONS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")
_ROUND_TO_KM = 10


def hour(play: Playthrough) -> datetime | None:
    """Give the moment of the present decision point; after the ending, its own or the last one's."""
    if not play.is_over:
        return play.decision.at
    last = play.scenario.decisions[play.turns[-1].decision].at if play.turns else None
    return play.ending.at or last


def wall(play: Playthrough, side: str, reader: Reader) -> MapView | None:
    """Give what the map shows `side` now, or None where the scenario has no map.

    Marks stand in the order of the layers, those of one layer in the author's order.
    """
    chart, at = play.scenario.map, hour(play)
    if chart is None or at is None:
        return None
    shown = [mark for mark in chart.marks.values() if mark.is_shown(side, at, play.state.values)]
    layers = list(LAYERS)
    shown.sort(key=lambda mark: layers.index(layer_of(mark.kind)))
    city = play.scenario.sides[side].clock
    zone = play.scenario.clocks[city].zone if city else None
    return MapView(
        hour=clock.full(reader.words, clock.local(at, zone)),
        charts=tuple(
            ChartView(one.id, reader.texts(one.name), one.centre, one.reach_km) for one in chart.charts
        ),
        marks=tuple(_mark(play.scenario, mark, _where(chart, mark, reader), reader) for mark in shown),
    )


def _mark(scenario: Scenario, mark: MapMark, where: str, reader: Reader) -> MarkView:
    side = scenario.sides[mark.side] if mark.side is not None else None
    return MarkView(
        id=mark.id,
        kind=mark.kind,
        layer=layer_of(mark.kind),
        side_name=reader.texts(side.name) if side is not None else "",
        shape=side.shape if side is not None else "",
        label=reader.texts(mark.label),
        text=reader.texts(mark.text),
        where=where,
        position=mark.position,
        points=mark.points,
        radius_km=mark.radius_km,
        arc=mark.arc,
        sources=sources(scenario, mark.sources, reader),
    )


def _where(chart: Map, mark: MapMark, reader: Reader) -> str:
    """Say how far and in which direction a mark lies from the nearest city; nothing of a city itself.

    Asked of the author's cities, shown or not: where a town lies is no secret.
    """
    cities = [city for city in chart.marks.values() if city.kind == "city"]
    if mark.kind == "city" or len(mark.points) > 1 or not cities:
        return ""
    point = mark.points[0]
    near = min(cities, key=lambda city: distance_km(city.points[0], point))
    length, name = distance_km(near.points[0], point), reader.texts(near.label)
    if length < _HERE_KM:
        return reader.words("view.near", city=name)
    direction = _DIRECTIONS[round(bearing(near.points[0], point) / 45) % 8]
    return reader.words(
        "view.away",
        length=round(length / _ROUND_TO_KM) * _ROUND_TO_KM,
        direction=reader.words(f"view.direction.{direction}"),
        city=name,
    )
