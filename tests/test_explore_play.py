"""The odds along one playthrough, and random play as a check of exact probabilities."""

from __future__ import annotations

import math
import random
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from oracle import DEAD, Oracle
from reading import every_scenario
from scenario_strategy import CUTS, READINGS, SIDES, question_of, read_story, story_texts

from game.analysis.moves import moves, odds_now
from game.analysis.rules import ask_about, prepare
from game.analysis.simulate import DEAD_END, simulate
from game.analysis.stage import POLICIES
from game.analysis.statespace import explore
from game.play.follow import follow
from game.play.playthrough import Playthrough, begin
from game.scenario.model import Scenario

COUNT = 40_000


def plausible(count: int, probability: float) -> bool:
    """Claim that so many of COUNT is what chance allows: one false alarm in a thousand million."""
    spread = math.sqrt(COUNT * probability * max(0.0, 1 - probability))  # rounding may put it past 1
    return abs(count - COUNT * probability) <= 6 * spread + 3


def check_random_play(scenario: Scenario, side: str | None) -> None:
    question = question_of(scenario, side)
    found, rules = explore(question), prepare(question)
    for policy in POLICIES:
        met = simulate(rules, policy, COUNT, seed=7)
        assert sum(met.values()) == COUNT
        assert plausible(met.get(DEAD_END, 0), found.dead_end[policy])
        for name, ending in found.endings.items():
            assert plausible(met.get(name, 0), ending.probability[policy])


@settings(max_examples=25)
@given(story_texts(), st.sampled_from((None, *SIDES)))
def test_random_play_meets_endings_as_often_as_they_are_probable(text: str, side: str | None) -> None:
    """Frequencies and exact probabilities agree within the binomial bound, under every policy."""
    check_random_play(read_story(text), side)


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_random_play_of_our_scenarios_agrees_too(scenario: Scenario) -> None:
    """The same for what is shipped."""
    check_random_play(scenario, next(iter(scenario.sides)))


def play_anyhow(scenario: Scenario, seed: int, before: tuple[str | None, str | None]) -> Playthrough:
    """Play to an ending or a dead end, with zero weights taken too."""
    chance = random.Random(seed)
    reading, cut = before
    play = begin(scenario, ["north"], seed, cut, reading)
    while not play.is_over and play.offered():
        play = play.choose(chance.choice(play.offered()).id)
    return play


NOWHERE = """\
format: 1
id: nowhere
title: Nowhere
sides: {north: {name: North, desk: Desk}}
flags: {open: {start: no}}
decisions:
  stuck:
    at: 1962-10-01T00:00+00:00
    side: north
    title: Stuck
    situation: Nothing can be done.
    options: {go: {text: Go, when: open}, stay: {text: Stay, when: open}}
    next: over
    historical: {choice: none, why: It never came to this.}
endings: {over: {title: Over, text: It is over.}}
record: {ending: over}
"""


@settings(max_examples=40)
@example(NOWHERE, 0, "uniform", None, None)
@given(
    story_texts(),
    st.integers(0, 9),
    st.sampled_from(POLICIES),
    st.sampled_from((None, *READINGS)),
    st.sampled_from((None, *CUTS)),
)
def test_the_odds_before_and_after_each_turn_are_the_plain_explorers(
    text: str, seed: int, policy: str, reading: str | None, cut: str | None
) -> None:
    """Also for choices that a side would never have made by its weights, or that were left to the record."""
    scenario = read_story(text)
    cut = cut if cut in scenario.cuts else None
    play = play_anyhow(scenario, seed, (reading, cut))
    north = frozenset({"north"})
    truth = Oracle(scenario, north, north, policy, Fraction, reading, cut)
    found = moves(play, policy)
    assert [(move.decision, move.option) for move in found] == [(t.decision, t.option) for t in play.turns]
    for move, turn in zip(found, play.turns, strict=True):
        states = [(s.at, s.values, frozenset(s.due)) for s in (turn.before, turn.after)]
        before, after = (truth.odds(raw) for raw in states)
        for name in scenario.endings:
            assert move.before[name] == pytest.approx(float(before.get(name, 0)), abs=1e-12)
            assert move.after[name] == pytest.approx(float(after.get(name, 0)), abs=1e-12)
        apart = sum(abs(after.get(name, 0) - before.get(name, 0)) for name in (*scenario.endings, DEAD)) / 2
        assert move.distance == pytest.approx(float(apart), abs=1e-12)
    raw = (play.state.at, play.state.values, frozenset(play.state.due))
    left = {name: float(truth.odds(raw).get(name, 0)) for name in scenario.endings}
    assert odds_now(play, policy) == pytest.approx(left, abs=1e-12)


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_the_record_line_ends_where_its_odds_say(scenario: Scenario) -> None:
    """The last move of the record line leaves one ending certain: the record's."""
    side = next(side for side in scenario.sides.values() if side.playable)
    play = follow(begin(scenario, [side.id]), "record")
    last = moves(play)[-1]
    assert last.after[scenario.record.ending] == 1.0
    assert explore(ask_about(scenario, side.id)).endings[scenario.record.ending].reach == "reached"
