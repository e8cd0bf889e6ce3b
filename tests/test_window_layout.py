"""Every screen at every size: nothing overlaps, nothing sticks out, everything can be pressed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pygame
import pytest
from reading import READER
from window_room import SIZES, frame, lindholm

from game.window import focus
from game.window.frame import Frame
from game.window.painter import LOOKS
from game.window.review import drawn_faults, faults
from game.window.screens import layout
from game.window.settings import TEXT_SCALES, Settings
from game.window.theme import TEXT_PAIRS, contrast
from game.window.tour import draw, screens
from game.window.widgets import Widget, Widgets

SETTINGS = (
    *(Settings(scale) for scale in (TEXT_SCALES[0], TEXT_SCALES[-1])),
    Settings(is_projector=True),
    Settings(is_plain=True),
    Settings(200, is_projector=True),
)

every_frame = pytest.mark.parametrize(
    ("size", "settings"),
    [(size, settings) for size in (*SIZES, (640, 400)) for settings in SETTINGS],
    ids=lambda value: f"{value[0]}x{value[1]}" if isinstance(value, tuple) else None,
)


@cache
def laid_out(size: tuple[int, int], settings: Settings) -> tuple[tuple[str, Widgets, Frame], ...]:
    """Give every screen of the tour, laid out."""
    shown = frame(size, settings)
    return tuple((name, layout(screen, shown), shown) for name, screen in screens(lindholm(), READER, shown))


@every_frame
def test_nothing_overlaps_sticks_out_or_is_too_small(size: tuple[int, int], settings: Settings):
    """Texts, targets and pages keep to the accessibility list: see `game.window.review`."""
    found = [
        (name, fault) for name, widgets, shown in laid_out(size, settings) for fault in faults(widgets, shown)
    ]
    assert found == []


@pytest.mark.parametrize(
    "settings",
    [Settings(), Settings(is_plain=True), Settings(is_high_contrast=True)],
    ids=["warm", "plain", "high contrast"],
)
def test_text_stands_out_from_what_is_really_drawn_behind_it(settings: Settings):
    """A palette that promises 7 to 1 is worth nothing under a texture that takes it away."""
    shown = frame((1280, 720), settings)
    for name, screen in screens(lindholm(), READER, shown):
        widgets = layout(screen, shown)
        assert (name, drawn_faults(draw(screen, shown), widgets, shown, 0)) == (name, ())
    blank = pygame.Surface((1280, 720))
    blank.fill((128, 128, 128))
    assert any("drawn faint" in fault for fault in drawn_faults(blank, widgets, shown, 0))


def test_a_review_tells_every_kind_of_fault():
    """A check that cannot fail protects nothing."""
    shown = frame()
    widgets = next(widgets for name, widgets, _ in laid_out((1280, 720), Settings()) if name == "decision")
    one, other = _two_cards(widgets)
    line = one.lines[-1]
    broken = {
        "overlap": replace(other, lines=(replace(line, box=one.lines[-1].box),)),
        "clipped": replace(one, lines=(replace(line, box=line.box.moved(0, 4000)),)),
        "outside": replace(one, box=one.box.moved(5000, 0)),
        "small": replace(one, box=replace(one.box, width=10), lines=()),
        "crowded": replace(other, box=one.box.moved(0, one.box.height + 2), lines=()),
        "tiny": replace(one, lines=(replace(line, px=5),)),
        "long": replace(one, lines=(replace(line, text="x" * 90),)),
        "unlisted": replace(one, lines=(replace(line, ink="amber", ground="paper"),)),
    }
    for kind, widget in broken.items():
        told = faults(tuple(widget if w.id == widget.id else w for w in widgets), shown)
        assert any(fault.startswith(kind) for fault in told), (kind, told)


def _two_cards(widgets: Widgets) -> tuple[Widget, Widget]:
    cards = [widget for widget in widgets if widget.id.startswith("option.")]
    return cards[0], cards[1]


@pytest.mark.parametrize(
    "settings", [Settings(), Settings(is_high_contrast=True)], ids=["warm", "high contrast"]
)
def test_every_text_is_set_in_a_listed_pair_of_enough_contrast(settings: Settings):
    """And no pair is listed that nothing is set in."""
    listed = {(pair.ink, pair.ground): pair.least for pair in TEXT_PAIRS}
    used = set()
    for _, widgets, shown in laid_out((1280, 720), settings):
        palette = shown.palette
        for line in (line for widget in widgets for line in widget.lines):
            least = 7.0 if settings.is_high_contrast else listed[line.ink, line.ground]
            assert contrast(palette[line.ink], palette[line.ground]) >= least, (line.ink, line.ground)
            used.add((line.ink, line.ground))
    assert used == set(listed)


def test_ids_are_unique_on_every_screen():
    """The focus ring finds its widget by id."""
    for name, widgets, _ in laid_out((1280, 720), Settings()):
        ids = [widget.id for widget in widgets]
        assert (name, sorted(ids)) == (name, sorted(set(ids)))


def test_nothing_is_set_smaller_than_twenty_pixels_at_1080_and_body_text_not_under_28():
    shown = frame((1920, 1080))
    sizes = {
        line.px for _, widgets, _ in laid_out((1920, 1080), Settings()) for w in widgets for line in w.lines
    }
    assert min(sizes) >= 20
    assert shown.em >= 28
    assert frame((1920, 1080), Settings(is_projector=True)).em >= 38


def test_options_stand_in_the_order_of_the_view_with_equal_cards():
    """Place, number and size of a card tell nothing about what history took."""
    widgets = next(widgets for name, widgets, _ in laid_out((1280, 720), Settings()) if name == "decision")
    options = [widget for widget in widgets if widget.id.startswith("option.")]

    assert [option.shortcut for option in options] == [str(i + 1) for i in range(len(options))]
    assert len({(option.look, option.states, option.figure) for option in options}) == 1


def test_a_way_back_and_a_way_on_stand_on_every_screen():
    """Esc always leads somewhere, and so does the focus."""
    for name, widgets, _ in laid_out((1280, 720), Settings()):
        assert (name, len(focus.stops(widgets)) > 0) == (name, True)


def test_every_look_is_one_that_the_painter_knows():
    """An unknown look would be drawn as nothing."""
    looks = {widget.look for _, widgets, _ in laid_out((1280, 720), Settings(200)) for widget in widgets}
    assert looks - set(LOOKS) == {"", "scroll"}


def test_war_is_told_on_a_plain_page():
    """No drawing, no clock, no meter, no stamp: one typed page and the buttons."""
    widgets = next(widgets for name, widgets, _ in laid_out((1280, 720), Settings()) if name == "ending-war")

    assert {widget.look for widget in widgets} <= {
        "bare",
        "scroll",
        "plain",
        "wall",
        "rail",
        "button",
        "primary",
        "",
    }
