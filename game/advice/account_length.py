"""What stands side by side is too long to be weighed at a glance.

At most 40 words for what an account says in a source check, and for an assumption and for its
counter-view, at either level: a model card is one page.

Mend: Shorten it; the reasons have their place in the answer, and the rest in a fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.advice.english import words
from game.advice.piece import Piece, piece
from game.advice.texts import levels, path_at
from game.scenario.model import Scenario
from game.scenario.text import Text

CODE = "account-length"
LONGEST = 40


def find(scenario: Scenario) -> Iterator[Piece]:
    """Count the words of every telling, assumption and counter-view, at every level that was written."""
    for text in _side_by_side(scenario):
        for level, written in levels(text):
            count = len(words(written))
            if count > LONGEST:
                yield piece(CODE, path_at(text, level), count=count, most=LONGEST, level=level)


def _side_by_side(scenario: Scenario) -> Iterator[Text]:
    for check in scenario.source_checks.values():
        yield from (telling.says for telling in check.tellings)
    for assumption in scenario.assumptions.values():
        yield from (assumption.text, assumption.counter)
