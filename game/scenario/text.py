"""Texts of a scenario, found by a stable key, and texts that depend on the state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario.condition import Condition
from game.scenario.level import USUAL_LEVEL, Level
from game.scenario.variable import Values


@dataclass(frozen=True, slots=True)
class Text:
    """What an author wrote, in the scenario's own language.

    `key` is its path in the file (`decisions.address.situation`); a translation is found by it.
    """

    key: str
    standard: str
    brief: str

    def at(self, level: Level) -> str:
        """Give the author's words at a reading level."""
        return self.brief if level == "brief" else self.standard


@dataclass(frozen=True, slots=True)
class Beat:
    """A text shown while its condition holds, or always."""

    text: Text
    when: Condition | None = None

    def is_shown(self, values: Values) -> bool:
        """Claim that this beat belongs to a state with these values."""
        return self.when is None or self.when.holds(values)


class Catalogue:
    """The texts of one scenario in one language at one reading level.

    `translations` maps a text's key, or `key@brief`, to its words; what is not translated is given
    in the author's language.
    """

    def __init__(self, level: Level = USUAL_LEVEL, translations: Mapping[str, str] | None = None) -> None:
        self.level: Level = level
        self._translations = translations or {}

    def at(self, level: Level) -> Catalogue:
        """Give the same texts at another reading level."""
        return Catalogue(level, self._translations)

    def __call__(self, text: Text) -> str:
        """Give the words of `text`."""
        if self._translations:
            at_level = self._translations.get(f"{text.key}@{self.level}")
            translated = at_level or self._translations.get(text.key)
            if translated:
                return translated
        return text.at(self.level)
