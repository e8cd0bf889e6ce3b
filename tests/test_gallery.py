"""The gallery of endings: what was met is told, the rest is counted and never named."""

from __future__ import annotations

from pathlib import Path

import pygame
from reading import READER
from test_terminal import watershed
from window_room import Visitor, begun, lindholm

from game.gallery import gallery, gallery_page
from game.store import read_met, write_met


def met_once() -> None:
    """Play the record line of the tests' scenario to its ending."""
    session = begun()
    while not session.play.is_over:
        session.choose(session.play.decision.historical.admitted[0])
    assert session.warning is None


def test_an_ending_is_met_by_playing_to_it_with_its_side_and_day():
    met_once()
    found = gallery(lindholm(), READER)

    assert [ending.title for ending in found.met] == ["The mail is a day late"]
    assert [meeting.sides for meeting in found.met[0].meetings] == ["Lindholm"]


def test_of_what_was_not_met_no_title_is_told_but_how_many_and_in_which_phases():
    told = "\n".join(block.text for block in gallery_page(gallery(lindholm(), READER), READER.words))

    assert "2 endings have not been met. Roads lead there in the phase 'Answer'." in told
    assert not any(READER.texts(ending.title) in told for ending in lindholm().endings.values())
    for ending in lindholm().endings:
        write_met("lindholm", ending, ("sund",))
    page = gallery_page(gallery(lindholm(), READER), READER.words)
    assert "Every ending of this scenario has been met." in [block.text for block in page]


def test_a_second_meeting_by_the_same_side_changes_nothing(home: Path):
    """The first day stays, and two games that end at once write no file twice."""
    write_met("lindholm", "settled", ("sund",))
    file = next((home / "endings" / "lindholm").glob("*.json"))
    file.write_text('{"ending": "settled", "sides": ["sund"], "first": "1999-01-02"}', encoding="utf-8")
    before = file.read_bytes()
    write_met("lindholm", "settled", ("sund",))
    write_met("lindholm", "settled", ("lindholm", "sund"))

    assert file.read_bytes() == before
    assert [met.sides for met in read_met("lindholm")] == [("sund",), ("lindholm", "sund")]


def test_a_damaged_file_is_kept_aside_and_hides_no_other(home: Path):
    for ending in ("settled", "struck"):
        write_met("lindholm", ending, ("sund",))
    folder = home / "endings" / "lindholm"
    (folder / "settled.sund.json").write_bytes(b'{"ending": "sett')

    assert [met.ending for met in read_met("lindholm")] == ["struck"]
    assert (folder / "settled.sund.json.damaged-1").read_bytes() == b'{"ending": "sett'


def test_the_gallery_opens_from_the_shelf_and_from_the_menu():
    met_once()
    visitor = Visitor(None)
    visitor.press(pygame.K_n, pygame.K_e)
    assert "The mail is a day late" in visitor.text()
    assert "1 ending has not been met." in visitor.text()

    playing = Visitor(begun())
    playing.press(pygame.K_ESCAPE, pygame.K_e)
    assert playing.address == "endings:"
    assert "What the strait was for" not in playing.text()


def test_the_terminal_tells_the_same():
    done = watershed("endings", "petrov-1983")
    assert (done.returncode, done.stderr) == (0, "")
    assert "No ending has been met here yet." in done.stdout
    typed = "endings\nquit\n"
    assert "No ending has been met" in watershed("play", "petrov-1983", "--ui", "plain", typed=typed).stdout
