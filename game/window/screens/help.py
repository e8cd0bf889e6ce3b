"""Help with the keys of the very screen it was opened from, and leaving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.window.bars import heading_bar
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, centred, columns, even, join, sheet
from game.window.fonts import BODY, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import Card, card
from game.window.screens.common import BACK, back_button
from game.window.widgets import Action, Widgets

# what works on every screen, with the commands whose keys do it
_EVERYWHERE: Mapping[str, tuple[str, ...]] = {
    "ring": ("next", "before"),
    "arrows": ("up", "down", "left", "right"),
    "press": ("press",),
    "scroll": ("page-down", "page-up", "home", "end"),
    "back": ("Esc",),
    "size": ("larger", "smaller", "usual-size"),
    "views": ("plain", "contrast", "motion", "projector", "full-screen"),
    "speech": ("speech", "repeat"),
    "mute": ("mute",),
    "settings": ("settings",),
    "quick": ("quick-save", "quick-load"),
    "reload": ("reload",),
    "help": ("help",),
}


@dataclass(frozen=True, slots=True)
class Help:
    """The keys of a screen, each with what it does there."""

    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Leave:
    """Before leaving: all is kept. `notice` says if it could not be."""

    in_play: bool
    notice: str = ""


def keys_of(widgets: Widgets) -> tuple[tuple[str, str], ...]:
    """Give the keys of a screen's own widgets and what each does, in the order of the screen."""
    return tuple(
        (widget.shortcut, widget.label.partition("\n")[0])
        for widget in widgets
        if widget.shortcut and widget.action
    )


def layout_help(screen: Help, frame: Frame) -> Widgets:
    """Lay out the keys of the screen below, then those that work everywhere."""
    words = frame.words
    everywhere = tuple(
        (_keys_of_commands(frame, commands), words(f"window.key.{name}.does"))
        for name, commands in _EVERYWHERE.items()
    )

    def body(flow: Flow) -> None:
        parts = (flow, flow) if frame.is_narrow else columns(flow, (1, 1), 40)
        if screen.keys:
            _keys(parts[0], "here", words("window.keys.here"), screen.keys)
            if parts[1] is flow:
                flow.gap(24)
        _keys(
            parts[1] if screen.keys else parts[0], "everywhere", words("window.keys.everywhere"), everywhere
        )
        if parts[0] is not flow:
            join(flow, parts)

    return page(
        frame, Plan(lambda flow: heading_bar(flow, "", words("window.help")), body, (back_button(words),))
    )


def _keys_of_commands(frame: Frame, commands: tuple[str, ...]) -> str:
    """Give the keys of commands, those that a player has changed among them."""
    bindings = frame.settings.bindings
    keys = tuple(frame.key_name(key) for command in commands for key in bindings.keys(command))
    return frame.words("window.list.comma").join(keys)


def _keys(flow: Flow, id_: str, heading: str, keys: tuple[tuple[str, str], ...]) -> None:
    def write(inner: Flow) -> None:
        inner.say(f"keys.{id_}", heading, STRONG, role="heading")
        for i, (key, does) in enumerate(keys):
            inner.gap(10)
            share = (4, 9) if id_ == "everywhere" else (3, 10)
            parts = columns(inner, share, 20)
            parts[0].say(f"keys.{id_}.{i}", key, STRONG, "carbon")
            parts[1].say(f"keys.{id_}.{i}.does", does, BODY)
            join(inner, parts)

    sheet(flow, Sheet(f"keys.{id_}.sheet", even(40, 28), label=heading), write)


def layout_leave(screen: Leave, frame: Frame) -> Widgets:
    """Lay out the ways out, and say that nothing is lost."""
    words = frame.words
    buttons = [Button("go-on", words("window.leave.go-on"), BACK, "Esc", "primary")]
    if screen.in_play:
        buttons.append(Button("to-title", words("window.leave.title"), Action("title"), "T"))
    buttons.append(Button("saves", words("window.saves"), Action("show", "saves:0"), "V"))
    if screen.in_play:
        buttons.append(Button("endings", words("window.endings"), Action("show", "endings:"), "E"))
    buttons.append(Button("settings", words("window.settings"), Action("show", "settings"), "S"))
    buttons.append(Button("quit", words("window.quit"), Action("quit"), "Q"))

    def write(inner: Flow) -> None:
        kept = screen.notice or words("window.leave.kept" if screen.in_play else "window.leave.nothing")
        inner.say("leave.text", kept)

    def body(flow: Flow) -> None:
        column = centred(flow, 32)
        column.gap(20)
        sheet(column, Sheet("leave.sheet", even(36, 24)), write)
        for button in buttons:
            column.gap(14)
            card(
                column,
                Card(
                    button.id,
                    ((button.label, STRONG, ""),),
                    button.action,
                    button.shortcut,
                    look="primary" if button.look == "primary" else "slip",
                    ground="manila" if button.look == "primary" else "card",
                ),
            )
        flow.put(column.widgets)

    return page(frame, Plan(lambda flow: heading_bar(flow, "", words("window.leave")), body))
