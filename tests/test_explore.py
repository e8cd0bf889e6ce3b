"""The explorer's states and probabilities, against a plain explorer and against the engine."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import DEAD, Oracle
from reading import every_scenario
from scenario_strategy import SIDES, read_story, story_texts

from game.analysis.classes import every_value
from game.analysis.forward import Plan, Visit, visit_all
from game.analysis.keys import Block
from game.analysis.rules import Rules, ask_about, key_of, prepare
from game.analysis.stage import POLICIES
from game.play import engine
from game.play.state import State
from game.scenario.model import Scenario

SIDE = st.sampled_from((None, *SIDES))


def ending_odds(visits: list[Visit], policy: int) -> dict[str, float]:
    odds = {visit.place: float(visit.layer.mass[policy].sum()) for visit in visits if visit.tally is None}
    odds[DEAD] = sum(float(visit.tally.dead[policy]) for visit in visits if visit.tally is not None)
    return odds


def check_against_oracle(text: str, side: str | None) -> None:
    scenario = read_story(text)
    question = ask_about(scenario, side)
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


def check_state(rules: Rules, state: State) -> list[State]:
    """Compare both ways of asking what is open in a state, how likely, and where it leads."""
    scenario, stage = rules.scenario, rules.stages[state.at]
    block = Block(stage.layout, tuple(np.array([word]) for word in key_of(rules, state)))
    odds = stage.odds(block)
    weights = engine.probabilities(scenario, state)
    open_ids = [option.id for option, _ in weights]
    options = list(stage.decision.options)
    assert [name for name, row in zip(options, odds.offered, strict=True) if row[0]] == open_ids
    after = []
    for option, share in weights:
        number = options.index(option.id)
        assert odds.shares["weights"][number][0] == pytest.approx(float(share), abs=1e-15)
        (flow,) = stage.flows(number, block, None)
        reached = engine.choose(scenario, state, option.id)
        assert flow.target == reached.at
        assert tuple(int(word[0]) for word in flow.keys) == key_of(rules, reached)
        after.append(reached)
    return after


def walk(scenario: Scenario, side: str | None) -> int:
    """Walk every edge between states that differ, with the engine and with the explorer."""
    question = ask_about(scenario, side)
    rules = prepare(question)
    first = engine.start(scenario, () if side is None else (side,))
    seen, todo, edges = {(first.at, key_of(rules, first))}, [first], 0
    while todo:
        state = todo.pop()
        if engine.is_over(scenario, state):
            continue
        for reached in check_state(rules, state):
            edges += 1
            name = (reached.at, key_of(rules, reached))
            if name not in seen:
                seen.add(name)
                todo.append(reached)
    return edges


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_every_edge_leads_where_the_engine_leads(scenario: Scenario) -> None:
    """Offered options, their probabilities and the states after them are the engine's own."""
    assert walk(scenario, None) > 0


@settings(max_examples=40)
@given(story_texts(), SIDE)
def test_every_edge_of_random_stories_leads_where_the_engine_leads(text: str, side: str | None) -> None:
    """The same for stories with every kind of condition, weight and delayed effect."""
    walk(read_story(text), side)
