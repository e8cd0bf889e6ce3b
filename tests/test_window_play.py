"""A person at the window: by keys alone, by single clicks alone, alone or with someone across the table."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from reading import READER, scenario_from
from window_room import LINDHOLM, Visitor, begun, lindholm

from game.play.save import to_text
from game.session import unfinished
from game.store import read_settings, settings_path
from game.terminal.pages import order_page
from game.window.shelf import Shelf

ENTER, ESC, BACK = pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_BACKSPACE


def play_by_keys(visitor: Visitor, numbers: list[int]) -> str:
    """Play to the end with the keyboard, choosing the option of each number in turn; give the transcript."""
    chosen = iter(numbers)
    for _ in range(80):
        at = visitor.address.partition(":")[0]
        if at == "ending":
            break
        if at == "decision":
            visitor.press(pygame.K_0 + next(chosen))
        else:
            visitor.press(ENTER)
    session = visitor.window.controller.session
    assert session is not None
    return to_text(session.play)


def play_by_clicks(visitor: Visitor, numbers: list[int]) -> str:
    """Play to the end with single clicks; give the transcript."""
    chosen = iter(numbers)
    for _ in range(80):
        at = visitor.address.partition(":")[0]
        if at == "ending":
            break
        if at == "decision":
            number = str(next(chosen))
            stage = visitor.window.stage
            visitor.click_on(next(widget.id for widget in stage.widgets if widget.shortcut == number))
        else:
            visitor.click_on("seal" if at == "seal" else "forward")
    session = visitor.window.controller.session
    assert session is not None
    return to_text(session.play)


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)], ids=["1280x720", "1024x768"])
@pytest.mark.parametrize("sides", [("lindholm",), ("lindholm", "sund")], ids=["one desk", "two desks"])
def test_keys_alone_and_clicks_alone_give_the_same_transcript(size: tuple[int, int], sides: tuple[str, ...]):
    numbers = [2, 1, 3]
    by_keys = play_by_keys(Visitor(begun(*sides), size), numbers)
    by_clicks = play_by_clicks(Visitor(begun(*sides), size), numbers)

    assert by_keys == by_clicks
    assert '"by": "player"' in by_keys


def test_clicks_alone_play_to_the_end_with_the_largest_text():
    """Where bars and buttons scroll with the page, the scroll's own buttons bring them into reach."""
    visitor = Visitor(begun())
    for _ in range(4):
        visitor.press(pygame.K_PLUS, held=pygame.KMOD_CTRL)
    assert visitor.window.controller.settings.text_scale == 200

    play_by_clicks(visitor, [1, 1, 1])
    assert visitor.address == "ending"


def test_from_launch_two_presses_are_a_begun_play():
    visitor = Visitor(None)
    visitor.press(ENTER, ENTER)

    assert visitor.address == "briefing"
    assert visitor.window.controller.session is not None


def test_the_comparison_is_reached_and_a_turn_taken_again():
    visitor = Visitor(begun())
    play_by_keys(visitor, [1, 1])
    visitor.press(ENTER)
    assert visitor.address == "comparison"
    assert "The record" in visitor.text()

    visitor.press(pygame.K_l)
    visitor.click_on("log.0.back")
    visitor.press(pygame.K_y)

    session = visitor.window.controller.session
    assert session is not None and session.play.turns == ()
    assert visitor.address in ("briefing", "desk")


def test_an_order_can_be_taken_back_until_it_is_sealed():
    visitor = Visitor(begun())
    visitor.press(ENTER, ENTER, pygame.K_1)
    assert visitor.address.startswith("seal:")
    visitor.press(BACK)

    session = visitor.window.controller.session
    assert visitor.address == "decision"
    assert session is not None and session.play.turns == ()


def test_a_doubled_key_does_not_seal_an_order_that_nobody_has_read():
    visitor = Visitor(begun())
    visitor.press(ENTER, ENTER, pygame.K_1)
    visitor.window.stage.refresh_anew()
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=ENTER, mod=0, unicode="", scancode=0))
    visitor.window.step()

    assert visitor.address.startswith("seal:")


