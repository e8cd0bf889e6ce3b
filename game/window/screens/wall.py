"""The plotting wall: the map, what can be done with it, and beside it all that is marked on it in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.messages import Words
from game.play.view import ChartView, MapView, MarkView, View
from game.scenario.chart import LAYERS
from game.window.bars import play_bar
from game.window.buttons import GAP, TARGET, Button, row
from game.window.compose import PAGE, Flow, Sheet, even, sheet, show
from game.window.fonts import LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.maplook import MapLook
from game.window.page import Plan, page
from game.window.parts import Card, Saying, card, card_rows, source_words
from game.window.plot import Ask, plot
from game.window.screens.common import back_button
from game.window.widgets import Action, Box, Mark, Widget, Widgets

_INSET = 0.34, 0.36  # of the first chart's width and height
_LEAST_INSET = 330  # pixels at 1080: narrower, no name would fit in it
_ARROWS = ("left", "up", "down", "right")


@dataclass(frozen=True, slots=True)
class Wall:
    """The map of `view` as it is looked at; one can step back `turn_count` turns from the present hour."""

    view: View
    look: MapLook
    turn_count: int


def layout_wall(screen: Wall, frame: Frame) -> Widgets:
    """Lay out the map, fixed beside a list that scrolls; where room is short, above it."""
    words, wall = frame.words, screen.view.map
    assert wall is not None
    is_beside = not frame.is_narrow and not frame.is_low
    shown = _Shown(screen, wall, frame)

    def body(flow: Flow) -> None:
        if is_beside:
            right = flow.column(flow.x + _map_px(flow) + frame.px(36), _list_px(flow))
            shown.list(right)
            flow.put(right.widgets)
            return
        height = min(round(flow.width * 0.75), max(frame.height_px * 3 // 4, frame.px(360)))
        flow.put(shown.charts(Box(flow.x, flow.y, flow.width, height)))
        flow.gap(14)
        flow.put(shown.buttons(Box(flow.x, flow.y, flow.width, 0)))
        flow.gap(22)
        picked = next((mark for mark in wall.marks if mark.id == screen.look.picked), None)
        if picked is not None:
            shown.picked(flow, picked)
        shown.list(flow)

    laid = page(
        frame,
        Plan(
            lambda flow: play_bar(flow, screen.view, words("window.map")),
            body,
            (back_button(words), Button("help", words("window.help"), show("help"), "F1")),
            _hours(screen, words),
        ),
    )
    return _with_map_beside(laid, shown, frame) if is_beside else laid


def _hours(screen: Wall, words: Words) -> tuple[Button, ...]:
    """Give the buttons that step back through this side's own turns, and forward again."""
    earlier = Button("earlier", words("window.map.earlier"), Action("map", "back 1"), "E")
    later = Button("later", words("window.map.later"), Action("map", "back -1"), "T")
    back = screen.look.back
    return (*((earlier,) if back < screen.turn_count else ()), *((later,) if back else ()))


def _map_px(flow: Flow) -> int:
    return flow.width - _list_px(flow) - flow.frame.px(36)


