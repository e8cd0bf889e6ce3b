"""The outline of every screen: a screen reader is told all that is drawn, in order, and nothing twice."""

from __future__ import annotations

from functools import cache

import pytest
from reading import READER
from window_room import SIZES, frame, lindholm

from game.window.focus import first, stops
from game.window.frame import Settings
from game.window.outline import HEARD, WINDOW, Item, outline
from game.window.painter import Shown
from game.window.screens import layout
from game.window.slip import lay_slip
from game.window.tour import screens
from game.window.widgets import Widgets

Outlined = tuple[str, Widgets, dict[str, Item]]

every_size = pytest.mark.parametrize(
    ("size", "settings"),
    [*((size, Settings()) for size in (*SIZES, (640, 400))), ((1024, 768), Settings(200))],
    ids=lambda value: f"{value[0]}x{value[1]}" if isinstance(value, tuple) else str(value.text_scale),
)


@cache
def outlined(size: tuple[int, int], settings: Settings) -> tuple[Outlined, ...]:
    """Give every screen of the tour with its items, in order."""
    shown = frame(size, settings)
    found = []
    for name, screen in screens(lindholm(), READER, shown):
        widgets = layout(screen, shown)
        items = outline(shown, Shown(widgets, first(widgets)))
        assert len({item.id for item in items}) == len(items), name
        found.append((name, widgets, {item.id: item for item in items}))
    return tuple(found)


def walked(items: dict[str, Item]) -> list[str]:
    """Give the ids in the order in which a reader walks them."""
    order, left = [], [WINDOW]
    while left:
        order.append(left.pop(0))
        left = [*items[order[-1]].children, *left]
    return order


def said(text: str) -> str:
    return " ".join(text.split())


@every_size
def test_a_reader_hears_everything_that_is_drawn(size: tuple[int, int], settings: Settings):
    """Every line of text stands in the name of an item, or is the key that the item names.

    But for the numbers beside the lines of a script: those are ornament, and change with its width.
    """
    for name, widgets, items in outlined(size, settings):
        lines = [
            (widget.id, line.text)
            for widget in widgets
            for line in widget.lines
            if not (name == "paper-broadcast" and line.text.isdecimal())
        ]
        unheard = [
            (name, id_, line)
            for id_, line in lines
            if id_ not in items or (said(line) not in said(items[id_].label) and line != items[id_].shortcut)
        ]
        assert (len(lines) > 0, unheard) == (True, [])


@every_size
def test_a_reader_comes_to_every_item_once_and_to_what_can_be_pressed_in_the_order_of_tab(
    size: tuple[int, int], settings: Settings
):
    for name, widgets, items in outlined(size, settings):
        order = walked(items)
        assert (name, sorted(order)) == (name, sorted(items))
        pressed = [widget.id for widget in stops(widgets)]
        assert (name, [id_ for id_ in order if id_ in pressed]) == (name, pressed)


def test_a_screen_begins_with_its_heading_and_ends_with_what_is_read_unasked():
    for name, _, items in outlined((1280, 720), Settings()):
        order = [items[id_] for id_ in walked(items)]
        headings = [item.label for item in order if item.kind == "heading"]
        assert (name, order[-1].id, headings[0] in order[-1].label) == (name, HEARD, True)


def test_what_a_key_has_just_done_is_said_first_and_at_once():
    shown = frame()
    widgets = next(widgets for name, widgets, _ in outlined((1280, 720), Settings()) if name == "desk")
    last = outline(shown, Shown((*widgets, *lay_slip(shown, "Saved as Monday."))))[-1]

    assert (last.live, last.label.partition("\n")[0]) == ("assertive", "Saved as Monday.")


def test_options_are_a_list_with_places():
    items = next(items for name, _, items in outlined((1280, 720), Settings()) if name == "decision")
    whole = next(item for item in items.values() if item.kind == "list" and "option." in item.id)
    options = [items[id_] for id_ in whole.children]

    assert [item.place for item in options] == [1, 2, 3, 4]
    assert [item.shortcut for item in options] == ["1", "2", "3", "4"]
    assert whole.count == 4


def test_meters_are_told_in_words_without_a_number():
    meters = [
        item
        for _, _, items in outlined((1280, 720), Settings())
        for item in items.values()
        if item.id.startswith("meter.")
    ]
    assert meters
    assert not [item.label for item in meters if any(letter.isdigit() for letter in item.label)]


def test_what_is_switched_picked_or_speaking_says_so():
    states = {
        (name, item.kind, item.is_on)
        for name, _, items in outlined((1280, 720), Settings())
        for item in items.values()
        if item.is_on is not None
    }
    assert states >= {
        ("choose", "pick", True),
        ("choose", "switch", True),
        ("choose", "switch", False),
        ("settings", "pick", True),
        ("settings", "pick", False),
        ("settings", "switch", False),
        ("advisers", "button", True),
    }
