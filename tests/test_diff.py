"""Two versions of a scenario beside one another: what an author's change did to play."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.main import main
from game.library import load
from game.play.follow import follow
from game.play.playthrough import begin
from game.play.save import to_text

FERRY = Path(__file__).parent / "scenarios" / "ferry.yaml"


@pytest.fixture
def versions(tmp_path: Path):
    """Give a function that writes an edited version and compares it with the first, as JSON."""

    def compare(capsys: pytest.CaptureFixture[str], old: str, new: str, *arguments: str) -> dict:
        text = FERRY.read_text(encoding="utf-8")
        assert text.count(old) == 1
        edited = tmp_path / "edited.yaml"
        edited.write_text(text.replace(old, new), encoding="utf-8")
        assert main(["diff", str(FERRY), str(edited), "--format", "json", *arguments]) == 0
        return json.loads(capsys.readouterr().out)

    return compare


def test_two_equal_versions_play_alike(capsys: pytest.CaptureFixture[str]) -> None:
    """In a sentence, with nothing else to read."""
    assert main(["diff", str(FERRY), str(FERRY)]) == 0
    assert capsys.readouterr().out.endswith("Both play alike.\n")


def test_a_changed_weight_shows_in_the_odds_and_nowhere_else(versions, capsys) -> None:
    """The distance is half the sum of what the endings moved."""
    found = versions(capsys, "accept: {text: Accept", "accept: {weight: 5, text: Accept")
    moved = [abs(one["after"]["weights"] - one["before"]["weights"]) for one in found["endings"].values()]
    assert found["distance"]["weights"] == pytest.approx(sum(moved) / 2) != 0
    assert found["parts"] == []
    assert found["record-line"]["before"] == found["record-line"]["after"]


def test_an_option_that_is_closed_is_lost_and_found_and_stops_a_save(
    versions, capsys, tmp_path: Path
) -> None:
    """What can no longer happen is told, as a part, as a finding with its line, and of each save."""
    save = tmp_path / "play.json"
    play = follow(begin(load(str(FERRY)), ["town"]).choose("delay"), "record")
    save.write_text(to_text(play), encoding="utf-8")
    found = versions(capsys, "\n      delay:", "\n      put-off:", "--save", str(save))
    assert found["parts"] == [
        {"kind": "removed", "path": "petition.delay"},
        {"kind": "added", "path": "petition.put-off"},
    ]
    (told,) = found["saves"].values()
    assert "turn 1" in told
    assert "can no longer be played" in told


def test_what_a_change_blocks_is_lost_with_a_finding_at_its_line(versions, capsys) -> None:
    """An option that is never offered any more is told twice: as lost, and by its new finding."""
    found = versions(
        capsys, "      delay:\n", "      delay:\n        when: purse == empty and purse == full\n"
    )
    assert {"kind": "lost", "path": "petition.delay"} in found["parts"]
    assert "option-never-offered" in {finding["code"] for finding in found["new-findings"]}
