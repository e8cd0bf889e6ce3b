"""Cuts and interpretations, from what was read."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.beforehand import Cut, Interpretation
from game.scenario.model import DecisionPoint
from game.scenario.part import Name, Part
from game.scenario.resolve import Resolver, text


def read_cuts(root: Part, resolver: Resolver, decisions: Mapping[str, DecisionPoint]) -> dict[str, Cut]:
    """Give the cuts, in the author's order."""
    return {
        name: Cut(name, text(part, "name"), int(part.get("minutes", 0)), _asked(part, resolver, decisions))
        for name, part in root.get("cuts", {}).items()
    }


def _asked(
    part: Part, resolver: Resolver, decisions: Mapping[str, DecisionPoint]
) -> dict[str, frozenset[str]]:
    asked = {}
    for side, names in part.get("asked", {}).items():
        path = f"{part.path}.asked.{side}"
        place = resolver.reading.places[path]
        if resolver.name("side", Name(side, place)) is None:
            continue
        if not names and not resolver.reading.spoils(path):
            resolver.reading.problems.add(place, "cut-asks-nothing", side=side)
        for name in names:
            _check_side(name, side, resolver, decisions)
        asked[side] = frozenset(resolver.names("decision", names))
    return asked


def _check_side(name: Name, side: str, resolver: Resolver, decisions: Mapping[str, DecisionPoint]) -> None:
    decision = decisions.get(name.text)
    if decision is None or decision.side == side or resolver.reading.spoils(f"decisions.{name.text}.side"):
        return
    own = [other.id for other in decisions.values() if other.side == side]
    values = {"name": name.text, "side": side, "decider": decision.side, "known": ", ".join(own)}
    resolver.reading.problems.add(name.place, "cut-other-side", **values)


def read_interpretations(root: Part, resolver: Resolver) -> dict[str, Interpretation]:
    """Give the interpretations, in the author's order: the first is the one that holds by default."""
    return {
        name: Interpretation(
            name, text(part, "name"), text(part, "text"), resolver.names("source", part["sources"])
        )
        for name, part in root.get("interpretations", {}).items()
    }
