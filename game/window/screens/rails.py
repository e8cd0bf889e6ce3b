"""Two rails: this road and the record as one drawing down the page; a node opens its turn."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.comparison import Step
from game.debrief.rails import Tie as RailTie
from game.debrief.rails import chosen_words
from game.messages import Words
from game.window.bars import heading_bar
from game.window.buttons import Button
from game.window.compose import Flow, centred, show
from game.window.fonts import LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import Card, Saying, set_card
from game.window.screens.common import back_button, leaf
from game.window.screens.comparison import step_sheet
from game.window.screens.tabs import debrief_page
from game.window.widgets import Box, Line, Mark, Tie, Widget, Widgets

_BOTH = frozenset({"here", "record"})
_ROADS = {
    "joined": _BOTH,
    "parted": _BOTH,
    "here": frozenset({"here"}),
    "record": frozenset({"record"}),
}


@dataclass(frozen=True, slots=True)
class Rails:
    """Both roads by the story's clock; `sides` pairs the name of each side with its shape."""

    scenario: str
    ties: tuple[RailTie, ...]
    sides: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OneStep:
    """One turn of this road beside the record; `count` is how many turns there are."""

    scenario: str
    step: Step
    count: int


def layout_rails(screen: Rails, frame: Frame) -> Widgets:
    """Lay out the key, then the decision points of both roads one below another."""

    def body(flow: Flow) -> None:
        _key(flow, screen.sides)
        flow.gap(18)
        figures = _figures(screen.ties, _node_px(frame))
        for number, (tie, figure) in enumerate(zip(screen.ties, figures, strict=True)):
            _tie(flow, number, tie, figure)

    return debrief_page(frame, "rails", screen.scenario, body)


