"""The ledger: what nobody at a desk could know at the hour, what it believed, and until when.

It holds the facts for which the author says what a side believed or when it learned. A fact that a side
learned at a known date is unknown at each of its turns before; where only its belief is told, the fact
stands against the side's next turn after it, and the ledger claims no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from game.debrief.facts import WORLD
from game.debrief.roads import hour_words, local_hour, parted_at
from game.messages import Words
from game.page import Block, Page, detail, heading, item, note
from game.play import clock
from game.play.playthrough import Playthrough
from game.play.shown import shown_or_empty, sources
from game.play.view import Reader, SourceView
from game.scenario.model import Scenario
from game.scenario.moment import is_before
from game.scenario.record import Fact

YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Hour:
    """A turn (from 0) on which a side decided, and its hour."""

    turn: int
    clock: str
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact that a side did not know.

    `known_to` pairs those who knew before the world with the dates. `learned` is when this side learned,
    `world` when the world did; each is empty where the scenario does not say. `cited` is the year of the
    earliest source cited that is younger than the fact, which does not claim that it was the first to
    tell. `is_after_parting` claims that the roads had parted before it: then it may have been otherwise
    on this road.
    """

    fact: str
    date: str
    text: str
    status: str
    confidence: str
    dispute: str
    believed: str
    known_to: tuple[tuple[str, str], ...]
    learned: str
    world: str
    cited: str
    unknown_at: tuple[Hour, ...]
    is_after_parting: bool
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What one side did not know, by date."""

    side: str
    name: str
    desk: str
    is_player: bool
    entries: tuple[Entry, ...]


def ledgers(play: Playthrough, reader: Reader) -> tuple[Ledger, ...]:
    """Give the ledger of every side that has one, those of the players first."""
    found = [_ledger(play, side, reader) for side in play.scenario.sides]
    return tuple(sorted((one for one in found if one.entries), key=lambda one: not one.is_player))


def _ledger(play: Playthrough, side: str, reader: Reader) -> Ledger:
    seat = play.scenario.sides[side]
    facts = sorted(play.scenario.facts.values(), key=lambda fact: fact.at)
    parted = parted_at(play)
    entries = [
        _entry(play, side, fact, parted, reader)
        for fact in facts
        if side in fact.believed or side in fact.learned
    ]
    kept = tuple(entry for entry in entries if entry.unknown_at)
    return Ledger(side, reader.texts(seat.name), reader.texts(seat.desk), side in play.players, kept)


def _entry(play: Playthrough, side: str, fact: Fact, parted: datetime | None, reader: Reader) -> Entry:
    scenario, words = play.scenario, reader.words
    learned = {who: clock.date_words(words, date) for who, date in fact.learned.items()}
    known_to = tuple(
        (reader.texts(scenario.sides[who].name), date)
        for who, date in learned.items()
        if who not in (side, WORLD) and date != learned.get(WORLD)
    )
    is_after = parted is not None and is_before(_written(play, side, parted), fact.at)
    return Entry(
        fact.id,
        clock.date_words(words, fact.at),
        reader.texts(fact.text),
        words(f"evidence.status.{fact.status}"),
        words(f"evidence.confidence.{fact.confidence}"),
        shown_or_empty(fact.dispute, reader),
        shown_or_empty(fact.believed.get(side), reader),
        known_to,
        learned.get(side, ""),
        learned.get(WORLD, ""),
        _cited(scenario, fact),
        _unknown_at(play, side, fact, reader),
        is_after,
        sources(scenario, fact.sources, reader),
    )


def _cited(scenario: Scenario, fact: Fact) -> str:
    """Give the year of the earliest evidence cited from a year after the fact's own, or nothing."""
    happened = fact.at.split("/")[-1][:YEAR_DIGITS]
    cited = [scenario.sources[name] for name in fact.sources]
    years = [source.year[:YEAR_DIGITS] for source in cited if source.year and source.kind != "account"]
    return min((year for year in years if year > happened), default="")


def _unknown_at(play: Playthrough, side: str, fact: Fact, reader: Reader) -> tuple[Hour, ...]:
    hours = []
    for number in play.own_turns(side):
        decision = play.scenario.decisions[play.turns[number].decision]
        now = _written(play, side, decision.at)
        if is_before(now, fact.at):
            continue
        if side in fact.learned and not is_before(now, fact.learned[side]):
            break
        shown = hour_words(play.scenario, side, decision.at, reader)
        hours.append(Hour(number, shown, reader.texts(decision.title)))
        if side not in fact.learned:
            break
    return tuple(hours)


def _written(play: Playthrough, side: str, moment: datetime) -> str:
    """Write a moment as the record writes dates, on the side's own calendar."""
    return local_hour(play.scenario, side, moment).isoformat(timespec="minutes")


def ledger_page(found: tuple[Ledger, ...], words: Words) -> Page:
    """Lay the ledgers out, one side after another; what came after the roads had parted stands last."""
    blocks: list[Block] = [heading(words("ledger.title")), note(words("ledger.note"))]
    if not found:
        return (*blocks, note(words("ledger.empty")))
    for ledger in found:
        blocks.append(heading(words("ledger.side", side=ledger.name)))
        for entry in (entry for entry in ledger.entries if not entry.is_after_parting):
            blocks += entry_blocks(entry, words)
        later = [entry for entry in ledger.entries if entry.is_after_parting]
        if later:
            blocks.append(note(words("ledger.after-parting")))
        for entry in later:
            blocks += entry_blocks(entry, words)
    return tuple(blocks)


def entry_blocks(entry: Entry, words: Words) -> Page:
    """Lay out one fact: what is known of it now, what was believed, who knew, and until when."""
    blocks = [item("", words("debrief.fact", date=entry.date, text=entry.text))]
    status = words("debrief.fact-status", status=entry.status, confidence=entry.confidence)
    blocks.append(detail(words("ledger.evidence"), status))
    if entry.dispute:
        blocks.append(detail(words("debrief.accounts-differ"), entry.dispute))
    if entry.believed:
        blocks.append(detail(words("ledger.believed"), entry.believed))
    blocks += [detail(words("ledger.known-to", side=side), date) for side, date in entry.known_to]
    blocks.append(detail(words("ledger.until"), until_words(entry, words)))
    return (*blocks, detail(words("ledger.unknown-at"), unknown_words(entry, words)))


def until_words(entry: Entry, words: Words) -> str:
    """Say when this side learned and when the world did, as far as the scenario tells."""
    if entry.learned and entry.world and entry.learned != entry.world:
        return words("ledger.until.both", learned=entry.learned, world=entry.world)
    if entry.learned and entry.world:
        return words("ledger.until.world-too", learned=entry.learned)
    if entry.learned:
        return words("ledger.until.learned", learned=entry.learned)
    if entry.world:
        return words("ledger.until.world", world=entry.world)
    return words("ledger.until.cited", year=entry.cited) if entry.cited else words("ledger.until.untold")


def unknown_words(entry: Entry, words: Words) -> str:
    """Name the turns at which it was not known."""
    named = [words("ledger.hour", turn=hour.turn + 1, title=hour.title) for hour in entry.unknown_at]
    return "; ".join(named)
