"""The explorer's states and probabilities, against a plain explorer and against the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import DEAD, Oracle
from reading import every_scenario
from scenario_strategy import SIDES, question_of, read_story, story_texts

from game.advice.english import words
from game.analysis.classes import every_value
from game.analysis.forward import Plan, Visit, visit_all
from game.analysis.keys import Block
from game.analysis.rules import Rules, ask_about, key_of, prepare
from game.analysis.stage import POLICIES, Odds
from game.analysis.statespace import explore
from game.play import engine
from game.play.playthrough import Playthrough, begin
from game.play.state import State
from game.scenario.model import Scenario

SIDE = st.sampled_from((None, *SIDES))


def ending_odds(visits: list[Visit], policy: int) -> dict[str, float]:
    odds = {visit.place: float(visit.layer.mass[policy].sum()) for visit in visits if visit.tally is None}
    odds[DEAD] = sum(float(visit.tally.dead[policy]) for visit in visits if visit.tally is not None)
    return odds


def check_against_oracle(text: str, side: str | None) -> None:
    scenario = read_story(text)
    question = question_of(scenario, side)
    merged = list(visit_all(prepare(question), Plan()))
    apart = list(visit_all(prepare(replace(question, classes=every_value)), Plan()))
    seated = frozenset({side} if side else ())
    states = Oracle(scenario, question.playing, seated).states()
    counts = {name: len(found) for name, found in states.items() if name in scenario.decisions}
    assert {visit.place: len(visit.layer) for visit in apart if visit.tally is not None} == counts
    for number, policy in enumerate(POLICIES):
        truth = Oracle(scenario, question.playing, seated, policy).odds()
        for visits in (merged, apart):
            found = ending_odds(visits, number)
            assert sum(found.values()) == pytest.approx(1, abs=1e-12)
            for name in (*scenario.endings, DEAD):
                assert found.get(name, 0) == pytest.approx(float(truth.get(name, 0)), abs=1e-12)


@settings(max_examples=60)
@given(story_texts(), SIDE)
def test_ending_probabilities_agree_with_a_plain_explorer(text: str, side: str | None) -> None:
    """Merging states that cannot differ any more changes no answer, under any policy."""
    check_against_oracle(text, side)


@pytest.mark.thorough
@settings(max_examples=1000)
@given(story_texts(most_decisions=8), SIDE)
def test_a_thousand_ending_probabilities_agree(text: str, side: str | None) -> None:
    """The same, a thousand times and on longer stories."""
    check_against_oracle(text, side)


Known = dict[str, dict[tuple[int, ...], State]]


def explorer_edges(
    rules: Rules, place: str, keys: list[tuple[int, ...]]
) -> tuple[Odds, dict[tuple[int, int], Any]]:
    """Give the explorer's odds in all these states, and where each option leads each of them."""
    stage = rules.stages[place]
    block = Block(stage.layout, tuple(np.array(words) for words in zip(*keys, strict=True)))
    odds, led = stage.odds(block), {}
    for option in range(len(stage.offers)):
        rows = np.flatnonzero(np.broadcast_to(odds.offered[option], len(keys)))
        for flow in stage.flows(option, block, rows) if len(rows) else ():
            assert flow.rows is not None
            words = zip(*(word.tolist() for word in flow.keys), strict=True)
            for row, key in zip(flow.rows.tolist(), words, strict=True):
                led[row, option] = (flow.target, key)
    return odds, led


def check_place(rules: Rules, place: str, known: Known) -> int:
    """Compare both ways of asking what is open at one place, how likely, and where it leads."""
    scenario, options = rules.scenario, list(rules.scenario.decisions[place].options)
    states = known.pop(place)
    odds, led = explorer_edges(rules, place, list(states))
    shares = np.broadcast_to(odds.shares["weights"], (len(options), len(states)))
    for row, state in enumerate(states.values()):
        for option, share in engine.probabilities(scenario, state):
            number = options.index(option.id)
            assert abs(shares[number, row] - float(share)) < 1e-15
            reached = engine.choose(scenario, state, option.id)
            name = (reached.at, key_of(rules, reached))
            assert led.pop((row, number)) == name
            known.setdefault(name[0], {}).setdefault(name[1], reached)
    assert not led, "the explorer offers what the engine does not"
    return len(states)


def walk(scenario: Scenario, side: str | None, most: int | None = None) -> int:
    """Walk every edge between states that differ, with both; at most so many states of each place."""
    rules = prepare(question_of(scenario, side))
    first = engine.start(scenario, () if side is None else (side,))
    known: Known = {first.at: {key_of(rules, first): first}}
    count = 0
    for place in scenario.order:
        if place in known:
            known[place] = dict(list(known[place].items())[:most])
            count += check_place(rules, place, known)
    return count


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_edges_lead_where_the_engine_leads(scenario: Scenario) -> None:
    """Offered options, their probabilities and the states after them are the engine's own."""
    assert walk(scenario, None, most=200) > 0


@pytest.mark.thorough
@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_every_edge_leads_where_the_engine_leads(scenario: Scenario) -> None:
    """The same on every edge; with a side seated, on those from two thousand states of each place."""
    assert walk(scenario, None) > 0
    for side in scenario.sides:
        assert walk(scenario, side, most=2_000) > 0


@settings(max_examples=40)
@given(story_texts(), SIDE)
def test_every_edge_of_random_stories_leads_where_the_engine_leads(text: str, side: str | None) -> None:
    """The same for stories with every kind of condition, weight and delayed effect."""
    walk(read_story(text), side)


def words_of(play: Playthrough, side: str) -> int:
    """Count what one playthrough gives to read at a desk, turn by turn."""
    count, scenario = 0, play.scenario
    for turn in play.turns:
        decision = scenario.decisions[turn.decision]
        option = decision.options[turn.option]
        texts = [sighting.text for sighting in option.sees if sighting.side == side]
        if decision.side == side:
            texts += [beat.text for beat in decision.situation]
            texts += [scenario.documents[paper.document].text for paper in decision.documents]
            for adviser in decision.advisers:
                texts += filter(None, (adviser.says, adviser.forecast, adviser.changes_mind))
            for one in decision.options.values():
                texts += filter(None, (one.text, one.case))
            count += max((len(words(told.text.standard)) for told in option.consequences), default=0)
        count += sum(len(words(text.standard)) for text in texts)
    return count


def whole_playthroughs(play: Playthrough, side: str) -> Iterator[tuple[float, Playthrough]]:
    """Give every playthrough with its probability, `side` choosing alike and all others by their weights."""
    if play.is_over:
        yield 1.0, play
        return
    offered = play.offered()
    weights = [1 if play.decision.side == side else option.weight(play.state.values) for option in offered]
    for option, weight in zip(offered, weights, strict=True):
        for share, whole in whole_playthroughs(play.choose(option.id), side) if weight else ():
            yield share * float(weight / sum(weights)), whole


@pytest.mark.parametrize("name", ["lindholm", "petrov-1983"])
def test_what_is_read_agrees_with_every_single_playthrough(name: str) -> None:
    """A teacher plans a lesson by it."""
    scenario = next(scenario for scenario in every_scenario() if scenario.id == name)
    side = next(side.id for side in scenario.sides.values() if side.playable)
    found = explore(ask_about(scenario), "uniform").reading
    whole = whole_playthroughs(begin(scenario, [side]), side)
    every = [(share, words_of(play, side)) for share, play in whole]

    assert found is not None
    assert found.mean == pytest.approx(sum(share * count for share, count in every))
    assert (found.least, found.most) == (min(count for _, count in every), max(count for _, count in every))
