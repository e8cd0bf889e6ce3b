"""Documents laid out as the papers they were: memo, cable, letter, minutes, newspaper, broadcast, sketch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from game.play.view import DocumentView
from game.window.compose import Flow, Sheet, join, set_text, sheet
from game.window.fonts import (
    BODY,
    HEADLINE,
    LABEL,
    NAMEPLATE,
    SMALL,
    TYPED,
    TYPED_BOLD,
    TYPED_SMALL,
    TYPED_TITLE,
    Type,
)
from game.window.parts import rule, sources
from game.window.widgets import Box, Line, Mark, Stamp, Widget

_TWO_COLUMNS_EM = 26  # a page narrower than this, in sizes of body text, has one column
_CUE_COLUMN, _CUES = 96, 46  # pixels at 1080: how far left of a script its cues begin, and their room


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


def _head_rows(flow: Flow, shown: DocumentView, names: tuple[str, ...]) -> None:
    """Set heads as a form does: their names in a column of their own, what is filled in beside it."""
    words, frame = flow.frame.words, flow.frame
    values = {
        "from": shown.sender,
        "to": shown.recipient,
        "sent": shown.sent,
        "dated": shown.sent,
        "received": shown.received,
    }
    filled = [(words(f"window.head.{name}"), name, values[name]) for name in names if values[name]]
    if not filled:
        return
    width = max(frame.measure(head, TYPED_SMALL) for head, _, _ in filled) + frame.px(28)
    for head, name, value in filled:
        left, right = flow.column(flow.x, width), flow.column(flow.x + width, flow.width - width)
        left.say(f"paper.{shown.id}.{name}.head", head, TYPED_SMALL, "faint_ink")
        right.say(f"paper.{shown.id}.{name}", value, TYPED_SMALL)
        join(flow, (left, right))


def _say_centred(flow: Flow, id_: str, text: str, type_: Type) -> None:
    """Set lines in the middle."""
    lines, bottom = set_text(flow, text, type_, "ink")
    placed = tuple(replace(line, box=line.box.moved((flow.width - line.box.width) // 2, 0)) for line in lines)
    flow.place(Widget(id_, "text", text, Box(flow.x, flow.y, flow.width, bottom - flow.y), lines=placed))


def _say_to_right(flow: Flow, id_: str, text: str, type_: Type) -> None:
    """Set lines against the right edge."""
    lines, bottom = set_text(flow, text, type_, "ink")
    placed = tuple(replace(line, box=line.box.moved(flow.width - line.box.width, 0)) for line in lines)
    flow.place(Widget(id_, "text", text, Box(flow.x, flow.y, flow.width, bottom - flow.y), lines=placed))


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
    _head_rows(flow, shown, ("from", "to", "sent", "received"))
    flow.gap(6)
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
    """Set what the note-taker filled in, then the notes, each paragraph with its number in the margin."""
    words = flow.frame.words
    flow.say(f"paper.{shown.id}.kind", words("window.paper.kind.minutes"), TYPED_SMALL, "faint_ink")
    flow.say(f"paper.{shown.id}.title", shown.title, TYPED_TITLE, role="heading")
    flow.gap(6)
    rule(flow, f"paper.{shown.id}.rule", "ink", 2)
    flow.gap(8)
    _head_rows(flow, shown, ("dated", "from", "to", "received"))
    flow.gap(8)
    rule(flow, f"paper.{shown.id}.rule2", "ink", 1)
    flow.gap(18)
    paragraphs = [text for text in shown.text.split("\n\n") if text.strip()]
    width = flow.frame.measure("00. ", TYPED)
    for i, text in enumerate(paragraphs, start=1):
        flow.gap(14 if i > 1 else 0)
        left, right = flow.column(flow.x, width), flow.column(flow.x + width, flow.width - width)
        left.say(f"paper.{shown.id}.number.{i}", words("window.paper.number", number=i), TYPED, "faint_ink")
        right.say(f"paper.{shown.id}.text.{i}", text, TYPED)
        join(flow, (left, right))
    _foot(flow, shown)


def _write_cable(flow: Flow, shown: DocumentView) -> None:
    """Set the header block between two bars, hours of sending and of arrival together, then the text."""
    words, is_plain = flow.frame.words, flow.frame.settings.is_plain
    kind = words("window.paper.kind.cable")
    rule(flow, f"paper.{shown.id}.top", "ink", 3)
    flow.gap(8)
    _say_centred(flow, f"paper.{shown.id}.kind", kind if is_plain else kind.upper(), TYPED_BOLD)
    flow.gap(4)
    _head_rows(flow, shown, ("from", "to", "sent", "received"))
    flow.gap(8)
    rule(flow, f"paper.{shown.id}.rule", "ink", 3)
    flow.gap(18)
    title = shown.title if is_plain else shown.title.upper()
    flow.say(f"paper.{shown.id}.title", title, TYPED_BOLD, role="heading")
    flow.gap(8)
    flow.say(f"paper.{shown.id}.text", shown.text, TYPED)
    _foot(flow, shown)


def _write_letter(flow: Flow, shown: DocumentView) -> None:
    """Set the sender as a letterhead, the date to the right, whom it is for, and the text."""
    words = flow.frame.words
    head = shown.sender or words("window.paper.kind.letter")
    _say_centred(flow, f"paper.{shown.id}.from", head, TYPED_TITLE)
    flow.gap(8)
    rule(flow, f"paper.{shown.id}.rule", "ink", 2)
    flow.gap(4)
    rule(flow, f"paper.{shown.id}.rule2", "ink", 1)
    flow.gap(20)
    if shown.sent:
        _say_to_right(flow, f"paper.{shown.id}.sent", shown.sent, TYPED_SMALL)
    _head_rows(flow, shown, ("to", "received"))
    flow.gap(20)
    flow.say(f"paper.{shown.id}.title", shown.title, TYPED_BOLD, role="heading")
    flow.gap(10)
    flow.say(f"paper.{shown.id}.text", shown.text, TYPED)
    _foot(flow, shown)


def _write_newspaper(flow: Flow, shown: DocumentView) -> None:
    """Set the front page: masthead, the line of the date between rules, headline, two ruled columns."""
    words = flow.frame.words
    head = shown.sender or words("window.paper.kind.newspaper")
    _say_centred(flow, f"paper.{shown.id}.sender", head, NAMEPLATE)
    flow.gap(4)
    rule(flow, f"paper.{shown.id}.rule", "ink", 4)
    flow.gap(4)
    dateline = "  ·  ".join(part for part in (shown.sent, shown.recipient) if part)
    if dateline:
        _say_centred(flow, f"paper.{shown.id}.sent", dateline, SMALL)
        flow.gap(4)
    rule(flow, f"paper.{shown.id}.rule2", "ink", 1)
    flow.gap(14)
    flow.say(f"paper.{shown.id}.title", shown.title, HEADLINE, role="heading")
    flow.gap(14)
    top = flow.y
    _set_columns(flow, shown)
    flow.gap(10)
    if not flow.frame.settings.is_plain:
        box = Box(flow.x, flow.y, flow.width, flow.frame.px(96))
        flow.place(Widget(f"paper.{shown.id}.columns", "drawing", "", box, "columns"))
    if flow.width >= _TWO_COLUMNS_EM * flow.frame.em:
        middle = flow.x + flow.width // 2
        line = Box(middle, top, max(flow.frame.px(1.5), 1), flow.y - top)
        between = Widget(
            f"paper.{shown.id}.between", "drawing", "", line, "rule", figure=Mark("line", "line")
        )
        flow.place(between)
    _foot(flow, shown)


def _set_columns(flow: Flow, shown: DocumentView) -> None:
    """Set the text in two columns of even length, or in one where the page is too thin for two."""
    id_ = f"paper.{shown.id}.text"
    if flow.width < _TWO_COLUMNS_EM * flow.frame.em:
        flow.say(id_, shown.text, BODY)
        return
    gap = flow.frame.px(44)
    width = (flow.width - gap) // 2
    lines, _ = set_text(flow.column(flow.x, width), shown.text, BODY, "ink")
    half = (len(lines) + 1) // 2
    up = lines[half].box.y - flow.y if half < len(lines) else 0
    second = tuple(replace(line, box=line.box.moved(width + gap, -up)) for line in lines[half:])
    placed = (*lines[:half], *second)
    bottom = max(line.box.bottom for line in placed)
    box = Box(flow.x, flow.y, flow.width, bottom - flow.y)
    flow.place(Widget(id_, "text", shown.text, box, lines=placed))


def _write_broadcast(flow: Flow, shown: DocumentView) -> None:
    """Set a script: who speaks and when, then the text with the number of every line in the cue column."""
    words, frame = flow.frame.words, flow.frame
    flow.say(f"paper.{shown.id}.kind", words("window.paper.kind.broadcast"), TYPED_BOLD, "carbon")
    flow.say(f"paper.{shown.id}.title", shown.title, TYPED_TITLE, role="heading")
    flow.gap(6)
    _head_rows(flow, shown, ("from", "to", "dated", "received"))
    flow.gap(14)
    rule(flow, f"paper.{shown.id}.rule", "carbon", 2)
    flow.gap(14)
    # in the cue column, or beside the text where large letters would not fit there
    cues, room = frame.measure("00 ", TYPED_SMALL), frame.px(_CUES)
    inside = 0 if cues <= room and flow.width >= _TWO_COLUMNS_EM * frame.em else cues
    lines, bottom = set_text(flow.column(flow.x + inside, flow.width - inside), shown.text, TYPED, "ink")
    at = flow.x if inside else flow.x - frame.px(_CUE_COLUMN)
    numbers = tuple(_line_number(flow, i, at, line.box) for i, line in enumerate(lines, start=1))
    box = Box(at, flow.y, flow.x + flow.width - at, bottom - flow.y)
    flow.place(Widget(f"paper.{shown.id}.text", "text", shown.text, box, lines=(*numbers, *lines)))
    _foot(flow, shown)


def _line_number(flow: Flow, number: int, x: int, beside: Box) -> Line:
    frame, text = flow.frame, str(number)
    box = Box(x, beside.y, frame.measure(text, TYPED_SMALL), beside.height)
    return Line(text, box, frame.face(TYPED_SMALL), frame.text_px(TYPED_SMALL), "faint_ink", flow.ground)


def _write_sketch(flow: Flow, shown: DocumentView) -> None:
    """Put the drawing above, what it shows in words below, and say that it is no photograph."""
    words, frame = flow.frame.words, flow.frame
    flow.say(f"paper.{shown.id}.kind", words("window.paper.kind.sketch"), TYPED_BOLD)
    flow.say(f"paper.{shown.id}.title", shown.title, TYPED_TITLE, role="heading")
    _head_rows(flow, shown, ("from", "to", "dated", "received"))
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
