"""Help with the keys of the very screen it was opened from, settings, leaving, and one plain notice."""

from __future__ import annotations

from dataclasses import dataclass

from game.messages import Words
from game.window.bars import heading_bar
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, centred, columns, even, join, sheet
from game.window.fonts import BODY, SMALL, STRONG
from game.window.frame import TEXT_SCALES, Frame, Settings
from game.window.page import Plan, page
from game.window.parts import Card, card, label
from game.window.screens.common import BACK, back_button
from game.window.widgets import Action, Mark, Widgets

_EVERYWHERE = ("tab", "arrows", "enter", "scroll", "esc", "size", "quick", "reload", "views", "help")


@dataclass(frozen=True, slots=True)
class Help:
    """The keys of a screen, each with what it does there."""

    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SettingsSheet:
    """How the window is set now."""

    settings: Settings


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
        (words(f"window.key.{name}"), words(f"window.key.{name}.does")) for name in _EVERYWHERE
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


def layout_settings(screen: SettingsSheet, frame: Frame) -> Widgets:
    """Lay out the settings as cards: each says what it is set to, and one press changes it."""
    words, now = frame.words, screen.settings
    switches = (
        ("plain", "F6", now.is_plain),
        ("contrast", "F7", now.is_high_contrast),
        ("projector", "F9", now.is_projector),
    )

    def body(flow: Flow) -> None:
        column = centred(flow, 40)
        label(column, "settings.size", words("window.settings.size"))
        for i, scale in enumerate(TEXT_SCALES):
            if i:
                column.gap(12)
            card(column, _size_card(words, scale, now.text_scale, i + 1))
        column.gap(24)
        label(column, "settings.views", words("window.settings.views"))
        for i, (name, key, is_on) in enumerate(switches):
            if i:
                column.gap(12)
            card(column, _switch_card(words, (name, key), "on" if is_on else "off"))
        flow.put(column.widgets)

    return page(
        frame, Plan(lambda flow: heading_bar(flow, "", words("window.settings")), body, (back_button(words),))
    )


def _size_card(words: Words, scale: int, now: int, number: int) -> Card:
    return Card(
        id=f"size.{scale}",
        sayings=((words("window.settings.scale", scale=scale), STRONG, ""),),
        action=Action("text-scale", str(scale)),
        shortcut=str(number),
        role="pick",
        states=frozenset({"on"} if scale == now else ()),
        figure=Mark("tick" if scale == now else "box", "ink"),
    )


def _switch_card(words: Words, switch: tuple[str, str], state: str) -> Card:
    name, key = switch
    return Card(
        id=f"switch.{name}",
        sayings=(
            (words(f"window.settings.{name}"), STRONG, ""),
            (words(f"window.settings.{name}.means"), SMALL, "faint_ink"),
        ),
        action=Action("switch", name),
        shortcut=key,
        role="toggle",
        states=frozenset({"on"} if state == "on" else ()),
        figure=Mark("tick" if state == "on" else "box", "ink"),
    )


def layout_leave(screen: Leave, frame: Frame) -> Widgets:
    """Lay out the ways out, and say that nothing is lost."""
    words = frame.words
    buttons = [Button("go-on", words("window.leave.go-on"), BACK, "Esc", "primary")]
    if screen.in_play:
        buttons.append(Button("to-title", words("window.leave.title"), Action("title"), "T"))
    buttons.append(Button("saves", words("window.saves"), Action("show", "saves:0"), "V"))
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
