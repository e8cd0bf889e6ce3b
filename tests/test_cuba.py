"""October 1962: its clocks, its incidents, its cuts, and that every choice matters however it is read."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from game.analysis.results import Exploration
from game.analysis.rules import ask_about
from game.analysis.statespace import explore
from game.library import load
from game.play.follow import follow
from game.play.playthrough import begin

CUBA = load("cuba-1962")
DESKS = tuple(side.id for side in CUBA.sides.values() if side.playable)
FIRST, *OTHERS = CUBA.interpretations
READINGS = (FIRST, *(pytest.param(name, marks=pytest.mark.thorough) for name in OTHERS))


@cache
def explored(side: str, reading: str) -> Exploration:
    """Explore from one desk; a case of several tests."""
    return explore(ask_about(CUBA, side, reading), "weights")


def own_hour(moment: datetime, clock: str) -> bool:
    """Claim that a moment is told by the hour that its clock kept; Washington's went back on 28 October."""
    return moment.utcoffset() == moment.astimezone(ZoneInfo(CUBA.clocks[clock].zone)).utcoffset()


def test_every_hour_is_told_by_the_clock_of_its_side() -> None:
    """A decision point by that of whoever decides, a sighting by that of whoever sees."""
    told = [(d.id, d.at, CUBA.sides[d.side].clock) for d in CUBA.decisions.values() if not d.is_incident]
    for decision in CUBA.decisions.values():
        for option in decision.options.values():
            for seen in option.sees:
                if seen.at is not None:
                    told.append((option.key, seen.at, CUBA.sides[seen.side].clock))
    assert len(told) > 100
    assert [name for name, moment, clock in told if not own_hour(moment, clock or DESKS[0])] == []


@pytest.mark.parametrize(
    ("letter", "moment"),
    [
        ("k-jfk-1023", "1962-10-23T15:05+00:00"),
        ("k-jfk-1026", "1962-10-27T01:15+00:00"),
        ("k-jfk-1027", "1962-10-27T14:00+00:00"),
        ("k-jfk-1028", "1962-10-28T14:00+00:00"),
        ("rfk-dob-1112", "1962-11-13T01:30+00:00"),
    ],
)
def test_letters_arrive_at_the_hour_of_the_record(letter: str, moment: str) -> None:
    """In Washington: 11:05 a.m., 9:15 p.m., 10 a.m., 9 a.m. after the clocks went back, 8:30 p.m."""
    received = CUBA.documents[letter].received
    assert received is not None
    assert datetime.fromisoformat(received) == datetime.fromisoformat(moment)


@pytest.mark.parametrize("side", DESKS)
def test_the_record_line_ends_in_the_records_ending_from_every_desk(side: str) -> None:
    """Whole and under every cut."""
    for cut in (None, *CUBA.cuts):
        assert follow(begin(CUBA, [side], 0, cut), "record").ending.id == CUBA.record.ending


ASKED = {
    "washington": {"short": 5, "medium": 8, "lesson": 13},
    "moscow": {"short": 6, "medium": 8, "lesson": 10},
    "havana": {"short": 5, "medium": 8, "lesson": 8},
}


@pytest.mark.parametrize("side", DESKS)
def test_a_cut_asks_along_the_record_what_its_minutes_allow(side: str) -> None:
    """About three minutes for each decision, as far as a side has so many."""
    asked = {}
    for cut in CUBA.cuts:
        play = follow(begin(CUBA, [side], 0, cut), "record")
        asked[cut] = len(play.asked_turns(side))
    assert asked == ASKED[side]


def test_chance_has_ten_incidents_and_each_changes_something() -> None:
    """None is there for colour alone."""
    found = explored("moscow", FIRST)
    effects = {
        name: max(option.effect or 0.0 for option in found.decisions[name].options.values())
        for name, decision in CUBA.decisions.items()
        if decision.is_incident
    }
    assert len(effects) == 10
    assert [name for name, effect in effects.items() if effect < 0.002] == []


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("side", DESKS)
def test_every_decision_of_a_desk_matters(side: str, reading: str) -> None:
    """Under every interpretation some option moves the odds of the endings by more than a fiftieth."""
    found = explored(side, reading)
    assert found.verdict == "complete"
    own = {
        name: max(option.effect or 0.0 for option in decision.options.values())
        for name, decision in found.decisions.items()
        if CUBA.decisions[name].side == side and decision.reach == "reached"
    }
    assert len(own) >= 8
    assert {name: effect for name, effect in own.items() if effect <= 0.02} == {}


@pytest.mark.parametrize("reading", READINGS)
def test_every_ending_can_be_reached(reading: str) -> None:
    """From Moscow's desk, where the story can also end before it begins; no reading closes a road."""
    found = explored("moscow", reading)
    assert {name for name, ending in found.endings.items() if ending.reach != "reached"} == set()
