"""How the room looks: table, wall, buttons, cards, clocks and the drafting scales of the meters."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from game.window import backdrop
from game.window.brush import Brush
from game.window.shapes import draw_key_cap, draw_shape
from game.window.theme import Colour
from game.window.widgets import Box, Mark, Widget


def _table(brush: Brush, widget: Widget) -> None:
    wood = backdrop.table(brush.palette, widget.box.width, widget.box.height)
    brush.surface.blit(wood, (widget.box.x, widget.box.y + brush.dy))


def _bare(brush: Brush, widget: Widget) -> None:
    brush.fill(widget.box, brush.palette.room)


def _wall(brush: Brush, widget: Widget) -> None:
    box = widget.box
    if brush.is_flat:
        brush.fill(box, brush.palette.room)
    else:
        lines = backdrop.wall(brush.palette, box.width, box.height)
        brush.surface.blit(lines, (box.x, box.y + brush.dy))
    _edge(brush, Box(box.x, box.bottom - brush.frame.px(3), box.width, brush.frame.px(3)))
    if not brush.is_flat:
        for i in range(brush.frame.px(16)):
            brush.darken(Box(box.x, box.bottom + i, box.width, 1), 0.5 * (1 - i / brush.frame.px(16)))


def _upland(brush: Brush, widget: Widget) -> None:
    box = widget.box
    if brush.is_flat:
        brush.fill(box, brush.palette.sea)
    else:
        lines = backdrop.upland(brush.palette, box.width, box.height)
        brush.surface.blit(lines, (box.x, box.y + brush.dy))
    _edge(brush, Box(box.x, box.bottom - brush.frame.px(3), box.width, brush.frame.px(3)))


def _edge(brush: Brush, box: Box) -> None:
    brush.fill(box, brush.palette.contour)


def _rail(brush: Brush, widget: Widget) -> None:
    box = widget.box
    brush.fill(box, brush.palette.room)
    _edge(brush, Box(box.x, box.y, box.width, max(brush.frame.px(2), 1)))


def _panel(brush: Brush, widget: Widget) -> None:
    brush.fill(widget.box, brush.palette.room, radius=brush.frame.px(6))
    brush.frame_line(widget.box, brush.palette.contour, max(brush.frame.px(2), 1), radius=brush.frame.px(6))


def _button(brush: Brush, widget: Widget) -> None:
    radius = brush.frame.px(6)
    brush.fill(widget.box, brush.palette.room, radius)
    brush.frame_line(widget.box, brush.palette.faint_ivory, max(brush.frame.px(2), 1), radius)
    draw_key_cap(brush, widget, brush.palette.faint_ivory)


def _primary(brush: Brush, widget: Widget) -> None:
    radius = brush.frame.px(6)
    brush.fill(widget.box, brush.palette.manila, radius)
    inner = widget.box.inset(brush.frame.px(4))
    brush.frame_line(inner, brush.palette.ink, max(brush.frame.px(1), 1), brush.frame.px(3))
    draw_key_cap(brush, widget, brush.palette.ink)


def _slip(brush: Brush, widget: Widget) -> None:
    """A card lying on the table; a chosen one has a bold edge, a bar at its side and a tick."""
    brush.shadow(widget.box, brush.frame.px(7))
    brush.fill(widget.box, brush.palette.card, radius=brush.frame.px(3))
    chosen = widget.states & {"selected", "on"}
    brush.frame_line(
        widget.box, brush.palette.ink if chosen else brush.palette.line, _thick(brush, bool(chosen))
    )
    if chosen:
        brush.fill(Box(widget.box.x, widget.box.y, brush.frame.px(9), widget.box.height), brush.palette.ink)
    draw_key_cap(brush, widget, brush.palette.ink)
    if isinstance(widget.figure, Mark):
        _mark(brush, widget, widget.figure)


def _thick(brush: Brush, *claims: bool) -> int:
    return max(brush.frame.px(4 if any(claims) else 1.5), 1)


def _mark(brush: Brush, widget: Widget, mark: Mark) -> None:
    """Draw a shape at the right end of a card, in the room the layout left for it."""
    size = brush.frame.px(26)
    x = widget.box.right - brush.frame.px(20) - size
    y = widget.box.y + (widget.box.height - size) // 2
    draw_shape(brush, Box(x, y, size, size), mark.shape, brush.palette[mark.ink])


def _scroll_button(brush: Brush, widget: Widget) -> None:
    _button(brush, widget)
    if isinstance(widget.figure, Mark):
        box = widget.box.inset(widget.box.width // 3)
        draw_shape(brush, box, widget.figure.shape, brush.palette[widget.figure.ink])


def _card(brush: Brush, widget: Widget) -> None:
    """A name card standing at the table; the one who speaks has been lifted."""
    lifted = "lifted" in widget.states
    brush.shadow(widget.box, brush.frame.px(12 if lifted else 5))
    brush.fill(widget.box, brush.palette.card, radius=brush.frame.px(3))
    fold = Box(widget.box.x, widget.box.y, widget.box.width, brush.frame.px(8))
    brush.fill(fold, brush.palette.manila)
    brush.line((fold.x, fold.bottom), (fold.right, fold.bottom), brush.palette.line)
    brush.frame_line(widget.box, brush.palette.ink if lifted else brush.palette.line, _thick(brush, lifted))
    draw_key_cap(brush, widget, brush.palette.ink)
    if isinstance(widget.figure, Mark):
        _mark(brush, widget, widget.figure)


def _seats(brush: Brush, widget: Widget) -> None:
    """The long table that the name cards stand around, seen from above, with its papers."""
    brush.smooth(_drawn_seats, widget.box, brush.palette.room)


def _drawn_seats(brush: Brush, box: Box) -> None:
    px = brush.frame.px
    brush.fill(box, brush.palette.room, radius=min(box.height // 2, px(90)))
    inner = box.inset(px(6))
    brush.fill(inner, _wood_top(brush), radius=min(inner.height // 2, px(84)))
    edge = inner.inset(px(8))
    brush.frame_line(edge, brush.palette.contour, px(1.5), min(edge.height // 2, px(76)))
    if brush.is_flat:
        return
    for across, down, turn in _PAPERS_ON_TABLE:
        centre = (box.x + box.width * across, box.y + box.height * down)
        brush.polygon(_turned(centre, px(44), px(32), turn), brush.palette.paper)


_PAPERS_ON_TABLE = (
    (0.24, 0.34, 0.2),
    (0.3, 0.68, -0.3),
    (0.52, 0.4, -0.1),
    (0.7, 0.62, 0.35),
    (0.78, 0.36, -0.2),
)


def _turned(
    centre: tuple[float, float], width: float, height: float, turn: float
) -> list[tuple[float, float]]:
    """Give the corners of a rectangle turned about its centre."""
    cos, sin = math.cos(turn), math.sin(turn)
    halves = (
        (-width / 2, -height / 2),
        (width / 2, -height / 2),
        (width / 2, height / 2),
        (-width / 2, height / 2),
    )
    return [(centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos) for x, y in halves]


def _wood_top(brush: Brush) -> Colour:
    return brush.palette.room if brush.is_flat else brush.palette.wood


def _rule(brush: Brush, widget: Widget) -> None:
    """A thin line across the table or a page."""
    if isinstance(widget.figure, Mark):
        brush.fill(widget.box, brush.palette[widget.figure.ink])


def _stop(brush: Brush, widget: Widget) -> None:
    """A stop on the timeline: its mark on the rail, which is broken around it, and an edge to press."""
    box, px = widget.box, brush.frame.px
    if widget.action:
        brush.frame_line(box, brush.palette.contour, max(px(1.5), 1), radius=px(6))
    if isinstance(widget.figure, Mark):
        size = px(26)
        place = Box(box.x + px(10), box.y + px(10), size, size)
        brush.fill(place.inset(-px(4)), brush.palette.room)
        draw_shape(brush, place, widget.figure.shape, brush.palette[widget.figure.ink])


LOOKS: Mapping[str, Callable[[Brush, Widget], None]] = {
    "table": _table,
    "bare": _bare,
    "wall": _wall,
    "upland": _upland,
    "rail": _rail,
    "panel": _panel,
    "button": _button,
    "primary": _primary,
    "slip": _slip,
    "card": _card,
    "seats": _seats,
    "scroll-button": _scroll_button,
    "rule": _rule,
    "stop": _stop,
}
