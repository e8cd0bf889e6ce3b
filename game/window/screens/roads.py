"""Two roads side by side: what they share, where they part, and where each of them leads or stands."""

from __future__ import annotations

from dataclasses import dataclass

from game.play.roads import Road, Roads
from game.play.view import LogEntry
from game.window.bars import heading_bar
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, columns, even, join, sheet, show
from game.window.fonts import BODY, HEADING, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import label, rule
from game.window.screens.common import back_button, leaf
from game.window.widgets import Action, Widgets


@dataclass(frozen=True, slots=True)
class TwoRoads:
    """The road that is played beside the one of this number, of `count` that were left, the newest first."""

    roads: Roads
    number: int
    count: int


def layout_roads(screen: TwoRoads, frame: Frame) -> Widgets:
    """Lay out both roads as columns below what they share; where there is no room, one after the other."""
    words, found = frame.words, screen.roads

    def body(flow: Flow) -> None:
        if found.shared:
            _shared(flow, found.shared)
            flow.gap(20)
        label(flow, "roads.parting", words("window.roads.parting"))
        flow.gap(6)
        parts = (flow, flow) if frame.is_narrow else columns(flow, (1, 1), 40)
        _road(parts[0], "here", found.here)
        if parts[1] is flow:
            flow.gap(24)
        _road(parts[1], "left", found.left)
        if parts[1] is not flow:
            join(flow, parts)

    above = "  ·  ".join((found.scenario, found.desk))
    retake = Button("retake", words("window.roads.retake"), Action("retake", str(screen.number)), "T")
    return page(
        frame,
        Plan(
            lambda flow: heading_bar(flow, above, words("window.roads")),
            body,
            (back_button(words), Button("help", words("window.help"), show("help"), "F1")),
            (*leaf(words, "roads", screen.number, screen.count), retake),
        ),
    )


def _shared(flow: Flow, turns: tuple[LogEntry, ...]) -> None:
    name = flow.frame.words("window.roads.shared")

    def write(inner: Flow) -> None:
        inner.say("roads.shared", name, LABEL, "carbon", role="heading")
        for entry in turns:
            inner.gap(8)
            _turn(inner, "shared", entry)

    sheet(flow, Sheet("roads.shared.sheet", even(40, 22), label=name), write)


def _road(flow: Flow, name: str, road: Road) -> None:
    words = flow.frame.words

    def write(inner: Flow) -> None:
        inner.say(f"road.{name}", words(f"window.roads.{name}"), LABEL, "carbon")
        place = road.place or words("window.roads.elsewhere")
        inner.say(f"road.{name}.place", place, HEADING, role="heading")
        stands = words("window.roads.ended" if road.is_over else "window.roads.stands", clock=road.clock)
        inner.say(f"road.{name}.stands", stands, SMALL, "faint_ink")
        for entry in road.turns:
            inner.gap(14)
            rule(inner, f"road.{name}.{entry.turn}.rule", "line", 1)
            inner.gap(10)
            _turn(inner, name, entry)
        if not road.turns:
            inner.gap(14)
            inner.say(f"road.{name}.none", words("window.roads.none"))

    sheet(flow, Sheet(f"road.{name}.sheet", even(40, 26), label=words(f"window.roads.{name}")), write)


def _turn(flow: Flow, name: str, entry: LogEntry) -> None:
    """Tell a turn: when, what was to be decided, and what was chosen."""
    words, id_ = flow.frame.words, f"road.{name}.{entry.turn}"
    flow.say(
        f"{id_}.when", "  ·  ".join(part for part in (entry.clock, entry.phase) if part), SMALL, "faint_ink"
    )
    flow.say(f"{id_}.title", entry.title, STRONG)
    key = "window.log.record" if entry.fell_to_record else "window.log.choice"
    flow.say(f"{id_}.choice", words(key, choice=entry.choice), BODY)
