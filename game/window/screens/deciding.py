"""Deciding: the options on the table, and the order read back before its seal."""

from __future__ import annotations

from dataclasses import dataclass

from game.messages import Words
from game.play.view import OptionView, View
from game.window.bars import play_bar
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, centred, even, sheet, show
from game.window.fonts import BODY, LABEL, SMALL, STRONG, TYPED, TYPED_BOLD, TYPED_SMALL
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import Card, Saying, card_rows, label, rule
from game.window.screens.common import (
    back_button,
    map_button,
    menu_buttons,
    meter_shelf,
    roads_button,
)
from game.window.widgets import Action, Widgets


@dataclass(frozen=True, slots=True)
class Decision:
    """The options that are open, in the order in which the View gives them."""

    view: View


@dataclass(frozen=True, slots=True)
class Seal:
    """One option's order, to be sealed or taken back; `road_count` roads were left by going back."""

    view: View
    option: OptionView
    road_count: int = 0


def layout_decision(screen: Decision, frame: Frame) -> Widgets:
    """Lay out the options as equal cards with a number each, two side by side where there is room."""
    words, view = frame.words, screen.view

    def body(flow: Flow) -> None:
        label(flow, "options", words("window.options.hint"))
        per_row = 1 if flow.width < 52 * frame.em else 2
        cards = tuple(_option_card(words, option, i) for i, option in enumerate(view.options))
        card_rows(flow, cards, per_row, 24)
        if view.meters:
            flow.gap(28)
            meter_shelf(flow, view.meters)

    return page(
        frame,
        Plan(
            lambda flow: play_bar(flow, view, view.title),
            body,
            (
                back_button(words),
                *(
                    (Button("papers", words("window.papers.open"), show("paper:0"), "D"),)
                    if view.documents
                    else ()
                ),
                *(
                    (Button("advisers", words("window.advisers.open"), show("advisers:0"), "A"),)
                    if view.advisers
                    else ()
                ),
                *map_button(words, view),
                *menu_buttons(words)[1:],
                Button("sources", words("window.sources.open"), show("sources"), "S"),
            ),
        ),
    )


def _option_card(words: Words, option: OptionView, number: int) -> Card:
    sayings: list[Saying] = [(option.text, STRONG, "")]
    if option.case:
        sayings.append((option.case, BODY, ""))
    if option.advocates:
        names = words("window.list.comma").join(option.advocates)
        sayings.append((words("window.advocates", names=names), SMALL, "faint_ink"))
    return Card(f"option.{option.id}", tuple(sayings), show(f"seal:{option.id}"), str(number + 1))


def layout_seal(screen: Seal, frame: Frame) -> Widgets:
    """Lay out the order as it will go out, with nothing but the seal and the way back."""
    words, view, option = frame.words, screen.view, screen.option

    def write(inner: Flow) -> None:
        inner.say("order.head", words("window.order.head"), TYPED_BOLD)
        inner.say("order.from", words("window.order.from", desk=view.desk), TYPED_SMALL)
        if view.now:
            inner.say("order.at", words("window.order.at", time=view.now), TYPED_SMALL)
        inner.gap(10)
        rule(inner, "order.rule", "ink", 3)
        inner.gap(20)
        inner.say("order.text", option.order or option.text, TYPED)
        if option.order and option.order != option.text:
            inner.gap(18)
            inner.say(
                "order.option", words("window.order.option", text=option.text), TYPED_SMALL, "faint_ink"
            )
        for i, (side, seen) in enumerate(option.foreseen):
            inner.gap(18)
            inner.say(f"order.seen.{i}.side", words("window.order.seen", side=side), LABEL, "carbon")
            inner.say(f"order.seen.{i}", seen, TYPED)
        inner.gap(26)
        rule(inner, "order.rule2")
        inner.gap(10)
        inner.say("order.hint", words("window.order.hint"), LABEL, "carbon")

    def body(flow: Flow) -> None:
        column = centred(flow, 38)
        column.gap(10)
        sheet(column, Sheet("order", even(72, 50), look="cable"), write)
        flow.put(column.widgets)

    return page(
        frame,
        Plan(
            lambda flow: play_bar(flow, view, words("window.order")),
            body,
            (
                Button("back", words("window.take-back"), Action("back"), "Backspace"),
                *roads_button(words, screen.road_count),
            ),
            (Button("seal", words("window.seal"), Action("choose", option.id), "Y", "primary"),),
        ),
    )
