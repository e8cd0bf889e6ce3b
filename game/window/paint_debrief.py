"""How the debrief's drawings look: two rails with their nodes, meters through time, shares as bars."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from game.window.brush import Brush, Point
from game.window.shapes import draw_shape
from game.window.theme import Colour
from game.window.widgets import Box, Course, Mark, Share, Tie, Widget


def _tie(brush: Brush, widget: Widget) -> None:
    """A stretch of rails: this road solid to the left, the record dashed to the right, one where joined."""
    tie = widget.figure
    if not isinstance(tie, Tie):
        return
    box, size = widget.box, tie.node_px
    tracks = {"here": box.x + size / 2, "record": box.right - size / 2}
    middle = box.x + box.width / 2
    node_y = box.y + size / 2 + brush.frame.px(18)
    is_joined = tie.way == "joined"
    for road, x in tracks.items():
        at = middle if is_joined else x
        if road in tie.comes:
            start = middle if tie.above == "joined" else x
            _rail(brush, road, (start, box.y), (at, node_y))
        if road in tie.goes:
            _rail(brush, road, (at, node_y), (at, box.bottom))
    if is_joined:
        _node(brush, tie.shape, (middle, node_y), size, brush.palette.ivory)
    if tie.way in ("here", "parted"):
        _node(brush, tie.shape, (tracks["here"], node_y), size, brush.palette.ivory)
    if tie.way in ("record", "parted"):
        _node(brush, tie.shape, (tracks["record"], node_y), size * 3 // 5, brush.palette.amber)


def _rail(brush: Brush, road: str, start: Point, end: Point) -> None:
    px = brush.frame.px
    if road == "here":
        brush.line(start, end, brush.palette.ivory, max(px(7), 3))
    else:
        _dashed(brush, (start, end), brush.palette.amber, max(px(4), 2))


def _dashed(brush: Brush, ends: tuple[Point, Point], colour: Colour, width: int) -> None:
    (ax, ay), (bx, by) = ends
    length = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1)
    dash = max(brush.frame.px(12), 4)
    done = 0.0
    while done < length:
        first, last = done / length, min(done + dash, length) / length
        brush.line(
            (ax + (bx - ax) * first, ay + (by - ay) * first),
            (ax + (bx - ax) * last, ay + (by - ay) * last),
            colour,
            width,
        )
        done += dash * 1.7


def _node(brush: Brush, shape: str, centre: Point, size: int, edge: Colour) -> None:
    """A side's shape on its rail: a card with a dark edge, so that a letter can be read on it."""
    half = size // 2
    box = Box(round(centre[0]) - half, round(centre[1]) - half, size, size)
    draw_shape(brush, box.inset(-max(brush.frame.px(5), 2)), shape, brush.palette.room)
    draw_shape(brush, box, shape, brush.palette.card if edge == brush.palette.ivory else edge)


def _sign(brush: Brush, widget: Widget) -> None:
    """A side's shape by itself."""
    if isinstance(widget.figure, Mark):
        draw_shape(brush, widget.box, widget.figure.shape, brush.palette[widget.figure.ink])


def _stroke(brush: Brush, widget: Widget) -> None:
    """A sample of a line: solid or dashed."""
    if isinstance(widget.figure, Mark):
        box, ink = widget.box, brush.palette[widget.figure.ink]
        ends = ((box.x, box.y + box.height / 2), (box.right, box.y + box.height / 2))
        if widget.figure.shape == "solid":
            brush.line(*ends, ink, max(brush.frame.px(6), 3))
        else:
            _dashed(brush, ends, ink, max(brush.frame.px(4), 2))


def _course(brush: Brush, widget: Widget) -> None:
    """A line for each road over the steps: this one solid with a dot at each change, the record's dashed."""
    course = widget.figure
    if not isinstance(course, Course):
        return
    box = Box(
        widget.box.x + course.left_px,
        widget.box.y,
        widget.box.width - course.left_px,
        course.step_px * course.step_count,
    )
    for step in range(course.step_count):
        y = _step_y(course, box, step)
        brush.line((box.x, y), (box.right, y), brush.palette.line, 1)
    record, here = (_points(course, box, way) for way in (course.record, course.here))
    for start, end in pairwise(record):
        _dashed(brush, (start, end), brush.palette.ink, max(brush.frame.px(4), 2))
    brush.lines(here, brush.palette.carbon, max(brush.frame.px(6), 3))
    for before, after in pairwise(here):
        if before[1] != after[1]:
            brush.disc(after, max(brush.frame.px(7), 3), brush.palette.carbon)
    brush.disc(here[-1], max(brush.frame.px(11), 5), brush.palette.carbon)


def _step_y(course: Course, box: Box, step: int) -> float:
    """Give where a step lies: the high end above, in the middle of its word."""
    return box.y + course.step_px * (course.step_count - 1 - step) + course.step_px / 2


def _points(course: Course, box: Box, way: tuple[int, ...]) -> list[Point]:
    """Give the corners of a line that holds its step until the next decision point."""
    count = max(len(course.here), len(course.record)) - 1
    edge = box.height / 20  # so that the last dot lies on the paper
    width = box.width - 2 * edge
    points: list[Point] = []
    for place, step in enumerate(way):
        x = box.x + edge + width * place / max(count, 1)
        y = _step_y(course, box, step)
        if points and points[-1][1] != y:
            points.append((x, points[-1][1]))
        points.append((x, y))
    return points


def _share(brush: Brush, widget: Widget) -> None:
    """A bar filled from the left; a notch above it shows where it stood before."""
    if not isinstance(widget.figure, Share):
        return
    box, px = widget.box, brush.frame.px
    brush.fill(box, brush.palette.card)
    filled = round(box.width * widget.figure.share)
    if filled:
        brush.fill(Box(box.x, box.y, filled, box.height), brush.palette.carbon)
    brush.frame_line(box, brush.palette.ink, max(px(2), 1))
    if widget.figure.before is not None:
        x, half = box.x + box.width * widget.figure.before, px(9)
        top = box.y - px(4)
        brush.polygon(
            [(x - half, top - half * 1.6), (x + half, top - half * 1.6), (x, top)], brush.palette.ink
        )


LOOKS: Mapping[str, Callable[[Brush, Widget], None]] = {
    "tie": _tie,
    "sign": _sign,
    "stroke": _stroke,
    "course": _course,
    "share": _share,
}
