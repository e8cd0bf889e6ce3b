"""Buttons that stand on many screens, and rows of meters."""

from __future__ import annotations

import math

from game.messages import Words
from game.play.view import MeterView, View
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, columns, even, join, sheet, show
from game.window.parts import meter, meter_heads_px
from game.window.widgets import Action

BACK = Action("back")


def back_button(words: Words) -> Button:
    """Give the button that goes back where the player came from."""
    return Button("back", words("window.back"), BACK, "Esc")


def menu_buttons(words: Words) -> tuple[Button, ...]:
    """Give the buttons that every screen of play has at its lower left."""
    return (
        Button("leave", words("window.menu"), show("leave"), "Esc"),
        Button("log", words("window.log"), show("log"), "L"),
        Button("glossary", words("window.glossary"), show("glossary"), "G"),
        Button("help", words("window.help"), show("help"), "F1"),
    )


def roads_button(words: Words, road_count: int) -> tuple[Button, ...]:
    """Give the button that lays two roads side by side, where a road was left by going back."""
    return (Button("roads", words("window.roads"), show("roads:0"), "R"),) if road_count else ()


def map_button(words: Words, view: View) -> tuple[Button, ...]:
    """Give the button that opens the map, where the scenario has one."""
    return (Button("map", words("window.map.open"), show("map"), "C"),) if view.map is not None else ()


def meter_shelf(flow: Flow, meters: tuple[MeterView, ...]) -> None:
    """Lay the meters on a dark shelf, as many side by side as can be read."""
    if not meters:
        return
    frame = flow.frame
    row_count = math.ceil(len(meters) / max(1, flow.width // (15 * frame.em)))
    per_row = math.ceil(len(meters) / row_count)  # so that no meter hangs alone below the others
    rows = [meters[i : i + per_row] for i in range(0, len(meters), per_row)]

    def lay(inner: Flow) -> None:
        for number, row in enumerate(rows):
            if number:
                inner.gap(26)
            parts = columns(inner, (1.0,) * per_row, 44)
            heads_px = max(meter_heads_px(part, shown) for part, shown in zip(parts, row, strict=False))
            for part, shown in zip(parts, row, strict=False):
                meter(part, shown, heads_px)
            join(inner, parts)

    name = frame.words("window.meters")
    sheet(flow, Sheet("meters", even(26, 16), "panel", "room", name, "list"), lay)


def leaf(words: Words, kind: str, number: int, count: int) -> tuple[Button, ...]:
    """Give the buttons that go to the one before and the one after, where there is one."""
    before = Button("before", words(f"window.{kind}.before"), show(f"{kind}:{number - 1}"), "P")
    after = Button("after", words(f"window.{kind}.after"), show(f"{kind}:{number + 1}"), "N")
    return (*((before,) if number > 0 else ()), *((after,) if number + 1 < count else ()))
