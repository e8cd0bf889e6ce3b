"""A flow that stacks widgets down a column; sheets and rows are built from flows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.window.fonts import BODY, Type
from game.window.frame import Frame
from game.window.widgets import Action, Box, Line, Role, Widget, Widgets

PAGE = "page"
"""The scroll that every screen has."""

_INK_ON = {"room": "ivory", "sea": "ivory", "wood": "ivory"}


def ink_on(ground: str) -> str:
    """Give the ink for running text on a ground."""
    return _INK_ON.get(ground, "ink")


class Flow:
    """A column at `x`, `width` pixels wide, on one ground; `y` is where the next widget goes."""

    def __init__(self, frame: Frame, box: Box, ground: str, inside: str = PAGE) -> None:
        self.frame = frame
        self.x = box.x
        self.y = box.y
        self.width = box.width
        self.ground = ground
        self.inside = inside
        self._widgets: list[Widget] = []

    @property
    def widgets(self) -> Widgets:
        """Give what has been placed, in reading order."""
        return tuple(self._widgets)

    def gap(self, length: float) -> None:
        """Leave room, in pixels of a 1080 window."""
        self.y += self.frame.px(length) if length else 0

    def say(self, id_: str, text: str, type_: Type = BODY, ink: str = "", role: Role = "text") -> None:
        """Place text, broken into lines; its paragraphs stay apart."""
        lines, bottom = set_text(self, text, type_, ink or ink_on(self.ground))
        box = Box(self.x, self.y, self.width, bottom - self.y)
        self._widgets.append(Widget(id_, role, text, box, lines=lines, inside=self.inside))
        self.y = bottom

    def place(self, widget: Widget) -> None:
        """Place a widget whose box is known, and go on below it."""
        self._widgets.append(replace(widget, inside=self.inside))
        self.y = max(self.y, widget.box.bottom)

    def put(self, widgets: Widgets) -> None:
        """Take in widgets that stand in their places already."""
        self._widgets.extend(replace(widget, inside=self.inside) for widget in widgets)
        self.y = max([self.y, *(widget.box.bottom for widget in widgets)])

    def column(self, x: int, width: int, ground: str = "") -> Flow:
        """Give an empty flow beside this one that starts at the same height."""
        return Flow(self.frame, Box(x, self.y, width, 0), ground or self.ground, self.inside)


def set_text(flow: Flow, text: str, type_: Type, ink: str) -> tuple[tuple[Line, ...], int]:
    """Break `text` at the flow's width from its `y`; give the lines and where they end.

    An empty line in the text becomes a gap of half a line more than the spacing of lines.
    """
    frame = flow.frame
    face, px, height = frame.face(type_), frame.text_px(type_), frame.line_px(type_)
    lines, y = [], flow.y
    for shown in frame.wrap(text, type_, flow.width):
        if not shown:
            y += height // 2
            continue
        width = min(frame.measure(shown, type_), flow.width)
        lines.append(Line(shown, Box(flow.x, y, width, height), face, px, ink, flow.ground))
        y += height
    return tuple(lines), y


Margins = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels of a 1080 window."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet before it has a place: what it is drawn as, and the ground that its text is set on."""

    id: str
    margins: Margins
    look: str = "paper"
    ground: str = "paper"
    label: str = ""
    role: Role = "paper"


def even(side: int, top: int) -> Margins:
    """Give equal margins left and right, and above and below."""
    return side, top, side, top


def sheet(flow: Flow, shown: Sheet, build: Callable[[Flow], None]) -> None:
    """Lay a sheet into `flow` and let `build` write on it; the sheet grows with what it holds."""
    left, top, right, bottom = (flow.frame.px(length) for length in shown.margins)
    room = Box(flow.x + left, flow.y + top, flow.width - left - right, 0)
    inner = Flow(flow.frame, room, shown.ground, flow.inside)
    build(inner)
    box = Box(flow.x, flow.y, flow.width, inner.y + bottom - flow.y)
    flow.place(Widget(shown.id, shown.role, shown.label, box, shown.look))
    flow.put(inner.widgets)


def notice(flow: Flow, text: str) -> None:
    """Lay a slip that says what went wrong."""
    sheet(flow, Sheet("notice", even(24, 14), label=text), lambda inner: inner.say("notice.text", text))
    flow.gap(18)


def centred(flow: Flow, ems: float) -> Flow:
    """Give a column in the middle that is comfortable to read; `join` takes it back."""
    width = min(flow.width, round(ems * flow.frame.em))
    return flow.column(flow.x + (flow.width - width) // 2, width)


def columns(flow: Flow, shares: tuple[float, ...], gap: float) -> tuple[Flow, ...]:
    """Give flows side by side that share the width in these proportions.

    `join` takes them back. Where the frame is narrow there is one column only: see `is_narrow`.
    """
    space = flow.frame.px(gap)
    free = flow.width - space * (len(shares) - 1)
    flows, x = [], flow.x
    for share in shares:
        width = int(free * share / sum(shares))
        flows.append(flow.column(x, width))
        x += width + space
    return tuple(flows)


def join(flow: Flow, parts: tuple[Flow, ...]) -> None:
    """Take columns into `flow` and go on below the longest."""
    for part in parts:
        flow.put(part.widgets)
        flow.y = max(flow.y, part.y)


def show(place: str) -> Action:
    """Give the action that opens a screen."""
    return Action("show", place)
