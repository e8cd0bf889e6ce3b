"""How the instruments of the room look: drafting scales, clocks, and the rails of two roads."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import pygame

from game.window.brush import Brush
from game.window.shapes import draw_shape
from game.window.theme import Colour
from game.window.vision import seen
from game.window.widgets import Box, Dial, Mark, Scale, Seen, Widget


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
            max(brush.frame.px(1.5), 1) if i % 4 == 0 else 1,
        )
    brush.frame_line(rule, brush.palette.ink, 1, radius=brush.frame.px(3))
    x = rule.x + rule.height // 2 + (rule.width - rule.height) * widget.figure.step // (count - 1)
    half = brush.frame.px(11)
    brush.shadow(card, brush.frame.px(5))
    brush.polygon(
        [(x - half, card.y + 1), (x + half, card.y + 1), (x, rule.y + rule.height * 0.3)], brush.palette.ink
    )
    brush.fill(card, brush.palette.card, radius=brush.frame.px(3))
    brush.frame_line(card, brush.palette.ink, max(brush.frame.px(1.5), 1), radius=brush.frame.px(3))


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


def _seen(brush: Brush, widget: Widget) -> None:
    """Marks on the wall and ink on paper, all of it in the colours of another sight."""
    if not isinstance(widget.figure, Seen):
        return
    figure, px, box = widget.figure, brush.frame.px, widget.box

    def colour(name: str) -> Colour:
        return seen(brush.palette[name], figure.sight)

    size, gap = box.height * 2 // 5, px(24)
    for row, ground in enumerate(("room", "sea")):
        half = Box(box.x, box.y + row * box.height // 2, box.width * 3 // 5, box.height // 2)
        brush.fill(half, colour(ground))
        for i, (shape, ink) in enumerate(figure.marks):
            mark = Box(half.x + gap + i * (size + gap), half.y + (half.height - size) // 2, size, size)
            draw_shape(brush, mark, shape, colour(ink))
        ring = Box(half.right - gap - size, half.y + (half.height - size) // 2, size, size)
        brush.frame_line(ring, colour("amber"), max(px(5), 3), radius=px(9))
    left = box.x + box.width * 3 // 5
    brush.fill(Box(left, box.y, box.right - left, box.height), colour("paper"))
    inks = ("ink", "carbon", "stamp", "line")
    for i, ink in enumerate(inks):
        y = box.y + box.height * (2 * i + 1) // (2 * len(inks)) - px(5)
        brush.fill(
            Box(left + gap, y, (box.right - left - 2 * gap) * (len(inks) - i) // len(inks), px(10)),
            colour(ink),
        )
    brush.frame_line(box, brush.palette.ink, max(px(1.5), 1))


LOOKS: Mapping[str, Callable[[Brush, Widget], None]] = {
    "meter": _meter,
    "clock": _clock,
    "rails": _rails,
    "seen": _seen,
}
