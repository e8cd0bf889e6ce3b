"""The ledger: what nobody at a desk could know, beside what it believed at the hour."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.ledger import Entry, Ledger, unknown_words, until_words
from game.window.buttons import Button, row
from game.window.compose import Flow, Sheet, columns, even, join, sheet, show
from game.window.fonts import BODY, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.parts import rule, sources
from game.window.screens.tabs import debrief_page
from game.window.widgets import Box, Widgets


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """The ledgers of all sides, that of `number` open."""

    scenario: str
    ledgers: tuple[Ledger, ...]
    number: int


def layout_ledger(screen: LedgerSheet, frame: Frame) -> Widgets:
    """Lay out whose ledger it is, then its facts by date."""
    words = frame.words

    def body(flow: Flow) -> None:
        flow.say("entries.note", words("ledger.note"), SMALL, "ivory")
        flow.gap(16)
        if not screen.ledgers:
            flow.say("entries.empty", words("ledger.empty"), BODY, "ivory")
            return
        _sides(flow, screen)
        opened = screen.ledgers[screen.number]
        for is_later in (False, True):
            entries = [entry for entry in opened.entries if entry.is_after_parting == is_later]
            if is_later and entries:
                flow.gap(30)
                flow.say("entries.later", words("ledger.after-parting"), STRONG, "ivory")
            for entry in entries:
                flow.gap(18)
                _entry(flow, entry)

    return debrief_page(frame, "ledger", screen.scenario, body)


def _sides(flow: Flow, screen: LedgerSheet) -> None:
    buttons = tuple(
        Button(
            f"entries.side.{number}",
            flow.frame.words("sheet.ledger.side", desk=one.desk, count=len(one.entries)),
            show(f"ledger:{number}"),
            "N" if number == (screen.number + 1) % len(screen.ledgers) else "",
            "primary" if number == screen.number else "button",
            frozenset({"selected"} if number == screen.number else ()),
            "toggle",
        )
        for number, one in enumerate(screen.ledgers)
    )
    flow.put(row(flow.frame, buttons, Box(flow.x, flow.y, flow.width, 0)))


def _entry(flow: Flow, entry: Entry) -> None:
    words = flow.frame.words
    id_ = f"entry.{entry.fact}"

    def write(inner: Flow) -> None:
        parts = (inner, inner) if inner.frame.is_narrow else columns(inner, (1, 1), 44)
        _known_now(parts[0], id_, entry)
        if parts[1] is inner:
            inner.gap(16)
        _known_then(parts[1], id_, entry)
        if parts[1] is not inner:
            join(inner, parts)
        inner.gap(12)
        rule(inner, f"{id_}.rule", "line", 1)
        inner.gap(8)
        where = words("sheet.ledger.unknown-at", turns=unknown_words(entry, words))
        inner.say(f"{id_}.unknown", where, SMALL)

    sheet(flow, Sheet(id_, even(36, 22), label=entry.text), write)


def _known_now(flow: Flow, id_: str, entry: Entry) -> None:
    words = flow.frame.words
    flow.say(f"{id_}.date", entry.date, LABEL, "faint_ink")
    flow.say(f"{id_}.text", entry.text, BODY, role="heading")
    flow.gap(6)
    status = words("debrief.fact-status", status=entry.status, confidence=entry.confidence)
    flow.say(f"{id_}.status", status, LABEL, "carbon")
    if entry.dispute:
        flow.gap(6)
        flow.say(f"{id_}.dispute", words("sheet.ledger.dispute", text=entry.dispute), SMALL)
    if entry.sources:
        flow.gap(6)
        sources(flow, id_, entry.sources)


def _known_then(flow: Flow, id_: str, entry: Entry) -> None:
    words = flow.frame.words
    if entry.believed:
        flow.say(f"{id_}.believed.label", words("ledger.believed"), LABEL, "faint_ink")
        flow.say(f"{id_}.believed", entry.believed)
        flow.gap(12)
    for number, (side, date) in enumerate(entry.known_to):
        known = words("sheet.ledger.known-to", side=side, date=date)
        flow.say(f"{id_}.known.{number}", known, SMALL)
    until = words("sheet.ledger.until", until=until_words(entry, words))
    is_dated = entry.learned or entry.world
    flow.say(f"{id_}.until", until, SMALL, "stamp" if is_dated else "carbon")
