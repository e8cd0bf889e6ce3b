"""The historical choice stands in the same place too often.

Whoever reads the file, or meets the options in your order, learns that the first (or the last) is the
one that was taken. Told where it is so at every decision point of a side, if there are at least three,
or so often that by chance alone it would be in fewer than one scenario of a hundred.

Mend: Write the options in an order of their own: from the mildest to the hardest, say.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from game.advice.choosing import recorded
from game.advice.luck import is_tell
from game.advice.piece import Piece, piece
from game.scenario.model import Scenario

CODE = "choice-by-position"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look at the first and at the last place."""
    pairs = [(tuple(decision.options), choice.id) for decision, choice in recorded(scenario)]
    shares = [Fraction(1, len(options)) for options, _ in pairs]
    for where, index in (("first", 0), ("last", -1)):
        hits = sum(options[index] == choice for options, choice in pairs)
        if is_tell(hits, shares):
            yield piece(CODE, "decisions", hits=hits, count=len(pairs), where=where)
