"""Plotting: where marks, their names and their numbers go on a chart, so that none lies on another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from game.play.globe import Flat, arc, flat
from game.window.fonts import LABEL, SMALL, Type
from game.window.frame import Frame
from game.window.widgets import Box, Line, Pin, Plot, Stroke

if TYPE_CHECKING:  # the painter loads this room before the title, which shows nothing of a scenario
    from game.play.view import ChartView, MarkView

SYMBOL, DOT, NEAR = 30, 16, 6  # pixels at 1080: a symbol, a town, from a symbol to its name
RING = 9  # and from a symbol to the ring around it
INKS = {"square": "blue", "triangle": "vermilion", "circle": "green", "diamond": "amber"}
_PENCILS = {"line": "pencil", "flight": "track", "ring": "range"}
_MANY = 60  # points of a stroke that are tried for its name

_LEAST_SCALED = 500  # pixels at 1080: on a smaller chart the room is wanted for names
_LENGTHS = (2000, 1000, 500, 200, 100, 50, 20, 10, 5)  # kilometres of the scale
_FIRST = (
    "missile-site",
    "ship",
    "submarine",
    "line",
    "sam-site",
    "airfield",
    "flight",
    "base",
    "ring",
    "city",
)


@dataclass(frozen=True, slots=True)
class Ask:
    """What is to be plotted: a chart in a box of the window, seen from a middle as far as `reach_km`.

    `numbers` are those of the list beside the chart, by the mark's id; `taken` is kept free of names.
    """

    chart: ChartView
    box: Box
    middle: Flat
    reach_km: float
    marks: tuple[MarkView, ...]
    numbers: dict[str, int]
    picked: str = ""
    taken: tuple[Box, ...] = ()

    @property
    def px_per_km(self) -> float:
        """How many pixels stand for a kilometre."""
        return min(self.box.width, self.box.height) / 2 / self.reach_km

    def place(self, at: Flat) -> Flat:
        """Give where a place of the flat map lies, in pixels from the corner of the box."""
        east, north = at[0] - self.middle[0], at[1] - self.middle[1]
        k = self.px_per_km
        return self.box.width / 2 + east * k, self.box.height / 2 - north * k


@dataclass(slots=True)
class _Group:
    """A symbol with the marks that stand under it; `where` is its box, `foot` where it belongs."""

    marks: list[MarkView]
    where: Box
    foot: Flat


@dataclass(slots=True)
class _Sheet:
    """A chart while it is being filled: what lies on it is in pixels from its corner."""

    ask: Ask
    frame: Frame
    groups: list[_Group] = field(default_factory=list)
    plates: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    leaders: list[tuple[Flat, Flat]] = field(default_factory=list)

    @property
    def room(self) -> Box:
        """All of the chart but its edge."""
        return Box(0, 0, self.ask.box.width, self.ask.box.height).inset(self.frame.px(6))


def plot(ask: Ask, frame: Frame) -> tuple[Plot, tuple[Line, ...]]:
    """Give the drawing of a chart, and the names on it as lines of the window.

    What cannot have its name in full has its number; marks of one kind that would cover one another
    stand under one symbol with their numbers.
    """
    sheet = _Sheet(ask, frame)
    ranked = sorted(ask.marks, key=lambda mark: (mark.id != ask.picked, _FIRST.index(mark.kind)))
    strokes = {mark.id: _stroke(ask, mark) for mark in ranked if mark.radius_km or len(mark.points) > 1}
    pinned = [mark for mark in ranked if mark.id not in strokes]
    # towns first: a town is where it is, and what stands beside it can make room
    for mark in sorted(pinned, key=lambda mark: mark.kind != "city"):
        _pin(sheet, mark)
    bar = _scale_bar(sheet)
    for mark in ranked:
        if mark.id in strokes:
            _name_stroke(sheet, mark, strokes[mark.id])
        else:
            _name_group(sheet, mark)
    pins = tuple(_drawn(sheet, group) for group in sheet.groups)
    drawn = tuple(stroke for mark in reversed(ranked) if (stroke := strokes.get(mark.id)) is not None)
    leaders = tuple(sheet.leaders)
    figure = Plot(ask.chart.centre, ask.middle, ask.px_per_km, drawn, pins, tuple(sheet.plates), leaders, bar)
    dx, dy = ask.box.x, ask.box.y
    return figure, tuple(replace(line, box=line.box.moved(dx, dy)) for line in sheet.lines)


def _stroke(ask: Ask, mark: MarkView) -> Stroke:
    points = mark.points
    if mark.radius_km:
        points = arc(points[0], mark.radius_km, *map(float, mark.arc))
    places = tuple(_rounded(ask.place(flat(ask.chart.centre, point))) for point in points)
    ink = INKS.get(mark.shape, "ivory")
    return Stroke(mark.id, places, ink, _PENCILS.get(mark.kind, "track"), mark.id == ask.picked)


def _rounded(place: Flat) -> Flat:
    return round(place[0], 1), round(place[1], 1)


def _pin(sheet: _Sheet, mark: MarkView) -> None:
    """Stand a symbol where it belongs, else beside that, else under another's."""
    ask, frame = sheet.ask, sheet.frame
    foot = ask.place(flat(ask.chart.centre, mark.points[0]))
    size = frame.px(DOT if mark.kind == "city" else SYMBOL)
    wanted = _around(foot, size)
    if not sheet.room.holds(wanted) or any(wanted.meets(box) for box in ask.taken):
        return
    covered = [group for group in sheet.groups if group.where.meets(wanted)]
    if not covered:
        sheet.groups.append(_Group([mark], wanted, foot))
        return
    alike = [group for group in covered if _is_alike(group.marks[0], mark)]
    if not alike:
        for box in _beside(foot, size):
            is_free = not any(group.where.meets(box) for group in sheet.groups)
            if is_free and sheet.room.holds(box) and not any(box.meets(other) for other in ask.taken):
                sheet.groups.append(_Group([mark], box, foot))
                return
    (alike or covered)[0].marks.append(mark)


