"""Buttons: a plate with its key and its words, never smaller than a finger."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.window.compose import Flow, ink_on
from game.window.fonts import LABEL, STRONG, Type
from game.window.frame import Frame
from game.window.widgets import Action, Box, Line, Role, Widget, Widgets

TARGET = 48  # pixels at 1080; 44 is the least allowed
GAP = 12

_GROUNDS = {"button": "room", "primary": "manila"}


@dataclass(frozen=True, slots=True)
class Button:
    """What a button says and does, before it has a place; `shortcut` is the usual key."""

    id: str
    label: str
    action: Action
    shortcut: str = ""
    look: str = "button"
    states: frozenset[str] = frozenset()
    role: Role = "button"


def place_button(frame: Frame, button: Button, box: Box, type_: Type = STRONG) -> Widget:
    """Give the widget of `button` at a box's corner and of its width, as high as its words need."""
    ground = _GROUNDS[button.look]
    ink = ink_on(ground)
    pad_x, pad_y = frame.px(18), frame.px(6)
    key, cap = frame.key(button.shortcut), key_cap_px(frame, button.shortcut)
    text_x = box.x + pad_x + cap
    height = frame.line_px(type_)
    rows = frame.wrap(button.label, type_, box.width - 2 * pad_x - cap)
    total = max(height * len(rows) + 2 * pad_y, frame.px(TARGET), box.height)
    top = box.y + (total - height * len(rows)) // 2
    face, px = frame.face(type_), frame.text_px(type_)
    lines = [
        Line(row, Box(text_x, top + height * i, frame.measure(row, type_), height), face, px, ink, ground)
        for i, row in enumerate(rows)
    ]
    if cap:
        lines.insert(0, _key_line(frame, key, Box(box.x + pad_x, box.y, cap, total), ink, ground))
    return Widget(
        id=button.id,
        role=button.role,
        label=button.label,
        box=Box(box.x, box.y, box.width, total),
        look=button.look,
        lines=tuple(lines),
        action=button.action,
        states=button.states,
        shortcut=key,
    )


def key_cap_px(frame: Frame, shortcut: str) -> int:
    """Give the room that a button keeps for the name of its key, which may not be the usual one."""
    return frame.measure(frame.key(shortcut), LABEL) + frame.px(26) if shortcut else 0


def _key_line(frame: Frame, key: str, room: Box, ink: str, ground: str) -> Line:
    height = frame.line_px(LABEL)
    y = room.y + (room.height - height) // 2
    box = Box(room.x + frame.px(6), y, frame.measure(key, LABEL), height)
    return Line(key, box, frame.face(LABEL), frame.text_px(LABEL), ink, ground)


def button_width(frame: Frame, button: Button, type_: Type = STRONG) -> int:
    """Give the width at which the words of `button` stay on one line."""
    cap = key_cap_px(frame, button.shortcut)
    return frame.measure(button.label, type_) + cap + 2 * frame.px(18) + 2


def row(frame: Frame, buttons: tuple[Button, ...], box: Box, type_: Type = STRONG) -> Widgets:
    """Place buttons side by side from the left; where the row is full, begin another below it."""
    placed: list[Widget] = []
    x, y, row_bottom = box.x, box.y, box.y
    for button in buttons:
        width = min(button_width(frame, button, type_), box.width)
        if x > box.x and x + width > box.right:
            x, y = box.x, row_bottom + frame.px(GAP)
        widget = place_button(frame, button, Box(x, y, width, 0), type_)
        placed.append(widget)
        x += width + frame.px(GAP)
        row_bottom = max(row_bottom, widget.box.bottom)
    return tuple(placed)


def to_right(widgets: Widgets, right: int) -> Widgets:
    """Move a row so that it ends at `right`."""
    if not widgets:
        return ()
    shift = right - max(widget.box.right for widget in widgets)
    return tuple(widget.moved(shift, 0) for widget in widgets)


def stack(flow: Flow, buttons: tuple[Button, ...], type_: Type = STRONG) -> None:
    """Place buttons one below another at the flow's full width."""
    for i, button in enumerate(buttons):
        if i:
            flow.gap(GAP)
        box = Box(flow.x, flow.y, flow.width, 0)
        flow.place(replace(place_button(flow.frame, button, box, type_), inside=flow.inside))
