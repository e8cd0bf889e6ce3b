"""An option is praised or blamed in its own words.

Looked for in the text and the order of every option, and in what follows it: words that judge, such as
"wisely" or "reckless". The record is no marking key; what a choice was worth is for the class to say.

Mend: Say what is done and what comes of it; leave the judgement to an adviser, in that person's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.advice.piece import Piece, piece
from game.scenario.model import Option, Scenario
from game.scenario.text import Text

CODE = "choice-praised"

JUDGING = re.compile(
    r"\b(wise(?:ly)?|unwise(?:ly)?|prudent(?:ly)?|sensibl[ey]|statesmanlike|courageous(?:ly)?|brave(?:ly)?"
    r"|brilliant(?:ly)?|correct choice|correctly|rightly|wrongly|right (?:choice|decision|answer)"
    r"|wrong (?:choice|decision|answer)|best (?:choice|decision|answer)|mistaken(?:ly)?|foolish(?:ly)?"
    r"|reckless(?:ly)?|irresponsibl[ey]|cowardly|stupid(?:ly)?|rash(?:ly)?|heroic(?:ally)?)\b",
    re.IGNORECASE,
)


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look at the words of every option of a side."""
    for decision in scenario.decisions.values():
        if decision.is_incident:
            continue
        for option in decision.options.values():
            for text in _words_of(option):
                found = JUDGING.search(text.standard) or JUDGING.search(text.brief)
                if found is not None:
                    yield piece(CODE, text.key, word=found[0], option=option.id)


def _words_of(option: Option) -> Iterator[Text]:
    yield option.text
    if option.order is not None:
        yield option.order
    for consequence in option.consequences:
        yield consequence.text