def _is_alike(one: MarkView, other: MarkView) -> bool:
    return (one.kind, one.shape) == (other.kind, other.shape)


def _around(place: Flat, size: int) -> Box:
    return Box(round(place[0] - size / 2), round(place[1] - size / 2), size, size)


def _beside(foot: Flat, size: int) -> Iterator[Box]:
    """Give boxes around a place, the nearest first."""
    for distance in (1.15, 1.8, 2.5):
        for across, down in ((0, -1), (1, 0), (-1, 0), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)):
            yield _around((foot[0] + across * distance * size, foot[1] + down * distance * size), size)


def _name_group(sheet: _Sheet, mark: MarkView) -> None:
    """Name a symbol, or number it where its name has no room or several marks stand under it."""
    group = next((group for group in sheet.groups if group.marks[0] is mark), None)
    if group is None:
        return
    numbers = sheet.frame.words("window.list.comma").join(
        str(sheet.ask.numbers[one.id]) for one in sorted(group.marks, key=lambda m: sheet.ask.numbers[m.id])
    )
    name = name_of(mark) if len(group.marks) == 1 else numbers
    type_ = SMALL if mark.kind == "city" else LABEL
    # what is picked has a ring around it
    beside = group.where.inset(-sheet.frame.px(RING)) if mark.id == sheet.ask.picked else group.where
    if not _write(sheet, name, type_, beside) and not _write(sheet, numbers, type_, beside):
        _write_apart(sheet, numbers, type_, beside)


def name_of(mark: MarkView) -> str:
    """Give the name of a mark as it stands on a chart: with a sign where its place is not sure."""
    return {"known": "", "approximate": "~ ", "disputed": "? "}[mark.position] + mark.label


