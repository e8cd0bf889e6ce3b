"""The story's map as values: decision points and endings in rows and columns, and the roads between them.

Time runs down. Each phase is a lane of rows; the record line is the first column, and what departs from
it stands beside it. Endings stand in a column of their own, at the far side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.analysis.finding import Finding
from game.analysis.traffic import Edge
from game.play.engine import choose, offered, start
from game.scenario.model import CHANCE, Ending, Scenario


@dataclass(frozen=True, slots=True)
class Node:
    """A decision point or an ending. `reached` is the share of playthroughs that come there.

    `column` 0 is the record line's.
    """

    id: str
    is_ending: bool
    side: str
    title: str
    row: int
    column: int
    reached: float
    is_record: bool
    findings: tuple[Finding, ...] = ()

    @property
    def is_incident(self) -> bool:
        """Claim that chance decides here."""
        return self.side == CHANCE and not self.is_ending


@dataclass(frozen=True, slots=True)
class Road:
    """All options that lead from one node to another, and how likely they are together."""

    source: str
    target: str
    options: tuple[str, ...]
    probability: float
    is_record: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A phase: its rows, from `first` up to but not including `end`."""

    id: str
    name: str
    first: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class StoryMap:
    """A story laid out in `rows` rows."""

    scenario: Scenario
    lanes: tuple[Lane, ...]
    nodes: Mapping[str, Node]
    roads: tuple[Road, ...]
    rows: int


def lay_out(scenario: Scenario, traffic: Mapping[Edge, float], findings: Sequence[Finding]) -> StoryMap:
    """Lay out all decision points and endings; a road that is never taken is drawn with probability 0."""
    roads = _roads(scenario, traffic)
    line = frozenset(road.source for road in roads if road.is_record)
    rows, lanes = _rows(scenario, roads)
    columns = _columns(scenario, roads, rows, line)
    reached: dict[str, float] = {scenario.start: 1.0}
    for road in roads:
        reached[road.target] = reached.get(road.target, 0.0) + road.probability
    told = _by_place(scenario, findings)
    nodes = {}
    for name in (*scenario.order, *scenario.endings):
        part: object = scenario.endings.get(name) or scenario.decisions[name]
        is_ending = isinstance(part, Ending)
        nodes[name] = Node(
            name,
            is_ending,
            "" if is_ending else scenario.decisions[name].side,
            (scenario.endings[name] if is_ending else scenario.decisions[name]).title.standard,
            rows[name],
            columns[name],
            reached.get(name, 0.0),
            name in line or name == scenario.record.ending,
            told.get(name, ()),
        )
    last = max(rows.values()) + 1
    return StoryMap(scenario, lanes, nodes, roads, last)


def _roads(scenario: Scenario, traffic: Mapping[Edge, float]) -> tuple[Road, ...]:
    options: dict[tuple[str, str], list[str]] = {}
    for name in scenario.order:
        for option in scenario.decisions[name].options.values():
            for branch in option.nexts:
                found = options.setdefault((name, branch.to), [])
                if option.id not in found:
                    found.append(option.id)
    record = _record_roads(scenario)
    return tuple(
        Road(
            source,
            target,
            tuple(ids),
            sum(traffic.get((source, option, target), 0.0) for option in ids),
            (source, target) in record,
        )
        for (source, target), ids in options.items()
    )


def _record_roads(scenario: Scenario) -> set[tuple[str, str]]:
    """Follow the historical choices; where a choice has several nexts, the state decides."""
    found: set[tuple[str, str]] = set()
    state = start(scenario)
    while state.at in scenario.decisions:
        choice = scenario.decisions[state.at].historical.choice
        if choice is None or choice not in {option.id for option in offered(scenario, state)}:
            break  # the author is still writing it
        after = choose(scenario, state, choice)
        found.add((state.at, after.at))
        state = after
    return found


def _rows(scenario: Scenario, roads: Sequence[Road]) -> tuple[dict[str, int], tuple[Lane, ...]]:
    """Give each place a row below all that lead to it, phase after phase; endings beside their first road."""
    phases = list(scenario.phases) or [""]
    lane_of = {name: scenario.decisions[name].phase or phases[0] for name in scenario.order}
    depth: dict[str, int] = {}
    for name in scenario.order:
        above = [
            road.source for road in roads if road.target == name and lane_of[road.source] == lane_of[name]
        ]
        depth[name] = max((depth[source] + 1 for source in above), default=0)
    rows: dict[str, int] = {}
    lanes = []
    first = 0
    for phase in phases:
        here = [name for name in scenario.order if lane_of[name] == phase]
        if not here:
            continue
        for name in here:
            rows[name] = first + depth[name]
        end = max(rows[name] for name in here) + 1
        words = scenario.phases[phase].name.standard if phase in scenario.phases else ""
        lanes.append(Lane(phase, words, first, end))
        first = end
    return _with_endings(scenario, roads, rows, first), _stretched(lanes, rows, scenario)


def _with_endings(
    scenario: Scenario, roads: Sequence[Road], rows: dict[str, int], end: int
) -> dict[str, int]:
    """Put each ending beside the likeliest decision point that leads there, one to a row, near it."""
    taken: set[int] = set()
    wanted = {}
    for name in scenario.endings:
        sources = [road for road in roads if road.target == name]
        best = max(sources, key=lambda road: road.probability, default=None)
        wanted[name] = end if best is None else rows[best.source]
    for name in sorted(wanted, key=wanted.__getitem__):
        row = wanted[name]
        while row in taken:
            row += 1
        taken.add(row)
        rows[name] = row
    return rows


def _stretched(lanes: Sequence[Lane], rows: Mapping[str, int], scenario: Scenario) -> tuple[Lane, ...]:
    """Let the last lane reach down to the last ending."""
    last = max(rows.values()) + 1
    *earlier, final = lanes
    return (*earlier, Lane(final.id, final.name, final.first, max(final.end, last)))


def _columns(
    scenario: Scenario, roads: Sequence[Road], rows: Mapping[str, int], line: frozenset[str]
) -> dict[str, int]:
    """Keep the record line in the first column; put what departs from it below what leads there, if free."""
    columns: dict[str, int] = dict.fromkeys(line, 0)
    taken = {(rows[name], 0) for name in line}
    for name in sorted(scenario.decisions, key=lambda name: rows[name]):
        if name in columns:
            continue
        above = [columns[road.source] for road in roads if road.target == name and road.source in columns]
        near = sum(above) / len(above) if above else 0.0
        free = [at for at in range(1, len(scenario.decisions) + 1) if (rows[name], at) not in taken]
        columns[name] = min(free, key=lambda at: (abs(at - near), at))
        taken.add((rows[name], columns[name]))
    rightmost = max(columns.values()) + 1
    return {**columns, **dict.fromkeys(scenario.endings, rightmost)}


def _by_place(scenario: Scenario, findings: Sequence[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Give the findings that stand inside each decision point or ending, by their lines."""
    starts = sorted(
        (place.file, place.line, path) for path, place in scenario.places.items() if path.count(".") <= 1
    )
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        before = [
            path for file, line, path in starts if (file, line) <= (finding.place.file, finding.place.line)
        ]
        part, _, name = before[-1].partition(".") if before else ("", "", "")
        if part in ("decisions", "endings") and name:
            found[name] = (*found.get(name, ()), finding)
    return found
