"""The gallery of endings: a page for each that was met, one closed folder for all the others."""

from __future__ import annotations

from dataclasses import dataclass

from game.gallery import Gallery, MetEnding, unmet_words
from game.window.bars import heading_bar
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, columns, even, join, sheet, show
from game.window.fonts import SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import rule
from game.window.screens.common import back_button
from game.window.widgets import Widgets


@dataclass(frozen=True, slots=True)
class Endings:
    """Which endings of a scenario were met."""

    gallery: Gallery


def layout_endings(screen: Endings, frame: Frame) -> Widgets:
    """Lay out the endings that were met, two abreast where there is room, the others as a closed folder."""
    words, found = frame.words, screen.gallery

    def body(flow: Flow) -> None:
        if not found.met:
            flow.say("endings.none", words("gallery.none-met"))
            flow.gap(20)
        per_row = 1 if frame.is_narrow else 2
        for start in range(0, len(found.met), per_row):
            if start:
                flow.gap(22)
            parts = columns(flow, (1.0,) * per_row, 32)
            for part, ending in zip(parts, found.met[start : start + per_row], strict=False):
                _lay_ending(part, ending)
            join(flow, parts)
        if found.met:
            flow.gap(40)  # room for the folder's tab
        text = unmet_words(found, words)
        folder = Sheet("endings.unmet.folder", even(40, 26), "folder", "manila", text)
        sheet(flow, folder, lambda inner: inner.say("endings.unmet", text, STRONG))

    return page(
        frame,
        Plan(
            lambda flow: heading_bar(flow, found.scenario, words("window.endings")),
            body,
            (back_button(words), Button("help", words("window.help"), show("help"), "F1")),
        ),
    )


def _lay_ending(flow: Flow, ending: MetEnding) -> None:
    id_ = f"endings.{ending.id}"

    def write(inner: Flow) -> None:
        inner.say(f"{id_}.title", ending.title, STRONG, role="heading")
        inner.gap(6)
        rule(inner, f"{id_}.rule", "ink", 2)
        inner.gap(8)
        for i, meeting in enumerate(ending.meetings):
            told = "  ·  ".join(part for part in (meeting.date, meeting.sides) if part)
            inner.say(f"{id_}.{i}", told, SMALL, "faint_ink")

    sheet(flow, Sheet(f"{id_}.sheet", even(36, 22), label=ending.title), write)
