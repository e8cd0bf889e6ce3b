"""Colours that can be told apart, on grounds that are never brighter than they say."""

from __future__ import annotations

import pygame
import pytest
from window_room import fonts

from game.messages.window import ENGLISH
from game.window import backdrop
from game.window.fonts import ALL_TYPES
from game.window.text import runs
from game.window.theme import HIGH_CONTRAST, MARK_PAIRS, TEXT_PAIRS, WARM, contrast
from game.wrap import shown as drawn


def test_contrast_is_that_of_wcag():
    """Black on white is 21 to 1; the values of the visual direction come out as they were computed there."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast(WARM.ivory, WARM.room) == pytest.approx(15.1, abs=0.1)
    assert contrast(WARM.ink, WARM.manila) == pytest.approx(9.8, abs=0.1)
    assert contrast(WARM.stamp, WARM.paper) == pytest.approx(6.3, abs=0.1)


@pytest.mark.parametrize("pair", [*TEXT_PAIRS, *MARK_PAIRS], ids=lambda pair: f"{pair.ink} on {pair.ground}")
def test_every_pair_reaches_its_ratio(pair):
    assert contrast(WARM[pair.ink], WARM[pair.ground]) >= pair.least
    assert contrast(HIGH_CONTRAST[pair.ink], HIGH_CONTRAST[pair.ground]) >= (
        7.0 if pair in TEXT_PAIRS else 3.0
    )


def test_the_focus_ring_stands_out_from_its_own_edges():
    """Amber lies between two dark lines, so whatever lies outside them does not matter."""
    for palette in (WARM, HIGH_CONTRAST):
        assert contrast(palette.amber, palette.room) >= 3


def test_the_table_is_nowhere_brighter_than_the_wood_that_text_is_computed_on():
    table = backdrop.table(WARM, 640, 360)
    brightest = max(sum(table.get_at((x, y))[:3]) for x in range(0, 640, 3) for y in range(0, 360, 3))
    assert brightest <= sum(WARM.wood)


@pytest.mark.parametrize("make", [backdrop.wall, backdrop.upland], ids=["bar", "title"])
def test_contour_lines_do_not_lower_the_contrast_of_text(make):
    """On the left half of a wall, where text is set, ivory keeps 7 to 1 on every pixel."""
    wall = make(WARM, 960, 240)
    grounds = {tuple(wall.get_at((x, y)))[:3] for x in range(0, 480) for y in range(0, 240)}
    assert min(contrast(WARM.ivory, ground) for ground in grounds) >= 7


def test_every_letter_of_the_window_is_in_its_font():
    """SDL_ttf draws a box for a letter that a font lacks, and says nothing."""
    pygame.font.init()
    letters = "".join(sorted(set("".join(ENGLISH.values())) - {"\n"})) + "éŁñжЖЁ№ก→"
    for face in {type_.face for type_ in ALL_TYPES}:
        for run, script in runs(drawn(letters)):
            font = fonts().font(face, script, 24)
            box = pygame.image.tobytes(font.render("\uf8ff", True, (255, 255, 255)), "RGBA")
            missing = [
                letter
                for letter in run
                if pygame.image.tobytes(font.render(letter, True, (255, 255, 255)), "RGBA") == box
            ]
            assert (face, script, missing) == (face, script, [])
