"""A person speaks often and never for what the record took.

Such a voice becomes the one to vote against. A forecast belongs to the option that its adviser favours,
and can be held against the record only where that option was taken; so a person none of whose options
was ever the historical choice (nor any that the record admits) has never been borne out either. Told of
whoever favours or puts forward options at three or more decision points with a historical choice.

Mend: Let this person speak where the record followed, or on what was a near thing; silence it if the
person was indeed overruled every time.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.advice.choosing import stands
from game.advice.luck import LEAST
from game.advice.piece import Piece, piece
from game.scenario.model import Scenario

CODE = "adviser-never-right"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look at every person."""
    for person in scenario.people:
        found = stands(scenario, person)
        if len(found) >= LEAST and not any(is_taken for _, is_taken in found):
            yield piece(CODE, f"people.{person}", person=person, count=len(found))