def test_nothing_of_the_record_is_said_before_the_end():
    """Neither grade nor sign nor word tells which option history took."""
    visitor = Visitor(begun())
    said = []
    for key in (ENTER, pygame.K_d, ESC, pygame.K_a, ESC, ENTER, pygame.K_1, ENTER):
        visitor.press(key)
        said.append(visitor.text())
    for words in ("Documented", "record", "historical", "Grade"):
        assert words not in "\n".join(said)


def test_a_player_across_the_table_sees_nothing_of_the_other_desk_before_sitting_down():
    visitor = Visitor(begun("lindholm", "sund"))
    assert visitor.address == "handover"
    assert "night pilot" not in visitor.text()

    visitor.press(ENTER, ENTER, ENTER, pygame.K_1, ENTER)
    assert visitor.address == "handover"
    assert "Sund" in visitor.text()
    visitor.press(ENTER)
    assert "Ask Sund by cable" not in visitor.text()


def test_text_grows_and_contrast_switches_anywhere_and_both_are_kept():
    visitor = Visitor(begun())
    visitor.press(pygame.K_PLUS, held=pygame.KMOD_CTRL)
    visitor.press(pygame.K_F7)

    assert read_settings().values["window"]["text-scale"] == 125
    assert Visitor(begun()).window.controller.settings.is_high_contrast


def test_help_lists_the_keys_of_the_screen_it_was_opened_from():
    visitor = Visitor(begun())
    visitor.press(ENTER, pygame.K_F1)
    assert "The options" in visitor.text()
    visitor.press(ESC, pygame.K_o, pygame.K_F1)

    assert "Let the ferry sail with a pilot boat ahead of her" in visitor.text()


def test_the_glossary_puts_first_what_the_screen_mentions():
    visitor = Visitor(begun())
    visitor.press(ENTER, pygame.K_g)
    text = visitor.text()

    assert text.index("boom") < text.index("Everything else") < text.index("slack water")


def test_a_play_left_in_the_middle_is_offered_at_the_next_title():
    first = Visitor(begun())
    first.press(ENTER, ENTER, pygame.K_1, ENTER)
    assert unfinished(lindholm()) is not None

    shelf = Shelf(find=lambda _: lindholm())
    assert shelf.look_for_unfinished(READER)
    resumed = shelf.resume()
    session = first.window.controller.session
    assert resumed is not None and session is not None
    assert to_text(resumed.play) == to_text(session.play)


def test_a_play_under_changed_rules_is_offered_with_a_sentence_and_never_another_choice():
    """The option that was taken is no longer there: play goes on before that turn, and says so."""
    first = Visitor(begun())
    first.press(ENTER, ENTER, pygame.K_1, ENTER)
    session = first.window.controller.session
    assert session is not None
    taken = session.play.turns[0].option
    text = Path(LINDHOLM).read_text(encoding="utf-8")
    changed = scenario_from(
        text.replace(f"      {taken}: {{", f"      {taken}-otherwise: {{")
        .replace(f"choice: {taken},", f"choice: {taken}-otherwise,")
        .replace(f"favours: {taken},", f"favours: {taken}-otherwise,")
    )

    shelf = Shelf(find=lambda _: changed)
    shelf.look_for_unfinished(READER)
    resumed = shelf.resume()
    assert resumed is not None and resumed.play.turns == ()
    assert taken in shelf.unfinished_notice(READER)


def test_tab_goes_round_and_the_ring_is_always_in_sight():
    visitor = Visitor(begun(), (1024, 768))
    visitor.press(ENTER)
    stage = visitor.window.stage
    met = []
    for _ in range(40):
        visitor.press(pygame.K_TAB)
        met.append(stage.focus)
        widget = next(widget for widget in stage.widgets if widget.id == stage.focus)
        view = next(widget.box for widget in stage.widgets if widget.role == "scroll")
        shown = widget.box.moved(0, -stage.scroll_px if widget.inside else 0)
        assert not widget.inside or view.holds(shown) or shown.height > view.height
    assert len(set(met)) > 6
    visitor.press(pygame.K_TAB, held=pygame.KMOD_SHIFT)
    assert stage.focus == met[-2]


