"""Ways: how a state was first reached, as the option ids of a shortest playthrough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
    option_ids = [
        tuple(rules.scenario.decisions[before].options)[option]
        for before, option, _ in _steps_back(rules, visits, place, row)
    ]
    return tuple(reversed(option_ids))


def origin_of(rules: Rules, visits: Visits, place: str, row: int) -> int:
    """Give the row, at the first decision point, of the state from which that playthrough starts."""
    for _, _, before in _steps_back(rules, visits, place, row):
        row = before
    return row


def _steps_back(rules: Rules, visits: Visits, place: str, row: int) -> Iterator[tuple[str, int, int]]:
    while True:
        traces = visits[place].layer.traces
        assert traces is not None  # ways are asked for only where they were remembered
        way = int(traces[row])
        if way == 0:
            return
        number, option, row = read_trace(way)
        place = rules.places[number]
        yield place, option, row
