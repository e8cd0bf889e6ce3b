"""Exploring agrees with Storm, a model checker that shares no line with us."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prism import endings_of, prism_model
from scenario_strategy import SIDES, question_of, read_story, story_texts

from game.analysis.statespace import explore
from game.scenario.model import Scenario
from game.scenario.read import read_scenario

SCENARIOS = Path(__file__).parent / "scenarios"
storm = pytest.importorskip("stormpy", reason="the model checker Storm is not installed: pip install stormpy")


def storm_odds(scenario: Scenario, uniform: frozenset[str], seated: frozenset[str]) -> list[float]:
    """Give the probability of each ending, and of a dead end, as Storm finds them with exact fractions."""
    with tempfile.NamedTemporaryFile("w", suffix=".prism", encoding="utf-8") as file:
        file.write(prism_model(scenario, uniform, seated))
        file.flush()
        program = storm.parse_prism_program(file.name)
    first = len(scenario.decisions)
    asked = [f'P=? [F "end{first + number}"]' for number in range(len(endings_of(scenario)))]
    properties = storm.parse_properties(";".join(asked), program)
    model = storm.build_model[storm.Rational](program, properties)
    start = model.initial_states[0]
    return [float(storm.model_checking(model, one).get_value(start)) for one in properties]


def check_agreement(scenario: Scenario, side: str | None) -> None:
    question = question_of(scenario, side)
    found = explore(question, "uniform")
    ours = [found.endings[name].probability["uniform"] for name in scenario.endings]
    seated = frozenset({side} if side else ())
    theirs = storm_odds(scenario, question.playing, seated)
    assert [*ours, found.dead_end["uniform"]] == pytest.approx(theirs, abs=1e-12)


@settings(max_examples=30)
@given(story_texts(), st.sampled_from((None, *SIDES)))
def test_storm_finds_the_same_ending_probabilities(text: str, side: str | None) -> None:
    """Random stories with every part of the language, translated to PRISM and checked with fractions."""
    check_agreement(read_story(text), side)


@pytest.mark.thorough
@settings(max_examples=500)
@given(story_texts(most_decisions=8), st.sampled_from((None, *SIDES)))
def test_storm_agrees_on_five_hundred_stories(text: str, side: str | None) -> None:
    """The same, on more and larger stories."""
    check_agreement(read_story(text), side)


def test_storm_agrees_on_a_test_scenario() -> None:
    """A scenario that a person wrote."""
    scenario_file = SCENARIOS / "ferry.yaml"
    scenario = read_scenario([(scenario_file.name, scenario_file.read_bytes())]).scenario
    assert scenario is not None
    check_agreement(scenario, None)
