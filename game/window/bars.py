"""The bar above a screen: a heading, and in play the clocks of the capitals beside it."""

from __future__ import annotations

from dataclasses import replace

from game.messages import Words
from game.play.view import ClockView, View
from game.window.compose import Flow, set_text
from game.window.fonts import HEADING, LABEL, SMALL
from game.window.widgets import Box, Dial, Widget

_DIAL, _BESIDE, _BETWEEN = 76, 14, 32  # pixels at 1080: a clock, the gap to its words, the gap to the next


def heading_bar(flow: Flow, above: str, heading: str) -> None:
    """Fill a bar with a heading and the line above it."""
    if above:
        flow.say("bar.above", above, LABEL, "faint_ivory")
    flow.say("bar.heading", heading, HEADING, role="heading")


def play_bar(flow: Flow, view: View, heading: str) -> None:
    """Fill a bar for play: whose desk, which phase and the heading to the left, the clocks to the right.

    Where there is too little room the dates go on two lines, and then the clocks below the heading.
    """
    frame, above = flow.frame, phase_words(flow.frame.words, view)
    least = max(16 * frame.em, frame.measure(above, LABEL)) + frame.px(40)
    for line_count in (1, 2):
        widths = tuple(_clock_px(flow, clock, line_count) for clock in view.clocks)
        if widths and flow.width - _strip_px(flow, widths) >= least:
            _side_by_side(flow, view, (above, heading), widths)
            return
    heading_bar(flow, above, heading)
    flow.gap(8)
    one_line, two_lines = (tuple(_clock_px(flow, clock, count) for clock in view.clocks) for count in (1, 2))
    _clock_strip(flow, view.clocks, one_line if _strip_px(flow, one_line) <= flow.width else two_lines)


def _side_by_side(flow: Flow, view: View, words: tuple[str, str], widths: tuple[int, ...]) -> None:
    strip = _strip_px(flow, widths)
    left = flow.column(flow.x, flow.width - strip - flow.frame.px(40))
    right = flow.column(flow.x + flow.width - strip, strip)
    heading_bar(left, *words)
    _clock_strip(right, view.clocks, widths)
    bottom = max(left.y, right.y)
    for part in (left, right):
        shift = (bottom - part.y) // 2
        flow.put(tuple(widget.moved(0, shift) for widget in part.widgets))
    flow.y = bottom


def _strip_px(flow: Flow, widths: tuple[int, ...]) -> int:
    return sum(widths) + flow.frame.px(_BETWEEN) * max(len(widths) - 1, 0)


def phase_words(words: Words, view: View) -> str:
    """Say whose desk this is, and in which phase."""
    if not view.phase:
        return view.desk
    phase = words("window.phase", number=view.phase_number, count=view.phase_count, phase=view.phase)
    return f"{view.desk}  ·  {phase}"


def _clock_px(flow: Flow, clock: ClockView, line_count: int) -> int:
    """Give the least width of a clock whose date and hour take so many lines."""
    frame = flow.frame
    whole = frame.measure(clock.text, SMALL)
    tried = (whole * share // 20 for share in range(20 // line_count, 21))
    text = next((px for px in tried if len(frame.wrap(clock.text, SMALL, px)) <= line_count), whole)
    return frame.px(_DIAL) + frame.px(_BESIDE) + max(frame.measure(clock.name, LABEL), text)


def _clock_strip(flow: Flow, clocks: tuple[ClockView, ...], widths: tuple[int, ...]) -> None:
    """Hang the clocks side by side; what does not fit begins another row."""
    frame, x, y, bottom = flow.frame, flow.x, flow.y, flow.y
    for i, (clock, wanted) in enumerate(zip(clocks, widths, strict=True)):
        width = min(wanted, flow.width)
        if x > flow.x and x + width > flow.x + flow.width:
            x, y = flow.x, bottom + frame.px(8)
        widget = _clock(flow, f"clock.{i}", clock, Box(x, y, width, 0))
        flow.place(widget)
        bottom = max(bottom, widget.box.bottom)
        x += width + frame.px(_BETWEEN)
    flow.y = bottom


def _clock(flow: Flow, id_: str, clock: ClockView, box: Box) -> Widget:
    frame = flow.frame
    dial, taken = frame.px(_DIAL), frame.px(_DIAL) + frame.px(_BESIDE)
    text = Flow(frame, Box(box.x + taken, box.y, box.width - taken, 0), flow.ground)
    name, below = set_text(text, clock.name, LABEL, "ivory") if clock.name else ((), box.y)
    text.y = below
    time, bottom = set_text(text, clock.text, SMALL, "faint_ivory")
    height = max(dial, bottom - box.y)
    shift = (height - (bottom - box.y)) // 2
    lines = tuple(replace(line, box=line.box.moved(0, shift)) for line in (*name, *time))
    label = frame.words("window.clock", city=clock.name, time=clock.text) if clock.name else clock.text
    whole, figure = Box(box.x, box.y, box.width, height), Dial(clock.hour, clock.minute)
    return Widget(id_, "clock", label, whole, "clock", lines, figure=figure)
