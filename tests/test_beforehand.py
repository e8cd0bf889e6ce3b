"""Cuts and interpretations: what is settled before the first turn holds to the end, and changes no rule."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import READER
from scenario_strategy import CUTS, READINGS, read_story, story_texts

from game.analysis.command import Wanted, explore_whole, run_explore
from game.analysis.forward import Plan
from game.analysis.interpretations import compare_interpretations
from game.analysis.rules import ask_about
from game.analysis.statespace import explore
from game.cli.main import main
from game.errors import GameError
from game.library import load
from game.messages import Words
from game.play import engine
from game.play.follow import follow
from game.play.luck import step
from game.play.playthrough import Playthrough, begin
from game.play.save import fingerprint, from_text, to_text
from game.reports.pages import report_page
from game.session import Session

FERRY_FILE = Path(__file__).parent / "scenarios" / "ferry.yaml"
FERRY = load(str(FERRY_FILE))


def play_at_random(play: Playthrough, seed: int) -> Playthrough:
    """Play to an ending or a dead end; a person takes any option, and is asked wherever play says so."""
    chance = random.Random(seed)
    while not play.is_over and play.offered():
        play = play.choose(chance.choice(play.offered()).id) if play.is_players_turn else step(play)
    return play


@settings(max_examples=60)
@given(story_texts(), st.sampled_from(CUTS), st.integers(0, 9))
def test_a_cut_leaves_to_the_record_exactly_what_it_does_not_name(text: str, cut: str, seed: int) -> None:
    """Where the record's choice is open it is made unasked; everything else is asked, as the cut says."""
    scenario = read_story(text)
    if cut not in scenario.cuts:
        return
    asked = scenario.cuts[cut].asked
    for turn in play_at_random(begin(scenario, ["north"], seed, cut), seed).turns:
        decision = scenario.decisions[turn.decision]
        if decision.side != "north":
            assert turn.by in ("weights", "chance")
            continue
        open_ids = [option.id for option in engine.offered(scenario, turn.before)]
        admitted = [name for name in decision.historical.admitted if name in open_ids]
        if decision.id in asked.get("north", scenario.decisions) or not admitted:
            assert turn.by == "player"
        else:
            assert (turn.by, turn.option) == ("record", admitted[0])


def test_the_other_side_follows_its_weights_whatever_the_cut_asks_of_it() -> None:
    """A cut is for those who play; nobody sits with the guild here, so its weights decide."""
    play = play_at_random(begin(FERRY, ["town"], 4, "short"), 4)
    by = {turn.decision: turn.by for turn in play.turns}
    assert (by["petition"], by["the-mail"], by["meeting"]) == ("record", "player", "weights")


def test_a_decision_point_that_the_record_never_came_to_is_asked_under_any_cut() -> None:
    """There is no historical choice to fall back on."""
    play = begin(FERRY, ["town", "guild"], 0, "short")
    for option_id in ("refuse", "row", "stays", "constables"):
        play = play.choose(option_id)
    assert (play.decision.id, play.is_players_turn) == ("bailiffs", True)


def test_the_record_line_is_the_same_under_a_cut() -> None:
    """Following the record makes the choices that a cut would leave to it, and says which it left."""
    whole = follow(begin(FERRY, ["town"]), "record")
    short = follow(begin(FERRY, ["town"], 0, "short"), "record")
    assert short.option_ids == whole.option_ids
    assert [turn.by for turn in short.turns if turn.decision in ("petition", "the-mail", "county")] == [
        "record",
        "follow",
        "follow",
    ]
    assert follow(begin(FERRY, ["town"], 0, "short"), ",".join(whole.option_ids)) == short


@settings(max_examples=40)
@given(story_texts(), st.sampled_from(CUTS), st.sampled_from(READINGS), st.integers(0, 9))
def test_a_save_keeps_what_was_settled_before_the_first_turn(
    text: str, cut: str, reading: str, seed: int
) -> None:
    """Loaded again it is the same playthrough: cut, interpretation, and who made each choice."""
    scenario = read_story(text)
    play = play_at_random(
        begin(scenario, ["north"], seed, cut if cut in scenario.cuts else None, reading), seed
    )
    restored = from_text(to_text(play), scenario)
    assert restored.difference is None
    assert restored.playthrough == play
    assert restored.playthrough.interpretation == reading


def test_a_save_outlives_its_cut_and_its_interpretation() -> None:
    """Both may be taken out of the file: what was asked and drawn stands in the turns."""
    play = follow(begin(FERRY, ["town"], 3, "short", "tale"), "record")
    saved = json.loads(to_text(play))
    assert (saved["cut"], saved["interpretation"]) == ("short", "tale")
    saved |= {"cut": "gone", "interpretation": "gone"}
    restored = from_text(json.dumps(saved), FERRY)
    assert restored.difference is None
    assert restored.playthrough.option_ids == play.option_ids
    assert (restored.playthrough.cut, restored.playthrough.interpretation) == (None, "book")


