"""What exploring answers beside ending probabilities: counts, ways, effects, luck, and its limits."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import Oracle
from scenario_strategy import CUTS, READINGS, SIDES, Shape, question_of, read_story, story_texts, write_story

from game.analysis.classes import every_value
from game.analysis.forward import Plan, Progress
from game.analysis.stage import POLICIES
from game.analysis.statespace import explore, explore_policies
from game.play.follow import follow_ids
from game.play.playthrough import begin

SIDE = st.sampled_from((None, *SIDES))
POLICY = st.sampled_from(POLICIES)
Before = tuple[str | None, str | None]  # an interpretation and a cut
BEFORE = st.tuples(st.sampled_from((None, *READINGS)), st.sampled_from((None, *CUTS)))


def seats(side: str | None) -> frozenset[str]:
    return frozenset({side} if side else ())


def check_answers(text: str, side: str | None, policy: str, before: Before = (None, None)) -> None:
    scenario = read_story(text)
    question = question_of(scenario, side, *before)
    truth = Oracle(scenario, question.playing, seats(side), policy, Fraction, before[0], question.cut)
    found = explore(question, policy)
    assert {name: ending.probability[policy] for name, ending in found.endings.items()} == pytest.approx(
        {name: float(truth.odds().get(name, 0)) for name in scenario.endings}, abs=1e-12
    )
    apart = explore(replace(question, classes=every_value), policy)
    assert found.playthrough_count == apart.playthrough_count == truth.count()
    met, moves = truth.met(), truth.moves()
    assert found.turns[policy] == pytest.approx(
        float(sum(met.get(name, 0) for name in scenario.decisions)) - found.dead_end[policy], abs=1e-12
    )
    assert found.lengths is not None
    for length, counts in ((found.lengths.turns, lambda raw: True), (found.lengths.asked, truth.is_asked)):
        told = {number: odds for number, odds in enumerate(length.odds) if odds > 0}
        assert told == pytest.approx(
            {turns: float(share) for turns, share in truth.turn_odds(counts).items()}, abs=1e-12
        )
    for name, decision in found.decisions.items():
        assert decision.reached == pytest.approx(float(met.get(name, 0)), abs=1e-12)
        for option_id, option in decision.options.items():
            effect = truth.effect(name, option_id)
            assert option.effect == (None if effect is None else pytest.approx(float(effect), abs=1e-12))
    assert found.luck is not None
    assert found.luck.spread == pytest.approx(
        1 - sum(float(p) ** 2 for p in truth.odds().values()), abs=1e-12
    )
    assert found.luck.chance == pytest.approx(float(moves.get("chance", 0)), abs=1e-12)
    player = sum(float(moves.get(name, 0)) for name in question.playing)
    assert found.luck.player == pytest.approx(player, abs=1e-12)


@settings(max_examples=40)
@given(story_texts(), SIDE, POLICY)
def test_counts_effects_and_luck_agree_with_a_plain_explorer(
    text: str, side: str | None, policy: str
) -> None:
    """Every number of an exploration is the plain explorer's, with fractions, to 1e-12."""
    check_answers(text, side, policy)


@settings(max_examples=40)
@given(story_texts(), SIDE, POLICY, BEFORE)
def test_every_answer_holds_under_a_cut_and_an_interpretation(
    text: str, side: str | None, policy: str, before: Before
) -> None:
    """What a cut leaves out falls to the record, and weights are those of the interpretation."""
    check_answers(text, side, policy, before)


@pytest.mark.thorough
@settings(max_examples=1000)
@given(story_texts(most_decisions=7), SIDE, POLICY, BEFORE)
def test_a_thousand_stories_agree_in_every_answer(
    text: str, side: str | None, policy: str, before: Before
) -> None:
    """The same, a thousand times."""
    check_answers(text, side, policy, before)


@settings(max_examples=25)
@given(story_texts(most_decisions=5), SIDE)
def test_no_way_of_playing_leaves_the_extremes(text: str, side: str | None) -> None:
    """The least and the greatest probability of an ending are those of the best and worst choices."""
    scenario = read_story(text)
    question = question_of(scenario, side)
    truth = Oracle(scenario, question.playing, seats(side))
    for name, ending in explore(question).endings.items():
        least, most = (float(truth.extreme(name, choose)) for choose in (min, max))
        assert ending.extremes == pytest.approx((least, most), abs=1e-12)


@settings(max_examples=25)
@given(story_texts(), SIDE)
def test_one_visit_answers_for_every_policy(text: str, side: str | None) -> None:
    """Exploring under all policies at once says what exploring under each says."""
    question = question_of(read_story(text), side)
    for policy, found in explore_policies(question).items():
        alone = explore(question, policy)
        assert (found.policy, found.verdict) == (policy, "complete")
        assert (found.decisions, found.luck, found.turns) == (alone.decisions, alone.luck, alone.turns)


