"""The same hours from the other desks: what each saw, believed and did, and the letters on their way."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.hours import DeskHours, Hours, Letter, deed_words
from game.window.buttons import Button, row
from game.window.compose import Flow, Sheet, columns, even, join, sheet, show
from game.window.fonts import BODY, LABEL, SMALL, STRONG, TYPED_BOLD, TYPED_SMALL
from game.window.frame import Frame
from game.window.parts import label
from game.window.screens.tabs import debrief_page
from game.window.widgets import Box, Widgets


@dataclass(frozen=True, slots=True)
class OtherDesks:
    """The hours before one of the turns that can be read; `number` is its place among `count`."""

    scenario: str
    hours: Hours | None
    number: int
    count: int


def layout_hours(screen: OtherDesks, frame: Frame) -> Widgets:
    """Lay out which hours these are, then the other desks side by side, then the letters."""
    words, found = frame.words, screen.hours

    def body(flow: Flow) -> None:
        if found is None:
            flow.say("desks.none", words("sheet.hours.none"), BODY, "ivory")
            return
        key = "hours.between" if found.since else "hours.until"
        told = words(key, since=found.since, until=found.until, side=found.side, title=found.title)
        flow.say("desks.stretch", told, STRONG, "ivory", role="heading")
        flow.gap(12)
        flow.put(row(frame, _around(screen, frame), Box(flow.x, flow.y, flow.width, 0)))
        flow.gap(22)
        _desks(flow, found.desks)
        if found.letters:
            flow.gap(30)
            label(flow, "desks.letters", words("hours.letters"))
            _letters(flow, found.letters)

    return debrief_page(frame, "hours", screen.scenario, body)


def _around(screen: OtherDesks, frame: Frame) -> tuple[Button, ...]:
    """Give the buttons to the hours before the turn before, and to those before the turn after."""
    words, number = frame.words, screen.number
    before = Button("before", words("sheet.hours.before"), show(f"hours:{number - 1}"), "P")
    after = Button("after", words("sheet.hours.after"), show(f"hours:{number + 1}"), "N")
    return (*((before,) if number > 0 else ()), *((after,) if number + 1 < screen.count else ()))


def _desks(flow: Flow, desks: tuple[DeskHours, ...]) -> None:
    parts = (flow,) if flow.frame.is_narrow else columns(flow, (1, 1), 32)
    for i, desk in enumerate(desks):
        part = min(parts, key=lambda each: each.y)
        if i >= len(parts):
            part.gap(24)
        _desk(part, desk)
    if len(parts) > 1:
        join(flow, parts)


def _desk(flow: Flow, desk: DeskHours) -> None:
    words = flow.frame.words
    id_ = f"desk.{desk.side}"

    def write(inner: Flow) -> None:
        inner.say(f"{id_}.name", desk.name, STRONG, role="heading")
        if desk.clock:
            inner.say(f"{id_}.clock", words("sheet.hours.clock", clock=desk.clock), LABEL, "faint_ink")
        if desk.is_quiet:
            inner.gap(8)
            inner.say(f"{id_}.quiet", words("hours.nothing"))
        seen = tuple(words("hours.seen", about=about, text=text) for about, text in desk.saw)
        _group(inner, f"{id_}.saw", words("hours.saw"), seen)
        _group(inner, f"{id_}.believed", words("hours.believed"), desk.believed)
        _group(inner, f"{id_}.did", words("hours.did"), tuple(deed_words(deed, words) for deed in desk.did))

    sheet(flow, Sheet(id_, even(36, 24), label=desk.name), write)


def _group(flow: Flow, id_: str, heading: str, texts: tuple[str, ...]) -> None:
    if not texts:
        return
    flow.gap(12)
    flow.say(f"{id_}.label", heading, LABEL, "carbon")
    for i, text in enumerate(texts):
        flow.gap(6 if i else 0)
        flow.say(f"{id_}.{i}", text)


def _letters(flow: Flow, letters: tuple[Letter, ...]) -> None:
    parts = (flow,) if flow.frame.is_narrow else columns(flow, (1, 1), 32)
    for i, letter in enumerate(letters):
        part = min(parts, key=lambda each: each.y)
        part.gap(18 if i >= len(parts) else 6)
        _letter(part, i, letter)
    if len(parts) > 1:
        join(flow, parts)


def _letter(flow: Flow, number: int, letter: Letter) -> None:
    words = flow.frame.words
    id_ = f"letter.{number}"

    def write(inner: Flow) -> None:
        inner.say(f"{id_}.title", letter.title, TYPED_BOLD, role="heading")
        if letter.sender and letter.recipient:
            ends = words("hours.from-to", sender=letter.sender, recipient=letter.recipient)
            inner.say(f"{id_}.ends", ends, TYPED_SMALL)
        inner.say(f"{id_}.sent", words("window.paper.sent", value=letter.sent), TYPED_SMALL)
        inner.say(f"{id_}.received", words("window.paper.received", value=letter.received), TYPED_SMALL)
        if letter.crossed:
            inner.gap(8)
            crossed = words("window.list.comma").join(letter.crossed)
            inner.say(f"{id_}.crossed", words("sheet.hours.crossed", titles=crossed), SMALL, "carbon")

    sheet(flow, Sheet(id_, (64, 44, 64, 48), "cable", label=letter.title), write)
