"""Properties: what an author claims of every playthrough, proved over all states or refuted by one.

`always` and `sometimes` are asked of every state at the places that a property speaks of. For
`eventually`, only states that play can come to without ever having met the condition go on; one of
those at an ending, or where nothing is offered, refutes it. A playthrough is any that can be played:
whatever each side chooses, whatever chance may bring, at whichever desks people may sit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from game.analysis.asking import ask, compile_test
from game.analysis.audit import AUDIT_CAP, Audit, seatings
from game.analysis.backward import Map
from game.analysis.classes import Watch
from game.analysis.edges import every_start
from game.analysis.forward import Plan, TooMany, visit_all
from game.analysis.keys import Block, Flags, Ints
from game.analysis.rules import Question, prepare
from game.scenario.model import Scenario
from game.scenario.problem import Problem
from game.scenario.wishes import Property


def check_properties(
    scenario: Scenario, properties: Iterable[Property], cap: int = AUDIT_CAP
) -> tuple[Problem, ...]:
    """Give the properties that do not hold, each with a playthrough that shows it.

    Past `cap` states at one place a property is told as unfinished: neither proved nor refuted.
    """
    return tuple(problem for claim in properties for problem in _check(scenario, claim, cap))


def _check(scenario: Scenario, claim: Property, cap: int) -> Iterator[Problem]:
    try:
        states = _visit(scenario, claim, cap)
    except TooMany:
        yield _problem(claim, "property-unfinished", limit=cap)
        return
    if claim.kind == "eventually":
        way = _never(states, claim)
        if way is not None:
            yield _problem(claim, "property-eventually", way=_told(scenario, claim, *way))
        return
    found = next(_where(states, claim), None)
    if claim.kind == "sometimes" and found is None:
        count = sum(len(visit.layer) for visit in states.story.visits.values())
        yield _problem(claim, "property-sometimes", count=count)
    if claim.kind == "always" and found is not None:
        way = states.witness(*found)
        yield _problem(claim, "property-always", at=found[0], way=_told(scenario, claim, *way))


def _problem(claim: Property, code: str, **values: object) -> Problem:
    slots = {"condition": claim.condition.source, **values}
    return Problem(claim.place, code, tuple((name, str(value)) for name, value in slots.items()))


def _told(scenario: Scenario, claim: Property, way: tuple[str, ...], seated: tuple[str, ...]) -> str:
    """Write a playthrough as `play` takes it, which seats a person at the first desk where none is named."""
    playable, asked = _desks(scenario, claim)
    if not seated and playable[:1] and playable[0] in asked:
        seated = tuple(side for side in playable if side not in asked)[:1]
    sides = "".join(f"--side {side} " for side in seated)
    return f"{sides}--follow {','.join(way)}"


def _desks(scenario: Scenario, claim: Property) -> tuple[tuple[str, ...], frozenset[str]]:
    """Give where people may sit, and the sides of which some condition asks whether a person sits there."""
    playable = tuple(side.id for side in scenario.sides.values() if side.playable)
    return playable, frozenset().union(*seatings(scenario, [claim.condition]))


def _starts(scenario: Scenario, claim: Property) -> tuple[tuple[int, ...], ...]:
    """Give the values to start with for every way in which people may sit; where they may, somebody does."""
    playable, asked = _desks(scenario, claim)
    has_free = not asked.issuperset(playable) or not playable
    every = seatings(scenario, [claim.condition])
    allowed = [seated for seated in every if seated.issubset(playable) and (seated or has_free)]
    return every_start(scenario, allowed)


def _visit(scenario: Scenario, claim: Property, cap: int) -> Audit:
    """Visit every state, keeping apart what the condition tells apart where it is asked."""
    watch = Watch(dict.fromkeys(claim.at, (claim.condition,)), {}, frozenset())
    rules = prepare(Question(scenario, frozenset(scenario.sides), _starts(scenario, claim), watch))
    visits = list(visit_all(rules, Plan(policies=("uniform",), cap=cap)))
    return Audit(scenario, (), Map(rules, visits), frozenset(), frozenset())


def _answers(states: Audit, claim: Property, place: str) -> Flags:
    """Give the condition's answer in every state of `place`."""
    layout, layer = states.story.rules.layouts[place], states.story.visits[place].layer
    test = compile_test(claim.condition.tree, layout, {})
    return np.broadcast_to(ask(test, Block(layout, layer.keys)), len(layer))


def _where(states: Audit, claim: Property) -> Iterator[tuple[str, int]]:
    """Give states that settle a claim, one of each place, by row: `sometimes` holds there, `always` fails."""
    for place in states.story.visits:
        if place in claim.at:
            answers = _answers(states, claim, place)
            rows = np.flatnonzero(answers if claim.kind == "sometimes" else ~answers)
            if len(rows):
                yield place, int(rows[0])


@dataclass(slots=True, eq=False)
class _Unmet:
    """The states of one place that are reached without having met the condition.

    For each: the place before (its number), the option and the row there by which it was first reached.
    """

    flags: Flags
    before: Ints
    option: Ints
    row: Ints


def _never(states: Audit, claim: Property) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Give a playthrough on which the condition never holds, and who is seated in it, or None."""
    story = states.story
    places = list(story.visits)
    unmet = {place: _nothing(len(story.visits[place].layer)) for place in places}
    unmet[states.scenario.start].flags[:] = True
    for number, place in enumerate(places):
        here = unmet[place]
        if place in claim.at:
            here.flags &= ~_answers(states, claim, place)
        if not here.flags.any():
            continue
        if place in states.scenario.endings:
            return _way_back(states, unmet, place, int(np.flatnonzero(here.flags)[0]))
        for crossing in story.crossings(place):
            first = crossing.part.start
            stuck = here.flags[crossing.part] & ~crossing.odds.offered.any(axis=0)
            if stuck.any():
                return _way_back(states, unmet, place, first + int(np.flatnonzero(stuck)[0]))
            for link in crossing.links:
                rows = np.arange(crossing.count) if link.rows is None else link.rows
                goes_on = here.flags[first + rows]
                _arrive(unmet[link.target], link.to[goes_on], (number, link.option), first + rows[goes_on])
    return None


def _nothing(count: int) -> _Unmet:
    none = np.zeros(count, dtype=np.int64)
    return _Unmet(np.zeros(count, dtype=np.bool_), none, none.copy(), none.copy())


def _arrive(there: _Unmet, to: Ints, by: tuple[int, int], rows: Ints) -> None:
    new = ~there.flags[to]
    fresh, rows = to[new], rows[new]
    there.flags[fresh] = True
    there.before[fresh], there.option[fresh] = by
    there.row[fresh] = rows


def _way_back(
    states: Audit, unmet: dict[str, _Unmet], place: str, row: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    places = list(unmet)
    way: list[str] = []
    while place != states.scenario.start:
        here = unmet[place]
        before = places[int(here.before[row])]
        way.append(tuple(states.scenario.decisions[before].options)[int(here.option[row])])
        place, row = before, int(here.row[row])
    return tuple(reversed(way)), states.seated(row)
