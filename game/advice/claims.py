"""Every claim that a scenario makes about the past, with what it rests on and what it lacks: for an audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from game.advice.piece import place_of
from game.scenario.model import DecisionPoint, Scenario
from game.scenario.moment import is_before
from game.scenario.problem import Place
from game.scenario.record import Person, Source
from game.scenario.text import Text

GAME_DEVICE = "E"
"""The grade that needs no source: it claims nothing about the past."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim, or a source with the number of claims that cite it (`cited`).

    `kind` is a key of the sentences `audit.kind.<kind>`; `status` is a status of the record or the letter
    of a grade. `lacks` are keys of the sentences `audit.lacks.<key>`.
    """

    kind: str
    path: str
    place: Place
    date: str
    text: str
    status: str
    confidence: str
    sources: tuple[str, ...]
    lacks: tuple[str, ...]
    cited: int | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """What a claim says, before it is known where it stands and what it lacks."""

    kind: str
    path: str
    text: Text
    sources: tuple[str, ...]
    date: str = ""
    status: str = ""
    confidence: str = ""
    lacks: tuple[str, ...] = ()


def claims(scenario: Scenario) -> tuple[Claim, ...]:
    """Give every claim, part by part in the author's order; then every source."""
    said = [_claim(scenario, one) for one in _all(scenario)]
    cited = Counter(source for one in said for source in one.sources)
    return (*said, *(_source(scenario, source, cited[name]) for name, source in scenario.sources.items()))


def _claim(scenario: Scenario, said: _Said) -> Claim:
    needs = said.status != GAME_DEVICE and not said.sources
    lacks = (*(("no-source",) if needs else ()), *said.lacks)
    place = place_of(scenario, said.path)
    words = said.text.standard
    return Claim(
        said.kind, said.path, place, said.date, words, said.status, said.confidence, said.sources, lacks
    )


def _source(scenario: Scenario, source: Source, cited: int) -> Claim:
    lacks = ["unused"] if not cited else []
    if source.made and source.year and is_before(source.year, source.made):
        lacks.append("out-of-order")
    path = f"sources.{source.id}"
    place = place_of(scenario, path)
    date = source.made or source.year or ""
    return Claim("source", path, place, date, source.title.standard, source.kind, "", (), tuple(lacks), cited)


def _all(scenario: Scenario) -> Iterator[_Said]:
    for fact in scenario.facts.values():
        path = f"facts.{fact.id}"
        yield _Said("fact", path, fact.text, fact.sources, fact.at, fact.status, fact.confidence)
    for decision in scenario.decisions.values():
        yield from _of_decision(decision)
    for ending in scenario.endings.values():
        path, grade = f"endings.{ending.id}", ending.grade or GAME_DEVICE
        yield _Said("ending", path, ending.text[0].text, ending.sources, _day(ending.at), grade)
    if scenario.record.text:
        yield _Said("record", "record", scenario.record.text, scenario.record.sources)
    for person in scenario.people.values():
        yield from _of_person(person)
    for paper in scenario.documents.values():
        path, date = f"documents.{paper.id}", paper.sent or ""
        yield _Said("document", path, paper.text, paper.sources, date, lacks=() if date else ("undated",))
    for mark in scenario.map.marks.values() if scenario.map else ():
        if mark.sources or (mark.kind != "city" and mark.when is None):  # a city, or what play has made of it
            date, path = _day(mark.since), f"map.marks.{mark.id}"
            yield _Said("mark", path, mark.text, mark.sources, date, mark.position)
    for term in scenario.glossary.values():
        yield _Said("term", f"glossary.{term.id}", term.text, term.sources)
    yield from _of_accounts(scenario)


def _of_decision(decision: DecisionPoint) -> Iterator[_Said]:
    path, day = f"decisions.{decision.id}", _day(decision.at)
    historical = decision.historical
    if historical.choice is not None:
        yield _Said("historical", f"{path}.historical", historical.why, historical.sources, day)
    for number, adviser in enumerate(decision.advisers):
        yield _Said("adviser", f"{path}.advisers.{number}", adviser.says, adviser.sources, day)
    for option in decision.options.values():
        if option.sources:  # that somebody proposed it; where nobody did, the advice speaks of it
            yield _Said("option", option.key, option.text, option.sources, day)
        for found in option.consequences:
            grade, confidence = found.grade or "", found.confidence or ""
            where = found.text.key.removesuffix(".text")
            lacks = () if grade else ("ungraded",)
            yield _Said("consequence", where, found.text, found.sources, day, grade, confidence, lacks)


def _of_person(person: Person) -> Iterator[_Said]:
    path = f"people.{person.id}"
    yield _Said("person", path, person.role, _known_by(person))
    late = {after for before, after in pairwise(person.positions) if is_before(after.at, before.at)}
    for number, position in enumerate(person.positions):
        lacks = ("out-of-order",) if position in late else ()
        where = f"{path}.positions.{number}"
        yield _Said("position", where, position.text, position.sources, position.at, lacks=lacks)


def _known_by(person: Person) -> tuple[str, ...]:
    """Give the sources of a person, or where there are none, of what that person held."""
    held = (source for position in person.positions for source in position.sources)
    return person.sources or tuple(dict.fromkeys(held))


def _of_accounts(scenario: Scenario) -> Iterator[_Said]:
    for account in scenario.accounts.values():
        yield _Said("account", f"accounts.{account.id}", account.what, account.sources, account.made or "")
    for check in scenario.source_checks.values():
        path, answer = f"source-checks.{check.id}", check.answer
        for number, telling in enumerate(check.tellings):
            told = (*scenario.accounts[telling.account].sources, *telling.agree)
            yield _Said("telling", f"{path}.accounts.{number}", telling.says, told, check.happened)
        where = f"{path}.answer"
        yield _Said("answer", where, answer.why, answer.sources, check.happened, answer.status)
    for assumption in scenario.assumptions.values():
        yield _Said("assumption", f"assumptions.{assumption.id}", assumption.text, assumption.sources)
    for reading in scenario.interpretations.values():
        yield _Said("interpretation", f"interpretations.{reading.id}", reading.text, reading.sources)


def _day(moment: object) -> str:
    return f"{moment:%Y-%m-%dT%H:%M%z}" if moment is not None else ""


def lacking(found: Iterable[Claim]) -> tuple[Claim, ...]:
    """Give the claims that lack something."""
    return tuple(claim for claim in found if claim.lacks)
