"""Words and sources explained."""

from __future__ import annotations

from dataclasses import dataclass

from game.play.view import SourceView, TermView
from game.window.bars import heading_bar
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, centred, columns, even, join, sheet, show
from game.window.fonts import BODY, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import sources
from game.window.screens.common import back_button
from game.window.widgets import Widgets


@dataclass(frozen=True, slots=True)
class Glossary:
    """The glossary; the words in `here` occur on the screen it was opened from and come first."""

    terms: tuple[TermView, ...]
    here: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of what lies on the desk."""

    sources: tuple[SourceView, ...]


def layout_glossary(screen: Glossary, frame: Frame) -> Widgets:
    """Lay out the terms in two columns where there is room."""
    words = frame.words
    here = tuple(term for term in screen.terms if term.id in screen.here)
    rest = tuple(term for term in screen.terms if term.id not in screen.here)

    def body(flow: Flow) -> None:
        if not screen.terms:
            flow.say("glossary.empty", words("window.glossary.empty"), BODY, "ivory")
        for name, terms in (("here", here), ("rest", rest)):
            if not terms:
                continue
            if here:
                flow.say(f"glossary.{name}", words(f"window.glossary.{name}"), LABEL, "ivory", role="heading")
                flow.gap(10)
            _terms(flow, terms)
            flow.gap(30)

    return page(
        frame,
        Plan(
            lambda flow: heading_bar(flow, "", words("window.glossary")),
            body,
            (back_button(words), Button("sources", words("window.sources.open"), show("sources"), "S")),
        ),
    )


def _terms(flow: Flow, terms: tuple[TermView, ...]) -> None:
    parts = (flow,) if flow.frame.is_narrow else columns(flow, (1, 1), 30)
    for i, term in enumerate(terms):
        part = min(parts, key=lambda each: each.y)
        if i >= len(parts):
            part.gap(16)
        _term(part, term)
    if len(parts) > 1:
        join(flow, parts)


def _term(flow: Flow, term: TermView) -> None:
    words = flow.frame.words
    id_ = f"term.{term.id}"

    def write(inner: Flow) -> None:
        inner.say(f"{id_}.word", term.words[0], STRONG, role="heading")
        if len(term.words) > 1:
            also = words("window.list.comma").join(term.words[1:])
            inner.say(f"{id_}.also", words("window.glossary.also", words=also), SMALL, "faint_ink")
        inner.gap(4)
        inner.say(f"{id_}.text", term.text)
        if term.sources:
            inner.gap(8)
            sources(inner, id_, term.sources)

    sheet(flow, Sheet(id_, even(30, 18), label=term.words[0]), write)


def layout_sources(screen: Sources, frame: Frame) -> Widgets:
    """Lay out the sources as index cards."""
    words = frame.words

    def body(flow: Flow) -> None:
        column = centred(flow, 48)
        if not screen.sources:
            column.say("sources.empty", words("window.sources.empty"), BODY, "ivory")
        for source in screen.sources:
            _source(column, source)
            column.gap(16)
        flow.put(column.widgets)

    return page(
        frame,
        Plan(lambda flow: heading_bar(flow, "", words("window.sources.open")), body, (back_button(words),)),
    )


def _source(flow: Flow, source: SourceView) -> None:
    words = flow.frame.words
    id_ = f"source.{source.id}"

    def write(inner: Flow) -> None:
        who = ", ".join(part for part in (source.author, source.year) if part)
        kind = words(f"window.source.{source.kind}")
        inner.say(f"{id_}.kind", "  ·  ".join(part for part in (kind, who) if part), LABEL, "faint_ink")
        inner.say(f"{id_}.title", source.title, STRONG)
        if source.note:
            inner.say(f"{id_}.note", source.note, SMALL)
        if source.url:
            inner.say(f"{id_}.url", source.url, SMALL, "carbon")

    sheet(flow, Sheet(id_, even(30, 18), label=source.title), write)
