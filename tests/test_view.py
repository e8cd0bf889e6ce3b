"""Secrecy: what one side may know at an hour is decided in the View, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from reading import READER, every_scenario, scenario_from
from test_engine import CABLES

from game.play.desk import view
from game.play.follow import follow
from game.play.playthrough import begin
from game.scenario.model import Scenario

WIRED = (
    CABLES.replace(
        "      wait: {text: Wait}",
        '      wait:\n        text: Wait\n        consequence: Nobody at the desk says a word.\n'
        "        sees: {other: {at: 1962-10-23T15:59Z, text: They are waiting.}}",
    )
    .replace("      yield: {text: Yield, when: not sent, weight: 1}", """      yield:
        text: Yield
        when: not sent
        consequence: The other side weeps.
        sees: {desk: {at: 1962-10-23T16:00Z, text: The other side has yielded.}}""")
)  # fmt: skip


def test_a_side_learns_its_own_consequence_and_of_others_only_what_it_sees():
    """Each desk's notices, and no word of the other's."""
    play = begin(scenario_from(WIRED), ["desk", "other"]).choose("wait").choose("yield")
    desk, other = (view(play, side, READER) for side in ("desk", "other"))
    assert [notice.text for notice in desk.notices] == [
        "Nobody at the desk says a word.",
        "The other side has yielded.",
    ]
    assert [notice.text for notice in other.notices] == ["The other side weeps."]
    assert "They are waiting." in view(play.rollback(), "other", READER).notices[0].text


def test_what_is_seen_later_arrives_later():
    """A sighting does not come before the clock has reached its moment."""
    late = scenario_from(WIRED.replace("at: 1962-10-23T15:59Z, text", "at: 1962-10-23T16:00Z, text"))
    play = begin(late, ["desk", "other"]).choose("wait")
    assert view(play, "other", READER).notices == ()
    play = play.choose("hold")
    assert [notice.text for notice in view(play, "other", READER).notices] == ["They are waiting."]


def test_a_side_that_waits_sees_nothing_of_the_desk_that_decides():
    """While another decides, there is no title, situation, paper, adviser or option to read."""
    play = begin(scenario_from(WIRED), ["desk", "other"])
    waiting = view(play, "other", READER)
    assert not waiting.is_deciding
    assert (waiting.title, waiting.situation, waiting.documents, waiting.advisers, waiting.options) == (
        "",
        (),
        (),
        (),
        (),
    )


def test_options_stand_in_one_shuffled_order_that_the_seed_fixes():
    """The same at every look and after a rollback; not the author's order for every seed."""
    scenario = scenario_from(CABLES)
    orders = {
        seed: [o.id for o in view(begin(scenario, ["desk"], seed), "desk", READER).options]
        for seed in range(30)
    }
    again = [
        o.id for o in view(begin(scenario, ["desk"], 3).choose("wait").rollback(), "desk", READER).options
    ]
    assert again == orders[3]
    assert len({tuple(order) for order in orders.values()}) == 6


def _texts_of(scenario: Scenario, side: str) -> set[str]:
    """Give every text that the author means for `side`."""
    found = set()
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            if decision.side == side:
                found |= {consequence.text.standard for consequence in option.consequences}
            found |= {sighting.text.standard for sighting in option.sees if sighting.side == side}
            for number in option.later:
                news = scenario.delayed[number]
                if news.text is not None and (news.to is None or side in news.to):
                    found.add(news.text.standard)
    return found


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_no_view_holds_what_another_side_or_chance_alone_could_tell(scenario: Scenario):
    """Over many playthroughs: nothing comes before its hour, and every notice is the side's own to know."""
    own_texts = {side: _texts_of(scenario, side) for side in scenario.sides}
    for seed in range(25):
        play = follow(begin(scenario, (), seed), "weights")
        for count in range(len(play.turns) + 1):
            for side, allowed in own_texts.items():
                seen = view(play.rollback_to(count), side, READER)
                assert {notice.text for notice in seen.notices} <= allowed


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_nothing_marks_the_historical_choice_before_the_debrief(scenario: Scenario):
    """With the historical choice moved elsewhere, every view along a road is the same."""
    moved = replace(
        scenario,
        decisions={
            name: replace(
                point,
                historical=replace(
                    point.historical, choice=(last := list(point.options)[-1]), admitted=(last,)
                ),
            )
            for name, point in scenario.decisions.items()
        },
    )
    play, twin = (follow(begin(one, (), 5), "first") for one in (scenario, moved))
    for count in range(len(play.turns) + 1):
        for side in scenario.sides:
            one, other = (view(road.rollback_to(count), side, READER) for road in (play, twin))
            assert one == other


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_the_clocks_never_go_back(scenario: Scenario):
    """Every road leads forward in time."""
    for seed in range(50):
        play = follow(begin(scenario, (), seed), "weights")
        hours = [scenario.decisions[turn.decision].at for turn in play.turns]
        assert all(later - earlier >= timedelta(0) for earlier, later in pairwise(hours))
