"""A consequence has no grade.

Without one a reader cannot tell what is documented from what the author made up. (A grade above the
horizon is a problem, not advice: `check` always tells it.)

Mend: Give it `grade:`, A to E; E, a game device, is an honest grade.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.advice.piece import Piece, piece
from game.scenario.model import Scenario

CODE = "consequence-ungraded"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look at every consequence."""
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            for consequence in option.consequences:
                if consequence.grade is None:
                    path = consequence.text.key.removesuffix(".text")
                    yield piece(CODE, path, option=option.id, decision=decision.id)