def _node_px(frame: Frame) -> int:
    return max(frame.px(44), frame.line_px(LABEL) * 3 // 2)


def _figures(ties: tuple[RailTie, ...], node_px: int) -> list[Tie]:
    """Give each stretch the rails that run through it: a rail begins and ends with its road."""
    spans = {road: [number for number, tie in enumerate(ties) if road in _ROADS[tie.way]] for road in _BOTH}
    figures = []
    for number, tie in enumerate(ties):
        comes = frozenset(road for road, span in spans.items() if span and span[0] < number <= span[-1])
        goes = frozenset(road for road, span in spans.items() if span and span[0] <= number < span[-1])
        above = ties[number - 1].way if number else ""
        figures.append(Tie(tie.way, tie.shape, node_px, comes, goes, above))
    return figures


def _key(flow: Flow, sides: tuple[tuple[str, str], ...]) -> None:
    """Say what the lines, shapes and letters stand for."""
    words = flow.frame.words
    flow.say("key.hint", words("sheet.rails.hint"), SMALL, "ivory")
    flow.gap(8)
    entries = [
        ("here", words("rails.this-road"), Mark("solid", "ivory"), "stroke"),
        ("record", words("rails.the-record"), Mark("dashed", "amber"), "stroke"),
        *((f"side.{i}", name, Mark(shape, "ivory"), "sign") for i, (name, shape) in enumerate(sides)),
    ]
    frame, x, y = flow.frame, flow.x, flow.y
    height, gap = frame.line_px(SMALL), frame.px(14)
    for id_, text, mark, look in entries:
        mark_px = frame.px(64) if look == "stroke" else frame.px(24)
        width = min(mark_px + gap + frame.measure(text, SMALL), flow.width)
        if x > flow.x and x + width > flow.x + flow.width:
            x, y = flow.x, y + height + frame.px(6)
        size = height if look == "stroke" else mark_px
        top = y + (height - size) // 2
        flow.place(Widget(f"key.{id_}.mark", "drawing", "", Box(x, top, mark_px, size), look, figure=mark))
        inner = Flow(frame, Box(x + mark_px + gap, y, width - mark_px - gap, 0), flow.ground)
        inner.say(f"key.{id_}", text, SMALL, "ivory")
        flow.put(inner.widgets)
        x += width + frame.px(36)


def _rail_words(words: Words, tie: RailTie) -> str:
    """Say in words what the rails and the letter on them show."""
    way = words(f"rails.{tie.way}")
    if not tie.grade:
        return way
    name = words(f"evidence.grade.{tie.grade}")
    return words("window.list.comma").join((way, words("evidence.grade", letter=tie.grade, name=name)))


def _tie(flow: Flow, number: int, tie: RailTie, figure: Tie) -> None:
    """Lay one stretch: the rails at the left, and what was decided at the right."""
    frame, top = flow.frame, flow.y
    rail = figure.node_px * 2 + frame.px(28)
    column = flow.column(flow.x + rail + frame.px(20), flow.width - rail - frame.px(20))
    column.gap(6)
    if tie.turn is None:
        _on_the_table(column, number, tie)
    else:
        sayings = _sayings(flow, tie)
        action = show(f"step:{tie.turn}")
        column.place(set_card(column, Card(f"tie.{number}", sayings, action), 0))
    bottom = max(column.y, top + figure.node_px + frame.px(18)) + frame.px(12)
    box = Box(flow.x, top, rail, bottom - top)
    lines = (_letter(flow, tie.grade, figure, box),) if tie.grade else ()
    flow.place(
        Widget(
            f"tie.{number}.rail", "drawing", _rail_words(frame.words, tie), box, "tie", lines, figure=figure
        )
    )
    flow.put(column.widgets)
    flow.y = bottom


def _letter(flow: Flow, grade: str, figure: Tie, box: Box) -> Line:
    """Set the grade into the node of this road: low in a triangle, whose room is there."""
    frame = flow.frame
    height, width = frame.line_px(LABEL), frame.measure(grade, LABEL)
    middle = box.x + (box.width // 2 if figure.way == "joined" else figure.node_px // 2)
    y = box.y + frame.px(18) + (figure.node_px - height) // 2
    if figure.shape == "triangle":
        y += figure.node_px // 8
    place = Box(middle - width // 2, y, width, height)
    return Line(grade, place, frame.face(LABEL), frame.text_px(LABEL), "ink", "card")


def _sayings(flow: Flow, tie: RailTie) -> tuple[Saying, ...]:
    words = flow.frame.words
    head = words("window.step.head", number=(tie.turn or 0) + 1, clock=tie.clock, side=tie.side)
    said: list[Saying] = [(head, LABEL, "faint_ink"), (tie.title, STRONG, "")]
    key = "rails.both" if tie.way == "joined" else "rails.this-road"
    said.append((words("sheet.rails.chosen", road=words(key), text=chosen_words(tie, words)), SMALL, ""))
    if tie.way == "parted":
        there = words("sheet.rails.chosen", road=words("rails.the-record"), text=tie.historical)
        said.append((there, SMALL, "carbon"))
    return tuple(said)


def _on_the_table(flow: Flow, number: int, tie: RailTie) -> None:
    """Say what the record alone came to: no card, since there is no turn to open."""
    words = flow.frame.words
    head = words("sheet.rails.record-head", clock=tie.clock, side=tie.side, title=tie.title)
    flow.say(f"tie.{number}.head", head, LABEL, "faint_ivory")
    there = words("sheet.rails.chosen", road=words("rails.the-record"), text=tie.historical)
    flow.say(f"tie.{number}.record", there, SMALL, "ivory")


def layout_step(screen: OneStep, frame: Frame) -> Widgets:
    """Lay out one turn as the comparison does, with the turns before and after a key away."""
    words = frame.words

    def body(flow: Flow) -> None:
        column = centred(flow, 56)
        column.gap(10)
        step_sheet(column, screen.step)
        flow.put(column.widgets)

    heading = words("window.step", number=screen.step.turn + 1, count=screen.count)
    return page(
        frame,
        Plan(
            lambda flow: heading_bar(flow, screen.scenario, heading),
            body,
            (back_button(words), *leaf(words, "step", screen.step.turn, screen.count)),
            (Button("log", words("window.another-road"), show("log"), "L", "primary"),),
        ),
    )
