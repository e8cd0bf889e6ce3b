"""The gallery of endings: which of a scenario's were met here, and of the others no more than how many."""

from __future__ import annotations

from dataclasses import dataclass

from game.messages import Words
from game.page import Page, detail, heading, item, note
from game.play import clock
from game.play.playthrough import Playthrough
from game.play.view import Reader
from game.scenario.model import Scenario
from game.store import Met, read_met, write_met


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who met an ending, and on which day for the first time."""

    sides: str
    date: str


@dataclass(frozen=True, slots=True)
class MetEnding:
    """An ending that was met."""

    id: str
    title: str
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class Gallery:
    """The endings of a scenario, those that were met in the order of meeting.

    Roads end in one of the `unmet_count` others between `first_phase` and `last_phase`, which are empty
    where the scenario has no phases or all was met.
    """

    scenario: str
    met: tuple[MetEnding, ...]
    unmet_count: int
    first_phase: str
    last_phase: str


def meet(play: Playthrough) -> None:
    """Keep that the ending of a play was met. Raises StoreError."""
    write_met(play.scenario.id, play.ending.id, tuple(sorted(play.players)))


def gallery(scenario: Scenario, reader: Reader) -> Gallery:
    """Give the gallery of a scenario. Nothing of an ending that was not met is in it."""
    found: dict[str, list[Met]] = {}
    for met in read_met(scenario.id):
        if met.ending in scenario.endings:
            found.setdefault(met.ending, []).append(met)
    told = tuple(_told(scenario, name, meetings, reader) for name, meetings in found.items())
    unmet = frozenset(scenario.endings) - frozenset(found)
    phases = _phases_before(scenario, unmet)
    names = [reader.texts(scenario.phases[phase].name) for phase in (phases[:1] + phases[-1:])]
    first, last = (names[0], names[-1]) if names else ("", "")
    return Gallery(reader.texts(scenario.title), told, len(unmet), first, last)


def _told(scenario: Scenario, name: str, meetings: list[Met], reader: Reader) -> MetEnding:
    shown = tuple(
        Meeting(_sides(scenario, met, reader), clock.date_words(reader.words, met.first.isoformat()))
        for met in meetings
    )
    return MetEnding(name, reader.texts(scenario.endings[name].title), shown)


def _sides(scenario: Scenario, met: Met, reader: Reader) -> str:
    names = (reader.texts(scenario.sides[side].name) for side in met.sides if side in scenario.sides)
    return reader.words("slot.comma").join(names)


def _phases_before(scenario: Scenario, endings: frozenset[str]) -> list[str]:
    """Give the phases in which a choice can lead straight to one of `endings`, in their order."""
    found = {
        decision.phase
        for decision in scenario.decisions.values()
        for option in decision.options.values()
        if any(branch.to in endings for branch in option.nexts)
    }
    return [phase for phase in scenario.phases if phase in found]


def unmet_words(found: Gallery, words: Words) -> str:
    """Say how many endings were not met yet, and between which phases roads lead to them."""
    if not found.unmet_count:
        return words("gallery.all-met")
    count = words.count("gallery.unmet", found.unmet_count)
    if not found.first_phase:
        return count
    key = "gallery.in-phase" if found.first_phase == found.last_phase else "gallery.between-phases"
    return words(key, count=count, first=found.first_phase, last=found.last_phase)


def gallery_page(found: Gallery, words: Words) -> Page:
    """Give the gallery as a page for a terminal."""
    blocks = [heading(words("gallery.heading", scenario=found.scenario))]
    for ending in found.met:
        blocks.append(item("", ending.title))
        blocks += [detail(meeting.date, meeting.sides) for meeting in ending.meetings]
    if not found.met:
        blocks.append(note(words("gallery.none-met")))
    return (*blocks, note(unmet_words(found, words)))
