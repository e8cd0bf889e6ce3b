"""Findings: each fault is planted in a sound story and found at its line; what is shown replays."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from oracle import Oracle
from reading import every_scenario
from scenario_strategy import Shape, read_story, story_texts, write_story

from game.analysis.finding import Finding
from game.analysis.findings import findings
from game.analysis.forward import Plan, Progress
from game.analysis.rules import ask_about
from game.analysis.statespace import explore
from game.messages import Words
from game.play import engine
from game.play.state import State
from game.scenario.model import Scenario
from game.scenario.read import read_scenario

SOUND = """\
format: 1
id: sound
title: Sound
sides:
  north: {name: North, desk: desk}
  south: {name: South, desk: desk}
meters:
  trust: {low: Low, high: High, steps: [none, little, some, much, full], start: some}
flags:
  signed: {start: no}
  pledge: {values: [silent, private, public], start: silent}
dimensions:
  land: {name: Land, values: {kept: Kept, shared: Shared, lost: Lost}, wanted: {south: kept}}
  peace: {name: Peace, values: {war: War, truce: Truce, peace: Peace}, wanted: {north: peace}}
decisions:
  offer:
    at: 1962-10-01T00:00+00:00
    side: north
    title: Offer
    situation: It begins.
    historical: {choice: sign, why: It was so.}
    next: storm
    options:
      sign: {text: Sign, effects: {signed: yes, trust: +2}}
      wait: {text: Wait, effects: {pledge: private}}
      threaten: {text: Threaten, effects: {trust: -2, pledge: public}}
  storm:
    at: 1962-10-02T00:00+00:00
    side: chance
    title: Storm
    situation: It may come.
    historical: {choice: calm, why: It was so.}
    next: answer
    options:
      calm: {text: Calm, weight: 2, effects: {trust: +1}}
      gale: {text: Gale, effects: {trust: -1}}
  answer:
    at: 1962-10-03T00:00+00:00
    side: south
    title: Answer
    situation: It is answered.
    historical: {choice: accept, why: It was so.}
    options:
      accept:
        text: Accept
        when: signed or trust >= little
        next:
          - {when: trust == full, to: union}
          - {when: pledge == silent or trust == some, to: treaty}
          - {to: stalemate}
      refuse:
        text: Refuse
        next:
          - {when: pledge == public, to: fight}
          - {to: stalemate}
endings:
  union: {title: Union, text: Over., values: {land: shared, peace: peace}}
  treaty: {title: Treaty, text: Over., values: {land: shared, peace: truce}}
  stalemate: {title: Stalemate, text: Over., values: {land: lost, peace: truce}}
  fight: {title: Fight, text: Over., values: {land: kept, peace: war}}