@settings(max_examples=40)
@given(story_texts(), SIDE)
def test_the_shortest_playthrough_replays_to_its_ending(text: str, side: str | None) -> None:
    """The option ids of each ending are accepted by the real rules, and no playthrough is shorter."""
    scenario = read_story(text)
    question = question_of(scenario, side)
    shortest = Oracle(scenario, question.playing, seats(side)).shortest()
    for name, ending in explore(question).endings.items():
        assert (ending.shortest is None) == (name not in shortest)
        if ending.shortest is not None:
            assert len(ending.shortest) == shortest[name]
            assert follow_ids(begin(scenario, seats(side)), ending.shortest).ending.id == name


@settings(max_examples=15)
@given(story_texts())
def test_counts_past_64_bits_are_put_together_from_remainders(text: str) -> None:
    """The exact number of playthroughs follows from its remainders by primes."""
    scenario = read_story(text)
    question = question_of(scenario, None)
    with patch("game.analysis.counts.EXACT_FLOAT", 1):
        found = explore(question).playthrough_count
    assert found == Oracle(scenario, question.playing, frozenset()).count()


WIDE = Shape(
    decisions=20,
    options=(3, 4),
    meters=5,
    steps=7,
    flags=6,
    effects=(2, 3),
    weights=0.3,
    later=0.05,
    branches=0.3,
    reach=1,
    endings=4,
    ends=0.05,
)
CAP = 4000  # below the largest layers of the stories used here


def wide_story(seed: int) -> str:
    return write_story(random.Random(seed), WIDE)


@pytest.mark.parametrize("seed", [0, 5, 20])
def test_past_the_cap_the_estimate_stays_within_its_error(seed: int) -> None:
    """A thinned frontier is unbiased, and says how far it may be off."""
    question = question_of(read_story(wide_story(seed)), None)
    exact = explore(question)
    thinned = explore(question, plan=Plan(cap=CAP))
    assert (exact.verdict, thinned.verdict) == ("complete", "thinned")
    for name, ending in thinned.endings.items():
        for policy in POLICIES:
            error = ending.error[policy] if ending.error else 0.0
            assert (
                abs(ending.probability[policy] - exact.endings[name].probability[policy])
                <= 2 * error + 1e-12  # fixed seeds
            )
        assert ending.reach != "impossible" or exact.endings[name].reach == "impossible"
        assert ending.reach != "reached" or exact.endings[name].reach == "reached"


@pytest.mark.thorough
def test_the_stated_error_holds_as_often_as_it_says() -> None:
    """Of many estimates about 95 of 100 lie within their error; 90 are asked for."""
    hits = []
    for seed in range(60):
        question = question_of(read_story(wide_story(seed)), None)
        exact, thinned = explore(question), explore(question, plan=Plan(cap=CAP))
        for name, ending in thinned.endings.items() if thinned.verdict == "thinned" else ():
            for policy in POLICIES if ending.error else ():
                truth = exact.endings[name].probability[policy]
                assert ending.error is not None
                hits.append(abs(ending.probability[policy] - truth) <= ending.error[policy] + 1e-12)
    assert len(hits) > 100
    assert sum(hits) / len(hits) > 0.9


def test_past_the_cap_nothing_is_claimed_that_is_not_known() -> None:
    """Thinned, there is no count of playthroughs, no effect and no luck; ways are still true."""
    scenario = read_story(wide_story(0))
    thinned = explore(question_of(scenario, None), plan=Plan(cap=CAP))
    assert (thinned.playthrough_count, thinned.luck) == (None, None)
    for name, ending in thinned.endings.items():
        if ending.shortest is not None:
            assert follow_ids(begin(scenario), ending.shortest).ending.id == name


def test_an_exploration_that_is_stopped_gives_what_it_found() -> None:
    """Ctrl-C keeps the endings met so far, each with its playthrough, and calls the rest unknown."""
    scenario = read_story(wide_story(5))

    def stop(progress: Progress) -> None:
        if progress.done == 9:
            raise KeyboardInterrupt

    found = explore(question_of(scenario, None), plan=Plan(watcher=stop))
    assert found.verdict == "stopped"
    reaches = {decision.reach for decision in found.decisions.values()}
    assert reaches == {"reached", "unknown"}
    for name, ending in found.endings.items():
        if ending.shortest is not None:
            assert follow_ids(begin(scenario), ending.shortest).ending.id == name
