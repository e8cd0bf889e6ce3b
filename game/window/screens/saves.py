"""Saves: those that are kept, each with its picture, and the question before one is deleted."""

from __future__ import annotations

from dataclasses import dataclass

from game.slots import Slot
from game.window.bars import heading_bar
from game.window.buttons import Button, row
from game.window.compose import Flow, Sheet, centred, even, join, sheet, show
from game.window.fonts import HEADING, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.screens.common import BACK, back_button, leaf
from game.window.widgets import Action, Box, Picture, Widget, Widgets

PER_PAGE = 6
_PICTURE = (288, 162)  # pixels at 1080


@dataclass(frozen=True, slots=True)
class Shown:
    """A save with its picture, if it has one."""

    slot: Slot
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class Saves:
    """A page of the saves, newest first; `in_play` where there is a play to save."""

    shown: tuple[Shown, ...]
    number: int
    count: int
    in_play: bool
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Delete:
    """A save to be deleted, before it is done."""

    slot: Slot


def layout_saves(screen: Saves, frame: Frame) -> Widgets:
    """Lay out the saves one below another: a picture, what it is of, and what can be done with it."""
    words = frame.words

    def body(flow: Flow) -> None:
        column = centred(flow, 50)
        if screen.notice:
            column.say("saves.notice", screen.notice)
        elif not screen.shown:
            column.say("saves.none", words("window.saves.none"))
        for i, shown in enumerate(screen.shown):
            column.gap(18 if i else 4)
            _lay_save(column, i, shown)
        flow.put(column.widgets)

    keep = Button("keep", words("window.saves.keep"), Action("save"), "S", "primary")
    return page(
        frame,
        Plan(
            lambda flow: heading_bar(flow, "", words("window.saves")),
            body,
            (back_button(words), Button("help", words("window.help"), show("help"), "F1")),
            (*leaf(words, "saves", screen.number, screen.count), *((keep,) if screen.in_play else ())),
        ),
    )


def _lay_save(flow: Flow, number: int, shown: Shown) -> None:
    def write(inner: Flow) -> None:
        if inner.frame.is_narrow:
            _tell(inner, f"save.{number}", shown.slot)
            _buttons(inner, number, shown.slot)
            return
        width, height = (inner.frame.px(length) for length in _PICTURE)
        left = inner.column(inner.x, width)
        _lay_picture(left, f"save.{number}.picture", shown.picture, height)
        right = inner.column(inner.x + width + inner.frame.px(28), inner.width - width - inner.frame.px(28))
        _tell(right, f"save.{number}", shown.slot)
        _buttons(right, number, shown.slot)
        join(inner, (left, right))

    sheet(flow, Sheet(f"save.{number}", even(28, 20), label=shown.slot.name), write)


def _lay_picture(flow: Flow, id_: str, png: bytes | None, height: int) -> None:
    label = "" if png else flow.frame.words("window.saves.no-picture")
    figure = Picture(png) if png else None
    flow.place(
        Widget(id_, "drawing", label, Box(flow.x, flow.y, flow.width, height), "picture", figure=figure)
    )


def _tell(flow: Flow, id_: str, slot: Slot) -> None:
    words = flow.frame.words
    comma = words("window.list.comma")
    flow.say(f"{id_}.name", slot.name, STRONG, role="heading")
    if slot.fault:
        flow.say(f"{id_}.fault", slot.fault)
    for name, told in (
        ("of", comma.join(part for part in (slot.scenario, slot.sides) if part)),
        ("where", "  ·  ".join(part for part in (slot.clock, slot.where) if part)),
    ):
        if told:
            flow.say(f"{id_}.{name}", told, SMALL)
    flow.say(f"{id_}.written", words("window.saves.written", time=slot.written), SMALL, "faint_ink")


def _buttons(flow: Flow, number: int, slot: Slot) -> None:
    words, file = flow.frame.words, slot.path.name
    found: list[Button] = []
    if not slot.fault:
        load = words("window.saves.load")
        found.append(Button(f"save.{number}.load", load, Action("load", file), str(number + 1)))
    elif slot.backup:
        load = words("window.saves.load-backup")
        found.append(Button(f"save.{number}.load", load, Action("load-backup", file), str(number + 1)))
    found.append(Button(f"save.{number}.delete", words("window.saves.delete"), show(f"delete:{file}")))
    flow.gap(10)
    for widget in row(flow.frame, tuple(found), Box(flow.x, flow.y, flow.width, 0)):
        flow.place(widget)


def layout_delete(screen: Delete, frame: Frame) -> Widgets:
    """Ask once before a save is deleted."""
    words, slot = frame.words, screen.slot

    def write(inner: Flow) -> None:
        inner.say("delete.written", words("window.saves.written", time=slot.written), LABEL, "faint_ink")
        inner.say("delete.name", slot.name, HEADING, role="heading")
        if slot.where:
            inner.say("delete.where", slot.where)
        inner.gap(12)
        inner.say("delete.text", words("window.delete.text"))

    def body(flow: Flow) -> None:
        column = centred(flow, 36)
        column.gap(30)
        sheet(column, Sheet("delete.sheet", even(48, 36)), write)
        flow.put(column.widgets)

    stay = Button("back", words("window.delete.keep"), BACK, "Esc")
    go = Button("delete", words("window.delete.go"), Action("delete", slot.path.name), "Y", "primary")
    return page(frame, Plan(lambda flow: heading_bar(flow, "", words("window.delete")), body, (stay,), (go,)))
