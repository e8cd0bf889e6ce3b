"""Every screen at every size: nothing overlaps, nothing sticks out, everything can be pressed."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest
from reading import READER
from window_room import SIZES, frame, lindholm

from game.window import focus
from game.window.frame import Frame
from game.window.painter import LOOKS
from game.window.screens import layout
from game.window.settings import TEXT_SCALES, Settings
from game.window.theme import TEXT_PAIRS, contrast
from game.window.tour import screens
from game.window.widgets import Box, Extent, Widgets

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


def page_of(widgets: Widgets) -> Box:
    scroll = focus.view_of(widgets)
    assert isinstance(scroll.figure, Extent)
    return Box(scroll.box.x, scroll.box.y, scroll.box.width, scroll.figure.content_px)


@every_frame
def test_no_two_texts_overlap(size: tuple[int, int], settings: Settings):
    for name, widgets, _ in laid_out(size, settings):
        lines = [(widget.inside, line) for widget in widgets for line in widget.lines]
        meeting = [
            (name, one.text, other.text)
            for (inside, one), (also_inside, other) in combinations(lines, 2)
            if inside == also_inside and one.box.meets(other.box)
        ]
        assert meeting == []


@every_frame
def test_text_stays_in_its_widget_and_widgets_stay_in_the_page(size: tuple[int, int], settings: Settings):
    for name, widgets, shown in laid_out(size, settings):
        window, scrolled = Box(0, 0, shown.width_px, shown.height_px), page_of(widgets)
        outside = [
            (name, widget.id, line.text)
            for widget in widgets
            for line in widget.lines
            if not widget.box.holds(line.box)
        ]
        outside += [
            (name, widget.id, "")
            for widget in widgets
            if not (scrolled if widget.inside else window).holds(widget.box)
        ]
        assert outside == []


@every_frame
def test_what_can_be_pressed_is_large_and_stands_apart(size: tuple[int, int], settings: Settings):
    """44 pixels at 1080 and 8 between, never under 24."""
    for name, widgets, shown in laid_out(size, settings):
        targets = [widget for widget in widgets if widget.action]
        small = [
            (name, widget.id)
            for widget in targets
            if min(widget.box.width, widget.box.height) < max(24, 44 * shown.unit)
        ]
        near = round(8 * shown.unit)
        crowded = [
            (name, one.id, other.id)
            for one, other in combinations(targets, 2)
            if bool(one.inside) == bool(other.inside)
            and Box(
                one.box.x - near + 1,
                one.box.y - near + 1,
                one.box.width + 2 * near - 2,
                one.box.height + 2 * near - 2,
            ).meets(other.box)
        ]
        assert small + crowded == []


@every_frame
def test_a_page_keeps_room_to_be_read_in(size: tuple[int, int], settings: Settings):
    """Six lines of text at the least, or all of the window; and no page scrolls sideways."""
    for name, widgets, shown in laid_out(size, settings):
        view = focus.view_of(widgets).box
        least = min(6 * shown.em * 1.5, shown.height_px)
        assert (name, view.height >= least, view.width) == (name, True, shown.width_px)


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


def test_lines_have_at_most_eighty_letters():
    for name, widgets, _ in laid_out((3840, 2160), Settings()):
        assert [(name, line.text) for widget in widgets for line in widget.lines if len(line.text) > 80] == []


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
