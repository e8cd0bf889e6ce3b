"""The model card: what a scenario takes for granted, with the best case against each assumption."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.model_card import AssumptionView
from game.window.bars import heading_bar
from game.window.compose import Flow, Sheet, centred, columns, even, join, sheet
from game.window.fonts import BODY, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import sources
from game.window.screens.common import back_button
from game.window.widgets import Widgets


@dataclass(frozen=True, slots=True)
class ModelCard:
    """The assumptions of a scenario; `leaned` pairs the ids of those a playthrough leaned on with where.

    Before play `is_told` is false: what leans on an assumption would give decision points away.
    """

    scenario: str
    assumptions: tuple[AssumptionView, ...]
    leaned: tuple[tuple[str, str], ...]
    is_told: bool


def layout_card(screen: ModelCard, frame: Frame) -> Widgets:
    """Lay out the assumptions one below another, each beside the best case against it."""
    words = frame.words

    def body(flow: Flow) -> None:
        column = centred(flow, 60)
        key = "debrief.model-card-note" if screen.assumptions else "debrief.no-model-card"
        column.say("card.note", words(key), BODY, "ivory")
        for assumption in screen.assumptions:
            column.gap(20)
            _assumption(column, screen, assumption)
        flow.put(column.widgets)

    heading = words("debrief.model-card")
    return page(
        frame, Plan(lambda flow: heading_bar(flow, screen.scenario, heading), body, (back_button(words),))
    )


def _assumption(flow: Flow, screen: ModelCard, shown: AssumptionView) -> None:
    words = flow.frame.words
    id_ = f"assumption.{shown.id}"
    turns = dict(screen.leaned).get(shown.id, "")

    def write(inner: Flow) -> None:
        inner.say(f"{id_}.name", shown.name, STRONG, role="heading")
        if turns:
            leaned = words("sheet.model-card.leaned", turns=turns)
            inner.say(f"{id_}.leaned", leaned, LABEL, "stamp")
        inner.gap(6)
        parts = (inner, inner) if inner.frame.is_narrow else columns(inner, (1, 1), 40)
        parts[0].say(f"{id_}.text", shown.text)
        if parts[1] is inner:
            inner.gap(12)
        parts[1].say(f"{id_}.counter.label", words("debrief.counter"), LABEL, "carbon")
        parts[1].say(f"{id_}.counter", shown.counter)
        if parts[1] is not inner:
            join(inner, parts)
        inner.gap(10)
        if screen.is_told and shown.leans:
            leans = words("sheet.model-card.leans", parts="; ".join(shown.leans))
            inner.say(f"{id_}.leans", leans, SMALL, "faint_ink")
            inner.gap(6)
        sources(inner, id_, shown.sources)

    sheet(flow, Sheet(id_, even(38, 24), label=shown.name), write)
