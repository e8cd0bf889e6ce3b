"""Every text of a scenario, with its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from game.scenario.level import LEVELS, Level
from game.scenario.model import Scenario
from game.scenario.text import Text

LONGEST: Mapping[Level, int] = {"brief": 60, "standard": 120}
HARDEST: Mapping[Level, int] = {"brief": 8, "standard": 10}


def texts(scenario: Scenario) -> Iterator[Text]:
    """Give all texts, in the model's order, each once."""
    seen: set[str] = set()
    for text in _inside(scenario):
        if text.key not in seen:
            seen.add(text.key)
            yield text


def _inside(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _inside(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _inside(getattr(value, field.name))


def levels(text: Text) -> Iterator[tuple[Level, str]]:
    """Give the words of `text` at each level that its author wrote; a plain text is of the standard level."""
    for level in LEVELS:
        if level == "standard" or text.brief != text.standard:
            yield level, text.at(level)


def path_at(text: Text, level: Level) -> str:
    """Give the path of one level of `text`."""
    return text.key if text.brief == text.standard else f"{text.key}.{level}"
