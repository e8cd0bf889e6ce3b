"""A text takes more years of school than its readers have.

By the formula of Flesch and Kincaid, which goes by the length of sentences and of words: at most grade 8
at the level `brief`, 10 at the level `standard`. Told of texts of at least 30 words; in shorter ones a
single name decides. The formula is for English, and knows nothing of ideas: a short hard text passes.

Mend: Cut long sentences in two, and use the short word where there is one. Names of people and places
cannot be shortened: silence it where only they are long, and say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.advice.english import grade, words
from game.advice.piece import Piece, piece
from game.advice.texts import HARDEST, levels, path_at, texts
from game.scenario.model import Scenario

CODE = "reading-level"
LEAST_WORDS = 30


def find(scenario: Scenario) -> Iterator[Piece]:
    """Grade every text that is long enough, at every level that was written."""
    for text in texts(scenario):
        for level, written in levels(text):
            if len(words(written)) < LEAST_WORDS:
                continue
            met = grade(written)
            if met > HARDEST[level]:
                values = {"grade": f"{met:.1f}", "most": HARDEST[level], "level": level}
                yield piece(CODE, path_at(text, level), **values)
