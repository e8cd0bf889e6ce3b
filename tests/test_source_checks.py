"""Source checks and the model card: what is shown, in which order, and what a playthrough leaned on."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from reading import READER, scenario_from
from test_engine import CABLES
from test_terminal import watershed

from game.debrief.model_card import leaned_on, model_card
from game.debrief.source_checks import SourceCheckView, lag_days, lag_words, source_checks, weighed_words
from game.library import load
from game.messages import Words
from game.play.follow import follow
from game.play.luck import advance
from game.play.playthrough import begin
from game.scenario.model import Scenario

WEIGHED = """
phases: {wait: {name: The wait}}
sources:
  pad: {title: The message pad, kind: primary, made: 1962-10-23}
  tape: {title: The tape, kind: primary, made: 1962-10-23}
  memoir: {title: A memoir, kind: account, year: 1969}
accounts:
  clerk: {name: The clerk, what: Kept the pad, sources: [pad]}
  chief: {name: The chief, what: A memoir, made: 1969, gain: A good name., sources: [memoir]}
  rumour: {name: A rumour, what: Nobody knows from when, sources: [memoir]}
source-checks:
  yielded:
    question: Was anything yielded?
    at: [third]
    happened: 1962-10-23
    accounts: [{account: clerk, says: Nothing., agree: [tape]}, {account: chief, says: Everything.}]
    accepted: Somebody held out.
    settle: The other side's papers.
    answer: {supports: [clerk], status: established, why: It was written then., sources: [pad, tape]}
  waited:
    question: Who waited?
    at: [first, wait]
    happened: 1962-10-23
    accounts:
      - {account: clerk, says: The desk.}
      - {account: chief, says: The other.}
      - {account: rumour, says: Nobody.}
    accepted: It was quiet.
    settle: Nothing that is known.
    answer: {supports: undecided, status: disputed, why: Both had a clock., sources: [pad]}
assumptions:
  one-mind: {name: One mind, text: A side is one., counter: It is many., sources: [pad]}
  shouting: {name: Shouting, text: It is heard., counter: Or not., sources: [pad], options: {first: [shout]}}
  scale: {name: One scale, text: Trust is one., counter: Or two., sources: [pad], meters: [trust]}
  drawn: {name: Drawn, text: It holds mostly., counter: Or not., sources: [pad], weights: [other]}
  hour: {name: The hour, text: It was four., counter: Or five., sources: [pad], decisions: [third]}
"""


@pytest.fixture(scope="module")
def cables() -> Scenario:
    return scenario_from(CABLES + WEIGHED)


def checks(scenario: Scenario) -> dict[str, SourceCheckView]:
    """Give the source checks before anything was played, by id."""
    return {check.id: check for check in source_checks(begin(scenario, ["desk"]), READER)}


def test_what_the_playthrough_met_comes_first(cables: Scenario):
    """A class has time for a few; those are about its own road."""
    play = begin(cables, ["desk"]).choose("wait")
    assert [(check.id, check.is_met) for check in source_checks(play, READER)] == [
        ("waited", True),
        ("yielded", False),
    ]
    whole = follow(play.rollback(), "record")
    assert [check.id for check in source_checks(whole, READER)] == ["yielded", "waited"]


def test_a_chip_says_who_when_how_long_after_for_what_gain_and_who_agrees(cables: Scenario):
    """The date is that of the first source where the account has none; what is not known stays empty."""
    clerk, chief = checks(cables)["yielded"].accounts
    assert (clerk.made, clerk.lag_days, clerk.lag) == ("23 October 1962", 0, "the same day")
    assert [source.id for source in clerk.agree] == ["tape"]
    assert (chief.made, chief.lag, chief.gain, chief.agree) == (
        "1969",
        "about 7 years after",
        "A good name.",
        (),
    )
    rumour = checks(cables)["waited"].accounts[2]
    assert (rumour.made, rumour.lag_days, rumour.lag, rumour.gain) == ("", None, "", "")


@pytest.mark.parametrize(
    ("happened", "made", "days", "words"),
    [
        ("1962-10-23", "1962-10-23", 0, "the same day"),
        ("1962-10-16/1962-10-28", "1962-10-20", 0, "the same day"),
        ("1962-10-23", "1962-10-24", 1, "the day after"),
        ("1962-10-23", "1962-10-30T10:00-04:00", 7, "7 days after"),
        ("1962-10-23", "1963-01-07", 76, "about 2 months after"),
        ("1962-10-23", "1969-01-01", 2262, "about 6 years after"),
        ("1962-10-23", "1962", 0, "in the same year"),
        ("1962-10", "1963-02", 93, "about 4 months after"),
        ("1962-10-16", "1962-10", 0, "in the same month"),
    ],
)
def test_a_lag_is_told_as_exactly_as_the_dates_are_known(happened: str, made: str, days: int, words: str):
    """Never more days than surely lie between."""
    assert lag_days(happened, made) == days
    assert lag_words(happened, made, Words()) == words


def test_a_weighing_is_compared_and_not_marked(cables: Scenario):
    """Leaving it open is an answer like the others, and the record may do the same."""
    told = {
        (check.id, weighing): weighed_words(check, weighing, Words())
        for check in checks(cables).values()
        for weighing in check.weighings
    }
    assert told["waited", "undecided"] == "You left it open; so does the record."
    assert told["waited", "chief"].startswith("You found for The chief. It may be so")
    assert "so does the record" in told["yielded", "clerk"]
    assert told["yielded", "chief"].startswith("You found for The chief. The record goes another way")
    assert not any(word in text for text in told.values() for word in ("right,", "wrong", "correct", "point"))


def test_a_playthrough_is_told_what_it_leaned_on_and_where(cables: Scenario):
    """By its decision points, its options, the meters it moved and the weights that decided for others."""
    play = advance(begin(cables, ["desk"], seed=1).choose("shout")).choose("go")
    leaned = {one.assumption.id: one.turns for one in leaned_on(play, READER)}
    assert leaned == {"one-mind": (0, 1, 2), "shouting": (0,), "scale": (0,), "drawn": (1,), "hour": (2,)}
    seated = begin(cables, ["desk", "other"]).choose("wait").choose("hold").choose("go")
    assert [one.assumption.id for one in leaned_on(seated, READER)] == ["one-mind", "hour"]


def test_the_card_says_what_leans_on_each_assumption(cables: Scenario):
    """In the words that a player has met: titles, options, ends of a meter, names of sides."""
    leans = {assumption.id: assumption.leans for assumption in model_card(cables, READER)}
    assert leans == {
        "one-mind": ("every playthrough",),
        "shouting": ("A cable: Say it in public",),
        "scale": ("the scale from Doubt to Trust",),
        "drawn": ("The other, where nobody sits there",),
        "hour": ("The hour itself",),
    }


def played(tmp_path: Path, *typed: str) -> str:
    """Play the record's choices at a pipe, type more after the ending, and give what was written."""
    path = tmp_path / "cables.yaml"
    path.write_text(CABLES + WEIGHED, encoding="utf-8")
    lines = [*typed[:1], "3", "yes", "1", "yes", "", *typed[1:], "quit", ""]
    return watershed(
        "play", path, "--side", "desk", "--seed", 1, "--ui", "plain", typed="\n".join(lines)
    ).stdout


