"""The record's facts as a reader meets them after play, with who believed what and who learned it when."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.pages import source_words
from game.messages import Words
from game.page import Page, detail, heading, item, note, title
from game.play import clock
from game.play.shown import shown_or_empty, sources
from game.play.view import Reader, SourceView
from game.scenario.model import Scenario
from game.scenario.record import Fact

WORLD = "world"


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact ready to show. `believed` pairs a side with what it believed then; `learned` pairs a side, or
    the world, with the date when it learned. `dispute` tells how accounts differ, or is empty."""

    id: str
    phase: str
    date: str
    text: str
    status: str
    confidence: str
    dispute: str
    believed: tuple[tuple[str, str], ...]
    learned: tuple[tuple[str, str], ...]
    sources: tuple[SourceView, ...]


def facts(scenario: Scenario, reader: Reader) -> tuple[FactView, ...]:
    """Give the facts of the record in the order of their dates."""
    ordered = sorted(scenario.facts.values(), key=lambda fact: fact.at)
    return tuple(_fact(scenario, fact, reader) for fact in ordered)


def _fact(scenario: Scenario, fact: Fact, reader: Reader) -> FactView:
    def who(side: str) -> str:
        return (
            reader.texts(scenario.sides[side].name)
            if side in scenario.sides
            else reader.words("debrief.world")
        )

    return FactView(
        fact.id,
        reader.texts(scenario.phases[fact.phase].name) if fact.phase else "",
        clock.date_words(reader.words, fact.at),
        reader.texts(fact.text),
        reader.words(f"evidence.status.{fact.status}"),
        reader.words(f"evidence.confidence.{fact.confidence}"),
        shown_or_empty(fact.dispute, reader),
        tuple((who(side), reader.texts(text)) for side, text in fact.believed.items()),
        tuple((who(side), clock.date_words(reader.words, date)) for side, date in fact.learned.items()),
        sources(scenario, fact.sources, reader),
    )


def facts_page(found: tuple[FactView, ...], words: Words) -> Page:
    """Lay the facts out, phase by phase."""
    blocks = [title(words("debrief.facts"))]
    phase = ""
    for fact in found:
        if fact.phase != phase:
            phase = fact.phase
            blocks.append(heading(phase))
        blocks.append(item("", words("debrief.fact", date=fact.date, text=fact.text)))
        blocks.append(note(words("debrief.fact-status", status=fact.status, confidence=fact.confidence)))
        if fact.dispute:
            blocks.append(detail(words("debrief.accounts-differ"), fact.dispute))
        blocks += [detail(words("debrief.believed", side=side), text) for side, text in fact.believed]
        blocks += [detail(words("debrief.learned", side=side), date) for side, date in fact.learned]
        chips = "; ".join(source_words(source) for source in fact.sources)
        blocks.append(detail(words("debrief.sources"), chips))
    return tuple(blocks)
