"""How likely it is that choices fall so by chance: the exact probability of so many hits or more."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

LEAST, UNLIKELY = 3, Fraction(1, 100)
"""A tell needs so many decision points; and it is one if it always holds, or is rarer than that by chance."""


def is_tell(hits: int, shares: Iterable[Fraction]) -> bool:
    """Claim that `hits` give something away; `shares` are the probabilities of a hit, one for each chance."""
    chances = [Fraction(1)]
    count = 0
    for share in shares:
        count += 1
        padded = [Fraction(0), *chances]
        chances = [
            stay * (1 - share) + come * share
            for stay, come in zip((*chances, Fraction(0)), padded, strict=True)
        ]
    if count < LEAST:
        return False
    return hits == count or sum(chances[hits:], Fraction(0)) < UNLIKELY
