"""The historical choice is too often the longest option, or the shortest.

Authors know most about what was done, and write it out; a class finds that out by the third decision.
Counted in the letters of the option's text, at every decision point of a side where one option is
longest; told as for the position.

Mend: Give the other options the words that their advocates would have used, or shorten this one.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from game.advice.choosing import recorded
from game.advice.luck import is_tell
from game.advice.piece import Piece, piece
from game.scenario.model import Scenario

CODE = "choice-by-length"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Compare the lengths of the options of each decision point."""
    pairs = [
        (sorted(len(option.text.standard) for option in decision.options.values()), len(choice.text.standard))
        for decision, choice in recorded(scenario)
    ]
    for where, index, next_index in (("longest", -1, -2), ("shortest", 0, 1)):
        clear = [pair for pair in pairs if pair[0][index] != pair[0][next_index]]
        hits = sum(lengths[index] == length for lengths, length in clear)
        if is_tell(hits, [Fraction(1, len(lengths)) for lengths, _ in clear]):
            yield piece(CODE, "decisions", hits=hits, count=len(clear), where=where)