def _list_px(flow: Flow) -> int:
    return min(flow.width * 2 // 5, 21 * flow.frame.em)


def _with_map_beside(laid: Widgets, shown: _Shown, frame: Frame) -> Widgets:
    """Put the map into the room that the list leaves: it does not scroll, and comes before the list."""
    view = next(widget.box for widget in laid if widget.id == PAGE)
    first = next(widget for widget in laid if widget.id == "marks.head")
    left, gap = frame.px(40), frame.px(22)
    width = first.box.x - frame.px(36) - left
    buttons = shown.buttons(Box(left, 0, width, 0))
    height = max(widget.box.bottom for widget in buttons)
    top, bottom = view.y + gap, view.bottom - gap
    chart = shown.charts(Box(left, top, width, bottom - top - height - frame.px(14)))
    placed = tuple(widget.moved(0, bottom - height) for widget in buttons)
    at = next(i for i, widget in enumerate(laid) if widget.id == PAGE) + 1
    return (*laid[:at], *chart, *placed, *laid[at:])


class _Shown:
    """The parts of the wall, each ready to be placed."""

    def __init__(self, screen: Wall, wall: MapView, frame: Frame) -> None:
        self._look = screen.look
        self._wall = wall
        self._frame = frame
        self._marks = screen.look.marks(wall)
        self._numbers = {mark.id: number for number, mark in enumerate(self._marks, start=1)}

    def charts(self, box: Box) -> Widgets:
        """Give the chart that is looked at, and on the first one the insets in its lower left corner."""
        chart, look = self._look.chart_of(self._wall), self._look
        insets = self._inset_boxes(box)
        corner = tuple(inset.moved(-box.x, -box.y).inset(-self._frame.px(6)) for _, inset in insets)
        ask = Ask(
            chart,
            box,
            (float(look.east_km), float(look.north_km)),
            look.reach_km(self._wall),
            self._marks,
            self._numbers,
            look.picked,
            corner,
        )
        main = self._chart("map", ask, Action("map", "whole 0"))
        small = [
            self._chart(f"inset.{inset.id}", replace(ask, chart=inset, box=at, middle=(0.0, 0.0),
                        reach_km=float(inset.reach_km), taken=()), None)
            for inset, at in insets
        ]  # fmt: skip
        return (main, *small)

    def _inset_boxes(self, box: Box) -> tuple[tuple[ChartView, Box], ...]:
        if self._look.chart_of(self._wall).id:
            return ()
        width, height = int(box.width * _INSET[0]), int(box.height * _INSET[1])
        if width < self._frame.px(_LEAST_INSET) or width < 11 * self._frame.em:
            return ()
        edge = self._frame.px(12)
        y = box.bottom - edge - height
        return tuple(
            (chart, Box(box.x + edge, y - i * (height + edge), width, height))
            for i, chart in enumerate(self._wall.charts[1:3])
        )

    def _chart(self, id_: str, ask: Ask, action: Action | None) -> Widget:
        figure, lines = plot(ask, self._frame)
        words = self._frame.words
        drawn = words("window.list.comma").join(line.text for line in lines)
        label = words("window.map.of", name=ask.chart.name, hour=self._wall.hour, drawn=drawn)
        return Widget(id_, "drawing", label, ask.box, "plot", lines, action, figure=figure)

    def buttons(self, box: Box) -> Widgets:
        """Give what moves the map: closer, further, four ways, whole, the other chart, one mark on."""
        words, frame = self._frame.words, self._frame
        size, gap = frame.px(TARGET), frame.px(GAP)
        arrows = tuple(
            Widget(
                f"pan.{way}",
                "button",
                words(f"window.map.pan.{way}"),
                Box(box.x + i * (size + gap), box.y, size, size),
                "scroll-button",
                action=Action("map", f"pan {way}"),
                figure=Mark(way, "ivory"),
            )
            for i, way in enumerate(_ARROWS)
        )
        rest = (
            Button("closer", words("window.map.closer"), Action("map", "zoom 1"), "+"),
            Button("further", words("window.map.further"), Action("map", "zoom -1"), "-"),
            Button("whole", words("window.map.whole"), Action("map", "whole 0"), "H"),
            *(
                (Button("chart", words("window.map.chart"), Action("map", "chart 1"), "C"),)
                if len(self._wall.charts) > 1
                else ()
            ),
            Button("mark-before", words("window.map.before"), Action("map", "next -1"), "P"),
            Button("mark-after", words("window.map.after"), Action("map", "next 1"), "N"),
        )
        taken = 4 * (size + gap)
        # closer and further stand beside the arrows, the rest below them or as far as there is room
        beside = row(frame, rest, Box(box.x + taken, box.y, box.width - taken, 0), LABEL)
        first = [button for button, widget in zip(rest, beside, strict=True) if widget.box.y == box.y]
        bottom = max(widget.box.bottom for widget in (*arrows, *beside[: len(first)]))
        below = row(frame, rest[len(first) :], Box(box.x, bottom + gap, box.width, 0), LABEL)
        placed = (*beside[: len(first)], *below)
        return (*arrows, *placed)

    def list(self, flow: Flow) -> None:
        """Lay the layers, and below them every mark in words."""
        words = flow.frame.words
        flow.say("marks.head", words("window.map.hour", hour=self._wall.hour), LABEL, "ivory", role="heading")
        flow.gap(10)
        layers = [layer for layer in LAYERS if any(mark.layer == layer for mark in self._wall.marks)]
        keys = {layer: str(number) for number, layer in enumerate(LAYERS, start=1)}  # the same at every hour
        cards = tuple(self._layer_card(layer, keys[layer]) for layer in layers)
        card_rows(flow, cards, 2 if flow.width >= 17 * flow.frame.em else 1, 12)
        flow.gap(18)
        if any(mark.position == "approximate" for mark in self._marks):
            flow.say("marks.hint", words("window.map.approximate"), SMALL, "faint_ivory")
            flow.gap(10)
        if not self._marks:
            flow.say("marks.none", words("window.map.empty"), ink="ivory")
        for mark in self._marks:
            card(flow, self._mark_card(mark))
            flow.gap(12)

    def _layer_card(self, layer: str, key: str) -> Card:
        is_on = layer not in self._look.hidden
        return Card(
            f"layer.{layer}",
            ((self._frame.words(f"window.map.layer.{layer}"), LABEL, ""),),
            Action("map", f"layer {layer}"),
            key,
            role="toggle",
            states=frozenset({"on"} if is_on else ()),
            figure=Mark("tick" if is_on else "box", "ink"),
        )

    def _mark_card(self, mark: MarkView) -> Card:
        words, is_picked = self._frame.words, mark.id == self._look.picked
        name = words("window.map.mark", number=self._numbers[mark.id], label=mark.label)
        about = [mark.side_name, words(f"window.map.kind.{mark.kind}"), mark.where]
        if mark.position != "known":
            about.append(words(f"window.map.position.{mark.position}"))
        sayings: list[Saying] = [
            (name, STRONG, ""),
            ("  ·  ".join(part for part in about if part), SMALL, "faint_ink"),
        ]
        sayings.append((mark.text, SMALL, ""))
        if is_picked:
            sayings += [(source_words(words, source), SMALL, "carbon") for source in mark.sources]
        return Card(
            f"mark.{mark.id}",
            tuple(sayings),
            Action("map", f"pick {mark.id}"),
            states=frozenset({"selected"} if is_picked else ()),
            figure=Mark(mark.shape, "ink") if mark.shape else None,
        )

    def picked(self, flow: Flow, mark: MarkView) -> None:
        """Say what is picked right below the map, where the list is further down."""
        name = self._frame.words("window.map.mark", number=self._numbers[mark.id], label=mark.label)

        def write(inner: Flow) -> None:
            inner.say("picked.name", name, STRONG, role="heading")
            inner.say("picked.text", mark.text, SMALL)

        sheet(flow, Sheet("picked", even(24, 14), label=name), write)
        flow.gap(18)
