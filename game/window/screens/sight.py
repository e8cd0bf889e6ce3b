"""The check of colours: the marks of the sides as people see them who lack one kind of cone."""

from __future__ import annotations

from game.window.compose import Flow, Sheet, columns, even, join, sheet
from game.window.fonts import BODY, SMALL, STRONG
from game.window.theme import Palette, contrast
from game.window.vision import SIGHTS, Sight, seen
from game.window.widgets import Box, Seen, Widget

SIDE_MARKS = (("square", "blue"), ("triangle", "vermilion"), ("circle", "green"))
"""The shape and the colour of each side's marks."""


def least_contrast(palette: Palette, sight: Sight) -> float:
    """Give the lowest ratio between a side's mark and the grounds that it stands on."""
    return min(
        contrast(seen(palette[ink], sight), seen(palette[ground], sight))
        for _, ink in SIDE_MARKS
        for ground in ("room", "sea")
    )


def lay_sights(flow: Flow) -> None:
    """Lay the palette as it is, and under three simulations; each with its lowest ratio in words."""
    flow.say("sight.hint", flow.frame.words("window.sight.hint"), BODY, "ivory")
    flow.gap(18)
    per_row = 1 if flow.width < 36 * flow.frame.em else 2
    for start in range(0, len(SIGHTS), per_row):
        if start:
            flow.gap(16)
        parts = columns(flow, (1.0,) * per_row, 20)
        for part, sight in zip(parts, SIGHTS[start : start + per_row], strict=True):
            _sight(part, sight)
        join(flow, parts)
    flow.gap(18)
    flow.say("sight.source", flow.frame.words("window.sight.source"), SMALL, "ivory")


def _sight(flow: Flow, sight: Sight) -> None:
    words, frame = flow.frame.words, flow.frame
    name = words(f"window.sight.{sight}")

    def write(inner: Flow) -> None:
        inner.say(f"sight.{sight}.name", name, STRONG, role="heading")
        inner.gap(8)
        box = Box(inner.x, inner.y, inner.width, frame.px(150))
        inner.place(
            Widget(
                f"sight.{sight}.marks",
                "drawing",
                words("window.sight.marks", sight=name),
                box,
                "seen",
                figure=Seen(sight, SIDE_MARKS),
            )
        )
        inner.gap(8)
        ratio = f"{least_contrast(frame.palette, sight):.1f}"
        inner.say(f"sight.{sight}.ratio", words("window.sight.ratio", ratio=ratio), SMALL, "faint_ink")

    sheet(flow, Sheet(f"sight.{sight}", even(24, 18), ground="card", look="slip", label=name), write)
