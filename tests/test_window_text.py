"""Lines of text: nothing is lost, nothing is too wide, and no script is cut where it may not be."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from window_room import fonts, frame

from game.window.fonts import BODY, TYPED
from game.window.ink import Rendered
from game.window.text import runs, wrap
from game.wrap import clusters

THAI = "ประธานาธิบดีเคนเนดีประกาศกักกันเกาะคิวบาในคืนวันจันทร์น้ำที่ปู่กำญูฐุป้ำฝี่"
LETTERS = st.text(alphabet="abc äñ—-éЖд กานน้ำที่เแโใไปู่ำ\u200b\u0301.,", max_size=120)


def bare(text: str) -> str:
    """Give a text without what a line's end swallows."""
    return "".join(letter for letter in text if letter not in " \u200b\n")


@given(LETTERS, st.integers(min_value=60, max_value=500))
@settings(max_examples=150)
def test_wrapping_loses_no_letter_and_keeps_to_the_width(text: str, widest: int):
    """Only one cluster that is itself too wide may stick out: there is nowhere to cut it."""
    shown = frame()
    lines = shown.wrap(text, BODY, widest)

    assert bare("".join(lines)) == bare(text)
    for line in lines:
        assert shown.measure(line, BODY) <= widest or len(clusters(line)) == 1


@given(st.text(alphabet="กขคงนมรเแโใไาำะิีึืุู่้๊๋์ๆ", min_size=1, max_size=60), st.integers(20, 200))
@settings(max_examples=150)
def test_thai_without_spaces_is_never_cut_before_a_mark_or_after_a_leading_vowel(text: str, widest: int):
    lines = frame().wrap(text, BODY, widest)
    for before, after in pairwise(lines):
        assert before[-1] not in "เแโใไ"
        assert after[0] not in "ะาำๆ"
        assert unicodedata.category(after[0]) != "Mn"


def test_thai_breaks_at_zero_width_spaces_where_there_are_any():
    """An author or a translator marks the words; the marks are not drawn."""
    lines = frame().wrap("กักกัน\u200bเกาะ\u200bคิวบา", BODY, frame().measure("กักกันเกาะ", BODY) + 2)
    assert lines == ("กักกันเกาะ", "คิวบา")


def test_thai_without_spaces_fills_its_lines():
    """A word of a hundred letters is no reason for an empty line."""
    widest = 300
    lines = frame().wrap(THAI, BODY, widest)
    assert len(lines) > 2
    assert all(frame().measure(line, BODY) > widest * 0.8 for line in lines[:-1])


def test_a_hyphen_is_a_place_to_break_but_not_in_the_name_of_an_aircraft():
    wide = frame().measure("photographs of a U-2", BODY)
    assert frame().wrap("photographs of a U-2 over", BODY, wide) == ("photographs of a U-2", "over")
    narrow = frame().measure("photographs of a U-", BODY) + 1
    assert frame().wrap("photographs of a U-2 over", BODY, narrow)[0] == "photographs of a"
    halved = frame().measure("the ill-starred", BODY) - 4
    assert frame().wrap("the ill-starred", BODY, halved) == ("the ill-", "starred")


def test_paragraphs_stay_apart():
    assert frame().wrap("one\n\ntwo", BODY, 400) == ("one", "", "two")


def test_runs_go_by_script_and_spaces_stay_with_the_run_before_them():
    """SDL_ttf never looks into a second font for a letter that the first lacks."""
    assert runs("Cuba, Куба, คิวบา → 5") == (
        ("Cuba, ", "latin"),
        ("Куба, ", "cyrillic"),
        ("คิวบา ", "thai"),
        ("→ ", "sign"),
        ("5", "latin"),
    )


def test_thai_is_shaped():
    """Without its script set, the tone of น้ำ is drawn through the vowel: the picture differs."""
    font = fonts().font("sans", "thai", 40)
    shaped = font.render("น้ำ", True, (0, 0, 0)).get_bounding_rect()
    assert shaped.height > font.render("นา", True, (0, 0, 0)).get_bounding_rect().height


def test_the_same_wrap_is_found_again_and_not_computed():
    before = wrap.cache_info().hits
    frame().wrap("said once", TYPED, 333)
    frame().wrap("said once", TYPED, 333)
    assert wrap.cache_info().hits > before


def test_pictures_of_lines_are_forgotten_before_they_fill_the_memory():
    """A long evening at 3840 by 2160 needs no more of it than the first hour."""
    rendered = Rendered(most_pixels=100_000)
    font = fonts().font("sans", "latin", 30)
    for number in range(200):
        rendered.line(font, f"line {number}", (0, 0, 0))
    assert rendered.pixel_count <= 100_000
    assert rendered.line(font, "line 199", (0, 0, 0)) is rendered.line(font, "line 199", (0, 0, 0))
