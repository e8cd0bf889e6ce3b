"""What a player sets: kept, reached by one key from anywhere, and every key can be another one."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import READER
from window_room import LINDHOLM, Visitor, begun, frame, lindholm

from game.library import load
from game.store import read_settings, settings_path
from game.store.places import shipped_folder
from game.window.bindings import USUAL, USUAL_KEYS, Bindings
from game.window.screens import layout
from game.window.screens.settings import PAGES, command_words
from game.window.screens.sight import SIDE_MARKS
from game.window.settings import (
    AS_SHIPPED,
    RATES,
    SWITCHES,
    TEXT_SCALES,
    VOLUMES,
    Settings,
    as_values,
    from_values,
)
from game.window.theme import HIGH_CONTRAST, MARK_PAIRS, TEXT_PAIRS, WARM, contrast
from game.window.tour import screens
from game.window.vision import SIGHTS, seen

ENTER, ESC = pygame.K_RETURN, pygame.K_ESCAPE


def at_settings(page: str) -> Visitor:
    """Give someone who plays and has opened a page of the settings."""
    visitor = Visitor(begun())
    visitor.press(ENTER, pygame.K_F10, pygame.K_1 + PAGES.index(page))
    return visitor


# --- reached, changed, kept ---


def test_one_key_opens_the_settings_before_anything_else():
    visitor = Visitor(None)
    visitor.press(pygame.K_s)

    assert visitor.address == "settings"


def test_one_key_opens_the_settings_on_every_screen_and_back_leads_where_one_was():
    visitor = Visitor(begun())
    met = []
    for key in (ENTER, pygame.K_d, ESC, pygame.K_o, pygame.K_1, pygame.K_F1, ESC, ENTER):
        before = visitor.address
        visitor.press(pygame.K_F10)
        assert visitor.address == "settings"
        visitor.press(ESC)
        assert visitor.address == before
        met.append(before)
        visitor.press(key)
    assert len(set(met)) > 5


def test_every_page_of_the_settings_is_reached_by_a_digit_and_by_a_click():
    visitor = Visitor(None)
    visitor.press(pygame.K_F10)
    for number, name in enumerate(PAGES):
        visitor.press(pygame.K_1 + number)
        assert visitor.window.stage.focus == f"page.{name}"
        by_key = visitor.text()
        visitor.click_on(f"page.{PAGES[number - 1]}")
        visitor.click_on(f"page.{name}")
        assert visitor.text() == by_key


@pytest.mark.parametrize("switch", SWITCHES)
def test_a_switch_is_thrown_by_a_click_and_kept(switch: str):
    page = {"sound": "sound", "mute": "sound", "captions": "sound", "speech": "speech"}.get(switch, "look")
    visitor = at_settings(page)
    before = visitor.window.controller.settings.is_on(switch)
    visitor.click_on(f"switch.{switch}")

    assert visitor.window.controller.settings.is_on(switch) is not before
    later = Visitor(None)
    assert later.window.controller.settings.is_on(switch) is not before
    for one in (visitor, later):
        one.window.aloud.close()  # else a voice would be left behind for the next test


def test_what_a_key_has_switched_is_told_where_nothing_shows_it():
    visitor = Visitor(begun())
    visitor.press(ENTER, pygame.K_F8)
    assert "Reduced motion: on" in visitor.text()
    visitor.press(pygame.K_F8)
    assert "Reduced motion: off" in visitor.text()
    visitor.press(pygame.K_g)
    assert "Reduced motion" not in visitor.text()


def test_the_level_of_the_texts_changes_in_the_middle_of_a_play_and_is_kept():
    visitor = at_settings("speech")
    visitor.click_on("level.brief")

    session = visitor.window.controller.session
    assert session is not None and session.reader.texts.level == "brief"
    assert Visitor(None).window.controller.reader.texts.level == "brief"


keys = st.dictionaries(st.sampled_from(sorted(USUAL)), st.text(min_size=1, max_size=3), max_size=4)
some_settings = st.builds(
    Settings,
    text_scale=st.sampled_from(TEXT_SCALES),
    **{field: st.booleans() for field in SWITCHES.values()},
    volumes=st.tuples(*(st.sampled_from(VOLUMES),) * 3),
    speech_rate=st.sampled_from(RATES),
    level=st.sampled_from(["brief", "standard", None]),
)


@given(some_settings)
def test_settings_come_back_from_their_file_as_they_were(settings: Settings):
    assert from_values(as_values(settings)) == settings


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from([*as_values(AS_SHIPPED), "level"]), json_values))
def test_what_makes_no_sense_in_a_file_is_as_usual(values: dict[str, object]):
    """Somebody's hand, or a newer version, may have written it."""
    found = from_values(values)
    assert from_values(as_values(found)) == found


