"""The debrief's drawings as numbers for SVG: two rails with nodes, and meters through time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from game.debrief.charts import Chart
from game.debrief.rails import Tie

ROW = 44  # from one decision point of the rails to the next
NODE = 26
HERE, RECORD, JOINED = 34, 86, 60  # where the rails run; in the middle both at once
LABEL_X = 124
SHEET = 960  # the width of the rails' drawing
LETTERS = 84  # of a title that fit beside a node
STEP = 30  # between two steps of a meter
WIDE = 640  # the width of a chart without the words of its steps
WORD = 9.5  # the width kept for a letter of a step's word


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the rails: its place, its side's shape, and the letter in it."""

    x: int
    y: int
    shape: str
    letter: str
    is_record: bool


@dataclass(frozen=True, slots=True)
class RailsDrawing:
    """Both rails as SVG paths, their nodes, and the words beside each row with its height."""

    width: int
    height: int
    here: str
    record: str
    nodes: tuple[Node, ...]
    labels: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """A meter's two lines as SVG paths; `steps` pairs the height of each step with its word."""

    chart: Chart
    left: int
    width: int
    height: int
    steps: tuple[tuple[int, str], ...]
    here: str
    record: str
    end: tuple[float, int]


def draw_rails(ties: tuple[Tie, ...]) -> RailsDrawing:
    """Give the drawing of the rails, one row for each decision point of either road."""
    here: list[tuple[int, int]] = []
    record: list[tuple[int, int]] = []
    nodes, labels = [], []
    for row, tie in enumerate(ties):
        y = ROW // 2 + row * ROW
        joined = tie.way == "joined"
        if tie.way != "record":
            x = JOINED if joined else HERE
            here.append((x, y))
            nodes.append(Node(x, y, tie.shape, tie.grade, is_record=False))
        if tie.way != "here":
            x = JOINED if joined else RECORD
            record.append((x, y))
            if not joined:
                nodes.append(Node(x, y, tie.shape, "", is_record=True))
        labels.append((y, _label(tie)))
    height = ROW * max(len(ties), 1)
    return RailsDrawing(SHEET, height, _bent(here, HERE), _bent(record, RECORD), tuple(nodes), tuple(labels))


def _label(tie: Tie) -> str:
    number = "" if tie.turn is None else f"{tie.turn + 1}. "
    title = f"{number}{tie.title} ({tie.side})"
    return title if len(title) <= LETTERS else f"{title[:LETTERS].rstrip()} …"


def _bent(points: list[tuple[int, int]], own: int) -> str:
    """Join points by a rail that keeps to its own side between nodes, and bends within one row."""
    if not points:
        return ""
    path = [f"M{points[0][0]} {points[0][1]}"]
    for (ax, ay), (bx, by) in pairwise(points):
        if by - ay > ROW:
            path.append(f"L{own} {ay + ROW if ax != own else ay}")
            path.append(f"L{own} {by - ROW if bx != own else by}")
        path.append(f"L{bx} {by}")
    return " ".join(path)


def draw_chart(chart: Chart) -> ChartDrawing:
    """Give the drawing of a meter: the high end above, a step across for each decision point."""
    left = round(max(len(step) for step in chart.steps) * WORD) + 16
    height = STEP * len(chart.steps)
    count = max(len(chart.here), len(chart.record)) - 1
    across = (WIDE - 16) / max(count, 1)

    def y(step: int) -> int:
        return height - STEP // 2 - step * STEP

    def path(way: tuple[int, ...]) -> str:
        parts = [f"M{left} {y(way[0])}"]
        for place, step in enumerate(way[1:], start=1):
            parts.append(f"H{left + across * place:.1f} V{y(step)}")
        return " ".join(parts)

    steps = tuple((y(number), word) for number, word in enumerate(chart.steps))
    end = (round(left + across * (len(chart.here) - 1), 1), y(chart.here[-1]))
    return ChartDrawing(chart, left, left + WIDE, height, steps, path(chart.here), path(chart.record), end)
