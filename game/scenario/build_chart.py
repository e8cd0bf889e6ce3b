"""The map, from what was read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from game.scenario.chart import DRAWN_KINDS, ROUND_KINDS, Chart, Map, MapMark, Point
from game.scenario.part import MISSING, Name, Part
from game.scenario.resolve import Resolver, text

MAIN = ""
"""The id of the chart that is shown first."""

_NOWHERE = Point(0.0, 0.0)


def read_map(root: Part, resolver: Resolver, zones: Mapping[str, str]) -> Map | None:
    """Give the map, or None where there is none; a mark's hours are local to the first clock."""
    part = root["map"]
    if part is MISSING:
        return None
    charts = (_chart(MAIN, part), *(_chart(name, inset) for name, inset in part.get("insets", {}).items()))
    marks = {name: _mark(name, mark, resolver, zones) for name, mark in part.get("marks", {}).items()}
    return Map(charts, marks)


def _chart(name: str, part: Part) -> Chart:
    return Chart(name, text(part, "name"), part.get("centre", _NOWHERE), max(1, int(part.get("reach-km", 1))))


def _mark(name: str, part: Part, resolver: Resolver, zones: Mapping[str, str]) -> MapMark:
    zone = zones.get("")
    since, until = resolver.moment(part, "from", zone), resolver.moment(part, "until", zone)
    if since is not None and until is not None and until <= since:
        resolver.reading.problems.add(part.place("until"), "mark-until-before")
    _check_shape(part, resolver)
    to = resolver.names("side", part["shown-to"])
    return MapMark(
        id=name,
        kind=part.get("kind", ""),
        side=resolver.name("side", part["side"]),
        points=part.get("points", (_NOWHERE,)),
        radius_km=int(part.get("radius-km", 0)),
        arc=_arc(part),
        label=text(part, "label"),
        text=text(part, "text"),
        position=part.get("position", "known"),
        since=since,
        until=until,
        learned=_learned(part, resolver, zones),
        when=resolver.condition(part),
        shown_to=frozenset(to) if part["shown-to"] is not MISSING else None,
        sources=resolver.names("source", part["sources"]),
    )


def _arc(part: Part) -> tuple[int, int]:
    found = part.get("arc", ())
    return (int(found[0]), int(found[1])) if len(found) == 2 else (0, 0)


def _learned(part: Part, resolver: Resolver, zones: Mapping[str, str]) -> dict[str, datetime]:
    found = part.get("learned", {})
    hours = Part(f"{part.path}.learned", part.node, found)
    learned = {}
    for side in found:
        place = resolver.reading.places[f"{part.path}.learned.{side}"]
        if resolver.name("side", Name(side, place)) is None:
            continue
        at = resolver.moment(hours, side, zones.get(side, zones.get("")))
        if at is not None:
            learned[side] = at
    return learned


def _check_shape(part: Part, resolver: Resolver) -> None:
    """Note a mark whose points and radius do not go with its kind."""
    problems, kind, points = resolver.reading.problems, part.get("kind"), part.get("points")
    if kind is None or points is None:
        return
    if len(points) > 1 and kind not in DRAWN_KINDS:
        problems.add(part.place("points"), "mark-one-point", kind=kind)
    is_round = part["radius-km"] is not MISSING
    is_told = resolver.reading.spoils(f"{part.path}.radius-km")
    if is_round and (kind not in ROUND_KINDS or len(points) > 1):
        problems.add(part.place("radius-km"), "mark-not-round", kind=kind)
    if not is_round and kind in ROUND_KINDS and len(points) == 1 and not is_told:
        problems.add(part.place("points"), "mark-wants-radius", kind=kind)
    if not is_round and kind not in ROUND_KINDS and part["arc"] is not MISSING:
        problems.add(part.place("arc"), "mark-not-round", kind=kind)