def test_a_broken_file_is_kept_aside_and_named():
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text('{"window": {"plain": tru', encoding="utf-8")
    visitor = Visitor(None)

    assert "settings.json.damaged-1" in visitor.text()
    assert visitor.window.controller.settings == AS_SHIPPED


# --- keys ---


def test_another_key_does_what_the_usual_one_did_everywhere():
    """It stands on the button, in help, and in the file; the usual key is free."""
    visitor = at_settings("keys")
    visitor.click_on("bind.L")
    visitor.press(pygame.K_k)
    assert "Key: K (usually L)" in visitor.text()
    visitor.press(ESC)
    log = next(widget for widget in visitor.window.stage.widgets if widget.id == "log")
    assert (log.shortcut, log.lines[0].text) == ("K", "K")

    visitor.press(pygame.K_l)
    assert visitor.address == "desk"
    visitor.press(pygame.K_k)
    assert visitor.address == "log"
    visitor.press(ESC, pygame.K_F1)
    assert "K\n" in visitor.text() and "\nL\n" not in visitor.text()
    assert Visitor(None).window.controller.settings.bindings == Bindings((("L", "K"),))


def test_a_taken_key_is_refused_with_the_name_of_what_has_it():
    visitor = at_settings("keys")
    visitor.click_on("bind.help")
    visitor.press(pygame.K_F6)

    assert "F6 is taken: Plain style." in visitor.text()
    assert visitor.address == "rebind:help"
    assert visitor.window.controller.settings.bindings == USUAL_KEYS
    assert not visitor.window.controller.settings.is_plain


def test_the_key_for_back_leaves_a_command_as_it_is():
    visitor = at_settings("keys")
    visitor.click_on("bind.help")
    visitor.press(ESC)

    assert (visitor.address, visitor.window.controller.settings.bindings) == ("settings:keys", USUAL_KEYS)


def test_all_keys_are_as_usual_again_by_one_press():
    visitor = at_settings("keys")
    for command, key in (("bind.help", pygame.K_k), ("bind.Esc", pygame.K_x), ("bind.press", pygame.K_z)):
        visitor.click_on(command)
        visitor.press(key)
    assert len(visitor.window.controller.settings.bindings.changed) == 3
    visitor.click_on("usual-keys")

    assert visitor.window.controller.settings.bindings == USUAL_KEYS


def test_a_whole_play_with_other_keys_and_no_key_held():
    """Someone with a switch board of seven keys, none of them a usual one."""
    visitor = at_settings("keys")
    board = {"next": pygame.K_k, "press": pygame.K_x, "Esc": pygame.K_z, "1": pygame.K_j, "O": pygame.K_COMMA}
    for command, key in board.items():
        visitor.click_on(f"bind.{command}")
        visitor.press(key)
    visitor.press(pygame.K_z)
    for _ in range(40):
        kind = visitor.address.partition(":")[0]
        if kind == "ending":
            break
        if kind == "decision":
            visitor.press(pygame.K_j)
        elif kind == "seal":
            visitor.press(pygame.K_x)
        else:
            visitor.press(pygame.K_COMMA)
    assert visitor.address == "ending"


@pytest.mark.parametrize("path", [LINDHOLM, "cuba-1962"])
def test_every_key_that_a_screen_names_can_be_changed(path: str):
    """A new button with a new letter: give the letter a row in `bindings` and words in `messages.bind`."""
    shown = frame()
    named = {
        widget.shortcut
        for _, screen in screens(load(path), READER, shown)
        for widget in layout(screen, shown)
        if widget.shortcut
    }
    assert named - {key for usual in USUAL.values() for key in usual} == set()


def test_no_two_commands_have_one_key_and_each_is_told_in_words():
    held = [key for usual in USUAL.values() for key in usual]
    assert len(held) == len(set(held))
    assert all(command_words(READER.words, command) for command in USUAL)


@given(keys)
def test_bindings_from_a_file_never_give_one_key_to_two_commands(changed: dict[str, str]):
    found = from_values({"keys": changed}).bindings
    held = [key for command in USUAL for key in found.keys(command)]
    assert len(held) == len(set(held))


def test_a_board_of_another_script_names_its_keys_by_their_place():
    visitor = at_settings("keys")
    visitor.click_on("bind.G")
    event = pygame.event.Event(pygame.KEYDOWN, key=ord("л"), mod=0, unicode="л", scancode=pygame.KSCAN_K)
    pygame.event.post(event)
    visitor.window.step()

    assert visitor.window.controller.settings.bindings == Bindings((("G", "K"),))


# --- a presenter's remote ---


