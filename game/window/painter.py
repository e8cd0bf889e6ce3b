"""The painter: draws the widgets of a screen, the focus ring and the scroll's position."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pygame

from game.window import (
    paint_debrief,
    paint_furniture,
    paint_instruments,
    paint_map,
    paint_papers,
    paint_pictures,
)
from game.window.brush import Brush
from game.window.fonts import FontBook
from game.window.frame import Frame
from game.window.ink import draw_line
from game.window.page import SCROLLBAR
from game.window.widgets import Box, Extent, Widget, Widgets

LOOKS: Mapping[str, Callable[[Brush, Widget], None]] = {
    **paint_furniture.LOOKS,
    **paint_instruments.LOOKS,
    **paint_papers.LOOKS,
    **paint_pictures.LOOKS,
    **paint_debrief.LOOKS,
    **paint_map.LOOKS,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen: its widgets, the id of the one in focus, and how far the page is scrolled."""

    widgets: Widgets
    focus: str = ""
    scroll_px: int = 0


def paint(surface: pygame.Surface, frame: Frame, shown: Shown) -> None:
    """Draw everything, from the first widget to the last, and the focus ring over all."""
    palette = frame.palette
    view = next((widget.box for widget in shown.widgets if widget.role == "scroll"), None)
    for widget in shown.widgets:
        in_view = widget.inside and view is not None
        dy = -shown.scroll_px if in_view else 0
        if in_view and view and not widget.box.moved(0, dy).meets(view):
            continue
        surface.set_clip(_rect(view) if in_view and view else None)
        _paint_widget(Brush(surface, palette, frame, dy), widget, frame.fonts)
    surface.set_clip(None)
    _paint_position(Brush(surface, palette, frame, 0), shown)
    _paint_focus(Brush(surface, palette, frame, 0), shown, view)


def _paint_widget(brush: Brush, widget: Widget, fonts: FontBook) -> None:
    look = LOOKS.get(widget.look)
    if look is not None:
        look(brush, widget)
    for line in widget.lines:
        draw_line(brush.surface, fonts, line, brush.palette[line.ink], brush.dy)


def _rect(box: Box) -> pygame.Rect:
    return pygame.Rect(box.x, box.y, box.width, box.height)


def _paint_position(brush: Brush, shown: Shown) -> None:
    """Draw where in the page we are: a drafting rule at the right edge with a card for what is seen."""
    scroll = next((widget for widget in shown.widgets if widget.role == "scroll"), None)
    if (
        scroll is None
        or not isinstance(scroll.figure, Extent)
        or scroll.figure.content_px <= scroll.box.height
    ):
        return
    px, box, content = brush.frame.px, scroll.box, scroll.figure.content_px
    button = px(SCROLLBAR) + px(12)
    track = Box(
        box.right - px(4) - px(SCROLLBAR) // 2 - px(7), box.y + button, px(14), box.height - 2 * button
    )
    length = max(track.height * box.height // content, px(48))
    travel = track.height - length
    y = track.y + travel * shown.scroll_px // max(content - box.height, 1)
    brush.fill(track, brush.palette.room, radius=px(7))
    brush.frame_line(track, brush.palette.faint_ivory, 1, radius=px(7))
    brush.fill(Box(track.x, y, track.width, length), brush.palette.faint_ivory, radius=px(7))


def _paint_focus(brush: Brush, shown: Shown, view: Box | None) -> None:
    """Draw the ring: amber between two dark lines, so that it stands out from paper and room alike."""
    widget = next((widget for widget in shown.widgets if widget.id == shown.focus), None)
    if widget is None:
        return
    px = brush.frame.px
    box = widget.box
    if widget.inside and view is not None:
        box = box.moved(0, -shown.scroll_px)
        brush.surface.set_clip(_rect(view))
    width = max(px(5), 3)
    edge = max(px(2), 1)
    brush.frame_line(box.inset(-width - edge), brush.palette.room, edge, radius=px(10))
    brush.frame_line(box.inset(-width), brush.palette.amber, width, radius=px(9))
    brush.frame_line(box, brush.palette.room, edge, radius=px(6))
    brush.surface.set_clip(None)
