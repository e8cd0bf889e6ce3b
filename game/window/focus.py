"""The focus: which widget the ring is on, where the arrows take it, and how far the page must scroll."""

from __future__ import annotations

from typing import Literal

from game.window.widgets import Box, Extent, Widget, Widgets

Direction = Literal["up", "down", "left", "right"]

# what a reader most likely wants next, where a screen has it
_FIRST = ("forward", "seal", "begin", "resume", "new", "go-on", "after")


def stops(widgets: Widgets) -> Widgets:
    """Give the widgets that the ring can be on, in reading order."""
    return tuple(widget for widget in widgets if widget.action and widget.action.verb != "scroll")


def view_of(widgets: Widgets) -> Widget:
    """Give the scroll of a screen; every screen has one."""
    return next(widget for widget in widgets if widget.role == "scroll")


def scroll_limit(widgets: Widgets) -> int:
    """Give how far the page can be scrolled."""
    scroll = view_of(widgets)
    assert isinstance(scroll.figure, Extent)
    return max(scroll.figure.content_px - scroll.box.height, 0)


def shown_box(widget: Widget, scroll_px: int) -> Box:
    """Give where a widget stands in the window."""
    return widget.box.moved(0, -scroll_px) if widget.inside else widget.box


def is_in_view(widgets: Widgets, widget: Widget, scroll_px: int) -> bool:
    """Claim that some of a widget can be seen."""
    if not widget.inside:
        return True
    return view_of(widgets).box.meets(widget.box.moved(0, -scroll_px))


def first(widgets: Widgets) -> str:
    """Give the widget that a screen begins with: the likeliest next step in sight, else what is selected,
    else the first in sight.

    Nothing where none can be seen: the ring never drags a reader past a page that was not read.
    """
    in_sight = [widget for widget in stops(widgets) if is_in_view(widgets, widget, 0)]
    likely = [widget.id for name in _FIRST for widget in in_sight if widget.id == name]
    likely += [widget.id for widget in in_sight if "selected" in widget.states]
    return next(iter(likely), in_sight[0].id if in_sight else "")


def step(widgets: Widgets, focus: str, by: int) -> str:
    """Give the next widget (`by` 1) or the one before (-1), going round."""
    ids = [widget.id for widget in stops(widgets)]
    if not ids:
        return ""
    if focus not in ids:
        return ids[0] if by > 0 else ids[-1]
    return ids[(ids.index(focus) + by) % len(ids)]


def towards(widgets: Widgets, focus: str, direction: Direction, scroll_px: int) -> str:
    """Give the nearest widget in sight in a direction, or nothing where the page should scroll instead."""
    here = next((widget for widget in stops(widgets) if widget.id == focus), None)
    if here is None or not is_in_view(widgets, here, scroll_px):
        return ""
    start = shown_box(here, scroll_px)
    found = [
        (distance, widget.id)
        for widget in stops(widgets)
        if widget.id != focus and is_in_view(widgets, widget, scroll_px)
        if (distance := _distance(start, shown_box(widget, scroll_px), direction)) is not None
    ]
    return min(found)[1] if found else ""


def _distance(start: Box, end: Box, direction: Direction) -> int | None:
    """Give how far `end` lies in a direction, sideways counting double; None where it does not."""
    right, down = _middle_x(end) - _middle_x(start), _middle_y(end) - _middle_y(start)
    ahead = {
        "right": end.x - start.x,
        "left": start.x - end.x,
        "down": end.y - start.y,
        "up": start.y - end.y,
    }
    if ahead[direction] <= 0:
        return None
    if direction in ("left", "right"):
        overlaps = start.y < end.bottom and end.y < start.bottom
        return abs(right) + (0 if overlaps else 2 * abs(down) + 10_000)
    return abs(down) * 2 + abs(right)


def _middle_x(box: Box) -> int:
    return box.x + box.width // 2


def _middle_y(box: Box) -> int:
    return box.y + box.height // 2


def scrolled_to(widgets: Widgets, focus: str, scroll_px: int) -> int:
    """Give the scroll at which a widget can be seen whole, or its top where it is higher than the view."""
    widget = next((widget for widget in widgets if widget.id == focus), None)
    if widget is None or not widget.inside:
        return scroll_px
    view = view_of(widgets).box
    margin = min(view.height // 12, 40)
    top, bottom = widget.box.y - margin - view.y, widget.box.bottom + margin - view.bottom
    wanted = min(max(scroll_px, bottom), top)
    return min(max(wanted, 0), scroll_limit(widgets))


def hit(widgets: Widgets, x: int, y: int, scroll_px: int) -> Widget | None:
    """Give the widget that a pointer presses at a pixel: the last drawn one there that does something."""
    view = view_of(widgets).box
    for widget in reversed(widgets):
        if widget.action is None or (widget.inside and not view.holds_point(x, y)):
            continue
        if shown_box(widget, scroll_px).holds_point(x, y):
            return widget
    return None