def test_page_down_alone_leads_on_but_never_chooses_or_seals():
    visitor = Visitor(begun(), (1024, 768))
    seen_at = []
    for _ in range(60):
        visitor.press(pygame.K_PAGEDOWN)
        seen_at.append(visitor.address)
    assert "desk" in seen_at
    assert visitor.address == "decision"
    visitor.press(pygame.K_1)
    for _ in range(10):
        visitor.press(pygame.K_PAGEDOWN)
    session = visitor.window.controller.session
    assert visitor.address.startswith("seal:")
    assert session is not None and session.play.turns == ()


def test_page_down_reads_a_page_to_its_end_before_it_leads_on():
    visitor = Visitor(begun(), (1024, 768))
    for _ in range(4):
        visitor.press(pygame.K_PLUS)
    stage = visitor.window.stage
    tops = [stage.scroll_px]
    while visitor.address == "briefing":
        visitor.press(pygame.K_PAGEDOWN)
        tops.append(stage.scroll_px)
    assert len(tops) > 3
    assert tops[:-1] == sorted(tops[:-1])


def test_page_up_leads_back_at_the_top_of_a_page():
    visitor = Visitor(begun())
    visitor.press(ENTER, pygame.K_o)
    assert visitor.address == "decision"
    visitor.press(pygame.K_PAGEUP)
    assert visitor.address == "desk"
    visitor.press(pygame.K_PAGEUP)
    assert visitor.address == "desk"


def test_a_doubled_press_of_the_remote_turns_one_page():
    visitor = Visitor(begun())
    visitor.press(pygame.K_END)
    visitor.wait()
    for _ in range(2):
        pygame.event.post(
            pygame.event.Event(pygame.KEYDOWN, key=pygame.K_PAGEDOWN, mod=0, unicode="", scancode=0)
        )
    visitor.window.step()

    assert visitor.address == "desk"


# --- colours ---


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("palette", [WARM, HIGH_CONTRAST], ids=["warm", "high contrast"])
def test_every_pair_keeps_three_to_one_for_every_sight(palette, sight):
    for pair in (*TEXT_PAIRS, *MARK_PAIRS):
        ratio = contrast(seen(palette[pair.ink], sight), seen(palette[pair.ground], sight))
        assert (pair, ratio >= 3) == (pair, True)


@pytest.mark.parametrize("sight", SIGHTS)
def test_marks_that_look_alike_differ_in_shape(sight):
    """Blue and vermilion are 1.1 to 1 for everyone: no mark may be told by its colour."""
    assert len({shape for shape, _ in SIDE_MARKS}) == len(SIDE_MARKS)
    alike = [
        (one, other)
        for (_, one), (_, other) in combinations(SIDE_MARKS, 2)
        if contrast(seen(WARM[one], sight), seen(WARM[other], sight)) < 3
    ]
    assert alike


def test_desks_of_a_shipped_scenario_have_a_shape_each():
    for path in sorted(shipped_folder("scenarios").iterdir()):
        if path.suffix == ".yaml" or path.is_dir():
            shapes = [side.shape for side in load(str(path)).sides.values() if side.playable]
            assert (path.name, len(set(shapes))) == (path.name, len(shapes))


@pytest.mark.parametrize("sight", SIGHTS)
def test_grey_looks_grey_to_everyone(sight):
    """The rows of the published matrices add up to one."""
    for level in (0, 1, 60, 128, 255):
        assert seen((level,) * 3, sight) == (level,) * 3


def test_red_is_darker_without_long_wave_cones_and_blue_keeps_its_hue_without_middle_wave_ones():
    """Two facts of dichromacy that are known from elsewhere."""
    red, black = (255, 0, 0), (0, 0, 0)
    assert contrast(seen(red, "protan"), black) < contrast(red, black) * 0.7
    *rest, blue = seen((0, 0, 255), "deutan")
    assert blue > 240 and max(rest) < 100


# --- in plain sight ---


def test_captions_take_their_room_from_the_page_and_cover_nothing():
    shown = frame((1024, 768), Settings(200, has_sound=True))
    for name, screen in screens(lindholm(), READER, shown):
        widgets = layout(screen, shown)
        strip = next(widget for widget in widgets if widget.id == "strip")
        scroll = next(widget for widget in widgets if widget.role == "scroll")
        covered = [widget.id for widget in widgets if not widget.inside and widget.box.meets(strip.box)]
        assert (name, strip.box.bottom, scroll.box.bottom <= strip.box.y) == (name, 768, True)
        assert set(covered) <= {"strip", "table"}


def test_nothing_is_written_where_the_home_cannot_be_and_a_slip_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    visitor = Visitor(begun())
    blocked = tmp_path / "a file where the folder should be"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("WATERSHED_HOME", str(blocked))
    visitor.press(pygame.K_F7)

    assert visitor.window.controller.settings.is_high_contrast
    assert "settings.json" in visitor.text()
    monkeypatch.undo()
    assert read_settings().values == {}
