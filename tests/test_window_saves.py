"""Saves at the window: kept with a picture, listed, loaded, deleted; and the two quick keys."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pygame
import pytest
from window_room import Visitor, begun, lindholm

from game import slots
from game.play.playthrough import Playthrough
from game.play.save import from_text, to_text
from game.store import (
    StoreError,
    backup_path,
    delete_save,
    find_save,
    picture_path,
    read_picture,
    read_save,
    save_path,
    saves,
    saves_folder,
    write_picture,
    write_save,
)

ENTER, ESC = pygame.K_RETURN, pygame.K_ESCAPE


def at_the_second_turn() -> Visitor:
    """Sit at the desk after one sealed order."""
    visitor = Visitor(begun())
    visitor.press(ENTER, ENTER, pygame.K_1, ENTER, ENTER)
    assert visitor.address == "desk"
    return visitor


def number_of(visitor: Visitor, name: str) -> str:
    """Give the beginning of the ids of a save in the list."""
    widgets = visitor.window.stage.widgets
    found = next(widget.id for widget in widgets if (widget.role, widget.label) == ("heading", name))
    return found.removesuffix(".name")


def play_of(visitor: Visitor) -> Playthrough:
    """Give what is played at the window."""
    session = visitor.window.controller.session
    assert session is not None
    return session.play


def test_a_save_is_named_by_date_and_decision_and_has_a_picture():
    """Two saves of one turn get two names: none takes the place of another."""
    visitor = at_the_second_turn()
    visitor.press(ESC, pygame.K_v, pygame.K_s, pygame.K_s)

    text = visitor.text()
    named = [save for save in saves() if not save.is_autosave]
    assert {save.name for save in named} == {
        "lindholm-1951-04-03-The-ferry-and-the-newspaper",
        "lindholm-1951-04-03-The-ferry-and-the-newspaper-2",
    }
    assert all(read_picture(save.path) for save in named)
    assert "3 April, 15:00  ·  The ferry and the newspaper" in text
    assert "The Ferry at Lindholm, Lindholm" in text


def test_a_quick_save_brings_back_its_turn_and_the_play_left_for_it_is_kept():
    visitor = at_the_second_turn()
    before = to_text(play_of(visitor))
    visitor.press(pygame.K_F3)
    assert "Saved: Quick save" in visitor.text()
    visitor.press(pygame.K_o, pygame.K_1, ENTER)
    ended = to_text(play_of(visitor))
    visitor.press(pygame.K_F4)

    assert to_text(play_of(visitor)) == before
    assert "'Before loading'" in visitor.text()
    assert read_save(slots.kept_path("lindholm", slots.LOADING)).strip() == ended.strip()


def test_the_slip_goes_with_the_next_press():
    visitor = at_the_second_turn()
    visitor.press(pygame.K_F3, pygame.K_l)

    assert "Saved: Quick save" not in visitor.text()


def test_a_quick_load_without_a_quick_save_says_so_and_moves_nothing():
    visitor = at_the_second_turn()
    before = to_text(play_of(visitor))
    visitor.press(pygame.K_F4)

    assert "There is no quick save yet." in visitor.text()
    assert to_text(play_of(visitor)) == before


def test_a_save_is_loaded_from_the_title():
    visitor = at_the_second_turn()
    kept = to_text(play_of(visitor))
    visitor.press(pygame.K_F3)
    again = Visitor(None)
    again.press(pygame.K_v)
    again.click_on(f"{number_of(again, 'Quick save')}.load")

    assert to_text(play_of(again)) == kept


def test_a_damaged_save_is_named_and_kept_and_the_one_before_it_is_loaded():
    visitor = at_the_second_turn()
    path = save_path("monday")
    write_save(path, to_text(play_of(visitor).rollback_to(0)))
    write_save(path, to_text(play_of(visitor)))
    damaged = path.read_bytes()[:-40]
    path.write_bytes(damaged)
    visitor.press(ESC, pygame.K_v)
    assert "monday" in visitor.text()
    assert "its end is missing" in visitor.text()
    visitor.press(pygame.K_1)

    assert play_of(visitor).turns == ()
    assert path.read_bytes() == damaged


def test_deleting_asks_once_and_takes_picture_and_backup_along():
    visitor = at_the_second_turn()
    path = save_path("monday")
    for _ in range(2):
        write_save(path, to_text(play_of(visitor)))
    visitor.press(pygame.K_F3)
    picture = read_picture(slots.kept_path("lindholm", slots.QUICK))
    assert picture is not None
    write_picture(path, picture)
    visitor.press(ESC, pygame.K_v)
    monday = number_of(visitor, "monday")
    visitor.click_on(f"{monday}.delete")
    visitor.press(ESC)
    assert path.exists()
    visitor.click_on(f"{monday}.delete")
    visitor.press(pygame.K_y)

    left = {one.name for one in saves_folder().iterdir()}
    assert not {path.name, backup_path(path).name, picture_path(path).name} & left
    assert "Deleted: monday" in visitor.text()


def test_unlimited_saves_are_leafed_through():
    play = begun().play
    for number in range(15):
        write_save(save_path(f"day {number}"), to_text(play))
    visitor = Visitor(None)
    visitor.press(pygame.K_v)
    met = visitor.text()
    for _ in range(2):
        visitor.press(pygame.K_n)
        met += visitor.text()

    assert all(f"day-{number}\n" in met for number in range(15))
    visitor.press(pygame.K_n)
    assert visitor.address == "saves:2"


def chunk(name: bytes, content: bytes) -> bytes:
    """Give a part of a PNG with its length and sum."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width: int, height: int) -> bytes:
    """Give the smallest PNG that claims a size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x40" * 3 * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", png(8, 8)[:-3], png(8, 8)[:40] + b"\0" + png(8, 8)[41:], png(641, 2), png(8, 8) + b"x"],
    ids=["empty", "another kind", "cut", "changed", "too wide", "with something behind it"],
)
def test_a_picture_that_is_none_is_left_out_and_nothing_else_fails(content: bytes):
    assert content != png(8, 8)
    visitor = at_the_second_turn()
    visitor.press(pygame.K_F3)
    picture_path(slots.kept_path("lindholm", slots.QUICK)).write_bytes(content)
    visitor.press(ESC, pygame.K_v)

    assert read_picture(slots.kept_path("lindholm", slots.QUICK)) is None
    assert "No picture" in visitor.text()
    with pytest.raises(ValueError, match="picture"):
        write_picture(save_path("any"), content)


def test_a_picture_with_sound_sums_and_nonsense_inside_is_an_empty_mount():
    """Its sums prove that it is what was written, not that it can be unpacked."""
    nonsense = png(8, 8).replace(zlib.compress(b"".join(b"\0" + b"\x40" * 24 for _ in range(8))), b"")
    nonsense = nonsense[:33] + chunk(b"IDAT", b"nonsense") + chunk(b"IEND", b"")
    visitor = at_the_second_turn()
    visitor.press(pygame.K_F3)
    write_picture(slots.kept_path("lindholm", slots.QUICK), nonsense)
    visitor.press(ESC, pygame.K_v)

    assert visitor.address == "saves:0"


def test_a_save_is_found_by_its_name_or_its_path(tmp_path: Path):
    text = to_text(begun().play)
    write_save(save_path("monday"), text)
    elsewhere = tmp_path / "tuesday.json"
    elsewhere.write_text(text, encoding="utf-8")

    assert find_save("monday") == save_path("monday")
    assert find_save(str(elsewhere)) == elsewhere
    with pytest.raises(StoreError) as caught:
        find_save("friday")
    assert caught.value.key == "store.save-unknown"


def test_what_is_not_there_cannot_be_deleted():
    with pytest.raises(StoreError) as caught:
        delete_save(save_path("never"))
    assert caught.value.key == "store.save-missing"


def test_two_players_share_no_picture_of_a_desk():
    visitor = Visitor(begun("lindholm", "sund"))
    visitor.press(ENTER, pygame.K_F3)
    path = slots.kept_path("lindholm", slots.QUICK)

    assert from_text(read_save(path), lindholm()).playthrough.players == {"lindholm", "sund"}
    assert read_picture(path) is None
