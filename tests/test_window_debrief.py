"""The debrief in the window: every sheet by key and click, odds that fill themselves, reports, accounts."""

from __future__ import annotations

import time

import pygame
from reading import READER
from test_window_play import play_by_keys
from window_room import Visitor, begun, lindholm

from game.debrief.model_card import model_card
from game.debrief.source_checks import source_checks
from game.library import load
from game.play.follow import follow
from game.play.playthrough import begin
from game.session import Session
from game.store import reports_folder
from game.window.shelf import NOTHING_SETTLED

ENTER, ESC = pygame.K_RETURN, pygame.K_ESCAPE


def debriefed(size: tuple[int, int] = (1280, 720)) -> Visitor:
    """Give a visitor who has come to the comparison."""
    visitor = Visitor(begun(), size)
    play_by_keys(visitor, [2, 2])
    visitor.press(ENTER)
    assert visitor.address == "comparison"
    return visitor


def wait_for_odds(visitor: Visitor) -> None:
    """Look on, as a reader would, until the odds have come by themselves."""
    for _ in range(600):
        if "being computed" not in visitor.text():
            return
        time.sleep(0.02)
        visitor.window.step()
    raise AssertionError("the odds never came")


def test_every_sheet_of_the_debrief_is_a_key_and_a_click_away():
    """By number, by click, or one after another with Enter; and Esc leads back to the ending."""
    sheets = ["rails", "ledger", "hours", "charts", "odds"]
    by_number, by_click, onwards = debriefed(), debriefed(), debriefed()
    for number, sheet in enumerate(sheets, start=2):
        by_number.press(pygame.K_0 + number)
        by_click.click_on(f"tab.{sheet}")
        onwards.press(ENTER)
        assert by_number.address == by_click.address == onwards.address == sheet
        by_number.press(ESC)
        assert by_number.address == "ending"
        by_number.press(ENTER)


def test_a_node_of_the_rails_opens_its_turn():
    """What is told of a turn stands behind its node, and its neighbours a key away."""
    visitor = debriefed()
    visitor.press(pygame.K_2)
    visitor.click_on("tie.0")
    assert visitor.address == "step:0"
    session = visitor.window.controller.session
    assert session is not None
    option = lindholm().decisions["first-report"].options[session.play.turns[0].option]
    assert READER.texts(option.text) in visitor.text()
    visitor.press(pygame.K_n)
    assert visitor.address == "step:1"
    visitor.press(ESC)
    assert visitor.address == "rails"


def test_the_odds_fill_their_sheet_by_themselves_and_never_keep_a_key_waiting():
    """They are computed beside the window; another road has odds of its own."""
    visitor = debriefed()
    visitor.press(pygame.K_6)
    visitor.press(pygame.K_5)
    assert visitor.address == "charts"
    visitor.press(pygame.K_6)
    wait_for_odds(visitor)
    first = visitor.text()
    assert "The odds of" in first and "Choice and luck" in first

    visitor.press(pygame.K_l)
    visitor.click_on("log.3.back")
    visitor.press(pygame.K_y)
    play_by_keys(visitor, [3])
    visitor.press(ENTER, pygame.K_6)
    wait_for_odds(visitor)
    assert visitor.text() != first


def test_the_hours_of_another_turn_are_a_key_away():
    visitor = debriefed()
    visitor.press(pygame.K_4)
    later = visitor.text()
    visitor.press(pygame.K_p)
    assert visitor.address == "hours:0"
    assert visitor.text() != later


def test_the_report_is_written_beside_the_saves_and_the_window_says_where():
    """It waits for the odds by itself; a second one does not overwrite the first."""
    visitor = debriefed()
    for count in (1, 2):
        visitor.press(pygame.K_r)
        for _ in range(600):
            if "is saved as" in visitor.text():
                break
            time.sleep(0.02)
            visitor.window.step()
        reports = sorted(reports_folder().iterdir())
        assert len(reports) == count
        assert str(reports[-1]) in visitor.text()
        assert "How likely this ending was" in reports[-1].read_text(encoding="utf-8")
        visitor.press(ESC)
    assert visitor.address == "comparison"


def test_a_report_that_cannot_be_written_is_a_sentence():
    """Play goes on: nothing that a press does ends the window."""
    reports_folder().parent.mkdir(parents=True, exist_ok=True)
    reports_folder().write_text("a file where a folder should be")
    visitor = debriefed()
    visitor.press(pygame.K_r)
    for _ in range(600):
        if "could not be saved" in visitor.text():
            break
        time.sleep(0.02)
        visitor.window.step()
    assert "could not be saved" in visitor.text()


def at_petrovs_debrief() -> Visitor:
    """Give a visitor at the comparison of the record line of September 1983."""
    visitor = Visitor(Session(follow(begin(load("petrov-1983"), ("bunker",), 7), "record"), READER))
    for _ in range(5):
        if visitor.address == "comparison":
            break
        visitor.press(ENTER)
    assert visitor.address == "comparison"
    return visitor


def test_accounts_are_weighed_before_the_record_answers():
    """Nothing of the answer stands on the sheet that asks; leaving it open is an answer too."""
    visitor = at_petrovs_debrief()
    session = visitor.window.controller.session
    assert session is not None
    checks = source_checks(session.play, READER)
    visitor.press(pygame.K_7)
    visitor.click_on("check.0")
    assert all(account.says in visitor.text() for account in checks[0].accounts)
    assert checks[0].answer.why not in visitor.text()
    assert checks[0].answer.verdict not in visitor.text()

    visitor.press(pygame.K_1)
    assert visitor.address == "answer:0"
    assert checks[0].answer.why in visitor.text()
    visitor.press(pygame.K_w, pygame.K_o)
    assert checks[0].answer.why in visitor.text()
    visitor.press(ESC)
    assert "Weighed: I leave it open" in visitor.text()


def test_the_model_card_says_what_a_road_leaned_on_only_after_play():
    """Before play it names no decision point; after it, the turns that leaned on each assumption."""
    visitor = at_petrovs_debrief()
    visitor.press(pygame.K_7, pygame.K_m)
    assert "This road leaned on it" in visitor.text()

    shelf = Visitor(None)
    shelf.window.controller.offer(load("petrov-1983"), NOTHING_SETTLED)
    shelf.window.stage.refresh_anew()
    shelf.press(pygame.K_m)
    card = model_card(load("petrov-1983"), READER)
    assert all(one.name in shelf.text() and one.counter in shelf.text() for one in card)
    assert "leans on it" not in shelf.text() and "leaned on it" not in shelf.text()
