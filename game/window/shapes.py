"""The shapes of sides, and the small signs beside them."""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from game.window.brush import Brush
from game.window.theme import Colour
from game.window.widgets import Box, Widget


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
    "left": ((0.1, 0.5), (0.9, 0), (0.9, 1)),
    "right": ((0.9, 0.5), (0.1, 0), (0.1, 1)),
}


def draw_key_cap(brush: Brush, widget: Widget, colour: Colour) -> None:
    """Draw the edge of the key that a widget names first, if it names one."""
    if not widget.shortcut or not widget.lines or widget.lines[0].text != widget.shortcut:
        return
    line = widget.lines[0].box
    pad_x, trim = brush.frame.px(6), line.height // 10
    cap = Box(line.x - pad_x, line.y + trim, line.width + 2 * pad_x, line.height - 2 * trim)
    brush.frame_line(cap, colour, max(brush.frame.px(1.5), 1), radius=brush.frame.px(4))
