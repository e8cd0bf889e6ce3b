"""The map in a View: it follows the state and the clock, and holds what one side could know at that hour."""

from __future__ import annotations

from functools import cache

import pytest
from reading import READER, every_scenario, scenario_from
from test_engine import CABLES

from game.messages import Words
from game.play.desk import view
from game.play.follow import follow
from game.play.playthrough import Playthrough, begin
from game.scenario.model import Scenario
from game.terminal.pages import map_page

MAP = """
map:
  name: The sound
  centre: 56N 12.5E
  reach-km: 60
  marks:
    sund: {kind: city, points: 56.05N 12.7E, label: Sund, text: A town.}
    boom:
      kind: line
      side: other
      points: [56N 12.6E, 56N 12.7E]
      label: Boom
      text: A chain.
      from: 1962-10-22T00:00Z
      learned: {desk: 1962-10-23T16:00Z}
      position: approximate
    cutter: {kind: ship, side: desk, points: 56.05N 12.3E, label: Cutter, text: She waits., when: not sent}
    sent: {kind: ship, side: desk, points: 56.05N 12.4E, label: Cutter, text: She sails., when: sent}
    mine: {kind: base, points: 56.05N 12.71E, label: Mine, text: Hidden., shown-to: other}
    buoy: {kind: base, points: 56N 12E, label: Buoy, text: Gone., until: 1962-10-23T15:00Z}
"""


def shown(play: Playthrough, side: str) -> list[str]:
    """Give the ids of what the map shows a side."""
    wall = view(play, side, READER).map
    assert wall is not None
    return [mark.id for mark in wall.marks]


def test_a_mark_is_shown_to_its_sides_from_its_hour_until_its_hour_while_its_condition_holds():
    """In the order of the layers: ships before places."""
    play = begin(scenario_from(CABLES + MAP), ["desk", "other"])
    assert play.decision.at.isoformat() == "1962-10-23T10:00:00+00:00"
    assert shown(play, "desk") == ["cutter", "sund", "buoy"]
    assert shown(play, "other") == ["boom", "cutter", "sund", "mine", "buoy"]
    later = play.choose("wait").choose("hold")
    assert shown(later, "desk") == ["boom", "cutter", "sund"]
    assert "sent" in shown(play.choose("send"), "desk")
    assert "cutter" not in shown(play.choose("send"), "desk")


def test_where_a_mark_lies_is_said_from_the_nearest_city():
    """Distance to ten kilometres and one of eight directions; a line of several points has none."""
    wall = view(begin(scenario_from(CABLES + MAP), ["other"]), "other", READER).map
    assert wall is not None
    where = {mark.id: mark.where for mark in wall.marks}
    assert where == {
        "boom": "",
        "cutter": "about 20 km west of Sund",
        "sund": "",
        "mine": "at Sund",
        "buoy": "about 40 km west of Sund",
    }


def test_the_terminal_tells_all_that_the_map_shows():
    """Every mark with its text, its place and its doubt; without a map, a sentence."""
    wall = view(begin(scenario_from(CABLES + MAP), ["other"]), "other", READER).map
    assert wall is not None
    lines = [f"{block.label} {block.text}".strip() for block in map_page(wall, Words())]
    for mark in wall.marks:
        assert mark.text in lines
        assert mark.where == "" or f"Where {mark.where}" in lines
    assert "Position approximate" in lines
    assert "Boom (" in "\n".join(lines)
    assert map_page(None, Words())[0].text == "This scenario has no map."


@cache
def cuba() -> Scenario:
    """Give the scenario of October 1962."""
    return next(scenario for scenario in every_scenario() if scenario.id == "cuba-1962")


def at(decision: str, side: str = "washington") -> list[str]:
    """Give what the map shows a side when the record line comes to a decision point."""
    play = follow(begin(cuba(), [side], 1962), "record")
    turn = next(number for number, turn in enumerate(play.turns) if turn.decision == decision)
    return shown(play.rollback_to(turn), side)


def test_washington_sees_no_missile_in_cuba_before_the_photographs_and_moscow_does():
    """In September they are on Moscow's map; on 16 October what the flights showed is on Washington's."""
    soviet = {mark.id for mark in cuba().map.marks.values() if mark.side == "moscow"}  # type: ignore[union-attr]
    assert not soviet & set(at("autumn-look"))
    assert {"san-cristobal-seen", "guanajay-seen", "r-12"} <= set(at("first-meeting"))
    assert "sagua-seen" not in at("first-meeting")
    assert {"san-cristobal", "sagua", "submarines"} <= set(at("ships", "moscow"))


def test_the_line_is_drawn_when_it_is_in_force_and_word_of_the_ships_comes_a_day_late():
    """Moscow turned them on the 23rd; on Washington's map they come on until the morning of the 24th."""
    assert "line" not in at("watch-rules")
    assert "ships-seen" in at("watch-rules")
    assert "line" in at("line-opens")
    assert {"ships-turned", "ships-turned-unheard"} & set(at("uthant"))
    assert "aleksandrovsk" not in at("uthant")
    assert "line-november" in at("assurance")


@pytest.mark.parametrize("seed", range(12))
def test_washingtons_map_never_tells_of_warheads_or_nuclear_torpedoes(seed: int):
    """Along whole roads drawn by weights: nobody there knew of them, so no word on the wall may."""
    play = follow(begin(cuba(), (), seed), "weights")
    for count in range(len(play.turns) + 1):
        wall = view(play.rollback_to(count), "washington", READER).map
        assert wall is not None
        told = " ".join(f"{mark.label} {mark.text}" for mark in wall.marks).lower()
        assert "torpedo" not in told
        assert "nuclear" not in told
