"""A slip over the screen that says what a key has just done; the next press takes it away."""

from __future__ import annotations

from game.window.compose import Flow, Sheet, even, sheet
from game.window.fonts import STRONG
from game.window.frame import Frame
from game.window.widgets import Box, Widgets


def lay_slip(frame: Frame, text: str) -> Widgets:
    """Lay a slip in the upper middle of the window, no wider than what it says needs."""
    widest = frame.width_px * 4 // 5 - frame.px(64)
    width = max(frame.measure(line, STRONG) for line in frame.wrap(text, STRONG, widest)) + frame.px(64) + 2
    flow = Flow(frame, Box((frame.width_px - width) // 2, frame.px(20), width, 0), "card", "")
    sheet(
        flow,
        Sheet("slip", even(32, 16), "card", "card", text),
        lambda inner: inner.say("slip.text", text, STRONG),
    )
    return flow.widgets