record: {ending: union}
"""


def find(text: str) -> tuple[Finding, ...]:
    read = read_scenario([("story.yaml", text.encode())])
    assert read.scenario is not None, [problem.line(Words()) for problem in read.problems]
    return findings(explore(ask_about(read.scenario)))


def test_a_sound_story_has_no_finding() -> None:
    """Nothing is reported where nothing is wrong."""
    assert [(str(finding.place), finding.message(Words())) for finding in find(SOUND)] == []


WAIT = "wait: {text: Wait, effects: {pledge: private}}"
THREATEN = "effects: {trust: -2, pledge: public}"
CALM = "calm: {text: Calm, weight: 2, effects: {trust: +1}}"
REFUSE = "        text: Refuse\n"
FLAG = "  signed: {start: no}\n"

# what is found, the line where it is found, and what is changed to plant it
FAULTS = (
    ("dead-end", "  answer:", {REFUSE: f"{REFUSE}        when: trust >= little\n"}),
    (
        "unreachable-ending",
        "  fight: {title",
        {"pledge == public, to: fight": "pledge == public and signed, to: fight"},
    ),
    (
        "unreachable-decision",
        "  answer:",
        {"    next: answer": "    next: [{when: trust < none, to: answer}, {to: treaty}]"},
    ),
    (
        "option-never-offered",
        "        when: signed and",
        {REFUSE: f"{REFUSE}        when: signed and pledge == public\n"},
    ),
    ("outcome-never-drawn", "      gale:", {"gale: {text: Gale,": "gale: {text: Gale, weight: 0,"}),
    ("record-outcome-zero", "      calm:", {"weight: 2": "weight: 0"}),
    ("record-choice-zero", "        weight: 0", {"text: Accept\n": "text: Accept\n        weight: 0\n"}),
    ("decision-changes-nothing", "  storm:", {CALM: CALM.replace("+1", "-1")}),
    ("option-changes-nothing", "      threaten:", {THREATEN: "effects: {pledge: private}"}),
    ("option-dominated", "      wait:", {"wanted: {south: kept}": "wanted: {north: kept}"}),
    (
        "incident-decides",
        "  answer:",
        {
            "    side: south": "    side: chance",
            "          - {when: trust == full, to: union}\n": "",
            "          - {when: pledge == silent or trust == some, to: treaty}\n": "",
            "          - {when: pledge == public, to: fight}\n": "",
            "          - {to: stalemate}\nendings": "          - {to: fight}\nendings",
            "  union: {title: Union, text: Over., values: {land: shared, peace: peace}}\n"
            "  treaty: {title: Treaty, text: Over., values: {land: shared, peace: truce}}\n": "",
            "ending: union": "ending: fight",
        },
    ),
    (
        "weights-all-zero",
        "    options:",
        {
            "weight: 2": "weight: [{when: signed, is: 2}, {is: 0}]",
            "gale: {text: Gale,": "gale: {text: Gale, weight: 0,",
        },
    ),
    ("condition-always-true", "        when: signed or", {"trust >= little": "trust >= none"}),
    (
        "condition-always-false",
        "          - {when: trust == none",
        {"trust == full, to": "trust == none and signed, to"},
    ),
    (
        "condition-always-true",
        "        when: signed or",
        {"signed or trust >= little": "signed or north in players or not north in players"},
    ),
    (
        "step-never-reached",
        "  trust: {low",
        {THREATEN: "effects: {trust: -1, pledge: public}", "trust: -1}}": "trust: +1}}"},
    ),
    ("effect-never-moves", "      sign:", {"start: some}": "start: full}"}),
    (
        "flag-never-read",
        "  sealed:",
        {
            FLAG: f"{FLAG}  sealed: {{start: no}}\n",
            "wait: {text: Wait, effects: {": "wait: {text: Wait, effects: {sealed: yes, ",
        },
    ),
    ("flag-never-set", "  signed:", {"{signed: yes, trust: +2}": "{trust: +2}"}),
    ("flag-unused", "  sealed:", {FLAG: f"{FLAG}  sealed: {{start: no}}\n"}),
    ("flag-value-never-set", "  pledge: {values", {WAIT: "wait: {text: Wait}"}),
    (
        "meter-never-moves",
        "  calm-seas:",
        {"flags:\n": "  calm-seas: {low: Low, high: High, steps: [a, b, c, d, e], start: a}\nflags:\n"},
    ),
    ("decisions-not-connected", "  storm:", {"    side: chance": "    side: south"}),
)


def planted(changes: dict[str, str]) -> str:
    text = SOUND
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize(("code", "mark", "changes"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_planted_fault_is_found_at_its_line(code: str, mark: str, changes: dict[str, str]) -> None:
    """Each kind of finding names its own line."""
    text = planted(changes)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith(mark)]
    found = find(text)
    assert [finding.place.line for finding in found if finding.code == code and finding.place.line in lines]
    for finding in found:
        assert "{" not in finding.message(Words())


def replay(scenario: Scenario, finding: Finding) -> State:
    state = engine.start(scenario, finding.seated)
    for option_id in finding.witness or ():
        state = engine.choose(scenario, state, option_id)
    return state


def check_witnesses(scenario: Scenario) -> None:
    for finding in findings(explore(ask_about(scenario))):
        if finding.witness is not None and not finding.code.startswith("record"):
            state = replay(scenario, finding)
            assert engine.is_over(scenario, state) or not engine.offered(scenario, state)
            if finding.code == "dead-end":
                assert state.at == dict(finding.values)["decision"]


@settings(max_examples=40)
@given(story_texts())
def test_every_playthrough_shown_replays(text: str) -> None:
    """What is said to show a finding is accepted by the real rules and goes on to an ending."""
    check_witnesses(read_story(text))


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_every_playthrough_shown_of_our_scenarios_replays(scenario: Scenario) -> None:
    """The same for what is shipped."""
    check_witnesses(scenario)


@settings(max_examples=40)
@given(story_texts())
def test_what_is_never_reached_is_what_a_plain_explorer_never_reaches(text: str) -> None:
    """Unreachable places, options never offered and dead ends, over all seatings."""
    scenario = read_story(text)
    met: set[str] = set()
    offered: set[tuple[str, str]] = set()
    stuck: set[str] = set()
    for seated in (set(), {"north"}, {"south"}, {"north", "south"}):
        oracle = Oracle(scenario, frozenset(scenario.sides), frozenset(seated))
        for name, states in oracle.states().items():
            met.add(name)
            for raw in states if name in scenario.decisions else ():
                offered |= {(name, option.id) for option in oracle.offered(raw)}
                stuck |= set() if oracle.offered(raw) else {name}
    found = findings(explore(ask_about(scenario)))
    told = {(finding.code, *(value for _, value in finding.values)) for finding in found}
    assert {row[1] for row in told if row[0] == "dead-end"} == stuck
    places = {*scenario.decisions, *scenario.endings}
    assert {row[1] for row in told if row[0].startswith("unreachable")} == places - met
    options = {(name, o) for name in met & set(scenario.decisions) for o in scenario.decisions[name].options}
    assert {row[1:] for row in told if row[0] == "option-never-offered"} == options - offered


@settings(max_examples=40)
@given(story_texts(most_decisions=4))
def test_what_is_said_to_change_nothing_changes_nothing(text: str) -> None:
    """In every state, whoever is seated, the options named lead to the same odds."""
    scenario = read_story(text)
    apart: set[tuple[str, str, str]] = set()
    for seated in (set(), {"north"}, {"south"}, {"north", "south"}):
        oracle = Oracle(scenario, frozenset(scenario.sides), frozenset(seated))
        for name, states in oracle.states().items():
            for raw in states if name in scenario.decisions else ():
                futures = {o.id: oracle.odds(oracle.after(raw, o)) for o in oracle.possible(raw)}
                apart |= {(name, a, b) for a in futures for b in futures if futures[a] != futures[b]}
    for finding in findings(explore(ask_about(scenario))):
        values = dict(finding.values)
        if finding.code == "option-changes-nothing":
            assert (values["decision"], values["option"], values["other"]) not in apart
        if finding.code == "decision-changes-nothing":
            assert values["decision"] not in {name for name, _, _ in apart}


def test_an_option_that_is_never_offered_shows_the_nearest_miss() -> None:
    """The blocking condition is named, and the part of it that fails where the rest holds."""
    text = planted({REFUSE: f"{REFUSE}        when: signed and pledge == public\n"})
    (finding,) = (finding for finding in find(text) if finding.code == "option-never-offered")
    assert finding.because is not None
    assert dict(finding.because[1])["missing"] in ("signed == yes", "pledge == public")


def test_what_could_not_be_checked_is_said() -> None:
    """Past the cap the findings say what is unknown instead of leaving it out."""
    shape = Shape(
        decisions=20, options=(3, 4), meters=5, steps=7, flags=6, reach=1, effects=(2, 3), ends=0.05
    )
    scenario = read_story(write_story(random.Random(5), shape))
    thinned = explore(ask_about(scenario), plan=Plan(cap=300))
    codes = {finding.code for finding in findings(thinned, cap=300)}
    assert thinned.verdict == "thinned"
    assert {"exploring-thinned", "not-all-checked"} <= codes


def test_findings_that_are_stopped_are_given_so_far() -> None:
    """Ctrl-C during the search keeps what is already known."""
    scenario = read_story(planted({FLAG: f"{FLAG}  sealed: {{start: no}}\n"}))

    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    codes = {finding.code for finding in findings(explore(ask_about(scenario)), watcher=stop)}
    assert codes == {"flag-unused", "checking-stopped"}
