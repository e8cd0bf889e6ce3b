"""What is wrong with a screen as it is laid out and drawn, by the numbers of the accessibility list.

For tests and for the tour: one sentence a fault, naming widgets by their ids for whoever mends the screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pygame

from game.window import focus
from game.window.frame import Frame
from game.window.theme import TEXT_PAIRS, Colour, contrast
from game.window.widgets import Box, Extent, Line, Widgets

TARGET_PX, NEAR_PX, SMALLEST_PX = 44, 8, 20  # at 1080; a very small window gets no smaller target than 24
LARGE_PX = 36  # at 1080: from there on 3:1 is enough
MOST_LETTERS = 80

_LEAST = {(pair.ink, pair.ground): pair.least for pair in TEXT_PAIRS}


def faults(widgets: Widgets, frame: Frame) -> tuple[str, ...]:
    """Give what is wrong with a layout, or nothing."""
    found = (_texts, _places, _targets, _page, _lines)
    return tuple(fault for part in found for fault in part(widgets, frame))


def _texts(widgets: Widgets, _: Frame) -> Iterator[str]:
    lines = [(widget.inside, line) for widget in widgets for line in widget.lines]
    lines.sort(key=lambda pair: pair[1].box.y)
    for at, (inside, one) in enumerate(lines):
        for also_inside, other in lines[at + 1 :]:
            if other.box.y >= one.box.bottom:
                break
            if inside == also_inside and one.box.meets(other.box):
                yield f"overlap: '{one.text}' and '{other.text}'"


def _places(widgets: Widgets, frame: Frame) -> Iterator[str]:
    scroll = focus.view_of(widgets)
    assert isinstance(scroll.figure, Extent)
    window = Box(0, 0, frame.width_px, frame.height_px)
    page = Box(scroll.box.x, scroll.box.y, scroll.box.width, scroll.figure.content_px)
    for widget in widgets:
        for line in widget.lines:
            if not widget.box.holds(line.box):
                yield f"clipped: '{line.text}' in {widget.id}"
        if not (page if widget.inside else window).holds(widget.box):
            yield f"outside: {widget.id}"


def _targets(widgets: Widgets, frame: Frame) -> Iterator[str]:
    targets = [widget for widget in widgets if widget.action]
    least, near = max(24, TARGET_PX * frame.unit), round(NEAR_PX * frame.unit)
    for widget in targets:
        if min(widget.box.width, widget.box.height) < least:
            yield f"small: {widget.id}, {widget.box.width} by {widget.box.height}"
    for one, other in combinations(targets, 2):
        if bool(one.inside) == bool(other.inside) and one.box.inset(1 - near).meets(other.box):
            yield f"crowded: {one.id} and {other.id}"


def _page(widgets: Widgets, frame: Frame) -> Iterator[str]:
    """Six lines of text can be seen at once, or all of the window; and no page scrolls sideways."""
    view = focus.view_of(widgets).box
    if view.height < min(6 * frame.em * 1.5, frame.height_px) or view.width != frame.width_px:
        yield f"cramped: the page is {view.width} by {view.height}"


def _lines(widgets: Widgets, frame: Frame) -> Iterator[str]:
    palette = frame.palette
    for line in (line for widget in widgets for line in widget.lines):
        if line.px < SMALLEST_PX * min(frame.unit, 1):
            yield f"tiny: '{line.text}', {line.px} px"
        if len(line.text) > MOST_LETTERS:
            yield f"long: '{line.text}'"
        if (line.ink, line.ground) not in _LEAST:
            yield f"unlisted: {line.ink} on {line.ground}, '{line.text}'"
        elif contrast(palette[line.ink], palette[line.ground]) < _least(line, frame):
            yield f"faint: {line.ink} on {line.ground}, '{line.text}'"


def _least(line: Line, frame: Frame) -> float:
    if frame.settings.is_high_contrast:
        return 7.0
    return 3.0 if line.px >= LARGE_PX * frame.unit else _LEAST[line.ink, line.ground]


def drawn_faults(surface: pygame.Surface, widgets: Widgets, frame: Frame, scroll_px: int) -> tuple[str, ...]:
    """Give the lines of text that stand out too little from what was really drawn behind them.

    The ground is looked up around each line that can be seen whole, below the shadow of the bar.
    """
    palette = frame.palette
    view, shadow = focus.view_of(widgets).box, frame.px(16)
    view = Box(view.x, view.y + shadow, view.width, view.height - shadow)
    found = []
    for widget in widgets:
        for line in widget.lines:
            box = line.box.moved(0, -scroll_px if widget.inside else 0)
            if not (view if widget.inside else surface_box(surface)).holds(box) or _is_unlisted(line):
                continue
            ink = palette[line.ink]
            rows = _rows(surface, box, frame.px(3) + 1)
            ratio = max(min(contrast(ink, ground) for ground in row) for row in rows)
            if ratio < _drawn_least(line, frame):
                found.append(f"drawn faint: {ratio:.1f} for '{line.text}' in {widget.id}")
    return tuple(found)


def _is_unlisted(line: Line) -> bool:
    return (line.ink, line.ground) not in _LEAST


def _drawn_least(line: Line, frame: Frame) -> float:
    """A texture may take a little of what the palette promises, never what WCAG asks of text."""
    return min(_least(line, frame), 4.5)


def surface_box(surface: pygame.Surface) -> Box:
    """Give a surface's own rectangle."""
    return Box(0, 0, surface.get_width(), surface.get_height())


def _rows(surface: pygame.Surface, box: Box, edge: int) -> tuple[tuple[Colour, ...], ...]:
    """Give the colours along four rows of pixels near the top and bottom of a line, where no letter reaches.

    An edge of a card or a key cap may run along one of them, but not along all.
    """
    heights = (box.y + 1, box.y + edge, box.bottom - 2, box.bottom - 1 - edge)
    across = tuple(box.x + int(box.width * share) for share in (0.1, 0.3, 0.5, 0.7, 0.9))
    return tuple(tuple(_colour(surface, x, y) for x in across) for y in heights)


def _colour(surface: pygame.Surface, x: int, y: int) -> Colour:
    red, green, blue, _ = surface.get_at((x, y))
    return red, green, blue
