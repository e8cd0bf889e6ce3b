"""Ways: how a state was first reached, as the option ids of a shortest playthrough."""

from __future__ import annotations

from collections.abc import Mapping

from game.analysis.forward import Visit
from game.analysis.layer import read_trace
from game.analysis.rules import Rules

Visits = Mapping[str, Visit]


def shortest_way(rules: Rules, visits: Visits, place: str) -> tuple[str, ...]:
    """Give the option ids of a shortest playthrough to `place`."""
    traces = visits[place].layer.traces
    assert traces is not None
    return way_to(rules, visits, place, int(traces.argmin()))


def way_to(rules: Rules, visits: Visits, place: str, row: int) -> tuple[str, ...]:
    """Give the option ids of a shortest playthrough to one state, by its row at `place`."""
    option_ids: list[str] = []
    while True:
        traces = visits[place].layer.traces
        assert traces is not None  # ways are asked for only where they were remembered
        way = int(traces[row])
        if way == 0:
            return tuple(reversed(option_ids))
        number, option, row = read_trace(way)
        place = rules.places[number]
        option_ids.append(tuple(rules.scenario.decisions[place].options)[option])
