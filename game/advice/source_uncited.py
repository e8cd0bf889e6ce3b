"""A source is cited nowhere.

It stands in the list, and nothing rests on it.

Mend: Cite it where it was used, or take it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from game.advice.piece import Piece, piece
from game.scenario.model import Scenario

CODE = "source-uncited"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look for sources that no `sources:` names."""
    cited = set(_cited(scenario))
    for source in scenario.sources:
        if source not in cited:
            yield piece(CODE, f"sources.{source}", source=source)


def _cited(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for item in value.values():
            yield from _cited(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _cited(item)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name == "sources" and isinstance(inner, tuple):
                yield from inner
            else:
                yield from _cited(inner)