def _name_stroke(sheet: _Sheet, mark: MarkView, stroke: Stroke) -> None:
    """Write the name of a stroke along it, where there is room first; else its number."""
    seen = [place for place in stroke.places if sheet.room.holds_point(round(place[0]), round(place[1]))]
    step = max(1, len(seen) // _MANY)
    middle = len(seen) // 2
    tried = sorted(range(0, len(seen), step), key=lambda i: abs(i - middle))
    for text in (name_of(mark), str(sheet.ask.numbers[mark.id])):
        for i in tried:
            if _write(sheet, text, LABEL, _around(seen[i], 2)):
                return


def _write(sheet: _Sheet, text: str, type_: Type, beside: Box) -> bool:
    """Write `text` beside a box where nothing lies yet; say whether there was room."""
    width, height = _extent(sheet.frame, text, type_)
    near = sheet.frame.px(NEAR)
    middle_x = beside.x + beside.width // 2 - width // 2
    middle_y = beside.y + beside.height // 2 - height // 2
    right, left = beside.right + near, beside.x - near - width
    above, below = beside.y - near // 2 - height, beside.bottom + near // 2
    places = (
        *((right, middle_y), (left, middle_y), (middle_x, above), (middle_x, below)),
        *((right, above), (right, below), (left, above), (left, below)),
    )
    return any(_set(sheet, text, type_, Box(x, y, width, height)) for x, y in places)


def _write_apart(sheet: _Sheet, text: str, type_: Type, beside: Box) -> None:
    """Write `text` a little way off, and draw a line to it."""
    width, height = _extent(sheet.frame, text, type_)
    x, y = beside.x + beside.width // 2, beside.y + beside.height // 2
    for distance in range(2, 9):
        for across, down in ((1, -1), (-1, -1), (1, 1), (-1, 1), (0, -1), (0, 1), (1, 0), (-1, 0)):
            middle = x + across * distance * beside.width, y + down * distance * height
            box = Box(middle[0] - width // 2, middle[1] - height // 2, width, height)
            if _set(sheet, text, type_, box):
                sheet.leaders.append(((float(x), float(y)), (float(middle[0]), float(middle[1]))))
                return


def _extent(frame: Frame, text: str, type_: Type) -> tuple[int, int]:
    """Give the room that a name takes: letters fill only the middle of their line."""
    return frame.measure(text, type_), frame.line_px(type_) * 4 // 5


def _set(sheet: _Sheet, text: str, type_: Type, box: Box) -> bool:
    """Set `text` in a box if nothing lies there yet; say whether it was."""
    frame, pad = sheet.frame, sheet.frame.px(5)
    plate = Box(box.x - pad, box.y, box.width + 2 * pad, box.height)
    if not _is_free(sheet, plate):
        return False
    sheet.plates.append(plate)
    sheet.lines.append(Line(text, box, frame.face(type_), frame.text_px(type_), "ivory", "sea"))
    return True


def _scale_bar(sheet: _Sheet) -> Box:
    """Measure a round number of kilometres in the lower right corner; where there is no room, nothing."""
    ask, frame, room = sheet.ask, sheet.frame, sheet.room
    if ask.box.width < frame.px(_LEAST_SCALED):
        return Box(0, 0, 0, 0)
    widest = room.width / 5 / ask.px_per_km
    length = next(km for km in _LENGTHS if km <= widest or km == _LENGTHS[-1])
    width, edge = round(length * ask.px_per_km), frame.px(10)
    bar = Box(room.right - edge - width, room.bottom - frame.px(16), width, frame.px(8))
    text = frame.words("window.map.scale", length=length)
    across, height = _extent(frame, text, SMALL)
    plate = bar.inset(-frame.px(4))
    beside = Box(bar.x - frame.px(12) - across, bar.bottom - height, across, height)
    if not _is_free(sheet, plate) or not _set(sheet, text, SMALL, beside):
        return Box(0, 0, 0, 0)
    sheet.plates.append(plate)
    return bar


def _is_free(sheet: _Sheet, plate: Box) -> bool:
    if not sheet.room.holds(plate):
        return False
    boxes = (*sheet.plates, *sheet.ask.taken, *(group.where for group in sheet.groups))
    return not any(plate.meets(box) for box in boxes)


def _drawn(sheet: _Sheet, group: _Group) -> Pin:
    first = group.marks[0]
    ids = tuple(mark.id for mark in group.marks)
    return Pin(ids, group.where, _rounded(group.foot), first.kind, first.shape, sheet.ask.picked in ids)
