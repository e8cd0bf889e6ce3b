"""Documents laid out as the papers they were: memo, cable, letter, minutes, newspaper, broadcast, sketch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.play.view import DocumentView
from game.window.compose import Flow, Sheet, sheet
from game.window.fonts import (
    BODY,
    HEADLINE,
    LABEL,
    MASTHEAD,
    SMALL,
    TYPED,
    TYPED_BOLD,
    TYPED_SMALL,
    TYPED_TITLE,
    Type,
)
from game.window.parts import rule, sources
from game.window.widgets import Box, Stamp, Widget


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of paper: its ground, its margins at 1080 (left, top, right, bottom) and what writes on it."""

    ground: str
    margins: tuple[int, int, int, int]
    write: Callable[[Flow, DocumentView], None]


def document(flow: Flow, shown: DocumentView) -> None:
    """Lay a document as its own kind of paper."""
    kind = _KINDS.get(shown.kind, _KINDS["memo"])
    left, top, right, bottom = kind.margins
    if flow.width < 26 * flow.frame.em:
        left, right = max(left * 2 // 3, 36), max(right // 2, 28)
    look = shown.kind if shown.kind in _KINDS else "memo"
    paper = Sheet(f"paper.{shown.id}", (left, top, right, bottom), look, kind.ground, shown.title)
    sheet(flow, paper, lambda inner: kind.write(inner, shown))


def _heads(flow: Flow, shown: DocumentView, type_: Type) -> None:
    """Write who to whom, when sent and when received: what the paper knows of it."""
    words = flow.frame.words
    sent = "sent" if shown.kind in ("memo", "cable", "letter") else "dated"
    heads = (
        ("from", shown.sender),
        ("to", shown.recipient),
        (sent, shown.sent),
        ("received", shown.received),
    )
    for name, value in heads:
        if value:
            flow.say(f"paper.{shown.id}.{name}", words(f"window.paper.{name}", value=value), type_)


def _foot(flow: Flow, shown: DocumentView) -> None:
    """Say that it is a paraphrase, and of what."""
    flow.gap(26)
    rule(flow, f"paper.{shown.id}.foot")
    flow.gap(10)
    flow.say(f"paper.{shown.id}.paraphrase", flow.frame.words("window.paper.paraphrase"), SMALL, "faint_ink")
    sources(flow, f"paper.{shown.id}", shown.sources)


def _stamp(flow: Flow, shown: DocumentView) -> None:
    """Stamp the upper right corner, in room that the text keeps free."""
    frame = flow.frame
    text = frame.words("window.paper.stamp")
    px = frame.px(24)
    width = min(frame.px(230), flow.width)
    box = Box(flow.x + flow.width - width, flow.y - frame.px(10), width, frame.px(84))
    flow.place(Widget(f"paper.{shown.id}.stamp", "drawing", text, box, "stamp", figure=Stamp(text, px)))


def _write_memo(flow: Flow, shown: DocumentView) -> None:
    words = flow.frame.words
    if flow.width > 24 * flow.frame.em and not flow.frame.settings.is_plain:
        top = flow.y
        _stamp(flow, shown)
        flow.y = top + flow.frame.px(16)
        flow.say(f"paper.{shown.id}.kind", words("window.paper.kind.memo"), TYPED_BOLD)
        flow.y = max(flow.y, top + flow.frame.px(84))
    else:
        flow.say(f"paper.{shown.id}.kind", words("window.paper.kind.memo"), TYPED_BOLD)
    _heads(flow, shown, TYPED_SMALL)
    flow.say(
        f"paper.{shown.id}.title",
        words("window.paper.subject", title=shown.title),
        TYPED_BOLD,
        role="heading",
    )
    flow.gap(8)
    rule(flow, f"paper.{shown.id}.rule", "carbon", 2)
    flow.gap(18)
    flow.say(f"paper.{shown.id}.text", shown.text, TYPED)
    _foot(flow, shown)


def _write_minutes(flow: Flow, shown: DocumentView) -> None:
    words = flow.frame.words
    flow.say(f"paper.{shown.id}.kind", words("window.paper.kind.minutes"), TYPED_SMALL, "faint_ink")
    flow.say(f"paper.{shown.id}.title", shown.title, TYPED_TITLE, role="heading")
    _heads(flow, shown, TYPED_SMALL)
    flow.gap(18)
    flow.say(f"paper.{shown.id}.text", shown.text, TYPED)
    _foot(flow, shown)


def _write_cable(flow: Flow, shown: DocumentView) -> None:
    words = flow.frame.words
    rule(flow, f"paper.{shown.id}.top", "ink", 3)
    flow.gap(8)
    flow.say(f"paper.{shown.id}.kind", words("window.paper.kind.cable"), TYPED_BOLD)
    _heads(flow, shown, TYPED_SMALL)
    flow.gap(8)
    rule(flow, f"paper.{shown.id}.rule", "ink", 3)
    flow.gap(18)
    flow.say(f"paper.{shown.id}.title", shown.title, TYPED_BOLD, role="heading")
    flow.gap(8)
    flow.say(f"paper.{shown.id}.text", shown.text, TYPED)
    _foot(flow, shown)


def _write_letter(flow: Flow, shown: DocumentView) -> None:
    words = flow.frame.words
    flow.say(f"paper.{shown.id}.title", shown.title, TYPED_TITLE, role="heading")
    flow.gap(10)
    rule(flow, f"paper.{shown.id}.rule", "ink", 2)
    flow.gap(4)
    rule(flow, f"paper.{shown.id}.rule2", "ink", 1)
    flow.gap(18)
    flow.say(f"paper.{shown.id}.kind", words("window.paper.kind.letter"), TYPED_SMALL, "faint_ink")
    _heads(flow, shown, TYPED_SMALL)
    flow.gap(22)
    flow.say(f"paper.{shown.id}.text", shown.text, TYPED)
    _foot(flow, shown)


def _write_newspaper(flow: Flow, shown: DocumentView) -> None:
    words = flow.frame.words
    flow.say(f"paper.{shown.id}.sender", shown.sender or words("window.paper.kind.newspaper"), MASTHEAD)
    rule(flow, f"paper.{shown.id}.rule", "ink", 4)
    flow.gap(4)
    rule(flow, f"paper.{shown.id}.rule2", "ink", 1)
    if shown.sent:
        flow.say(f"paper.{shown.id}.sent", shown.sent, SMALL, "faint_ink")
    flow.gap(10)
    flow.say(f"paper.{shown.id}.title", shown.title, HEADLINE, role="heading")
    flow.gap(14)
    flow.say(f"paper.{shown.id}.text", shown.text, BODY)
    flow.gap(22)
    box = Box(flow.x, flow.y, flow.width, flow.frame.px(150))
    if not flow.frame.settings.is_plain:
        flow.place(Widget(f"paper.{shown.id}.columns", "drawing", "", box, "columns"))
    _foot(flow, shown)


def _write_broadcast(flow: Flow, shown: DocumentView) -> None:
    words = flow.frame.words
    flow.say(f"paper.{shown.id}.kind", words("window.paper.kind.broadcast"), TYPED_BOLD, "carbon")
    flow.say(f"paper.{shown.id}.title", shown.title, TYPED_TITLE, role="heading")
    _heads(flow, shown, TYPED_SMALL)
    flow.gap(24)
    flow.say(f"paper.{shown.id}.text", shown.text, TYPED)
    _foot(flow, shown)


def _write_sketch(flow: Flow, shown: DocumentView) -> None:
    """Put the drawing above, what it shows in words below, and say that it is no photograph."""
    words, frame = flow.frame.words, flow.frame
    flow.say(f"paper.{shown.id}.kind", words("window.paper.kind.sketch"), TYPED_BOLD)
    flow.say(f"paper.{shown.id}.title", shown.title, TYPED_TITLE, role="heading")
    _heads(flow, shown, TYPED_SMALL)
    flow.gap(14)
    box = Box(flow.x, flow.y, flow.width, min(flow.width * 2 // 5, frame.px(380)))
    flow.place(Widget(f"paper.{shown.id}.drawing", "drawing", shown.alt or shown.title, box, "site-plan"))
    flow.gap(6)
    flow.say(f"paper.{shown.id}.drawn", words("window.paper.drawn"), LABEL, "faint_ink")
    if shown.alt:
        flow.say(f"paper.{shown.id}.alt", shown.alt, SMALL, "faint_ink")
    flow.gap(16)
    flow.say(f"paper.{shown.id}.text", shown.text, TYPED)
    _foot(flow, shown)


_KINDS: Mapping[str, _Kind] = {
    "memo": _Kind("paper", (92, 40, 60, 40), _write_memo),
    "minutes": _Kind("paper", (80, 44, 60, 40), _write_minutes),
    "cable": _Kind("paper", (64, 48, 64, 52), _write_cable),
    "letter": _Kind("card", (76, 52, 76, 52), _write_letter),
    "newspaper": _Kind("paper", (56, 30, 56, 40), _write_newspaper),
    "broadcast": _Kind("card", (120, 48, 60, 44), _write_broadcast),
    "sketch": _Kind("card", (56, 40, 56, 40), _write_sketch),
}
