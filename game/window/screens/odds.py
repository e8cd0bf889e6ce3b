"""How likely this ending was and by whose doing; and while that is being computed, how far it has come."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.odds import OddsMove, RoadOdds, likely_words, move_words, share_words, shift_words
from game.window.compose import Flow, Sheet, centred, columns, even, join, sheet
from game.window.fonts import BODY, HEADING, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.parts import rule
from game.window.screens.tabs import debrief_page
from game.window.widgets import Box, Share, Widget, Widgets


@dataclass(frozen=True, slots=True)
class Computing:
    """The odds are being computed; `share` of the hours of the story have been visited (0 to 1)."""

    share: float


@dataclass(frozen=True, slots=True)
class OddsSheet:
    """The odds of a road, how far they have come, or a sentence that says why there are none."""

    scenario: str
    odds: RoadOdds | Computing | str


def layout_odds(screen: OddsSheet, frame: Frame) -> Widgets:
    """Lay out how likely this ending was, the turns that moved the odds most, and choice beside luck."""
    found = screen.odds

    def body(flow: Flow) -> None:
        if isinstance(found, RoadOdds):
            parts = (flow, flow) if frame.is_narrow else columns(flow, (1, 1), 36)
            _likely(parts[0], found)
            parts[0].gap(24)
            _luck(parts[0], found)
            if parts[1] is flow:
                flow.gap(24)
            _moves(parts[1], found)
            if parts[1] is not flow:
                join(flow, parts)
        else:
            column = centred(flow, 40)
            column.gap(20)
            _waiting(column, found)
            flow.put(column.widgets)

    return debrief_page(frame, "odds", screen.scenario, body)


def _waiting(flow: Flow, found: Computing | str) -> None:
    words = flow.frame.words

    def write(inner: Flow) -> None:
        if isinstance(found, str):
            inner.say("waiting.none", found)
            return
        inner.say("waiting.heading", words("odds.computing"), STRONG, role="heading")
        inner.gap(8)
        inner.say("waiting.meanwhile", words("sheet.odds.meanwhile"))
        inner.gap(14)
        percent = words("odds.per-cent", number=round(found.share * 100))
        bar(inner, "waiting.bar", words("sheet.odds.progress", share=percent), Share(found.share))
        inner.say("waiting.words", words("sheet.odds.progress", share=percent), SMALL)

    sheet(flow, Sheet("odds", even(44, 30), label=words("odds.title")), write)


def _likely(flow: Flow, found: RoadOdds) -> None:
    words = flow.frame.words

    def write(inner: Flow) -> None:
        inner.say("likely.ending", found.ending, HEADING, role="heading")
        for i, text in enumerate(likely_words(found, words)):
            inner.gap(12)
            inner.say(f"likely.{i}", text, BODY)
            share = found.uniform if i == 0 and found.players else found.weights
            inner.gap(6)
            bar(inner, f"likely.{i}.bar", share_words(share, words), Share(share))
        inner.gap(14)
        inner.say("likely.how", words("odds.how"), SMALL, "faint_ink")

    sheet(flow, Sheet("likely", even(42, 28), label=words("odds.title")), write)


def _luck(flow: Flow, found: RoadOdds) -> None:
    words = flow.frame.words

    def write(inner: Flow) -> None:
        inner.say("luck.heading", words("odds.luck"), STRONG, role="heading")
        inner.gap(6)
        if not found.luck:
            inner.say("luck.none", words("odds.luck-none"))
            return
        inner.say("luck.note", words("odds.luck-note", share=share_words(found.spread, words)))
        for name, share in found.luck.items():
            inner.gap(12)
            told = words("sheet.odds.luck", who=words(f"odds.luck.{name}"), share=share_words(share, words))
            inner.say(f"luck.{name}", told, LABEL)
            inner.gap(4)
            bar(inner, f"luck.{name}.bar", told, Share(share))

    sheet(flow, Sheet("luck", even(42, 28), label=words("odds.luck")), write)


def _moves(flow: Flow, found: RoadOdds) -> None:
    words = flow.frame.words
    if not found.largest:
        return

    def write(inner: Flow) -> None:
        heading = words.count("odds.largest", len(found.largest))
        inner.say("moves.heading", heading, STRONG, role="heading")
        for i, move in enumerate(found.largest):
            inner.gap(14)
            if i:
                rule(inner, f"move.{i}.rule", "line", 1)
                inner.gap(12)
            _move(inner, f"move.{i}", move)

    sheet(flow, Sheet("moves", even(42, 28), label=words.count("odds.largest", len(found.largest))), write)


def _move(flow: Flow, id_: str, move: OddsMove) -> None:
    words = flow.frame.words
    flow.say(f"{id_}.head", words("sheet.odds.move", turn=move.turn + 1, move=move_words(move, words)), LABEL)
    flow.say(f"{id_}.mover", words(f"odds.mover.{move.mover}"), LABEL, "carbon")
    flow.say(f"{id_}.chosen", move.chosen)
    flow.gap(24)
    shift = words("sheet.odds.shift", shift=shift_words(move, words))
    bar(flow, f"{id_}.bar", shift, Share(move.after, move.before))
    flow.gap(4)
    flow.say(f"{id_}.shift", shift, SMALL)


def bar(flow: Flow, id_: str, label: str, share: Share) -> None:
    """Lay a bar that is filled to a share; `label` says it in words."""
    box = Box(flow.x, flow.y, flow.width, flow.frame.px(26))
    flow.place(Widget(id_, "drawing", label, box, "share", figure=share))
