"""A text is too long to be read aloud in the minute that a lesson has for it.

At most 60 words at the level `brief`, 120 at the level `standard`; a text written once counts as
`standard`. Each beat counts by itself.

Mend: Shorten it, divide it into beats that depend on the state, or move the rest into a document.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.advice.english import words
from game.advice.piece import Piece, piece
from game.advice.texts import LONGEST, levels, path_at, texts
from game.scenario.model import Scenario

CODE = "text-length"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Count the words of every text, at every level that was written."""
    for text in texts(scenario):
        for level, written in levels(text):
            count = len(words(written))
            if count > LONGEST[level]:
                yield piece(CODE, path_at(text, level), count=count, most=LONGEST[level], level=level)