def test_arrows_move_to_what_lies_there_and_scroll_where_nothing_does():
    visitor = Visitor(begun())
    visitor.press(ENTER, ENTER)
    stage = visitor.window.stage
    numbers = {widget.shortcut: widget.id for widget in stage.widgets if widget.shortcut.isdigit()}
    assert stage.focus == numbers["1"]
    visitor.press(pygame.K_RIGHT)
    assert stage.focus == numbers["2"]
    visitor.press(pygame.K_DOWN)
    assert stage.focus == numbers["4"]
    visitor.press(pygame.K_LEFT, pygame.K_UP)
    assert stage.focus == numbers["1"]


def test_a_click_that_slips_off_does_nothing():
    visitor = Visitor(begun())
    button = next(widget for widget in visitor.window.stage.widgets if widget.id == "forward")
    for kind, pos in (
        (pygame.MOUSEBUTTONDOWN, (button.box.x + 5, button.box.y + 5)),
        (pygame.MOUSEBUTTONUP, (5, 5)),
    ):
        pygame.event.post(pygame.event.Event(kind, button=1, pos=pos))
    visitor.window.step()

    assert visitor.address == "briefing"


def test_letters_work_on_a_keyboard_of_another_script():
    """On a Russian board the key of L gives д; the place of the key counts."""
    visitor = Visitor(begun())
    event = pygame.event.Event(pygame.KEYDOWN, key=ord("д"), mod=0, unicode="д", scancode=pygame.KSCAN_L)
    pygame.event.post(event)
    visitor.window.step()

    assert visitor.address == "log"


def test_a_play_that_cannot_be_kept_goes_on_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    visitor = Visitor(begun())
    visitor.press(ENTER, ENTER, pygame.K_1)
    in_the_way = tmp_path / "a file where the folder should be"
    in_the_way.write_text("", encoding="utf-8")
    monkeypatch.setenv("WATERSHED_HOME", str(in_the_way))
    visitor.press(ENTER, ENTER)

    assert visitor.address == "desk"
    assert "could not be kept" in visitor.text()


def test_every_button_of_every_screen_leads_somewhere():
    """Each is pressed once, on one screen of every kind."""
    met = {"desk"}
    paths: list[tuple[str, ...]] = [()]
    for path in paths:
        widgets = _walked(path).window.stage.widgets
        for id_ in [widget.id for widget in widgets if widget.action and widget.action.verb != "scroll"]:
            after = _walked((*path, id_))
            kind = after.address.partition(":")[0]
            if kind not in met:
                met.add(kind)
                paths.append((*path, id_))
    assert met >= {"paper", "advisers", "scales", "decision", "seal", "log", "glossary", "sources", "help"}
    assert met >= {"leave", "settings", "title", "choose"}


def _walked(path: tuple[str, ...]) -> Visitor:
    settings_path().unlink(missing_ok=True)
    visitor = Visitor(begun())
    visitor.click_on("forward")
    for id_ in path:
        visitor.click_on(id_)
    return visitor


def test_length_and_reading_are_settled_by_one_key_each_and_play_begins_with_them():
    """What the cut leaves out is told as a turn that fell to the record, and the rest is asked."""
    visitor = Visitor(None)
    visitor.press(pygame.K_n, pygame.K_l, pygame.K_i, pygame.K_t, pygame.K_b)

    controller = visitor.window.controller
    assert controller.session is not None
    play = controller.session.play
    assert (play.cut, play.interpretation) == ("noon", "wary")
    assert controller.session.reader.texts.level == "brief"
    assert (play.decision.id, play.turns[0].by) == ("last", "record")
    visitor.press(ENTER)
    assert "Not asked of you" in visitor.text()


def test_what_others_will_see_is_read_back_where_whoever_orders_it_knows_and_nowhere_else():
    """The open cable will be read in Sund; what Sund makes of a ferry that stays is not known here."""
    told = {}
    session = begun()
    for number in range(4):
        visitor = Visitor(session)
        visitor.press(ENTER, ENTER, pygame.K_1 + number)
        told[visitor.address.removeprefix("seal:")] = visitor.text()

    assert "Sund will see\nLindholm asks by open cable" in told["ask"]
    assert not [id_ for id_, text in told.items() if id_ != "ask" and "will see" in text]
    page = order_page(next(option for option in session.view().options if option.id == "ask"), READER.words)
    assert page[-1].label == "Sund will see"
