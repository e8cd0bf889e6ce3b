"""The desk: what lies on it now, a paper in full, the advisers around the table, the scales explained."""

from __future__ import annotations

from dataclasses import dataclass

from game.messages import Words
from game.play.view import AdviserView, DocumentView, View
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, centred, columns, even, join, sheet, show
from game.window.fonts import ASIDE, BODY, HEADING, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.papers import document
from game.window.parts import Card, card, card_rows, label, meter, paragraphs, play_bar, sources
from game.window.screens.common import back_button, menu_buttons, meter_shelf, notice
from game.window.widgets import Box, Widget, Widgets


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a player reads before the first turn; `introduction` tells of the whole scenario, or nothing."""

    view: View
    introduction: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk of the side that must decide; `notice` says if the play could not be kept."""

    view: View
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to read; `papers` are those that can be leafed through."""

    view: View
    papers: tuple[DocumentView, ...]
    number: int


@dataclass(frozen=True, slots=True)
class File:
    """Every paper that has lain on this desk earlier."""

    view: View


@dataclass(frozen=True, slots=True)
class Advisers:
    """The table with its name cards; the adviser of this number is speaking."""

    view: View
    number: int


@dataclass(frozen=True, slots=True)
class Scales:
    """What both ends of every meter mean."""

    view: View


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

    forward = Button("forward", words("window.to-desk"), show("desk"), "O", "primary")
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
            (*menu_buttons(words), *((scales,) if view.meters else ())),
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


def paper_card(words: Words, address: str, paper: DocumentView, shortcut: str) -> Card:
    """Give the card under which a paper lies on the table."""
    kind = words(f"window.paper.kind.{paper.kind}")
    told = [kind, paper.received or paper.sent]
    about = "  ·  ".join(part for part in told if part)
    return Card(
        f"open.{address}", ((paper.title, STRONG, ""), (about, SMALL, "faint_ink")), show(address), shortcut
    )


def _people(flow: Flow, advisers: tuple[AdviserView, ...]) -> None:
    if not advisers:
        return
    label(flow, "advisers", flow.frame.words("window.advisers"))
    _name_cards(flow, advisers, -1)


def _name_cards(flow: Flow, advisers: tuple[AdviserView, ...], speaking: int) -> None:
    per_row = max(1, min(3, flow.width // (13 * flow.frame.em)))
    if per_row > 1 and len(advisers) <= 4:
        per_row = 2
    cards = tuple(_name_card(adviser, i, speaking) for i, adviser in enumerate(advisers))
    card_rows(flow, cards, per_row, 16)


def _name_card(adviser: AdviserView, number: int, speaking: int) -> Card:
    return Card(
        id=f"adviser.{number}",
        sayings=((adviser.name, STRONG, ""), (adviser.role, SMALL, "faint_ink")),
        action=show(f"advisers:{number}"),
        shortcut="A" if number == 0 else "",
        look="card",
        states=frozenset({"selected"} if number == speaking else ()),
    )


def layout_paper(screen: Paper, frame: Frame) -> Widgets:
    """Lay out one document in the middle of the table."""
    words = frame.words

    def body(flow: Flow) -> None:
        column = centred(flow, 40)
        column.gap(8)
        document(column, screen.papers[screen.number])
        flow.put(column.widgets)

    return page(
        frame,
        Plan(
            lambda flow: play_bar(flow, screen.view, words("window.paper")),
            body,
            (back_button(words), Button("help", words("window.help"), show("help"), "F1")),
            _leaf(words, "paper", screen.number, len(screen.papers)),
        ),
    )


def _leaf(words: Words, kind: str, number: int, count: int) -> tuple[Button, ...]:
    """Give the buttons that go to the one before and the one after, where there is one."""
    before = Button("before", words(f"window.{kind}.before"), show(f"{kind}:{number - 1}"), "P")
    after = Button("after", words(f"window.{kind}.after"), show(f"{kind}:{number + 1}"), "N")
    return (*((before,) if number > 0 else ()), *((after,) if number + 1 < count else ()))


def layout_file(screen: File, frame: Frame) -> Widgets:
    """Lay out the earlier papers as cards, the newest first."""
    words, view = frame.words, screen.view
    first = len(view.documents)

    def body(flow: Flow) -> None:
        column = centred(flow, 40)
        for i in reversed(range(len(view.file))):
            card(column, paper_card(words, f"paper:{first + i}", view.file[i], ""))
            column.gap(12)
        flow.put(column.widgets)

    return page(
        frame, Plan(lambda flow: play_bar(flow, view, words("window.file")), body, (back_button(words),))
    )


def layout_advisers(screen: Advisers, frame: Frame) -> Widgets:
    """Lay out the table with the name cards, and beside it what the one who speaks has to say."""
    words, view = frame.words, screen.view
    speaking = view.advisers[screen.number]

    def body(flow: Flow) -> None:
        if frame.is_narrow:
            _said(flow, speaking)
            flow.gap(28)
            _name_cards(flow, view.advisers, screen.number)
            return
        parts = columns(flow, (9, 11), 48)
        _table(parts[0], view.advisers, screen.number)
        _said(parts[1], speaking)
        join(flow, parts)

    return page(
        frame,
        Plan(
            lambda flow: play_bar(flow, view, words("window.advisers")),
            body,
            (back_button(words), Button("help", words("window.help"), show("help"), "F1")),
            _leaf(words, "advisers", screen.number, len(view.advisers)),
        ),
    )


def _table(flow: Flow, advisers: tuple[AdviserView, ...], speaking: int) -> None:
    """Seat half of the advisers above a long table, half below it."""
    half = (len(advisers) + 1) // 2
    cards = tuple(_name_card(adviser, i, speaking) for i, adviser in enumerate(advisers))
    per_row = max(1, min(half, flow.width // (11 * flow.frame.em)))
    card_rows(flow, cards[:half], per_row, 16)
    flow.gap(18)
    table = Box(flow.x, flow.y, flow.width, flow.frame.px(170))
    flow.place(Widget("seats", "drawing", "", table, "seats"))
    flow.gap(18)
    card_rows(flow, cards[half:], per_row, 16)


def _said(flow: Flow, adviser: AdviserView) -> None:
    words = flow.frame.words

    def write(inner: Flow) -> None:
        inner.say("said.name", adviser.name, HEADING, role="heading")
        inner.say("said.role", adviser.role, SMALL, "faint_ink")
        inner.gap(14)
        inner.say("said.says", adviser.says)
        for id_, text in _positions(words, adviser):
            inner.gap(18)
            inner.say(f"said.{id_}.label", words(f"window.said.{id_}"), LABEL, "faint_ink")
            inner.say(f"said.{id_}", text, ASIDE if id_ == "changes" else BODY)
        if adviser.sources:
            inner.gap(20)
            sources(inner, "said", adviser.sources)

    sheet(flow, Sheet("said", even(44, 30), label=adviser.name), write)


def _positions(words: Words, adviser: AdviserView) -> tuple[tuple[str, str], ...]:
    forecast = adviser.forecast
    if forecast and adviser.likelihood:
        forecast = words("window.forecast", forecast=forecast, likelihood=adviser.likelihood)
    found = (("favours", adviser.favours), ("forecast", forecast), ("changes", adviser.changes_mind))
    return tuple((id_, text) for id_, text in found if text)


def layout_scales(screen: Scales, frame: Frame) -> Widgets:
    """Lay out every meter with what its two ends mean."""
    words, view = frame.words, screen.view

    def body(flow: Flow) -> None:
        for i in range(len(view.meters)):
            if i:
                flow.gap(20)
            _scale_panel(flow, i, view)

    return page(
        frame, Plan(lambda flow: play_bar(flow, view, words("window.scales")), body, (back_button(words),))
    )


def _scale_panel(flow: Flow, number: int, view: View) -> None:
    shown = view.meters[number]

    def write(inner: Flow) -> None:
        meter(inner, shown)
        inner.gap(14)
        parts = (inner,) if inner.frame.is_narrow else columns(inner, (1, 1), 60)
        for part, name, meaning in (
            (parts[0], shown.low, shown.low_meaning),
            (parts[-1], shown.high, shown.high_meaning),
        ):
            if meaning:
                part.say(f"{shown.id}.{name}", name, LABEL, "ivory")
                part.say(f"{shown.id}.{name}.meaning", meaning, SMALL, "faint_ivory")
        if len(parts) > 1:
            join(inner, parts)

    sheet(flow, Sheet(f"scale.{shown.id}", even(30, 18), look="panel", ground="room", role="list"), write)
