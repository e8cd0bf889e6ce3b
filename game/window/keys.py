"""Keys and pointer as what they mean here: a command for the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import pygame

from game.window.bindings import Bindings

Verb = Literal[
    "next", "before", "up", "down", "left", "right", "press", "key", "help", "settings", "close", "resized",
    "page-up", "page-down", "home", "end", "wheel", "pointer-down", "pointer-up", "larger", "smaller",
    "usual-size", "plain", "contrast", "motion", "projector", "full-screen", "speech", "repeat", "mute",
    "reload", "quick-save", "quick-load", "click-on", "focus-on", "bring",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Command:
    """What an event asks for. `key` names the key that was pressed, if one was; a screen reader asks for the
    widget `to`; the rest is for the pointer.
    """

    verb: Verb
    key: str = ""
    x: int = 0
    y: int = 0
    steps: float = 0.0
    to: str = ""


_KEYS = {
    pygame.K_UP: "Up",
    pygame.K_DOWN: "Down",
    pygame.K_LEFT: "Left",
    pygame.K_RIGHT: "Right",
    pygame.K_RETURN: "Enter",
    pygame.K_KP_ENTER: "Enter",
    pygame.K_SPACE: "Space",
    pygame.K_ESCAPE: "Esc",
    pygame.K_BACKSPACE: "Backspace",
    pygame.K_PAGEUP: "Page Up",
    pygame.K_PAGEDOWN: "Page Down",
    pygame.K_HOME: "Home",
    pygame.K_END: "End",
    pygame.K_PLUS: "+",
    pygame.K_EQUALS: "+",  # where the plus stands on a key that needs Shift
    pygame.K_KP_PLUS: "+",
    pygame.K_MINUS: "-",
    pygame.K_KP_MINUS: "-",
    **{pygame.K_KP1 + i: str(i + 1) for i in range(9)},
    pygame.K_KP_0: "0",
}
_WITH_CTRL: dict[str, Verb] = {"+": "larger", "-": "smaller", "0": "usual-size"}
_WITH_ALT: dict[str, Verb] = {"Enter": "full-screen"}
_HELD_ONLY = (
    *(pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT),
    *(pygame.K_LMETA, pygame.K_RMETA, pygame.K_MODE, pygame.K_CAPSLOCK, pygame.K_NUMLOCK),
)


def command(event: pygame.event.Event, bindings: Bindings) -> Command | None:
    """Give what an event asks for under a player's bindings, or None."""
    if event.type == pygame.QUIT:
        return Command("close")
    if event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED):
        return Command("resized")
    if event.type == pygame.MOUSEWHEEL:
        x, y = pygame.mouse.get_pos() if pygame.display.get_init() else (0, 0)
        return Command("wheel", x=x, y=y, steps=getattr(event, "precise_y", event.y))
    if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) and event.button == 1:
        down = event.type == pygame.MOUSEBUTTONDOWN
        return Command("pointer-down" if down else "pointer-up", x=event.pos[0], y=event.pos[1])
    return _pressed(event, bindings) if event.type == pygame.KEYDOWN else None


def _pressed(event: pygame.event.Event, bindings: Bindings) -> Command | None:
    held, key = getattr(event, "mod", 0), _key(event)
    if not key:
        return None
    if held & (pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_ALT):
        with_held = _WITH_ALT if held & pygame.KMOD_ALT else _WITH_CTRL
        return Command(with_held[key]) if key in with_held else None
    asked = bindings.command(key)
    return Command(next((verb for verb in get_args(Verb) if verb == asked), "key"), key)


def _key(event: pygame.event.Event) -> str:
    """Name the key that was pressed: on a Thai or Russian board letters and digits go by their place."""
    if event.key in _HELD_ONLY:
        return ""
    if event.key == pygame.K_TAB:
        return "Shift+Tab" if getattr(event, "mod", 0) & pygame.KMOD_SHIFT else "Tab"
    if event.key in _KEYS:
        return _KEYS[event.key]
    if pygame.K_a <= event.key <= pygame.K_z or pygame.K_0 <= event.key <= pygame.K_9:
        return chr(event.key).upper()
    place = getattr(event, "scancode", 0)
    if pygame.KSCAN_A <= place <= pygame.KSCAN_Z:
        return chr(ord("A") + place - pygame.KSCAN_A)
    if pygame.KSCAN_1 <= place <= pygame.KSCAN_9:
        return str(place - pygame.KSCAN_1 + 1)
    name = pygame.key.name(event.key)
    return name.title() if len(name) > 1 else name
