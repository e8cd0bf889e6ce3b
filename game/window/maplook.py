"""How a reader looks at the map: which chart, how close, where, and what is picked or hidden."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from game.play.globe import flat
from game.play.view import ChartView, MapView, MarkView

_STEP = 1.5  # a step closer shows so many times less
_CLOSEST, _FURTHEST = 5, -4
_PAN = 0.35  # of what can be seen from the middle to the edge
_LIMIT_KM = 7000
_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}


@dataclass(frozen=True, slots=True)
class MapLook:
    """A chart by its id, steps closer than its author meant, and the middle of what is seen.

    `hidden` are layers, `picked` is a mark, `back` counts own turns back from the present one.
    """

    chart: str = ""
    zoom: int = 0
    east_km: int = 0
    north_km: int = 0
    hidden: frozenset[str] = frozenset()
    picked: str = ""
    back: int = 0

    def chart_of(self, wall: MapView) -> ChartView:
        """Give the chart that is looked at."""
        return next((chart for chart in wall.charts if chart.id == self.chart), wall.charts[0])

    def reach_km(self, wall: MapView) -> float:
        """Give how far one sees from the middle."""
        return float(self.chart_of(wall).reach_km / _STEP**self.zoom)

    def marks(self, wall: MapView) -> tuple[MarkView, ...]:
        """Give the marks of the layers that are shown."""
        return tuple(mark for mark in wall.marks if mark.layer not in self.hidden)


def after(look: MapLook, asked: str, wall: MapView) -> MapLook:
    """Give how one looks after what was asked for: a verb and what it is done to, as in `zoom 1`.

    `zoom` and `pan`; `layer` shows or hides one; `pick` marks one, or none when it is picked again;
    `next` picks the mark so many further on; `chart` and `whole` look at a chart as its author meant.
    """
    verb, _, to = asked.partition(" ")
    return _VERBS[verb](look, to, wall)


def _zoom(look: MapLook, steps: str, wall: MapView) -> MapLook:
    """Go closer or further; closer to what is picked, if anything is."""
    closer = replace(look, zoom=min(max(look.zoom + int(steps), _FURTHEST), _CLOSEST))
    picked = next((mark for mark in wall.marks if mark.id == look.picked and not mark.radius_km), None)
    if picked is None or int(steps) < 0:
        return closer
    east, north = flat(look.chart_of(wall).centre, picked.points[0])
    return replace(closer, east_km=_within(east), north_km=_within(north))


def _pan(look: MapLook, way: str, wall: MapView) -> MapLook:
    step = look.reach_km(wall) * _PAN
    east, north = _WAYS[way]
    return replace(
        look, east_km=_within(look.east_km + east * step), north_km=_within(look.north_km + north * step)
    )


def _within(length_km: float) -> int:
    return round(min(max(length_km, -_LIMIT_KM), _LIMIT_KM))


def _layer(look: MapLook, layer: str, wall: MapView) -> MapLook:
    hidden = look.hidden ^ {layer}
    is_gone = any(mark.id == look.picked and mark.layer in hidden for mark in wall.marks)
    return replace(look, hidden=hidden, picked="" if is_gone else look.picked)


def _pick(look: MapLook, picked: str, wall: MapView) -> MapLook:
    if picked == look.picked:
        return replace(look, picked="")
    mark = next(mark for mark in wall.marks if mark.id == picked)
    return _brought_in_sight(replace(look, picked=picked), mark, wall)


def _brought_in_sight(look: MapLook, mark: MarkView, wall: MapView) -> MapLook:
    """Move to a mark that could not be seen; a ring is too large to be moved to."""
    if mark.radius_km:
        return look
    point = mark.points[0]
    east, north = flat(look.chart_of(wall).centre, point)
    reach = look.reach_km(wall) * 0.9
    if max(abs(east - look.east_km), abs(north - look.north_km)) <= reach:
        return look
    for chart in wall.charts:
        east, north = flat(chart.centre, point)
        if max(abs(east), abs(north)) <= chart.reach_km * 0.95:
            return replace(look, chart=chart.id, zoom=0, east_km=0, north_km=0)
    east, north = flat(wall.charts[0].centre, point)
    return replace(look, chart=wall.charts[0].id, east_km=_within(east), north_km=_within(north))


def _next(look: MapLook, steps: str, wall: MapView) -> MapLook:
    ids = [mark.id for mark in look.marks(wall)]
    if not ids:
        return look
    start = ids.index(look.picked) + int(steps) if look.picked in ids else min(int(steps), 0)
    return _pick(replace(look, picked=""), ids[start % len(ids)], wall)


def _chart(look: MapLook, steps: str, wall: MapView) -> MapLook:
    ids = [chart.id for chart in wall.charts]
    chart = ids[(ids.index(look.chart_of(wall).id) + int(steps)) % len(ids)]
    return replace(look, chart=chart, zoom=0, east_km=0, north_km=0)


def _whole(look: MapLook, _: str, wall: MapView) -> MapLook:
    return replace(look, zoom=0, east_km=0, north_km=0)


def _back(look: MapLook, turns: str, _: MapView) -> MapLook:
    return replace(look, back=max(look.back + int(turns), 0))


_VERBS: Mapping[str, Callable[[MapLook, str, MapView], MapLook]] = {
    "zoom": _zoom,
    "pan": _pan,
    "layer": _layer,
    "pick": _pick,
    "next": _next,
    "chart": _chart,
    "whole": _whole,
    "back": _back,
}
