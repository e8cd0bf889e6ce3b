"""What an author asks of the checker: tests of single playthroughs, and properties of all of them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario_strategy import read_story, story_texts

from game.analysis.properties import check_properties
from game.cli.main import main
from game.library import check, check_wishes
from game.messages import Words
from game.play import engine
from game.play.follow import follow
from game.play.playthrough import begin
from game.play.state import State
from game.scenario.condition import read_condition
from game.scenario.model import Scenario
from game.scenario.problem import Place, Problem
from game.scenario.read import read_scenario
from game.scenario.wishes import KINDS, Property

MILL = """\
format: 1
id: mill
title: The mill race
sides:
  miller: {name: The miller, desk: The sluice}
  farmer: {name: The farmer, desk: The gate}
meters: {trust: {low: Doubt, high: Trust, steps: [hostile, wary, even, warm, close], start: even}}
flags: {sluice-open: {start: no}, pledge: {values: [none, private, public], start: none}}
decisions:
  flood:
    at: 1890-03-01T06:00+00:00
    side: miller
    title: The water rises
    situation: The water is at the second mark.
    options:
      open: {text: Open the sluice, effects: {sluice-open: yes, trust: -1}, sees: {farmer: The meadow fills.}}
      wait: {text: Wait for noon}
    next: rain
    historical: {choice: open, why: The log.}
  rain:
    at: 1890-03-01T10:00+00:00
    side: chance
    title: The sky
    situation: Clouds.
    options: {falls: {text: It rains, weight: 2}, passes: {text: It clears}}
    next: noon
    historical: {choice: falls, why: The log.}
  noon:
    at: 1890-03-01T12:00+00:00
    side: farmer
    title: The meadow
    situation:
      - {when: sluice-open, text: The meadow is a lake.}
      - {when: not sluice-open, text: The meadow is dry.}
    options:
      ask: {text: Ask for a share, effects: {trust: +1, pledge: private}}
      cut: {text: Cut the dam, when: sluice-open, effects: {trust: hostile}, next: wet}
    next: dry
    historical: {choice: ask, why: A letter.}
endings:
  dry: {title: A dry mill, text: The water falls.}
  wet: {title: A wet mill, text: The dam is gone.}
