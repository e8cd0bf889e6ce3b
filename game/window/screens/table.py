"""The table: the advisers around it with what they say, and the scales with what their ends mean."""

from __future__ import annotations

from dataclasses import dataclass

from game.messages import Words
from game.play.view import AdviserView, View
from game.window.bars import play_bar
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, columns, even, join, sheet, show
from game.window.fonts import ASIDE, BODY, HEADING, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import Card, Saying, card_rows, meter, sources
from game.window.screens.common import back_button, leaf
from game.window.widgets import Box, Mark, Widget, Widgets

_BETWEEN = 16  # pixels at 1080 from one name card to the next


@dataclass(frozen=True, slots=True)
class Advisers:
    """The table with its name cards; the adviser of this number is speaking."""

    view: View
    number: int


@dataclass(frozen=True, slots=True)
class Scales:
    """What both ends of every meter mean."""

    view: View


def name_cards(flow: Flow, advisers: tuple[AdviserView, ...], speaking: int) -> None:
    """Stand the name cards in rows; the one of the adviser who is `speaking` is lifted."""
    per_row = max(1, min(3, flow.width // (13 * flow.frame.em)))
    if per_row > 1 and len(advisers) <= 4:
        per_row = 2
    words = flow.frame.words
    cards = tuple(_name_card(words, adviser, i, speaking) for i, adviser in enumerate(advisers))
    card_rows(flow, cards, per_row, 16)


def _name_card(words: Words, adviser: AdviserView, number: int, speaking: int) -> Card:
    sayings: list[Saying] = [(adviser.name, STRONG, ""), (adviser.role, SMALL, "faint_ink")]
    if number == speaking:
        sayings.append((words("window.speaks"), LABEL, "carbon"))
    return Card(
        id=f"adviser.{number}",
        sayings=tuple(sayings),
        action=show(f"advisers:{number}"),
        shortcut="A" if number == 0 else "",
        look="card",
        states=frozenset({"lifted"} if number == speaking else ()),
        figure=Mark("circle", "ink") if number == speaking else None,
    )


def layout_advisers(screen: Advisers, frame: Frame) -> Widgets:
    """Lay out the table with the name cards, and beside it what the one who speaks has to say."""
    words, view = frame.words, screen.view
    speaking = view.advisers[screen.number]

    def body(flow: Flow) -> None:
        if frame.is_narrow:
            _said(flow, speaking)
            flow.gap(28)
            name_cards(flow, view.advisers, screen.number)
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
            leaf(words, "advisers", screen.number, len(view.advisers)),
        ),
    )


def _table(flow: Flow, advisers: tuple[AdviserView, ...], speaking: int) -> None:
    """Seat half of the advisers above a long table, half below it."""
    half = (len(advisers) + 1) // 2
    words = flow.frame.words
    cards = tuple(_name_card(words, adviser, i, speaking) for i, adviser in enumerate(advisers))
    per_row = max(1, min(half, flow.width // (11 * flow.frame.em)))
    _seat(flow, cards[:half], per_row)
    flow.gap(18)
    table = Box(flow.x, flow.y, flow.width, flow.frame.px(170))
    flow.place(Widget("seats", "drawing", "", table, "seats"))
    flow.gap(18)
    _seat(flow, cards[half:], per_row)


def _seat(flow: Flow, cards: tuple[Card, ...], per_row: int) -> None:
    """Seat people side by side, facing the middle of the table where a row is not full."""
    step = (flow.width + flow.frame.px(_BETWEEN)) // per_row
    for start in range(0, len(cards), per_row):
        if start:
            flow.gap(_BETWEEN)
        row = cards[start : start + per_row]
        width = step * len(row) - flow.frame.px(_BETWEEN)
        seats = flow.column(flow.x + (flow.width - width) // 2, width)
        card_rows(seats, row, len(row), _BETWEEN)
        join(flow, (seats,))


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
