"""The desk: what is read before the first turn, and what lies there at each."""

from __future__ import annotations

from dataclasses import dataclass

from game.play.view import AdviserView, View
from game.window.bars import play_bar
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, centred, columns, even, join, notice, sheet, show
from game.window.fonts import HEADING, LABEL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import Card, card, label, paragraphs
from game.window.screens.common import map_button, menu_buttons, meter_shelf, roads_button
from game.window.screens.file import paper_card
from game.window.screens.table import name_cards
from game.window.widgets import Action, Widgets


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a player reads before the first turn; `introduction` tells of the whole scenario, or nothing."""

    view: View
    introduction: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk of the side that must decide; `notice` says if the play could not be kept.

    `road_count` roads were left by going back.
    """

    view: View
    notice: str = ""
    road_count: int = 0


def layout_briefing(screen: Briefing, frame: Frame) -> Widgets:
    """Lay out the introduction and the side's own briefing, side by side where there is room."""
    view, words = screen.view, frame.words
    texts = [
        (id_, heading, text)
        for id_, heading, text in (
            ("introduction", view.scenario, screen.introduction),
            ("briefing", view.desk, view.briefing),
        )
        if text
    ]

    def body(flow: Flow) -> None:
        beside = len(texts) > 1 and not frame.is_narrow
        parts = columns(flow, (1, 1), 48) if beside else (centred(flow, 40),) * max(len(texts), 1)
        for i, (part, (id_, heading, text)) in enumerate(zip(parts, texts, strict=False)):
            if i and not beside:
                part.gap(28)
            _sheet_of_text(part, id_, heading, text)
        join(flow, tuple(dict.fromkeys(parts)))

    forward = Button("forward", words("window.onwards"), Action("onwards"), "O", "primary")
    return page(
        frame,
        Plan(
            lambda flow: play_bar(flow, view, words("window.briefing")), body, menu_buttons(words), (forward,)
        ),
    )


def _sheet_of_text(flow: Flow, id_: str, heading: str, text: str) -> None:
    def write(inner: Flow) -> None:
        inner.say(f"{id_}.heading", heading, HEADING, role="heading")
        inner.gap(10)
        inner.say(f"{id_}.text", text)

    sheet(flow, Sheet(id_, even(44, 32), label=heading), write)


def layout_desk(screen: Desk, frame: Frame) -> Widgets:
    """Lay out the desk: the situation, beside it papers and advisers, below them the meters."""
    view, words = screen.view, frame.words

    def body(flow: Flow) -> None:
        if screen.notice:
            notice(flow, screen.notice)
        if frame.is_narrow:
            _situation(flow, view)
            flow.gap(28)
            _papers(flow, view)
            flow.gap(24)
            _people(flow, view.advisers)
            flow.gap(28)
            meter_shelf(flow, view.meters)
        else:
            parts = columns(flow, (11, 9), 44)
            _situation(parts[0], view)
            parts[0].gap(28)
            meter_shelf(parts[0], view.meters)
            _papers(parts[1], view)
            parts[1].gap(24)
            _people(parts[1], view.advisers)
            join(flow, parts)

    forward = Button("forward", words("window.to-options"), show("decision"), "O", "primary")
    scales = Button("scales", words("window.scales"), show("scales"), "M")
    return page(
        frame,
        Plan(
            lambda flow: play_bar(flow, view, view.title),
            body,
            (
                *menu_buttons(words),
                *((scales,) if view.meters else ()),
                *map_button(words, view),
                *roads_button(words, screen.road_count),
            ),
            (forward,),
        ),
    )


def _situation(flow: Flow, view: View) -> None:
    words = flow.frame.words

    def write(inner: Flow) -> None:
        where = view.place or words("window.situation")
        inner.say("situation.place", where, LABEL, "faint_ink", role="heading")
        inner.gap(8)
        paragraphs(inner, "situation", view.situation)

    sheet(flow, Sheet("situation", even(44, 30), label=words("window.situation")), write)
    if view.notices:
        flow.gap(18)
        since = words("window.since")
        card(flow, Card("since", ((since, STRONG, ""),), show("consequence"), "W"))


def _papers(flow: Flow, view: View) -> None:
    words = flow.frame.words
    if not view.documents and not view.file:
        return
    label(flow, "papers", words("window.papers"))
    for i, paper in enumerate(view.documents):
        if i:
            flow.gap(12)
        card(flow, paper_card(words, f"paper:{i}", paper, "D" if i == 0 else ""))
    if view.file:
        flow.gap(26)  # room for the folder's tab
        text = words.count("window.file.open", len(view.file))
        card(flow, Card("file", ((text, STRONG, ""),), show("file"), "F", look="folder", ground="manila"))


def _people(flow: Flow, advisers: tuple[AdviserView, ...]) -> None:
    if not advisers:
        return
    label(flow, "advisers", flow.frame.words("window.advisers"))
    name_cards(flow, advisers, -1)
