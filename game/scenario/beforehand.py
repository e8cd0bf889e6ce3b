"""What is settled before the first turn: how much is asked, and which reading of the evidence holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario.text import Text

INTERPRETATION = "interpretation"
"""The word for it in a condition of a weight; also the id of its variable."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A shorter playthrough of about so many `minutes`: of each side in `asked`, which decision points
    are asked of its player. What is left out falls to the record; a side that is not named is asked all."""

    id: str
    name: Text
    minutes: int
    asked: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A reading of the evidence. It changes weights, and nothing else."""

    id: str
    name: Text
    text: Text
    sources: tuple[str, ...]
