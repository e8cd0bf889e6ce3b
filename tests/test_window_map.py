"""The plotting wall in the window: names that keep clear, keys, pointer, hours, and a chart drawn once."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pygame
import pytest
from reading import READER
from test_wall import cuba
from window_room import Visitor, begun, frame

from game.play.desk import view
from game.play.follow import follow
from game.play.playthrough import begin
from game.play.view import View
from game.scenario.chart import Point
from game.window import paint_map
from game.window.frame import Settings
from game.window.maplook import MapLook, after
from game.window.screens.wall import Wall, layout_wall
from game.window.tour import draw
from game.window.widgets import Action, Box, Plot, Widget, Widgets

ROADS = {side: follow(begin(cuba(), [side], 1962), "record") for side in cuba().sides}
LOOKS = (MapLook(), MapLook(zoom=2), MapLook(zoom=-3), MapLook(chart="black-sea"), MapLook(east_km=900))


def hours(side: str) -> Iterator[View]:
    """Give what a side knows at the first, the middle and the last of its own turns."""
    turns = ROADS[side].own_turns(side)
    for turn in (turns[0], turns[len(turns) // 2], turns[-1]):
        yield view(ROADS[side].rollback_to(turn), side, READER)


def charts(widgets: Widgets) -> list[tuple[Widget, Plot]]:
    """Give the charts of a screen."""
    return [(widget, widget.figure) for widget in widgets if isinstance(widget.figure, Plot)]


def moved(box: Box, widget: Widget) -> Box:
    """Give a box of a chart where it lies in the window."""
    return box.moved(widget.box.x, widget.box.y)


@pytest.mark.parametrize("side", list(cuba().sides))
@pytest.mark.parametrize(
    ("size", "settings"),
    [
        ((1024, 768), Settings()),
        ((1280, 720), Settings(200)),
        ((1920, 1080), Settings(is_projector=True)),
        ((3840, 2160), Settings()),
    ],
    ids=["small", "200 %", "projector", "large"],
)
def test_no_name_lies_on_a_symbol_or_on_another_name_and_every_symbol_has_one(
    size: tuple[int, int], settings: Settings, side: str
):
    """Names keep clear of all symbols; what has no room for its name has its number of the list."""
    shown = frame(size, settings)
    for seen in hours(side):
        for look in LOOKS:
            for widget, plot in charts(layout_wall(Wall(seen, look, 0), shown)):
                lines = [line.box for line in widget.lines]
                pins = [moved(pin.box, widget) for pin in plot.pins]
                assert not any(one.meets(other) for one, other in combinations(lines, 2))
                assert not any(line.meets(pin) for line in lines for pin in pins)
                assert not any(one.meets(other) for one, other in combinations(pins, 2))
                assert all(widget.box.holds(box) for box in (*lines, *pins))
                named = len(widget.lines) - sum(line.text.endswith(" km") for line in widget.lines)
                named += sum(stroke.manner == "range" for stroke in plot.strokes)
                assert named >= len(plot.pins)


@pytest.mark.parametrize("side", list(cuba().sides))
def test_the_list_tells_every_mark_in_words(side: str):
    """Label, text and place of each: the map for whoever cannot see it."""
    for seen in hours(side):
        assert seen.map is not None
        told = "\n".join(widget.label for widget in layout_wall(Wall(seen, MapLook(), 0), frame()))
        for mark in seen.map.marks:
            assert mark.label in told
            assert mark.text in told
            assert mark.where in told


def test_a_range_around_the_centre_is_a_circle_of_its_own_radius_in_pixels():
    """Within half a pixel, at every zoom."""
    seen = next(hours("moscow"))
    assert seen.map is not None
    mark = next(mark for mark in seen.map.marks if mark.id == "jupiters-turkey")
    ring = replace(mark, kind="ring", points=(seen.map.charts[0].centre,), radius_km=926)
    ringed = replace(seen, map=replace(seen.map, marks=(ring,)))
    for zoom in (-3, 0, 2):
        widgets = layout_wall(Wall(ringed, MapLook(zoom=zoom), 0), frame((1920, 1080)))
        widget, plot = charts(widgets)[0]
        middle = widget.box.width / 2, widget.box.height / 2
        distances = [math.dist(middle, place) for place in plot.strokes[0].places]
        assert max(abs(length - 926 * plot.px_per_km) for length in distances) < 0.5


def chart_of(visitor: Visitor) -> Plot:
    """Give the map that a visitor sees."""
    return charts(visitor.window.stage.widgets)[0][1]


def test_the_map_opens_from_the_desk_and_is_looked_around_on_by_keys():
    """C opens it, + and the arrows look closer and elsewhere, H shows all, Esc goes back to the desk."""
    visitor = Visitor(begun())
    visitor.press(pygame.K_o)  # the briefing is read
    visitor.press(pygame.K_c)
    assert visitor.address == "map"
    assert visitor.window.stage.focus == "map"
    opened = chart_of(visitor)
    visitor.press(pygame.K_PLUS, pygame.K_RIGHT)
    closer = chart_of(visitor)
    assert closer.px_per_km == pytest.approx(opened.px_per_km * 1.5)
    assert closer.middle[0] > opened.middle[0]
    visitor.press(pygame.K_h)
    assert chart_of(visitor) == opened
    visitor.press(pygame.K_c)
    assert chart_of(visitor).centre == Point(55.4, 11)
    visitor.press(pygame.K_ESCAPE)
    assert visitor.address == "desk"


def test_a_layer_is_hidden_by_its_key_or_a_click_and_shown_again():
    """Its marks leave the map and the list."""
    visitor = Visitor(begun())
    visitor.press(pygame.K_o, pygame.K_c)
    assert "mark.quay" in visitor.ids()
    visitor.press(pygame.K_5)
    assert "mark.quay" not in visitor.ids()
    assert not any("quay" in pin.marks for pin in chart_of(visitor).pins)
    visitor.click_on("layer.places")
    assert "mark.quay" in visitor.ids()


def test_a_mark_is_picked_by_key_from_the_list_or_on_the_map_itself():
    """It is ringed on the map and bold in the list, and the list is scrolled to it."""
    visitor = Visitor(begun())
    visitor.press(pygame.K_o, pygame.K_c, pygame.K_n)
    stage = visitor.window.stage
    picked = [widget for widget in stage.widgets if "selected" in widget.states]
    assert len(picked) == 1
    assert any(pin.is_picked for pin in chart_of(visitor).pins)
    visitor.click_on("mark.field")
    assert [pin.marks for pin in chart_of(visitor).pins if pin.is_picked] == [("field",)]
    widget, plot = charts(stage.widgets)[0]
    pin = next(pin for pin in plot.pins if pin.marks == ("boat",))
    box = moved(pin.box, widget)
    visitor.click(box.x + 3, box.y + 3)
    assert [pin.marks for pin in chart_of(visitor).pins if pin.is_picked] == [("boat",)]


def test_one_steps_back_to_the_hours_of_own_turns_and_forward_again():
    """The map is that of the hour: its heading says so, and the ferry is not yet held."""
    visitor = Visitor(begun())
    visitor.window.controller.act(Action("choose", "hold"))
    visitor.window.controller.stack = ["desk", "map"]
    visitor.window.stage.refresh_anew()
    now = visitor.text()
    assert "mark.ferry" in visitor.ids()
    visitor.press(pygame.K_e)
    assert "Tuesday 3 April 1951, 08:45" in visitor.text()
    assert "mark.ferry" not in visitor.ids()
    visitor.press(pygame.K_t)
    assert visitor.text() == now


def test_a_mark_out_of_sight_is_brought_into_sight_when_it_is_picked():
    """On the chart that holds it: Jupiters in Turkey on the inset's, a ship far out by moving there."""
    seen = list(hours("washington"))[1]
    assert seen.map is not None
    look = after(MapLook(zoom=3), "pick jupiters-turkey", seen.map)
    assert (look.chart, look.zoom) == ("black-sea", 0)
    look = after(MapLook(zoom=4), "pick bermuda", seen.map)
    assert look.east_km > 1000
    assert after(look, "pick bermuda", seen.map).picked == ""


def test_a_chart_is_drawn_once_and_again_only_when_it_changes():
    """Moving the focus or scrolling the list lays the same picture down."""
    seen = next(hours("washington"))
    shown = frame()
    paint_map._chart.cache_clear()
    draw(Wall(seen, MapLook(), 0), shown)
    drawn = paint_map._chart.cache_info().misses
    draw(Wall(seen, MapLook(), 0), shown)
    assert paint_map._chart.cache_info().misses == drawn
    draw(Wall(seen, MapLook(zoom=1), 0), shown)
    assert paint_map._chart.cache_info().misses == drawn + 1


def test_a_layer_has_one_key_at_every_hour():
    """5 means places also where nothing is at sea yet."""
    seen = next(hours("havana"))
    assert seen.map is not None
    assert {mark.layer for mark in seen.map.marks} == {"missiles", "places"}
    widgets = layout_wall(Wall(seen, MapLook(), 0), frame())
    keys = {widget.id: widget.shortcut for widget in widgets if widget.id.startswith("layer.")}
    assert keys == {"layer.missiles": "1", "layer.places": "5"}
