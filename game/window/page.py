"""The page that every screen is: a bar of the wall above, a scroll over the table, buttons below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.window.buttons import Button, row, to_right
from game.window.compose import PAGE, Flow, set_text
from game.window.fonts import LABEL
from game.window.frame import Frame
from game.window.widgets import Action, Box, Extent, Mark, Widget, Widgets

SCROLLBAR = 48  # pixels at 1080, kept free at the right edge


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of a screen. `bar` fills the bar above; `back` buttons stand left, `forward` right.

    `ground` and `wall` are the looks of what lies behind the body and the bar.
    """

    bar: Callable[[Flow], None]
    body: Callable[[Flow], None]
    back: tuple[Button, ...] = ()
    forward: tuple[Button, ...] = ()
    ground: str = "table"
    wall: str = "wall"


def page(frame: Frame, plan: Plan) -> Widgets:
    """Lay out a whole screen. In a low window the bars scroll with the page, so that it keeps its room.

    The strip at the very bottom says what is heard; it is there where sound has captions.
    """
    strip = _strip(frame)
    bottom = frame.height_px - sum(widget.box.height for widget in strip)
    return (*(_scrolling_bars if frame.is_low else _fixed_bars)(frame, plan, bottom), *strip)


def _strip(frame: Frame) -> Widgets:
    if not (frame.settings.has_sound and frame.settings.has_captions):
        return ()
    pad = frame.px(6)
    flow = Flow(frame, Box(frame.px(40), pad, frame.width_px - 2 * frame.px(40), 0), "room", "")
    lines, bottom = set_text(flow, frame.caption, LABEL, "ivory")
    bottom = max(bottom, pad + frame.line_px(LABEL))
    box = Box(0, frame.height_px - bottom - pad, frame.width_px, bottom + pad)
    strip = Widget("strip", "text", frame.caption, Box(0, 0, box.width, box.height), "rail", lines)
    return (strip.moved(0, box.y),)


def _fixed_bars(frame: Frame, plan: Plan, bottom: int) -> Widgets:
    bar = Flow(frame, _bar_box(frame), _bar_ground(plan), "")
    plan.bar(bar)
    top = bar.y + frame.px(16)
    foot = _foot(frame, plan, 0)
    foot_height = _extent(foot, 0) + (frame.px(14) if foot else 0)
    foot = tuple(widget.moved(0, bottom - foot_height) for widget in foot)
    view = Box(0, top, frame.width_px, bottom - top - foot_height)
    body = Flow(frame, _body_box(frame, top + frame.px(24)), "wood")
    plan.body(body)
    overflows = body.y + frame.px(10) > view.bottom
    content = body.y + frame.px(28) - top if overflows else view.height
    return (
        Widget("table", "drawing", "", Box(0, 0, frame.width_px, frame.height_px), plan.ground),
        Widget(PAGE, "scroll", "", view, "scroll", figure=Extent(content)),
        *body.widgets,
        *_scroll_buttons(frame, view, content),
        Widget("bar", "bar", "", Box(0, 0, frame.width_px, top), plan.wall),
        *bar.widgets,
        *_foot_bar(frame, bottom, foot_height),
        *foot,
    )


def _scrolling_bars(frame: Frame, plan: Plan, bottom: int) -> Widgets:
    view = Box(0, 0, frame.width_px, bottom)
    bar = Flow(frame, _bar_box(frame), _bar_ground(plan))
    plan.bar(bar)
    top = bar.y + frame.px(16)
    body = Flow(frame, _body_box(frame, top + frame.px(24)), "wood")
    plan.body(body)
    foot = tuple(replace(widget, inside=PAGE) for widget in _foot(frame, plan, body.y + frame.px(24)))
    content = max(_extent(foot, body.y) + frame.px(28), view.height)
    return (
        Widget("table", "drawing", "", view, plan.ground),
        Widget(PAGE, "scroll", "", view, "scroll", figure=Extent(content)),
        Widget("bar", "bar", "", Box(0, 0, frame.width_px, top), plan.wall, inside=PAGE),
        *bar.widgets,
        *body.widgets,
        *foot,
        *_scroll_buttons(frame, view, content),
    )


def _scroll_buttons(frame: Frame, view: Box, content_px: int) -> Widgets:
    """Give the two buttons by which a pointer without a wheel scrolls, where there is anything to scroll."""
    if content_px <= view.height:
        return ()
    size, edge = frame.px(SCROLLBAR), frame.px(4)
    x = view.right - size - edge
    places = (("up", "-1", view.y + edge), ("down", "1", view.bottom - size - edge))
    return tuple(
        Widget(
            f"scroll.{name}",
            "button",
            frame.words(f"window.scroll.{name}"),
            Box(x, y, size, size),
            "scroll-button",
            action=Action("scroll", pages),
            figure=Mark(name, "ivory"),
        )
        for name, pages, y in places
    )


def _bar_ground(plan: Plan) -> str:
    return "sea" if plan.wall == "upland" else "room"


def _bar_box(frame: Frame) -> Box:
    edge = frame.px(40)
    return Box(edge, frame.px(18), frame.width_px - edge - frame.px(24 + SCROLLBAR), 0)


def _body_box(frame: Frame, y: int) -> Box:
    edge = frame.px(40)
    return Box(edge, y, frame.width_px - edge - frame.px(24 + SCROLLBAR), 0)


def _foot(frame: Frame, plan: Plan, y: int) -> Widgets:
    edge = frame.px(40)
    width = frame.width_px - edge - frame.px(24 + SCROLLBAR)
    left = row(frame, plan.back, Box(edge, y + frame.px(14), width, 0))
    right = to_right(row(frame, plan.forward, Box(edge, y + frame.px(14), width, 0)), edge + width)
    if any(one.box.meets(other.box) or one.box.y != other.box.y for one in left for other in right):
        return row(frame, (*plan.forward, *plan.back), Box(edge, y + frame.px(14), width, 0))
    if any(one.box.right + frame.px(12) > other.box.x for one in left for other in right):
        return row(frame, (*plan.forward, *plan.back), Box(edge, y + frame.px(14), width, 0))
    return (*left, *right)


def _extent(widgets: Widgets, least: int) -> int:
    return max([least, *(widget.box.bottom for widget in widgets)])


def _foot_bar(frame: Frame, bottom: int, height: int) -> Widgets:
    if not height:
        return ()
    return (Widget("foot", "bar", "", Box(0, bottom - height, frame.width_px, height), "rail"),)
