"""After a choice: what followed, the desk handed over, and where play ends."""

from __future__ import annotations

from dataclasses import dataclass

from game.messages import Words
from game.play.view import EndingView, NoticeView, View
from game.window.bars import heading_bar, play_bar
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, centred, columns, even, join, sheet, show
from game.window.fonts import BODY, HEADING, HEADLINE, LABEL, SMALL, STRONG, TYPED, TYPED_BOLD
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import paragraphs, rule
from game.window.screens.common import map_button, menu_buttons, meter_shelf
from game.window.widgets import Action, Widgets


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a side has learned since its last turn."""

    view: View


@dataclass(frozen=True, slots=True)
class Handover:
    """Between two players: nothing that either side knows."""

    side_name: str
    desk: str


@dataclass(frozen=True, slots=True)
class Ending:
    """Where play stopped."""

    view: View
    ending: EndingView


# each kind on its own paper: the report on an order, a note of what was seen, a cable, a page of the record
_LOOKS = {"consequence": "paper", "sighting": "memo", "news": "cable", "record": "minutes"}


def layout_consequence(screen: Consequence, frame: Frame) -> Widgets:
    """Lay out what followed as papers, in the order in which it came."""
    words, view = frame.words, screen.view

    def body(flow: Flow) -> None:
        column = centred(flow, 40)
        for i, notice in enumerate(view.notices):
            column.gap(26 if i else 6)
            _notice(column, i, notice)
        column.gap(30)
        meter_shelf(column, view.meters)
        flow.put(column.widgets)

    if view.ending:
        forward = Button("forward", words("window.to-ending"), show("ending"), "O", "primary")
    else:
        forward = Button("forward", words("window.onwards"), Action("onwards"), "O", "primary")
    return page(
        frame,
        Plan(
            lambda flow: play_bar(flow, view, words("window.consequence")),
            body,
            menu_buttons(words),
            (forward,),
        ),
    )


def _notice(flow: Flow, number: int, notice: NoticeView) -> None:
    words = flow.frame.words
    id_ = f"notice.{number}"

    def write(inner: Flow) -> None:
        inner.say(f"{id_}.kind", words(f"window.notice.{notice.kind}"), LABEL, "carbon")
        inner.say(f"{id_}.heading", notice.heading, STRONG, role="heading")
        inner.gap(8)
        inner.say(f"{id_}.text", notice.text, TYPED if notice.kind == "news" else BODY)

    look = _LOOKS[notice.kind]
    left = {"memo": 92, "cable": 64, "minutes": 80}.get(look, 44)
    top = 40 if look == "cable" else 28
    sheet(flow, Sheet(id_, (left, top, 56, top), look=look, label=notice.heading), write)


def layout_handover(screen: Handover, frame: Frame) -> Widgets:
    """Lay out a closed folder: the other player comes to the table."""
    words = frame.words

    def write(inner: Flow) -> None:
        inner.say("handover.side", words("window.handover", side=screen.side_name), HEADING, role="heading")
        inner.gap(10)
        inner.say("handover.text", words("window.handover.text", side=screen.side_name))

    def body(flow: Flow) -> None:
        column = centred(flow, 34)
        column.gap(60)
        sheet(
            column, Sheet("handover", even(48, 40), look="folder", ground="manila", label=screen.desk), write
        )
        flow.put(column.widgets)

    def bar(flow: Flow) -> None:
        flow.say("bar.heading", screen.desk, HEADING, role="heading")

    forward = Button("forward", words("window.handover.go"), Action("sit-down"), "O", "primary")
    leave = Button("leave", words("window.menu"), show("leave"), "Esc")
    return page(frame, Plan(bar, body, (leave,), (forward,)))


def layout_ending(screen: Ending, frame: Frame) -> Widgets:
    """Lay out the ending. War is one plain typed page: no ornament, nothing to look at."""
    words, ending = frame.words, screen.ending

    def body(flow: Flow) -> None:
        if ending.is_war:
            _war_page(flow, ending)
            return
        parts = (flow,) if frame.is_narrow else columns(flow, (11, 8), 44)
        _told(parts[0], ending)
        if len(parts) == 1:
            flow.gap(28)
        _values(parts[-1], words, ending)
        if len(parts) > 1:
            join(flow, parts)

    def bar(flow: Flow) -> None:
        if ending.is_war:
            heading_bar(flow, "", words("window.ending"))
        else:
            play_bar(flow, screen.view, words("window.ending"))

    compare = Button("forward", words("window.to-comparison"), show("comparison"), "O", "primary")
    return page(
        frame,
        Plan(
            bar,
            body,
            (*menu_buttons(words), *(() if ending.is_war else map_button(words, screen.view))),
            (compare,),
            "bare" if ending.is_war else "table",
        ),
    )


def _war_page(flow: Flow, ending: EndingView) -> None:
    column = centred(flow, 36)

    def write(inner: Flow) -> None:
        inner.say("ending.title", ending.title, TYPED_BOLD, role="heading")
        inner.gap(22)
        paragraphs(inner, "ending", ending.paragraphs, TYPED)
        inner.gap(22)
        for i, (name, value) in enumerate(ending.dimensions):
            text = flow.frame.words("window.dimension", name=name, value=value)
            inner.say(f"ending.value.{i}", text, TYPED)

    sheet(column, Sheet("ending", even(72, 60), look="plain", ground="plain"), write)
    flow.put(column.widgets)


def _told(flow: Flow, ending: EndingView) -> None:
    def write(inner: Flow) -> None:
        rule(inner, "ending.rule", "ink", 4)
        inner.gap(4)
        rule(inner, "ending.rule2", "ink", 1)
        inner.gap(14)
        inner.say("ending.title", ending.title, HEADLINE, role="heading")
        inner.gap(14)
        paragraphs(inner, "ending", ending.paragraphs)

    sheet(flow, Sheet("ending", even(52, 32), look="newspaper", label=ending.title), write)


def _values(flow: Flow, words: Words, ending: EndingView) -> None:
    if not ending.dimensions:
        return

    def write(inner: Flow) -> None:
        inner.say("values.heading", words("window.values"), LABEL, "faint_ink", role="heading")
        for i, (name, value) in enumerate(ending.dimensions):
            inner.gap(10)
            if i:
                rule(inner, f"values.rule.{i}", "line", 1)
                inner.gap(8)
            inner.say(f"values.name.{i}", name, SMALL, "faint_ink")
            inner.say(f"values.value.{i}", value, STRONG)

    sheet(flow, Sheet("values", even(40, 26), label=words("window.values")), write)
