"""What stands beside the comparison: rails, ledger, the other desks' hours, charts, odds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reading import READER, every_scenario
from test_terminal import watershed
from window_room import LINDHOLM, lindholm

from game.analysis.road import Atlas
from game.analysis.rules import ask_of
from game.analysis.statespace import explore
from game.debrief.charts import charts, charts_page
from game.debrief.comparison import compare
from game.debrief.hours import other_desks
from game.debrief.ledger import ledger_page, ledgers, until_words
from game.debrief.odds import RoadOdds, road_odds, share_words
from game.debrief.rails import rails
from game.library import load
from game.play.follow import follow
from game.play.playthrough import Playthrough, begin
from game.scenario.model import Scenario

ASIDE = "hold,stays,tell,quiet"  # a road in Lindholm that leaves the record at once and comes back to it
WORDS = READER.words

every = pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)


def road(way: str, *players: str) -> Playthrough:
    return follow(begin(lindholm(), players or ("lindholm",), 7), way)


def odds_of(play: Playthrough) -> RoadOdds:
    return road_odds(play, Atlas().road(play), compare(play, READER))


@every
def test_the_record_line_runs_on_one_rail(scenario: Scenario):
    """Every tie of it is joined, and every chart has one line twice."""
    play = follow(begin(scenario, (), 7), "record")
    assert {tie.way for tie in rails(play, compare(play, READER), READER)} == {"joined"}
    assert all(chart.here == chart.record for chart in charts(play, READER))


@every
def test_the_rails_hold_every_turn_of_both_roads_once(scenario: Scenario):
    """Nothing is left out of either road, in the order of the turns."""
    play = follow(begin(scenario, (), 3), "weights")
    ties = rails(play, compare(play, READER), READER)
    turns = [tie.turn for tie in ties if tie.turn is not None]
    line = follow(begin(scenario), "record")
    assert turns == list(range(len(play.turns)))
    assert sum(tie.way != "here" for tie in ties) == len(line.turns)
    for tie in ties:
        assert bool(tie.chosen) == (tie.way != "record")
        assert bool(tie.historical) == (tie.way != "here")


@every
def test_a_chart_ends_where_play_ended(scenario: Scenario):
    """The last step of a line is that of the last state, and its words are told in the page."""
    play = follow(begin(scenario, (), 3), "weights")
    told = "\n".join(block.text for block in charts_page(charts(play, READER), WORDS))
    for chart in charts(play, READER):
        variable = scenario.meters[chart.id].variable
        assert chart.here[-1] == play.state.values[variable]
        assert chart.steps[chart.here[-1]] in told


def test_a_fact_is_unknown_until_the_hour_it_was_learned():
    """The boom is unknown at the first turn, and known at the last, five minutes after Sund's cable."""
    (ledger,) = ledgers(road("record"), READER)
    (entry,) = ledger.entries
    assert [hour.title for hour in entry.unknown_at] == ["What to do with the night pilot's report"]
    assert entry.believed == "Somebody may have laid something since Sunday."
    assert (entry.learned, entry.world) == ("Tuesday 3 April 1951, 15:55", "June 1951")
    told = "\n".join(f"{block.label} {block.text}" for block in ledger_page((ledger,), WORDS))
    assert "The ledger of Lindholm" in told and "June 1951" in told


def test_the_ledger_begins_with_the_players_desk_and_says_what_came_after_the_parting():
    """From the debrief alone one can tell what each side did not know."""
    play = follow(begin(load("cuba-1962"), ("moscow",), 7), "record")
    found = ledgers(play, READER)
    assert found[0].side == "moscow"
    assert {ledger.side for ledger in found} == {"washington", "moscow", "havana"}
    assert not any(entry.is_after_parting for ledger in found for entry in ledger.entries)
    tactical = next(
        entry
        for ledger in found
        if ledger.side == "washington"
        for entry in ledger.entries
        if entry.fact == "warheads-tactical"
    )
    later = [turn for turn in play.own_turns("washington") if turn >= tactical.unknown_at[0].turn]
    assert tactical.world == "1992"
    assert [hour.turn for hour in tactical.unknown_at] == later

    other = follow(begin(load("cuba-1962"), ("washington",), 7), "first")
    parted = [entry.is_after_parting for ledger in ledgers(other, READER) for entry in ledger.entries]
    assert True in parted and False in parted


def test_each_desk_of_october_1962_has_a_ledger_whose_every_entry_is_tied_and_dated_or_owned_as_undated():
    """From the debrief alone one can tell what each side did not know, when, and how late that came out."""
    play = follow(begin(load("cuba-1962"), ("havana",), 7), "record")
    found = {ledger.side: {entry.fact: entry for entry in ledger.entries} for ledger in ledgers(play, READER)}
    assert {side: len(entries) >= 12 for side, entries in found.items()} == dict.fromkeys(found, True)
    assert all(entry.believed or entry.learned for entries in found.values() for entry in entries.values())
    unsaid = found["washington"]["b59"]
    assert (unsaid.learned, unsaid.world, unsaid.cited) == ("", "", "2003")
    assert "does not say" in until_words(unsaid, WORDS) and "2003" in until_words(unsaid, WORDS)
    bare = until_words(found["washington"]["presidium-oct25"], WORDS)
    assert bare == "the record used here does not say"
    assert found["havana"]["cordier"].known_to == ()  # Moscow learned it no sooner than the world
    jupiters = found["moscow"]["hare-query"]
    titles = [play.scenario.decisions[play.turns[hour.turn].decision].id for hour in jupiters.unknown_at]
    assert titles == ["offer-26", "turkey-27", "tactical-27"]


