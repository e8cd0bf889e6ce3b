"""The debrief's screens hang together by tabs: each by a key and by a click, and the way to another road."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.messages import Words
from game.window.bars import heading_bar
from game.window.buttons import Button, row
from game.window.compose import Flow, show
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.screens.common import back_button
from game.window.widgets import Action, Box, Widgets

TABS = ("comparison", "rails", "ledger", "hours", "charts", "odds", "checks")


def debrief_page(frame: Frame, tab: str, above: str, body: Callable[[Flow], None]) -> Widgets:
    """Lay out one screen of the debrief: the tabs, and below them what `body` lays."""
    words = frame.words

    def with_tabs(flow: Flow) -> None:
        _tabs(flow, tab)
        flow.gap(26)
        body(flow)

    return page(
        frame,
        Plan(
            lambda flow: heading_bar(flow, above, words(f"sheet.tab.{tab}.heading")),
            with_tabs,
            (back_button(words), Button("help", words("window.help"), show("help"), "F1"), _save(words)),
            (Button("log", words("window.another-road"), show("log"), "L"), *_onwards(words, tab)),
        ),
    )


def _save(words: Words) -> Button:
    return Button("report", words("sheet.report"), Action("report"), "R")


def _onwards(words: Words, current: str) -> tuple[Button, ...]:
    """Give the button to the next tab, so that one key reads the whole debrief."""
    following = TABS[TABS.index(current) + 1 :][:1]
    return tuple(
        Button("forward", words(f"sheet.tab.{name}"), show(name), "O", "primary") for name in following
    )


def _tabs(flow: Flow, current: str) -> None:
    buttons = tuple(
        _tab(flow.frame.words, number, name, current) for number, name in enumerate(TABS, start=1)
    )
    flow.put(row(flow.frame, buttons, Box(flow.x, flow.y, flow.width, 0)))


def _tab(words: Words, number: int, name: str, current: str) -> Button:
    tab = Button(f"tab.{name}", words(f"sheet.tab.{name}"), show(name), str(number), role="pick")
    return replace(tab, look="primary", states=frozenset({"selected"})) if name == current else tab
