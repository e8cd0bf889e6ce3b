"""How the room looks: table, wall, buttons, cards, clocks and the drafting scales of the meters."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import pygame

from game.window import backdrop
from game.window.brush import Brush
from game.window.theme import Colour
from game.window.widgets import Box, Dial, Mark, Scale, Widget


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
    _key_cap(brush, widget, brush.palette.faint_ivory)


def _primary(brush: Brush, widget: Widget) -> None:
    radius = brush.frame.px(6)
    brush.fill(widget.box, brush.palette.manila, radius)
    inner = widget.box.inset(brush.frame.px(4))
    brush.frame_line(inner, brush.palette.ink, max(brush.frame.px(1), 1), brush.frame.px(3))
    _key_cap(brush, widget, brush.palette.ink)


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
    _key_cap(brush, widget, brush.palette.ink)
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


def draw_shape(brush: Brush, box: Box, shape: str, colour: Colour) -> None:
    """Draw a side's shape, a tick, an empty box or the tip of an arrow."""
    brush.smooth(_drawn_shape, box, colour, shape, colour)


def _drawn_shape(brush: Brush, box: Box, shape: str, colour: Colour) -> None:
    x, y, w, h = box.x, box.y, box.width, box.height
    if shape == "circle":
        pygame.draw.circle(brush.surface, colour, (x + w / 2, y + h / 2), w / 2)
    elif shape in _POLYGONS:
        brush.polygon([(x + w * across, y + h * down) for across, down in _POLYGONS[shape]], colour)
    else:
        brush.frame_line(box, colour, max(w // 10, 2))
    if shape == "tick":
        points = [(x + w * 0.2, y + h * 0.52), (x + w * 0.43, y + h * 0.76), (x + w * 0.82, y + h * 0.24)]
        brush.lines(points, colour, max(w // 7, 2))


_POLYGONS: Mapping[str, tuple[tuple[float, float], ...]] = {
    "square": ((0, 0), (1, 0), (1, 1), (0, 1)),
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "up": ((0.5, 0.1), (1, 0.9), (0, 0.9)),
    "down": ((0.5, 0.9), (1, 0.1), (0, 0.1)),
}


def _scroll_button(brush: Brush, widget: Widget) -> None:
    _button(brush, widget)
    if isinstance(widget.figure, Mark):
        box = widget.box.inset(widget.box.width // 3)
        draw_shape(brush, box, widget.figure.shape, brush.palette[widget.figure.ink])


def _shape(brush: Brush, widget: Widget) -> None:
    if isinstance(widget.figure, Mark):
        draw_shape(brush, widget.box, widget.figure.shape, brush.palette[widget.figure.ink])


def _key_cap(brush: Brush, widget: Widget, colour: Colour) -> None:
    if not widget.shortcut or not widget.lines or widget.lines[0].text != widget.shortcut:
        return
    line = widget.lines[0].box
    pad_x, trim = brush.frame.px(6), line.height // 10
    cap = Box(line.x - pad_x, line.y + trim, line.width + 2 * pad_x, line.height - 2 * trim)
    brush.frame_line(cap, colour, max(brush.frame.px(1.5), 1), radius=brush.frame.px(4))


def _card(brush: Brush, widget: Widget) -> None:
    """A name card standing at the table; the one who speaks has been lifted."""
    lifted = "selected" in widget.states
    brush.shadow(widget.box, brush.frame.px(12 if lifted else 5))
    brush.fill(widget.box, brush.palette.card, radius=brush.frame.px(3))
    fold = Box(widget.box.x, widget.box.y, widget.box.width, brush.frame.px(8))
    brush.fill(fold, brush.palette.manila)
    brush.line((fold.x, fold.bottom), (fold.right, fold.bottom), brush.palette.line)
    brush.frame_line(widget.box, brush.palette.ink if lifted else brush.palette.line, _thick(brush, lifted))
    _key_cap(brush, widget, brush.palette.ink)


def _seats(brush: Brush, widget: Widget) -> None:
    """The long table that the name cards stand around, seen from above."""
    box, px = widget.box, brush.frame.px
    rim, top = brush.palette.room, _wood_top(brush)
    brush.shadow(box, px(10))
    brush.fill(box, rim, radius=min(box.height // 2, px(90)))
    inner = box.inset(px(6))
    brush.fill(inner, top, radius=min(inner.height // 2, px(84)))
    brush.frame_line(
        inner.inset(px(8)), brush.palette.contour, max(px(1), 1), radius=min(inner.height // 2, px(76))
    )


def _wood_top(brush: Brush) -> Colour:
    return brush.palette.room if brush.is_flat else brush.palette.wood


def _meter(brush: Brush, widget: Widget) -> None:
    """A boxwood drafting rule with a mark for each step, and a card that slides along it."""
    if not isinstance(widget.figure, Scale):
        return
    rule, card = meter_boxes(widget, brush.frame.px(1))
    brush.fill(rule, brush.palette.manila, radius=brush.frame.px(3))
    count = widget.figure.step_count
    for i in range((count - 1) * 4 + 1):
        x = rule.x + rule.height // 2 + (rule.width - rule.height) * i // ((count - 1) * 4)
        length = rule.height * (0.62 if i % 4 == 0 else 0.28)
        brush.line(
            (x, rule.bottom - length),
            (x, rule.bottom - 1),
            brush.palette.ink,
            _thick(brush) if i % 4 == 0 else 1,
        )
    brush.frame_line(rule, brush.palette.ink, 1, radius=brush.frame.px(3))
    x = rule.x + rule.height // 2 + (rule.width - rule.height) * widget.figure.step // (count - 1)
    half = brush.frame.px(11)
    brush.shadow(card, brush.frame.px(5))
    brush.polygon(
        [(x - half, card.y + 1), (x + half, card.y + 1), (x, rule.y + rule.height * 0.3)], brush.palette.ink
    )
    brush.fill(card, brush.palette.card, radius=brush.frame.px(3))
    brush.frame_line(card, brush.palette.ink, _thick(brush), radius=brush.frame.px(3))


def meter_boxes(widget: Widget, unit_px: int) -> tuple[Box, Box]:
    """Give the rule and the sliding card of a meter: the card lies around its first line of text."""
    step = widget.lines[0].box
    card = Box(step.x - 12 * unit_px, step.y, step.width + 24 * unit_px, step.height)
    height = max(step.height * 2 // 3, 12)
    gap = max(step.height // 5, 4)
    return Box(widget.box.x, step.y - gap - height, widget.box.width, height), card


def _clock(brush: Brush, widget: Widget) -> None:
    """A wall clock: twelve strokes and two hands, hour and minute."""
    if isinstance(widget.figure, Dial):
        size = min(widget.box.height, brush.frame.px(76))
        box = Box(widget.box.x, widget.box.y + (widget.box.height - size) // 2, size, size)
        brush.smooth(_drawn_clock, box, brush.palette.contour, widget.figure)


def _drawn_clock(brush: Brush, box: Box, dial: Dial) -> None:
    size, px, ink = box.width, brush.frame.px, brush.palette.ink
    centre, radius = (size / 2, size / 2), size / 2 - 1
    pygame.draw.circle(brush.surface, brush.palette.contour, centre, radius)
    pygame.draw.circle(brush.surface, brush.palette.paper, centre, radius - px(3.5))
    for hour in range(12):
        inner, width = (0.70, 3.5) if hour % 3 == 0 else (0.78, 1.8)
        start, end = _on_dial(centre, radius * inner, hour / 12), _on_dial(centre, radius * 0.88, hour / 12)
        brush.line(start, end, ink, px(width))
    minute = dial.minute / 60
    brush.line(centre, _on_dial(centre, radius * 0.48, (dial.hour % 12 + minute) / 12), ink, px(5))
    brush.line(centre, _on_dial(centre, radius * 0.76, minute), ink, px(3))
    pygame.draw.circle(brush.surface, ink, centre, px(5))


def _on_dial(centre: tuple[float, float], radius: float, share: float) -> tuple[float, float]:
    angle = share * 2 * math.pi
    return centre[0] + radius * math.sin(angle), centre[1] - radius * math.cos(angle)


def _rule(brush: Brush, widget: Widget) -> None:
    """A thin line across the table or a page."""
    if isinstance(widget.figure, Mark):
        brush.fill(widget.box, brush.palette[widget.figure.ink])


def _rails(brush: Brush, widget: Widget) -> None:
    """Two rails beside a turn: one where both roads are the same, two where this road has left the record."""
    box, px = widget.box, brush.frame.px
    middle, apart = box.x + box.width * 2 // 5, px(16)
    width, gap = max(px(5), 2), px(16)
    top, bottom = box.y - gap // 2, box.bottom + gap // 2
    if isinstance(widget.figure, Mark) and widget.figure.shape == "parted":
        brush.line((middle - apart, top), (middle - apart, bottom), brush.palette.faint_ivory, width)
        brush.line((middle + apart, top), (middle + apart, bottom), brush.palette.amber, width)
        draw_shape(
            brush, Box(middle - apart - px(9), box.y + px(28), px(18), px(18)), "circle", brush.palette.ivory
        )
        draw_shape(
            brush,
            Box(middle + apart - px(11), box.y + px(26), px(22), px(22)),
            "diamond",
            brush.palette.amber,
        )
        return
    brush.line((middle, top), (middle, bottom), brush.palette.ivory, max(px(9), 3))
    draw_shape(brush, Box(middle - px(13), box.y + px(24), px(26), px(26)), "circle", brush.palette.ivory)


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
    "meter": _meter,
    "clock": _clock,
    "scroll-button": _scroll_button,
    "shape": _shape,
    "rule": _rule,
    "rails": _rails,
}
