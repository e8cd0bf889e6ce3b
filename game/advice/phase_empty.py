"""A phase holds no decision point.

It is counted in "phase 3 of 9", and play never comes to it.

Mend: Put a decision point or an incident into it, or take it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.advice.piece import Piece, piece
from game.scenario.model import Scenario

CODE = "phase-empty"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look for phases that no decision point belongs to."""
    held = {decision.phase for decision in scenario.decisions.values()}
    for phase in scenario.phases:
        if phase not in held:
            yield piece(CODE, f"phases.{phase}", phase=phase)
