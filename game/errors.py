"""The errors that a caller may cause, as message keys that a shell turns into one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class GameError(Exception):
    """A caller's fault: what is wrong is named by a message key and the values in its sentence.

    The words are not here but in `game.messages`, so that one error reads in every language.
    `exit_code` is what a command ends with: 1 where the input falls short, 2 for wrong usage.
    """

    exit_code = 1
    problems: tuple[Any, ...] = ()  # the faults of an author's file that led here, as a scenario tells them

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values: Mapping[str, object] = values

    def __str__(self) -> str:
        """The key and its values: for tracebacks and tests, never for a player."""
        return " ".join([self.key, *(f"{name}={value!r}" for name, value in self.values.items())])
