"""Playthroughs: choosing, rolling back, saving and replaying give the same states."""

from __future__ import annotations

import json

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from reading import READER, every_scenario, scenario_from
from test_engine import CABLES

from game.debrief.comparison import compare
from game.errors import GameError
from game.play.follow import follow
from game.play.luck import advance, step
from game.play.playthrough import Playthrough, begin
from game.play.save import from_text, to_text
from game.scenario.model import Scenario


class AnyPlay(RuleBasedStateMachine):
    """Choose, let others choose, roll back, save and load in any order, under any cut and interpretation,
    against a plain list of option ids."""

    @initialize(number=st.integers(0, 10**6), seed=st.integers(0, 10**6))
    def start(self, number: int, seed: int) -> None:
        scenarios = every_scenario()
        self.scenario = scenarios[number % len(scenarios)]
        cuts, readings = (None, *self.scenario.cuts), (None, *self.scenario.interpretations)
        self.before = (cuts[seed % len(cuts)], readings[number % len(readings)])
        self.play = begin(self.scenario, tuple(self.scenario.sides)[: number % 3], seed, *self.before)
        self.chosen: list[str] = []

    @precondition(lambda self: not self.play.is_over)
    @rule(number=st.integers(0, 5))
    def choose(self, number: int) -> None:
        options = self.play.offered()
        option = options[number % len(options)]
        self.play = self.play.choose(option.id)
        self.chosen.append(option.id)

    @precondition(lambda self: not self.play.is_over)
    @rule()
    def let_the_others_play(self) -> None:
        self.play = advance(self.play)
        self.chosen = list(self.play.option_ids)

    @rule(back=st.integers(0, 40))
    def roll_back(self, back: int) -> None:
        kept = max(len(self.chosen) - back, 0)
        self.play = self.play.rollback_to(kept)
        del self.chosen[kept:]

    @rule()
    def save_and_load(self) -> None:
        restored = from_text(to_text(self.play), self.scenario)
        assert restored.difference is None
        assert restored.playthrough == self.play
        self.play = restored.playthrough

    def teardown(self) -> None:
        if not hasattr(self, "play"):
            return
        again = begin(self.scenario, self.play.players, self.play.seed, *self.before)
        assert self.play.rollback_to(0) == again
        for option_id in self.chosen:
            again = again.choose(option_id)
        assert again.state == self.play.state


TestAnyPlay = AnyPlay.TestCase
TestAnyPlay.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_the_record_line_ends_in_the_records_ending_without_divergence(scenario: Scenario):
    """The line of historical choices is always playable."""
    play = follow(begin(scenario), "record")
    assert play.ending.id == scenario.record.ending
    comparison = compare(play, READER)
    assert comparison.divergence is None
    assert all(row.is_same for row in comparison.dimensions)


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_a_thousand_random_playthroughs_end_save_load_and_roll_back(scenario: Scenario):
    """Every one reaches an ending; saved, loaded, replayed and rolled back it gives the same states."""
    seats = [side.id for side in scenario.sides.values() if side.playable][:1]
    for seed in range(1000):
        play = follow(begin(scenario, seats, seed), "weights")
        restored = from_text(to_text(play), scenario)
        assert restored.playthrough == play
        assert play.rollback_to(0).state == begin(scenario, seats).state
        if seed % 50 == 0:
            for count in range(len(play.turns)):
                assert play.rollback_to(count).state == play.turns[count].before


def test_taking_the_same_road_after_a_rollback_meets_the_same_luck():
    """Each turn has a generator of its own, so luck does not depend on what was taken back."""
    scenario = scenario_from(CABLES)
    play = begin(scenario, ["desk"], seed=7).choose("shout")
    drawn = step(play).turns[-1].option
    assert all(step(play.rollback().choose("shout")).turns[-1].option == drawn for _ in range(20))