def test_at_the_terminal_the_answer_is_read_only_after_the_weighing(tmp_path: Path):
    """An empty line leaves it closed; a number or `u` opens it and is compared with the record."""
    closed = played(tmp_path, "check", "check 1", "")
    assert "lies open after the ending" in closed
    assert "Was anything yielded?" in closed
    assert "It was written then." not in closed
    assert "stays closed" in closed
    weighed = played(tmp_path, "desk", "check 1", "9", "2", "check 2", "u")
    assert weighed.index("What would settle it") < weighed.index("You found for The chief")
    assert "The record bears out The clerk." in weighed
    assert "You left it open; so does the record." in weighed


def test_the_model_card_is_open_before_play_without_what_leans_on_it(tmp_path: Path):
    """It names what is assumed; which decision points are still to come it keeps for after the ending."""
    before, _, after = played(tmp_path, "card", "card").partition("beside the record")
    assert "Type 'card'" in before
    assert "Shouting. It is heard." in before
    assert "What leans on it" not in before
    assert "What leans on it: A cable: Say it in public" in after


def test_a_comparison_ends_with_what_was_leaned_on(tmp_path: Path):
    """In the terminal, with --follow, and in the report as text and as JSON."""
    home = Path(os.environ["WATERSHED_HOME"]) / "scenarios"
    home.mkdir(parents=True)
    (home / "cables.yaml").write_text(CABLES + WEIGHED, encoding="utf-8")
    out = tmp_path / "one.json"
    done = watershed("play", "cables", "--follow", "shout,hold,stay", "--ui", "plain", "--transcript", out)
    assert "What this playthrough leaned on" in done.stdout
    assert done.stdout.index("Shouting") < done.stdout.index("Leaned on at: turn 1\n")
    (told,) = json.loads(watershed("debrief", out, "--format", "json").stdout)
    assert [one["assumption"]["id"] for one in told["leaned_on"]] == ["one-mind", "shouting", "scale", "hour"]
    assert [check["answer"]["supports"] for check in told["source_checks"]] == [["clerk"], []]
    assert len(told["model_card"]) == 5
    text = watershed("debrief", out).stdout
    assert (
        text.index("Was anything yielded?") < text.index("What the record bears out") < text.index("Shouting")
    )


def test_a_retelling_is_weighed_and_never_evidence():
    """No answer of a shipped source check rests on an account; all three founding accounts are weighed."""
    weighed = set()
    for scenario in map(load, ("cuba-1962", "petrov-1983", "july-1914")):
        for check in scenario.source_checks.values():
            weighed |= {telling.account for telling in check.tellings}
            assert "account" not in {scenario.sources[source].kind for source in check.answer.sources}
    assert {"founding-000", "founding-001", "founding-002"} <= weighed
