"""The log of one side's turns, the timeline above it, and the way back to any of them."""

from __future__ import annotations

from dataclasses import dataclass

from game.play.view import LogEntry, View
from game.window.bars import heading_bar
from game.window.buttons import Button, place_button
from game.window.compose import Flow, Sheet, centred, even, sheet, show
from game.window.fonts import BODY, HEADING, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.screens.common import BACK, back_button, roads_button
from game.window.timeline import lay_timeline
from game.window.widgets import Action, Box, Widgets


@dataclass(frozen=True, slots=True)
class Log:
    """The turns of the side whose view this is; `road_count` roads were left by going back."""

    view: View
    road_count: int = 0


@dataclass(frozen=True, slots=True)
class Rollback:
    """A turn to go back to, before it is done.

    `turn_count` later turns would be taken back; of them, `taken` are this side's own.
    """

    entry: LogEntry
    turn_count: int
    taken: tuple[LogEntry, ...]


def layout_log(screen: Log, frame: Frame) -> Widgets:
    """Lay out the timeline, then the turns as slips, the newest first, each with a way back to it."""
    words, view = frame.words, screen.view

    def body(flow: Flow) -> None:
        if view.log:
            lay_timeline(flow, view)
            flow.gap(28)
        column = centred(flow, 48)
        if not view.log:
            column.say("log.empty", words("window.log.empty"), BODY, "ivory")
        for entry in reversed(view.log):
            _entry(column, entry)
            column.gap(20)
        flow.put(column.widgets)

    above = "  ·  ".join((view.scenario, view.desk))
    return page(
        frame,
        Plan(
            lambda flow: heading_bar(flow, above, words("window.log")),
            body,
            (back_button(words), Button("help", words("window.help"), show("help"), "F1")),
            roads_button(words, screen.road_count),
        ),
    )


def _entry(flow: Flow, entry: LogEntry) -> None:
    words = flow.frame.words
    id_ = f"log.{entry.turn}"

    def write(inner: Flow) -> None:
        when = "  ·  ".join(part for part in (entry.clock, entry.phase) if part)
        inner.say(f"{id_}.when", when, LABEL, "faint_ink")
        inner.say(f"{id_}.title", entry.title, STRONG, role="heading")
        key = "window.log.record" if entry.fell_to_record else "window.log.choice"
        inner.say(f"{id_}.choice", words(key, choice=entry.choice), BODY, "carbon")
        for i, notice in enumerate(entry.notices):
            inner.gap(8)
            inner.say(f"{id_}.notice.{i}", notice.text, SMALL)
        if entry.fell_to_record:
            return  # it would not be asked again
        inner.gap(14)
        back = Button(f"{id_}.back", words("window.log.back"), show(f"rollback:{entry.turn}"))
        width = min(inner.width, inner.frame.measure(back.label, STRONG) + inner.frame.px(48))
        inner.place(place_button(inner.frame, back, Box(inner.x, inner.y, width, 0)))

    sheet(flow, Sheet(id_, even(36, 22), label=entry.title), write)


def layout_rollback(screen: Rollback, frame: Frame) -> Widgets:
    """Ask once before later turns are taken back."""
    words = frame.words

    def write(inner: Flow) -> None:
        inner.say("rollback.when", screen.entry.clock, LABEL, "faint_ink")
        inner.say("rollback.title", screen.entry.title, HEADING, role="heading")
        inner.gap(12)
        inner.say("rollback.text", words.count("window.rollback.text", screen.turn_count))
        if screen.taken:
            inner.gap(18)
            inner.say("rollback.taken", words("window.rollback.taken"), LABEL, "carbon", role="heading")
        for entry in screen.taken:
            inner.gap(10)
            inner.say(f"rollback.{entry.turn}.title", entry.title, STRONG)
            choice = words("window.log.choice", choice=entry.choice)
            inner.say(f"rollback.{entry.turn}.choice", choice, SMALL)

    def body(flow: Flow) -> None:
        column = centred(flow, 36)
        column.gap(30)
        sheet(column, Sheet("rollback", even(48, 36)), write)
        flow.put(column.widgets)

    keep = Button("back", words("window.rollback.keep"), BACK, "Esc")
    go = Button(
        "roll", words("window.rollback.go"), Action("rollback", str(screen.entry.turn)), "Y", "primary"
    )
    return page(
        frame, Plan(lambda flow: heading_bar(flow, "", words("window.rollback")), body, (keep,), (go,))
    )
