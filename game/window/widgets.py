"""The widgets of a screen as values: what the painter, the pointer, the keyboard and tests all read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from game.scenario.chart import Point
from game.window.faces import Face
from game.window.vision import Sight

Role = Literal[
    "heading",
    "text",
    "button",
    "toggle",
    "pick",
    "paper",
    "card",
    "meter",
    "clock",
    "drawing",
    "bar",
    "scroll",
    "list",
]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel column beyond it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first pixel row beyond it."""
        return self.y + self.height

    def moved(self, dx: int, dy: int) -> Box:
        """Give the same rectangle elsewhere."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def inset(self, by: int) -> Box:
        """Give the rectangle within an edge of `by` pixels."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def holds_point(self, x: int, y: int) -> bool:
        """Claim that a pixel lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def holds(self, other: Box) -> bool:
        """Claim that `other` lies wholly in it."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: Box) -> bool:
        """Claim that the two share a pixel."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done, as a verb and what it is done to: `show document:u2-photographs`."""

    verb: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in its place; `ink` and `ground` name colours of the palette."""

    text: str
    box: Box
    face: Face
    px: int
    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Scale:
    """What a meter shows: the step it stands on, counted from 0 at the low end."""

    step: int
    step_count: int


@dataclass(frozen=True, slots=True)
class Dial:
    """What a clock shows."""

    hour: int
    minute: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A side's shape, or a sign such as a tick, drawn in the named colour."""

    shape: str
    ink: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A rubber stamp: decoration only, since its words stand as plain text as well."""

    text: str
    px: int


@dataclass(frozen=True, slots=True)
class Seen:
    """Shapes in named colours, as they look to someone with this sight (of `vision.SIGHTS`)."""

    sight: Sight
    marks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """The height of all that a scroll holds; its own box is what can be seen of it at once."""

    content_px: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A small PNG whose head and sums have been checked."""

    png: bytes


@dataclass(frozen=True, slots=True)
class Tie:
    """A stretch of two rails: `way` is joined, parted, here or record, as is that of the stretch `above`.

    `above` is empty at the top. `comes` and `goes` are the roads (here, record) whose rails run above
    the node and below it. `node_px` is the size of the node, `shape` that of the side which decided.
    """

    way: str
    shape: str
    node_px: int
    comes: frozenset[str]
    goes: frozenset[str]
    above: str


@dataclass(frozen=True, slots=True)
class Course:
    """Two lines through the steps of a meter, from the start on; a road that ended earlier is shorter."""

    here: tuple[int, ...]
    record: tuple[int, ...]
    step_count: int
    left_px: int  # kept free for the words of the steps
    step_px: int


@dataclass(frozen=True, slots=True)
class Share:
    """A bar filled to a share of 1, with a mark where it stood before, or none."""

    share: float
    before: float | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line on a chart: pencilled, as a range, or as a track."""

    mark: str
    places: tuple[tuple[float, float], ...]
    ink: str
    manner: str
    is_picked: bool


@dataclass(frozen=True, slots=True)
class Pin:
    """A symbol on a chart, for one mark or several; `foot` is where it belongs if it had to make room."""

    marks: tuple[str, ...]
    box: Box
    foot: tuple[float, float]
    kind: str
    shape: str
    is_picked: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart: all that is drawn on it, in pixels from its corner. Names are lines of their widget.

    `middle` is what lies in the middle of it, in kilometres east and north of the centre; `plates` are
    kept clear of the drawing, so that names can be read; `leaders` lead from symbols to names further off.
    `bar` is the scale.
    """

    centre: Point
    middle: tuple[float, float]
    px_per_km: float
    strokes: tuple[Stroke, ...]
    pins: tuple[Pin, ...]
    plates: tuple[Box, ...]
    leaders: tuple[tuple[tuple[float, float], tuple[float, float]], ...]
    bar: Box

    def nearest(self, x: int, y: int, within_px: int) -> str:
        """Give the mark whose symbol lies nearest to a pixel, or nothing."""
        found = [
            (abs(pin.box.x + pin.box.width / 2 - x) + abs(pin.box.y + pin.box.height / 2 - y), pin.marks[0])
            for pin in self.pins
        ]
        distance, mark = min(found, default=(within_px + 1.0, ""))
        return mark if distance <= within_px else ""


Figure = Scale | Dial | Mark | Stamp | Seen | Extent | Picture | Tie | Course | Share | Plot


@dataclass(frozen=True, slots=True)
class Widget:
    """Something on a screen.

    `look` tells the painter how to draw it; `label` is what it says in words, drawn or not. What stands
    `inside` a scroll has its place before any scrolling. `shortcut` is the name of the key.
    """

    id: str
    role: Role
    label: str
    box: Box
    look: str = ""
    lines: tuple[Line, ...] = ()
    action: Action | None = None
    states: frozenset[str] = frozenset()
    shortcut: str = ""
    inside: str = ""
    figure: Figure | None = None

    def moved(self, dx: int, dy: int) -> Widget:
        """Give the same widget elsewhere, with its text."""
        lines = tuple(replace(line, box=line.box.moved(dx, dy)) for line in self.lines)
        return replace(self, box=self.box.moved(dx, dy), lines=lines)


Widgets = tuple[Widget, ...]
