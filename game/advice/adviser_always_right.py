"""A person speaks often and always for what the record took.

Then it is enough to follow that name. Told of whoever favours or puts forward options at five or more
decision points with a historical choice, one of which is always that choice.

Mend: Let this person also speak for something that was not done, as most people in such rooms did.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.advice.choosing import stands
from game.advice.piece import Piece, piece
from game.scenario.model import Scenario

CODE = "adviser-always-right"
LEAST = 5


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look at every person."""
    for person in scenario.people:
        found = stands(scenario, person)
        if len(found) >= LEAST and all(is_taken for _, is_taken in found):
            yield piece(CODE, f"people.{person}", person=person, count=len(found))
