"""Which key gives which command: the usual keys, and those that a player has put in their place.

A key is named by what stands on it: `A`, `7`, `F1`, `Esc`, `Page Up`. The commands of single screens
carry the name of their usual key, because a letter means one thing on each screen: so no two commands
can meet on one screen as long as no two have the same key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

MOVING: Mapping[str, tuple[str, ...]] = {
    "next": ("Tab",),
    "before": ("Shift+Tab",),
    "up": ("Up",),
    "down": ("Down",),
    "left": ("Left",),
    "right": ("Right",),
    "press": ("Enter", "Space"),
    "Esc": ("Esc",),
    "Backspace": ("Backspace",),
    "page-down": ("Page Down",),
    "page-up": ("Page Up",),
    "home": ("Home",),
    "end": ("End",),
}
EVERYWHERE: Mapping[str, tuple[str, ...]] = {
    "help": ("F1",),
    "settings": ("F10",),
    "speech": ("F2",),
    "repeat": ("F12",),
    "mute": ("U",),
    "quick-save": ("F3",),
    "quick-load": ("F4",),
    "plain": ("F6",),
    "contrast": ("F7",),
    "motion": ("F8",),
    "projector": ("F9",),
    "full-screen": ("F11",),
    "larger": ("+",),
    "smaller": ("-",),
    "usual-size": ("0",),
    "reload": ("F5",),
}
LETTERS = (
    *("A", "B", "C", "D", "E", "F", "G", "H", "I", "L", "M"),
    *("N", "O", "P", "Q", "R", "S", "T", "V", "W", "Y"),
)
DIGITS = ("1", "2", "3", "4", "5", "6", "7", "8", "9")
ON_SCREENS: Mapping[str, tuple[str, ...]] = {key: (key,) for key in (*LETTERS, *DIGITS)}

USUAL: Mapping[str, tuple[str, ...]] = {**MOVING, **EVERYWHERE, **ON_SCREENS}
"""Every command with its usual keys."""


@dataclass(frozen=True, slots=True)
class Bindings:
    """The keys of one player; `changed` has a command with its key wherever it is not the usual one."""

    changed: tuple[tuple[str, str], ...] = ()

    def keys(self, command: str) -> tuple[str, ...]:
        """Give the keys of a command."""
        return _keys(self.changed).get(command, (command,))

    def command(self, key: str) -> str:
        """Give the command of a key, or nothing."""
        return _commands(self.changed).get(key, "")

    def shown(self, usual: str) -> str:
        """Give the key that a screen shows and obeys where its layout names the usual one."""
        command = _USUAL_COMMANDS.get(usual, usual)
        return self.keys(command)[0]

    def bound(self, command: str, key: str) -> Bindings:
        """Give these bindings with another key for a command. The key must be free: see `holder`."""
        changed = {**dict(self.changed), command: key}
        if (key,) == USUAL[command]:
            del changed[command]
        return Bindings(tuple(sorted(changed.items())))

    def holder(self, command: str, key: str) -> str:
        """Give the other command that has this key, or nothing where it is free for `command`."""
        found = self.command(key)
        return "" if found == command else found


USUAL_KEYS = Bindings()


def read(values: object) -> Bindings:
    """Make bindings of what settings hold, without commands unknown today; of a tangle, the usual keys."""
    found = USUAL_KEYS
    if isinstance(values, dict):
        known = {command: key for command, key in values.items() if command in USUAL and isinstance(key, str)}
        found = Bindings(tuple(sorted((command, key) for command, key in known.items() if key)))
    held = [key for keys in _keys(found.changed).values() for key in keys]
    return found if len(held) == len(set(held)) else USUAL_KEYS


_USUAL_COMMANDS: Mapping[str, str] = {key: command for command, keys in USUAL.items() for key in keys}


@lru_cache(maxsize=8)
def _keys(changed: tuple[tuple[str, str], ...]) -> Mapping[str, tuple[str, ...]]:
    return {**USUAL, **{command: (key,) for command, key in changed}}


@lru_cache(maxsize=8)
def _commands(changed: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return {key: command for command, keys in _keys(changed).items() for key in keys}
