"""Keys and pointer as what they mean here: a command for the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pygame

Verb = Literal[
    "next", "before", "up", "down", "left", "right", "press", "key", "help", "close", "resized",
    "page-up", "page-down", "home", "end", "wheel", "pointer-down", "pointer-up",
    "larger", "smaller", "usual-size", "plain", "contrast", "projector", "reload",
    "quick-save", "quick-load",
    "click-on", "focus-on", "bring",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Command:
    """What an event asks for. `key` names a key as the screens do; a screen reader asks for the widget `to`;
    the rest is for the pointer.
    """

    verb: Verb
    key: str = ""
    x: int = 0
    y: int = 0
    steps: float = 0.0
    to: str = ""


_PLAIN: dict[int, Verb] = {
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_RETURN: "press",
    pygame.K_KP_ENTER: "press",
    pygame.K_SPACE: "press",
    pygame.K_PAGEUP: "page-up",
    pygame.K_PAGEDOWN: "page-down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_F1: "help",
    pygame.K_F3: "quick-save",
    pygame.K_F4: "quick-load",
    pygame.K_F5: "reload",
    pygame.K_F6: "plain",
    pygame.K_F7: "contrast",
    pygame.K_F9: "projector",
}
_SIZES: dict[int, Verb] = {
    pygame.K_PLUS: "larger",
    pygame.K_EQUALS: "larger",
    pygame.K_KP_PLUS: "larger",
    pygame.K_MINUS: "smaller",
    pygame.K_KP_MINUS: "smaller",
    pygame.K_0: "usual-size",
    pygame.K_KP_0: "usual-size",
}
_NAMED = {pygame.K_ESCAPE: "Esc", pygame.K_BACKSPACE: "Backspace"}
_KEYPAD = {pygame.K_KP1 + i: str(i + 1) for i in range(9)}


def command(event: pygame.event.Event) -> Command | None:
    """Give what an event asks for, or None."""
    if event.type == pygame.QUIT:
        return Command("close")
    if event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED):
        return Command("resized")
    if event.type == pygame.MOUSEWHEEL:
        return Command("wheel", steps=getattr(event, "precise_y", event.y))
    if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) and event.button == 1:
        down = event.type == pygame.MOUSEBUTTONDOWN
        return Command("pointer-down" if down else "pointer-up", x=event.pos[0], y=event.pos[1])
    return _pressed(event) if event.type == pygame.KEYDOWN else None


def _pressed(event: pygame.event.Event) -> Command | None:
    held = getattr(event, "mod", 0)
    if held & (pygame.KMOD_CTRL | pygame.KMOD_META):
        verb = _SIZES.get(event.key)
        return Command(verb) if verb else None
    if held & pygame.KMOD_ALT:
        return None
    if event.key == pygame.K_TAB:
        return Command("before" if held & pygame.KMOD_SHIFT else "next")
    if event.key in _PLAIN:
        return Command(_PLAIN[event.key])
    name = _NAMED.get(event.key) or _KEYPAD.get(event.key) or _letter(event)
    return Command("key", name) if name else None


def _letter(event: pygame.event.Event) -> str:
    """Give a letter or digit; on a Thai or Russian keyboard the one at the same place of a Latin board."""
    if pygame.K_a <= event.key <= pygame.K_z or pygame.K_0 <= event.key <= pygame.K_9:
        return chr(event.key).upper()
    place = getattr(event, "scancode", 0)
    if pygame.KSCAN_A <= place <= pygame.KSCAN_Z:
        return chr(ord("A") + place - pygame.KSCAN_A)
    if pygame.KSCAN_1 <= place <= pygame.KSCAN_9:
        return str(place - pygame.KSCAN_1 + 1)
    return ""
