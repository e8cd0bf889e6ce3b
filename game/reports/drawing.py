"""The story's map as lines and boxes: where everything stands on the sheet, in pixels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wcwidth import wcswidth

from game.reports.storymap import Node, Road, StoryMap
from game.wrap import wrap

BOX = 296, 88
PITCH = 352, 142  # from one column, one row, to the next
LANE_NAME = 130  # kept free at the left for the names of phases
MARGIN = 24
TITLE_LETTERS = 24  # to a line of a box
TITLE_LINES = 2
GUTTER = 12  # between two roads that run side by side
THIN, THICK = 1.5, 11.0


@dataclass(frozen=True, slots=True)
class Box:
    """A node on the sheet; `x`, `y` is its upper left corner."""

    node: Node
    x: int
    y: int
    title: tuple[str, ...]

    @property
    def middle(self) -> int:
        """Its middle from left to right."""
        return self.x + BOX[0] // 2

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.y + BOX[1]


@dataclass(frozen=True, slots=True)
class Line:
    """A road as an SVG path, and how wide it is drawn."""

    road: Road
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Band:
    """A lane on the sheet."""

    name: tuple[str, ...]
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on the sheet; roads of the record come last, so that they lie above the others."""

    width: int
    height: int
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def draw(story: StoryMap) -> Drawing:
    """Give the place of every box, road and lane."""
    sheet = _Sheet(story)
    boxes = {name: sheet.box(node) for name, node in story.nodes.items()}
    router = _Router(sheet, boxes)
    lines = [Line(road, router.path(road), _width(road)) for road in story.roads]
    lines.sort(key=lambda line: (line.road.is_record, line.width))
    bands = tuple(
        Band(
            tuple(wrap(lane.name, lambda text: wcswidth(text) <= 11)),
            sheet.top(lane.first) - _LEAD,
            (lane.end - lane.first) * PITCH[1],
        )
        for lane in story.lanes
    )
    width = max(box.x for box in boxes.values()) + BOX[0] + MARGIN
    return Drawing(width, sheet.top(story.rows) + MARGIN, bands, tuple(boxes.values()), tuple(lines))


_LEAD = (PITCH[1] - BOX[1]) // 2


def _width(road: Road) -> float:
    return round(THIN + (THICK - THIN) * road.probability, 1)


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    story: StoryMap

    @property
    def left(self) -> int:
        """The left edge of the first column: beside lane names and the roads that pass rows by."""
        passing = sum(1 for road in self.story.roads if _passes(self.story, road))
        return LANE_NAME + MARGIN + passing * GUTTER

    def top(self, row: int) -> int:
        return MARGIN + _LEAD + row * PITCH[1]

    def box(self, node: Node) -> Box:
        x = self.left + node.column * PITCH[0]
        if node.is_ending:
            x += self.ending_gutter
        return Box(node, x, self.top(node.row), _title(node.title))

    @property
    def ending_gutter(self) -> int:
        """Room before the endings for the roads that run down to them."""
        return GUTTER * sum(1 for road in self.story.roads if self.story.nodes[road.target].is_ending)


def _title(title: str) -> tuple[str, ...]:
    lines = wrap(title, lambda text: wcswidth(text) <= TITLE_LETTERS)
    if len(lines) > TITLE_LINES:
        lines = [*lines[: TITLE_LINES - 1], lines[TITLE_LINES - 1].rstrip(",;:") + " …"]
    return tuple(lines)


def _passes(story: StoryMap, road: Road) -> bool:
    """Claim that a road would run through other boxes if it went straight."""
    source, target = story.nodes[road.source], story.nodes[road.target]
    if target.is_ending or target.row - source.row == 1:
        return False
    between = range(source.row + 1, target.row)
    low, high = sorted((source.column, target.column))
    return any(node.row in between and low <= node.column <= high for node in story.nodes.values())


class _Router:
    """Finds a way for each road; those that run side by side keep a gutter between them."""

    def __init__(self, sheet: _Sheet, boxes: Mapping[str, Box]) -> None:
        self._boxes = boxes
        self._story = sheet.story
        self._left = self._gutters(sheet.left - GUTTER * 2, -GUTTER)
        endings = [box.x for box in boxes.values() if box.node.is_ending]
        self._right = self._gutters(min(endings, default=0) - GUTTER, -GUTTER)
        self._leaving: dict[str, int] = {}

    @staticmethod
    def _gutters(first: int, step: int) -> Iterator[int]:
        while True:
            yield first
            first += step

    def path(self, road: Road) -> str:
        """Give the way of a road: down, round the boxes in between, or across to an ending."""
        source, target = self._boxes[road.source], self._boxes[road.target]
        if target.node.is_ending:
            return self._across(source, target)
        if _passes(self._story, road):
            return self._round(source, target)
        a, b = source.bottom, target.y
        half = (a + b) // 2
        return f"M{source.middle} {a} C{source.middle} {half} {target.middle} {half} {target.middle} {b}"

    def _across(self, source: Box, target: Box) -> str:
        count = self._leaving[source.node.id] = self._leaving.get(source.node.id, 0) + 1
        start = source.x + BOX[0] - 14 * count
        lane = source.bottom + 8 + 7 * ((count - 1) % 3)
        down = next(self._right)
        end = target.y + BOX[1] // 2
        return f"M{start} {source.bottom} V{lane} H{down} V{end} H{target.x}"

    def _round(self, source: Box, target: Box) -> str:
        at = next(self._left)
        a, b = source.bottom + _LEAD // 2, target.y - _LEAD // 2
        return f"M{source.x + 18} {source.bottom} V{a} H{at} V{b} H{target.x + 18} V{target.y}"
