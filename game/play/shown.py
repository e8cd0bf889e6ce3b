"""Small pieces of a View: sources, documents, clocks and meters made ready to show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from game.play import clock
from game.play.state import State
from game.play.view import ClockView, DocumentView, MeterView, Reader, SourceView, TermView
from game.scenario.model import Scenario
from game.scenario.text import Text


def shown_or_empty(text: Text | None, reader: Reader) -> str:
    """Give the words of `text`, or nothing."""
    return "" if text is None else reader.texts(text)


def sources(scenario: Scenario, ids: Iterable[str], reader: Reader) -> tuple[SourceView, ...]:
    """Give the chips of the sources `ids`, in the author's order."""
    found = (scenario.sources[name] for name in ids)
    return tuple(
        SourceView(
            source.id,
            reader.texts(source.title),
            shown_or_empty(source.author, reader),
            source.year or "",
            source.kind,
            source.url or "",
            shown_or_empty(source.note, reader),
        )
        for source in found
    )


def document(scenario: Scenario, name: str, reader: Reader) -> DocumentView:
    """Give a document ready to read."""
    paper = scenario.documents[name]
    return DocumentView(
        paper.id,
        paper.kind,
        reader.texts(paper.title),
        shown_or_empty(paper.sender, reader),
        shown_or_empty(paper.recipient, reader),
        clock.date_words(reader.words, paper.sent) if paper.sent else "",
        clock.date_words(reader.words, paper.received) if paper.received else "",
        reader.texts(paper.text),
        shown_or_empty(paper.alt, reader),
        sources(scenario, paper.sources, reader),
    )


def clocks(scenario: Scenario, moment: datetime, reader: Reader) -> tuple[ClockView, ...]:
    """Give the scenario's clocks at `moment`; one without a name where the author named none."""
    cities = [(reader.texts(city.name), city.zone) for city in scenario.clocks.values()]
    times = [(name, clock.local(moment, zone)) for name, zone in cities or [("", "")]]
    return tuple(
        ClockView(name, clock.full(reader.words, time), time.hour, time.minute) for name, time in times
    )


def meters(scenario: Scenario, state: State, side: str, reader: Reader) -> tuple[MeterView, ...]:
    """Give the meters that `side` may see, in the author's order."""
    return tuple(
        MeterView(
            meter.id,
            reader.texts(meter.low.name),
            shown_or_empty(meter.low.meaning, reader),
            reader.texts(meter.high.name),
            shown_or_empty(meter.high.meaning, reader),
            reader.texts(meter.words[state.values[meter.variable]]),
            state.values[meter.variable],
            len(meter.words),
        )
        for meter in scenario.meters.values()
        if meter.shown_to is None or side in meter.shown_to
    )


def glossary(scenario: Scenario, reader: Reader) -> tuple[TermView, ...]:
    """Give the glossary in the order of its words."""
    terms = (
        TermView(
            term.id,
            (reader.texts(term.term), *(reader.texts(other) for other in term.also)),
            reader.texts(term.text),
            sources(scenario, term.sources, reader),
        )
        for term in scenario.glossary.values()
    )
    return tuple(sorted(terms, key=lambda term: term.words[0].casefold()))