def test_a_changed_text_or_weight_leaves_a_save_valid():
    """What replaying does not depend on may be corrected at any time."""
    saved = to_text(follow(begin(scenario_from(CABLES), ["desk"], 3), "first"))
    edited = scenario_from(CABLES.replace("Send it", "Send the cable").replace("is: 3", "is: 9"))
    restored = from_text(saved, edited)
    assert restored.difference is None
    assert restored.playthrough.is_over


def test_a_changed_rule_is_told_with_the_first_turn_that_differs():
    """The same ids are replayed, and the first difference is named with what it was and is."""
    saved = to_text(follow_ids(scenario_from(CABLES), "send", "hold", "stay"))
    edited = scenario_from(CABLES.replace("{arrived: yes, trust: -2}", "{arrived: yes}"))
    difference = from_text(saved, edited).difference
    assert difference is not None
    assert (difference.turn, difference.kind, difference.decision) == (2, "changed", "second")
    assert (difference.then, difference.now) == ("arrived: yes, trust: even", "arrived: yes")


def test_an_option_that_is_gone_stops_the_replay_and_is_never_replaced():
    """Ink takes another choice here; we keep the turns that are still valid and say where they stop."""
    saved = to_text(follow_ids(scenario_from(CABLES), "shout", "hold", "go"))
    edited = scenario_from(CABLES.replace("      go: {", "      leave: {"))
    restored = from_text(saved, edited)
    assert restored.difference is not None
    assert (restored.difference.kind, restored.difference.turn) == ("gone", 3)
    assert restored.playthrough.option_ids == ("shout", "hold")
    assert restored.turn_count == 3


def test_options_put_in_another_order_change_nothing():
    """A save knows ids, not places in a list."""
    text = CABLES.replace("      wait: {text: Wait}\n", "")
    moved = text.replace("    options:\n      send:", "    options:\n      wait: {text: Wait}\n      send:")
    saved = to_text(follow_ids(scenario_from(CABLES), "wait", "yield", "stay"))
    restored = from_text(saved, scenario_from(moved))
    assert restored.difference is None
    assert restored.playthrough.option_ids == ("wait", "yield", "stay")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"transcript": "1"}',
        '{"transcript": true}',
        '{"transcript": 1, "scenario": 3}',
        "[" * 5000,
        '{"transcript": 1, "scenario": "cables", "players": [1], "seed": 0, "turns": []}',
        '{"transcript": 1, "scenario": "cables", "players": [], "seed": 0, "turns": [{}]}',
        '{"transcript": 99, "scenario": "cables", "players": [], "seed": 0, "turns": []}',
        '{"transcript": 1, "scenario": "other", "players": [], "seed": 0, "turns": []}',
    ],
)
def test_what_is_no_save_of_this_scenario_gives_one_error(text: str):
    """Whatever the file holds, a caller meets GameError and a player one sentence."""
    with pytest.raises(GameError) as caught:
        from_text(text, scenario_from(CABLES))
    assert READER.words(caught.value.key, **caught.value.values)


def test_a_save_is_json_that_a_person_can_read():
    """Ids, not numbers; one turn to a line."""
    saved = to_text(follow_ids(scenario_from(CABLES), "send", "hold", "stay"))
    turn = json.loads(saved)["turns"][0]
    assert turn == {
        "at": "first",
        "choice": "send",
        "by": "follow",
        "changes": {"trust": "blind", "sent": "yes"},
        "to": "second",
    }
    assert len([line for line in saved.splitlines() if '"choice"' in line]) == 3


def test_sides_without_a_player_are_played_until_a_person_must_decide():
    """Advance stops at the desk of a person and nowhere else."""
    scenario = scenario_from(CABLES)
    play = advance(begin(scenario, ["desk"]).choose("wait"))
    assert play.decision.id == "third"
    assert [turn.by for turn in play.turns] == ["player", "weights"]
    assert advance(begin(scenario)).is_over


def follow_ids(scenario: Scenario, *ids: str) -> Playthrough:
    return follow(begin(scenario), ",".join(ids))
