"""Parts that several screens share: meters, cards, small headings and lists of sources."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.messages import Words
from game.play.view import MeterView, SourceView
from game.window.buttons import TARGET, key_cap_px
from game.window.compose import Flow, columns, ink_on, join, set_text
from game.window.fonts import BODY, LABEL, SMALL, STRONG, Type
from game.window.widgets import Action, Box, Figure, Line, Mark, Role, Scale, Widget

_LIFT = 8  # pixels at 1080 by which the card of whoever speaks stands above the others

Saying = tuple[str, Type, str]
"""A text with its type and its ink; no ink stands for the ground's own."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card on the table before it has a place: what it says, what pressing it does, and the usual key."""

    id: str
    sayings: tuple[Saying, ...]
    action: Action | None = None
    shortcut: str = ""
    look: str = "slip"
    role: Role = "button"
    states: frozenset[str] = frozenset()
    figure: Figure | None = None
    ground: str = "card"


def meter_heads_px(flow: Flow, shown: MeterView) -> int:
    """Give the height of the words of both ends, so that a row of rules can be hung level."""
    half = (flow.width - flow.frame.px(24)) // 2
    lines = max(len(flow.frame.wrap(name, SMALL, half)) for name in (shown.low, shown.high))
    return lines * flow.frame.line_px(SMALL)


def meter(flow: Flow, shown: MeterView, heads_px: int = 0) -> None:
    """Lay a drafting rule: the words of both ends above it, below it a card with the word of the step."""
    frame, top = flow.frame, flow.y
    spare = max(heads_px - meter_heads_px(flow, shown), 0)
    flow.y += spare
    half = (flow.width - frame.px(24)) // 2
    low, low_end = set_text(flow.column(flow.x, half), shown.low, SMALL, "ivory")
    high, high_end = set_text(flow.column(flow.x + flow.width - half, half), shown.high, SMALL, "ivory")
    edge = flow.x + flow.width
    high = tuple(replace(line, box=replace(line.box, x=edge - line.box.width)) for line in high)
    line_px = frame.line_px(STRONG)
    rule_px, gap = max(line_px * 2 // 3, 12), max(line_px // 5, 4)
    y = max(low_end, high_end) + frame.px(6) + rule_px + gap
    width, pad = frame.measure(shown.word, STRONG), frame.px(12)
    travel = flow.width - rule_px
    centre = flow.x + rule_px // 2 + travel * shown.position // max(shown.count - 1, 1)
    x = min(max(centre - width // 2, flow.x + pad), max(edge - pad - width, flow.x + pad))
    word = Line(
        shown.word, Box(x, y, width, line_px), frame.face(STRONG), frame.text_px(STRONG), "ink", "card"
    )
    label = frame.words("window.meter", low=shown.low, high=shown.high, word=shown.word)
    box = Box(flow.x, top, flow.width, y + line_px - top)
    figure = Scale(shown.position, shown.count)
    flow.place(Widget(f"meter.{shown.id}", "meter", label, box, "meter", (word, *low, *high), figure=figure))


def card(flow: Flow, shown: Card) -> None:
    """Lay a card of the flow's width that is as high as what it says."""
    flow.place(set_card(flow, shown, 0))


def set_card(flow: Flow, shown: Card, least_px: int) -> Widget:
    """Give the widget of a card at the flow's place, at least `least_px` high."""
    frame = flow.frame
    pad_x, pad_y = frame.px(20), frame.px(20 if shown.look == "folder" else 11)
    cap = key_cap_px(frame, shown.shortcut)
    mark = frame.px(26 + 14) if isinstance(shown.figure, Mark) else 0
    inner = Flow(
        frame, Box(flow.x + pad_x + cap, flow.y + pad_y, flow.width - 2 * pad_x - cap - mark, 0), shown.ground
    )
    lines: list[Line] = []
    for i, (text, type_, ink) in enumerate(shown.sayings):
        inner.gap(6 if i and type_.size >= BODY.size else 0)
        said, inner.y = set_text(inner, text, type_, ink or ink_on(shown.ground))
        lines.extend(said)
    height = max(inner.y + pad_y - flow.y, frame.px(TARGET), least_px)
    if cap:
        lines.insert(0, _cap_line(flow, shown, lines[0].box))
    label = "\n".join(text for text, _, _ in shown.sayings)
    return Widget(
        id=shown.id,
        role=shown.role,
        label=label,
        box=Box(flow.x, flow.y, flow.width, height),
        look=shown.look,
        lines=tuple(lines),
        action=shown.action,
        states=shown.states,
        shortcut=frame.key(shown.shortcut),
        figure=shown.figure,
    )


def card_rows(flow: Flow, cards: tuple[Card, ...], per_row: int, gap: float) -> None:
    """Lay cards in rows of so many, those of a row as high as the highest of them."""
    for start in range(0, len(cards), per_row):
        if start:
            flow.gap(gap)
        row = cards[start : start + per_row]
        parts = columns(flow, (1.0,) * per_row, gap)
        height = max(set_card(part, one, 0).box.height for part, one in zip(parts, row, strict=False))
        for part, one in zip(parts, row, strict=False):
            placed = set_card(part, one, height)
            part.place(placed.moved(0, -flow.frame.px(_LIFT)) if "lifted" in one.states else placed)
        join(flow, parts)


def _cap_line(flow: Flow, shown: Card, beside: Box) -> Line:
    frame = flow.frame
    height = frame.line_px(LABEL)
    y = beside.y + (beside.height - height) // 2
    key = frame.key(shown.shortcut)
    box = Box(flow.x + frame.px(26), y, frame.measure(key, LABEL), height)
    return Line(key, box, frame.face(LABEL), frame.text_px(LABEL), ink_on(shown.ground), shown.ground)


def rule(flow: Flow, id_: str, colour: str = "line", thickness: float = 2) -> None:
    """Draw a line across the flow."""
    box = Box(flow.x, flow.y, flow.width, flow.frame.px(thickness))
    flow.place(Widget(id_, "drawing", "", box, "rule", figure=Mark("line", colour)))


def source_words(words: Words, source: SourceView) -> str:
    """Say who wrote a source, its title and year."""
    parts = [part for part in (source.author, source.title, source.year) if part]
    return words("window.source", parts=", ".join(parts), kind=words(f"window.source.{source.kind}"))


def sources(flow: Flow, id_: str, shown: tuple[SourceView, ...]) -> None:
    """List the sources of something, small and in carbon blue."""
    if not shown:
        return
    words = flow.frame.words
    flow.say(f"{id_}.sources", words("window.sources"), LABEL, "carbon")
    for source in shown:
        flow.say(f"{id_}.source.{source.id}", source_words(words, source), SMALL, "carbon")


def label(flow: Flow, id_: str, text: str) -> None:
    """Set a small heading above a group."""
    flow.say(id_, text, LABEL, "faint_" + ink_on(flow.ground), role="heading")
    flow.gap(6)


def paragraphs(flow: Flow, id_: str, texts: tuple[str, ...], type_: Type = BODY) -> None:
    """Set paragraphs one line apart."""
    for i, text in enumerate(texts):
        if i:
            flow.y += flow.frame.line_px(type_) // 2
        flow.say(f"{id_}.{i}", text, type_)