record: {ending: dry}
"""


def told(wishes: str) -> list[str]:
    """Give what is said of the mill with these wishes, places left out."""
    read = read_scenario([("mill.yaml", (MILL + wishes).encode())])
    assert [problem.line(Words()) for problem in read.problems] == []
    return [f"{problem.code}: {problem.message(Words())}" for problem in check_wishes(read)]


HOLDING = {
    "the record, where no choice is given": "expect: {ending: dry, flags: {sluice-open: yes}}",
    "choices in order, all sides' and chance's": "choices: [wait, passes, ask], expect: {ending: dry}",
    "the first choices only; the record goes on": "choices: [wait], expect: {meters: {trust: warm}}",
    "choices by decision point": "choices: {noon: cut}, expect: {ending: wet, meters: {trust: hostile}}",
    "any of several values": "expect: {flags: {pledge: [none, private]}, meters: {trust: [even, warm]}}",
    "a flag in YAML's other words": "expect: {flags: {sluice-open: TRUE}}",
    "what one desk sees and another does not": (
        "expect: {shown: {text: meadow fills, to: farmer},"
        " not-shown: [{text: meadow fills, to: miller}, lightning]}"
    ),
    "what the situation says after a choice": "choices: [wait], expect: {shown: is dry, not-shown: a lake}",
    "the first option everywhere": "choices: [wait], rest: first, expect: {ending: dry}",
}


@pytest.mark.parametrize("way", HOLDING)
def test_a_test_that_holds_says_nothing(way: str):
    """One small test for each way of writing one."""
    assert told(f"tests:\n  one: {{{HOLDING[way]}}}\n") == []


FAILING = {
    "choices: {noon: cut}, expect: {ending: dry}": (
        "test-ending: test 'one' ends in 'wet', not in 'dry'; it went: open,falls,cut"
    ),
    "expect: {meters: {trust: [warm, close]}}": (
        "test-value: in the end of test 'one', trust is even, not warm, close; it went: open,falls,ask"
    ),
    "expect: {not-shown: lake}": (
        "test-shown: test 'one' shows 'lake' to farmer at 'noon'; it went: open,falls,ask"
    ),
    "expect: {shown: {text: lake, to: miller}}": (
        "test-not-shown: test 'one' shows nobody 'lake'; it went: open,falls,ask"
    ),
    "choices: [wait, falls, cut], expect: {}": (
        "test-choice-closed: test 'one' cannot take 'cut' at 'noon'; open there: ask"
    ),
    "choices: [open, falls, cut, ask], expect: {}": (
        "test-choice-unasked: test 'one' ends in 'wet' before 'ask' can be taken; it went: open,falls,cut"
    ),
}


@pytest.mark.parametrize("written", FAILING)
def test_a_test_that_fails_says_what_was_met_instead(written: str):
    """With the playthrough, as `play --follow` takes it."""
    assert told(f"tests:\n  one: {{{written}}}\n") == [FAILING[written]]


def test_a_failing_test_ends_check_with_1_and_play_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """It is a problem at its place; nobody is kept from playing what they are writing."""
    path = tmp_path / "mill.yaml"
    path.write_text(MILL + "tests:\n  one: {expect: {ending: wet}}\n", encoding="utf-8")
    assert main(["check", str(path)]) == 1
    line = len(MILL.splitlines()) + 2
    assert f"mill.yaml:{line}:26: error [test-ending]" in capsys.readouterr().out
    assert main(["play", str(path), "--follow", "record"]) == 0


# properties

PROVED = {
    "always: trust >= hostile": [],
    "always: not pledge == public": [],
    "always: sluice-open or trust >= even": [],
    "sometimes: trust == hostile, at: [wet]": [],
    "eventually: pledge == private or trust == hostile": [],
    "eventually: sluice-open or not sluice-open": [],
    "always: trust >= wary, at: endings": [
        "property-always: 'trust >= wary' does not always hold: not at 'wet' by --follow open,falls,cut"
    ],
    "sometimes: pledge == public": ["property-sometimes: 'pledge == public' never holds, in any of 7 states"],
    "eventually: sluice-open": [
        "property-eventually: 'sluice-open' need not come to hold: it never does by --follow wait,falls,ask"
    ],
    "eventually: trust >= even, at: endings": [
        "property-eventually: 'trust >= even' need not come to hold: it never does by --follow open,falls,cut"
    ],
    "always: farmer in players": [
        "property-always: 'farmer in players' does not always hold: not at 'flood' by --follow open,falls,ask"
    ],
}


@pytest.mark.parametrize("claim", PROVED)
def test_a_property_is_proved_over_all_states_or_refuted_by_a_playthrough(claim: str):
    """Which `play --follow` accepts."""
    found = told(f"properties:\n  one: {{{claim}}}\n")
    assert found == PROVED[claim]


def test_nobody_sits_where_nobody_may():
    """What would happen with a person at a desk that is not playable refutes nothing."""
    closed = MILL.replace("desk: The gate}", "desk: The gate, playable: no}")
    read = read_scenario(
        [("mill.yaml", (closed + "properties: {one: {sometimes: farmer in players}}\n").encode())]
    )
    assert [problem.code for problem in check_wishes(read)] == ["property-sometimes"]


def test_too_many_states_prove_nothing_and_say_so():
    """Never a silent cut: eight flags set or not are 256 states, and three are looked at."""
    flags = ", ".join(f"f{number}: {{start: no}}" for number in range(8))
    points = "".join(
        f"\n  d{n}: {{at: 1890-03-0{n + 1}T06:00+00:00, side: a, title: D, situation: S,"
        f" next: {f'd{n + 1}' if n < 7 else 'e'}, historical: {{choice: x, why: W}},"
        f" options: {{x: {{text: X, effects: {{f{n}: yes}}}}, y: {{text: Y}}}}}}"
        for n in range(8)
    )
    every = " and ".join(f"f{number}" for number in range(8))
    text = (
        "format: 1\nid: many\ntitle: Many\nsides: {a: {name: A, desk: D}}\n"
        f"flags: {{{flags}}}\ndecisions:{points}\nendings: {{e: {{title: E, text: T}}}}\n"
        f"record: {{ending: e}}\nproperties: {{all: {{sometimes: {every}}}}}\n"
    )
    read = read_scenario([("many.yaml", text.encode())])
    assert read.scenario is not None
    assert check_properties(read.scenario, read.wishes.properties) == ()
    (unfinished,) = check_properties(read.scenario, read.wishes.properties, cap=3)
    assert unfinished.code == "property-unfinished"
    assert "neither proved nor refuted" in unfinished.message(Words())


@settings(max_examples=60)
@given(story_texts(most_decisions=4), st.sampled_from(KINDS), st.data())
def test_a_property_agrees_with_every_playthrough_played_one_by_one(
    text: str, kind: str, data: st.DataObject
):
    """Against a plain walk of all playthroughs through the engine, and every counterexample is replayed."""
    scenario = read_story(text)
    # the interpretation may be asked for by weights alone
    asked_about = [variable for variable in scenario.variables if variable.kind != "interpretation"]
    variable = data.draw(st.sampled_from(asked_about))
    step = data.draw(st.sampled_from(variable.steps))
    written = f"{variable.id} == {step}"
    if variable.kind == "player":
        written = f"{variable.id.removeprefix('players.')} in players"
    condition = read_condition(written, scenario.variable_ids, scenario.variables)
    places = [*scenario.decisions, *scenario.endings]
    at = frozenset(data.draw(st.lists(st.sampled_from(places), min_size=1, unique=True)))
    claim = Property("one", kind, condition, at, Place("x", 1, 1))  # type: ignore[arg-type]
    plays = [
        states for seat in seats(scenario) for states in playthroughs(scenario, engine.start(scenario, seat))
    ]
    met = [[state.at in at and condition.holds(state.values) for state in states] for states in plays]
    asked = [[state.at in at for state in states] for states in plays]

    found = check_properties(scenario, [claim])
    if kind == "always":
        holds = all(
            all(h or not a for h, a in zip(*pair, strict=True)) for pair in zip(met, asked, strict=True)
        )
    elif kind == "sometimes":
        holds = any(any(row) for row in met)
    else:
        holds = all(any(row) for row in met)
    assert (found == ()) == holds
    if found and kind != "sometimes":
        replay(scenario, found[0], claim)


def seats(scenario: Scenario) -> list[tuple[str, ...]]:
    """Give every way in which people may be seated at two desks; at one of them somebody is."""
    north, south = tuple(scenario.sides)[:2]
    return [(north,), (south,), (north, south)]


def playthroughs(scenario: Scenario, state: State) -> list[list[State]]:
    """Give the states of every playthrough from `state`, dead ends included; chance draws what has weight."""
    options = engine.offered(scenario, state)
    if scenario.decisions.get(state.at) is not None and scenario.decisions[state.at].is_incident and options:
        options = tuple(option for option, share in engine.probabilities(scenario, state) if share)
    if not options:
        return [[state]]
    return [
        [state, *rest]
        for option in options
        for rest in playthroughs(scenario, engine.choose(scenario, state, option.id))
    ]


def replay(scenario: Scenario, problem: Problem, claim: Property) -> None:
    """Play a counterexample, and see that it is one."""
    way = dict(problem.values)["way"].split()
    seated = [side for flag, side in pairwise(way) if flag == "--side"]
    ids = way[-1] if way[-1] != "--follow" else ""
    play = begin(scenario, seated or tuple(scenario.sides)[:1])  # as `play` does
    for option in ids.split(",") if ids else []:
        play = play.choose(option)
    states = [play.first, *(turn.after for turn in play.turns)]
    asked = [state for state in states if state.at in claim.at]
    if claim.kind == "always":
        assert not all(claim.condition.holds(state.values) for state in asked)
    else:
        assert not any(claim.condition.holds(state.values) for state in asked)
    assert play.is_over or not play.offered()


def test_the_shipped_template_s_wishes_hold_along_the_command(tmp_path: Path):
    """What `new` writes shows tests and properties that pass."""
    assert main(["new", "orla", "--template", "full", "--out", str(tmp_path)]) == 0
    read = check(tmp_path / "orla")
    assert read.scenario is not None
    assert len(read.wishes.tests) == 2
    assert len(read.wishes.properties) == 3
    assert check_wishes(read) == ()
    assert follow(begin(read.scenario, ()), "record").ending.id == read.scenario.record.ending