def test_the_other_desk_saw_believed_and_did_what_fell_into_these_hours():
    """Sund saw the cable and answered it; before the first turn it had seen nothing."""
    play = road("record")
    first, last = play.own_turns("lindholm")
    sund, chance = other_desks(play, last, READER).desks
    assert [text for _, text in sund.saw] == [
        "Lindholm asks by open cable what lies off the second buoy.",
        "The fog is gone: they can see us.",
    ]
    assert [deed.choice for deed in sund.did] == ["Tell Lindholm about the mines"]
    assert [deed.choice for deed in chance.did] == ["The fog lifts before noon"]
    assert all(desk.is_quiet for desk in other_desks(play, first, READER).desks)
    (cable,) = other_desks(play, last, READER).letters
    assert (cable.sent, cable.received) == ("Tuesday 3 April 1951, 14:20", "Tuesday 3 April 1951, 15:55")


def test_letters_that_crossed_name_each_other():
    """On 27 October each capital wrote before it had the other's letter."""
    play = follow(begin(load("cuba-1962"), ("washington",), 7), "record")
    found = [other_desks(play, turn, READER) for turn in play.own_turns("washington")]
    crossed = [letter for hours in found for letter in hours.letters if letter.crossed]
    assert crossed
    for hours in found:
        for letter in hours.letters:
            for title in letter.crossed:
                other = next(one for one in hours.letters if one.title == title)
                assert letter.title in other.crossed
                assert letter.sender != other.sender


@pytest.mark.parametrize("players", [("lindholm",), ("lindholm", "sund"), ()], ids=len)
def test_the_odds_of_a_road_are_those_that_exploring_finds(players: tuple[str, ...]):
    """Before the first turn they are the ending's own; each turn begins where the one before it stopped."""
    play = follow(begin(lindholm(), players, 7), ASIDE)
    odds = odds_of(play)
    found = explore(ask_of(lindholm(), players, players))
    probability = found.endings[play.ending.id].probability
    assert (odds.uniform, odds.weights) == pytest.approx((probability["uniform"], probability["weights"]))
    assert odds.moves[0].before == pytest.approx(odds.uniform)
    for one, other in zip(odds.moves, odds.moves[1:], strict=False):
        assert one.after == pytest.approx(other.before)
    assert odds.moves[-1].after == pytest.approx(1)
    assert found.luck is not None
    assert odds.spread == pytest.approx(found.luck.spread)
    assert sum(odds.luck.values()) == pytest.approx(1)
    expected = {"player": "lindholm" in players, "others": "sund" not in players, "chance": True}
    assert {name for name, share in odds.luck.items() if share > 0} <= {
        name for name, is_there in expected.items() if is_there or name == "others"
    }


def test_an_atlas_answers_for_another_game_afresh():
    """The odds of one road never speak for other players."""
    atlas = Atlas()
    alone, both = road(ASIDE), road(ASIDE, "lindholm", "sund")
    first, second = atlas.road(alone).luck, atlas.road(both).luck
    assert first.others > 0 == second.others
    assert atlas.road(alone).luck == first


def test_the_odds_follow_the_reading_under_which_was_played():
    """Another interpretation gives other weights, so another probability."""
    way = "sail,stays,deny,quiet"
    plays = [follow(begin(lindholm(), ("lindholm",), 7, None, name), way) for name in ("frank", "wary")]
    answers = [next(m for m in odds_of(play).moves if m.mover == "others") for play in plays]
    assert answers[0].distance != pytest.approx(answers[1].distance)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "nil"),
        (1e-12, "next to nil"),
        (0.00009, "about one in 11,000"),
        (0.0312, "3.1 %"),
        (0.3, "30 %"),
        (0.9999, "more than 99 %"),
        (1.0, "certain"),
    ],
)
def test_a_share_is_never_rounded_to_nothing_or_to_everything(share: float, said: str):
    """What can happen is not called 0 %, and what may fail is not called 100 %."""
    assert share_words(share, WORDS) == said


def test_debrief_tells_everything_as_json(tmp_path: Path):
    """The comparison's keys stand as before; what is beside it has keys of its own."""
    transcript = tmp_path / "road.json"
    line = ("play", "petrov-1983", "--side", "bunker", "--follow", "record")
    assert watershed(*line, "--transcript", transcript).returncode == 0
    done = watershed("debrief", transcript, transcript, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    first, _ = json.loads(done.stdout)
    assert {"steps", "dimensions", "rails", "ledgers", "hours", "charts", "odds"} <= set(first)
    assert len(first["odds"]["moves"]) == len(first["steps"])
    assert first["ledgers"][0]["side"] == "bunker"


def test_everything_can_be_read_in_the_terminal_after_the_ending():
    """Each word opens its page; before the ending it says that it is too early."""
    typed = "ledger\n1\nyes\n1\nyes\n\nrails\nledger\nhours\nhours 99\nmeters\nodds\nquit\n"
    done = watershed("play", LINDHOLM, "--side", "lindholm", "--ui", "plain", "--seed", 4, typed=typed)
    assert (done.returncode, done.stderr) == (0, "")
    early, _, late = done.stdout.partition("this playthrough beside the record")
    assert "lies open after the ending" in early
    for sentence in (
        "Two rails",
        "The ledger of Lindholm",
        "The same hours from the other desks",
        "Hours can be read before these turns: 1, 4",
        "How things stood",
        "The odds are being computed",
        "How likely this ending was",
    ):
        assert sentence in late
        assert sentence not in early
