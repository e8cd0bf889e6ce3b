"""The rules: effects, conditions, delayed effects, weights, and the machine that drives play."""

from __future__ import annotations

from fractions import Fraction

import pytest
from reading import every_scenario, scenario_from

from game.play import engine
from game.play.machine import build, drive
from game.play.playthrough import begin
from game.play.state import State
from game.scenario.model import Scenario

CABLES = """
format: 1
id: cables
title: Cables
sides:
  desk: {name: The desk, desk: The desk}
  other: {name: The other, desk: The other desk}
meters:
  trust: {low: Doubt, high: Trust, steps: [broken, wary, even, warm, blind], start: warm}
flags:
  sent: {start: no}
  arrived: {start: no}
  pledge: {values: [none, private, public], start: none}
decisions:
  first:
    at: 1962-10-23T10:00Z
    side: desk
    title: A cable
    situation: A cable could be sent.
    options:
      send:
        text: Send it
        effects: {sent: yes, trust: +1}
        later: {after-hours: 6, effects: {arrived: yes, trust: -2}, text: The cable has arrived.}
      shout: {text: Say it in public, effects: {pledge: public, trust: +4}}
      wait: {text: Wait}
    next: second
    historical: {choice: wait, why: They waited.}
  second:
    at: 1962-10-23T15:59Z
    side: other
    title: An hour before
    situation: Nothing has come.
    options:
      hold: {text: Hold, weight: [{when: pledge == public, is: 3}, {is: 1}]}
      yield: {text: Yield, when: not sent, weight: 1}
    next: third
    historical: {choice: hold, why: They held.}
  third:
    at: 1962-10-23T16:00Z
    side: desk
    title: The hour itself
    situation: [A quiet hour., {when: arrived, text: The cable is here.}]
    options:
      stay: {text: Stay, next: [{when: arrived and trust <= even, to: cold}, {to: quiet}]}
      go: {text: Go, next: quiet}
    historical: {choice: stay, why: They stayed.}
endings:
  cold: {title: Cold, text: It ends cold.}
  quiet: {title: Quiet, text: It ends quietly.}
record: {ending: quiet}
"""


@pytest.fixture(scope="module")
def cables() -> Scenario:
    return scenario_from(CABLES)


def value(scenario: Scenario, state: State, name: str) -> str:
    index = scenario.variable_ids[name]
    return scenario.variables[index].steps[state.values[index]]


def test_a_delayed_effect_arrives_at_the_first_decision_point_at_or_after_its_hour(cables: Scenario):
    """Six hours after ten it is four: not a minute earlier, and no later."""
    play = begin(cables).choose("send")
    assert value(cables, play.state, "arrived") == "no"
    play = play.choose("hold")
    assert value(cables, play.state, "arrived") == "yes"
    assert value(cables, play.state, "trust") == "even"
    assert play.choose("stay").ending.id == "cold"


def test_rollback_forgets_a_delayed_effect(cables: Scenario):
    """A cable that was taken back never arrives."""
    play = begin(cables).choose("send").rollback().choose("wait").choose("hold")
    assert value(cables, play.state, "arrived") == "no"
    assert play.choose("stay").ending.id == "quiet"


def test_a_meter_stops_at_its_end(cables: Scenario):
    """Four steps up from the fourth of five is the fifth."""
    assert value(cables, begin(cables).choose("shout").state, "trust") == "blind"


def test_an_option_is_offered_only_while_its_condition_holds(cables: Scenario):
    """After sending, yielding is not open, and choosing it is refused by name."""
    play = begin(cables).choose("send")
    assert [option.id for option in play.offered()] == ["hold"]
    with pytest.raises(engine.NotOffered, match="yield"):
        play.choose("yield")


def test_weights_follow_their_conditions_and_sum_to_one(cables: Scenario):
    """The other side holds three times in four once it has been told in public."""
    state = begin(cables).choose("shout").state
    chances = {option.id: chance for option, chance in engine.probabilities(cables, state)}
    assert chances == {"hold": Fraction(3, 4), "yield": Fraction(1, 4)}


def test_the_machine_has_the_decision_points_and_endings_as_states(cables: Scenario):
    """Nothing of transitions' own: no auto transitions, no other state."""
    machine = build(cables)
    assert set(machine.states) == {*cables.decisions, *cables.endings}
    assert set(machine.events) == {"send", "shout", "wait", "hold", "yield", "stay", "go"}


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_machine_and_engine_agree_on_every_edge_that_many_plays_meet(scenario: Scenario):
    """Both give the same next state, from every state within reach of a bounded walk."""
    seen: set[State] = set()
    todo = [engine.start(scenario, players) for players in ((), tuple(scenario.sides))]
    edges = 0
    while todo and len(seen) < 3_000:
        state = todo.pop()
        if state in seen or engine.is_over(scenario, state):
            continue
        seen.add(state)
        for option in engine.offered(scenario, state):
            after = engine.choose(scenario, state, option.id)
            assert drive(scenario, state, option.id) == after
            todo.append(after)
            edges += 1
    assert edges >= len(scenario.decisions)


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_every_option_of_every_decision_point_is_an_edge_of_the_machine(scenario: Scenario):
    """No option is lost between the file and the machine, and none is added."""
    machine = build(scenario)
    drawn = {
        (transition.source, name, transition.dest)
        for name, event in machine.events.items()
        for transitions in event.transitions.values()
        for transition in transitions
    }
    written = {
        (decision.id, option.id, branch.to)
        for decision in scenario.decisions.values()
        for option in decision.options.values()
        for branch in option.nexts
    }
    assert drawn == written
