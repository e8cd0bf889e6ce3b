"""Where the report was saved, or why it could not be, or that it waits for the odds."""

from __future__ import annotations

from dataclasses import dataclass

from game.window.bars import heading_bar
from game.window.compose import Flow, Sheet, centred, even, sheet
from game.window.fonts import SMALL
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.screens.common import back_button
from game.window.screens.odds import bar
from game.window.widgets import Share, Widgets


@dataclass(frozen=True, slots=True)
class Report:
    """What came of saving the report, as a sentence; empty while it waits for the odds, of which a `share`
    is there."""

    told: str
    share: float


def layout_report(screen: Report, frame: Frame) -> Widgets:
    """Lay out the sentence on a slip."""
    words = frame.words

    def write(inner: Flow) -> None:
        inner.say("slip.told", screen.told or words("sheet.report.waiting"))
        if not screen.told:
            inner.gap(14)
            percent = words("odds.per-cent", number=round(screen.share * 100))
            progress = words("sheet.odds.progress", share=percent)
            bar(inner, "slip.bar", progress, Share(screen.share))
            inner.say("slip.words", progress, SMALL)

    def body(flow: Flow) -> None:
        column = centred(flow, 40)
        column.gap(40)
        sheet(column, Sheet("slip", even(48, 36), label=words("sheet.report.heading")), write)
        flow.put(column.widgets)

    heading = words("sheet.report.heading")
    return page(frame, Plan(lambda flow: heading_bar(flow, "", heading), body, (back_button(words),)))