def test_going_back_opens_a_turn_that_was_asked() -> None:
    """What the cut left to the record is no place to go back to: it would fall to the record again."""
    session = Session(follow(begin(FERRY, ["town"], 0, "short"), "record"), READER)
    entries = session.view("town").log
    assert [entry.fell_to_record for entry in entries] == [True, False, False]
    for entry in session.view("town").asked:
        session.play = follow(begin(FERRY, ["town"], 0, "short"), "record")
        session.rollback_to(entry.turn)
        assert (len(session.play.turns), session.play.is_players_turn) == (entry.turn, True)


@settings(max_examples=40)
@given(story_texts(), st.integers(0, 9))
def test_an_interpretation_changes_weights_and_nothing_else(text: str, seed: int) -> None:
    """The same choices are offered and lead to the same places; a save's fingerprint does not move."""
    scenario = read_story(text)
    plays = [begin(scenario, ["north"], seed, None, reading) for reading in READINGS]
    chance = random.Random(seed)
    while not plays[0].is_over and plays[0].offered():
        open_ids = {tuple(option.id for option in play.offered()) for play in plays}
        assert len(open_ids) == 1
        chosen = chance.choice(open_ids.pop())
        plays = [play.choose(chosen) for play in plays]
        assert len({(play.state.at, play.state.due) for play in plays}) == 1
    assert [play.interpretation for play in plays] == list(READINGS)
    plain = read_story(text.replace("interpretation ==", "interpretation !="))
    assert fingerprint(plain) == fingerprint(scenario)


@pytest.mark.parametrize(
    ("cut", "interpretation", "key"),
    [
        ("long", None, "play.no-such-cut"),
        (None, "song", "play.no-such-interpretation"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(
    cut: str | None, interpretation: str | None, key: str
) -> None:
    """An unknown cut or interpretation is a caller's fault."""
    with pytest.raises(GameError) as refused:
        begin(FERRY, ["town"], 0, cut, interpretation)
    assert refused.value.key == key
    assert "known" in refused.value.values


@pytest.mark.parametrize("command", ["play", "explore"])
@pytest.mark.parametrize("option", ["--cut", "--interpretation"])
def test_a_name_that_is_not_there_is_wrong_usage(
    command: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence and exit code 2, whichever command is asked."""
    assert main([command, str(FERRY_FILE), option, "nowhere"]) == 2
    assert capsys.readouterr().err.count("nowhere") == 1


def test_interpretations_are_told_side_by_side() -> None:
    """Each column is what exploring under that interpretation gives, and the distance is theirs."""
    found = json.loads(run_explore(FERRY, Wanted("town", interpretation="tale"), "json", Words()))
    alone = {
        reading: {
            name: ending.probability["weights"]
            for name, ending in explore(ask_about(FERRY, "town", reading)).endings.items()
        }
        for reading in FERRY.interpretations
    }
    told = found["interpretations"]
    assert (found["interpretation"], list(told)) == ("tale", ["book", "tale"])
    assert told["tale"]["distance"] == 0
    apart = sum(abs(alone["book"][name] - share) for name, share in alone["tale"].items()) / 2
    assert told["book"]["distance"] == pytest.approx(apart, abs=1e-12)
    assert apart > 0.01
    for reading, odds in alone.items():
        assert told[reading]["endings"] == pytest.approx(odds, abs=1e-12)


def test_text_and_page_show_the_interpretations_beside_one_another() -> None:
    """Names, odds and the difference stand in both; a stopped exploration compares nothing and says so."""
    wanted = Wanted("town", cut="short")
    text = run_explore(FERRY, wanted, "text", Words())
    assert "Cut: Before the tide." in text
    head = next(line.split() for line in text.splitlines() if "book" in line.split())
    assert head == ["ending", "book", "tale", "apart"]
    found, told = explore_whole(FERRY, wanted, Plan())
    page = report_page(found, compare_interpretations(found["weights"], Plan()), told, Words())
    assert page.count("As the boathouse told it") >= 2
    assert "Before the tide" in page
    thinned = run_explore(FERRY, wanted, "text", Words(), Plan(cap=2))
    assert "Not compared: exploring is not finished." in thinned


def test_a_cut_asks_less_of_a_player() -> None:
    """Exploring under it counts only what is asked: two decisions of the town, in every playthrough."""
    whole = json.loads(run_explore(FERRY, Wanted("town"), "json", Words()))
    short = json.loads(run_explore(FERRY, Wanted("town", cut="short"), "json", Words()))
    assert (short["asked"]["min"], short["asked"]["max"]) == (1, 2)
    assert whole["asked"]["mean"] > short["asked"]["mean"]
    assert int(short["playthroughs"]) < int(whole["playthroughs"])


def test_a_change_is_compared_under_the_interpretation_that_feels_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`diff` explores both versions under the one that is named."""
    edited = tmp_path / "ferry.yaml"
    edited.write_text(FERRY_FILE.read_text(encoding="utf-8").replace("is: 0.25", "is: 2"), encoding="utf-8")
    told = {}
    for reading in FERRY.interpretations:
        assert (
            main(["diff", str(FERRY_FILE), str(edited), "--side", "town", "--interpretation", reading]) == 0
        )
        told[reading] = "Both play alike." in capsys.readouterr().out
    assert told == {"book": False, "tale": True}
