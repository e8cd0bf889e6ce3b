"""A side decides nothing.

A party without a choice is scenery: whoever reads of it learns that it had none, which is seldom so.

Mend: Give it a decision point of its own; a small one will do.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.advice.piece import Piece, piece
from game.scenario.model import Scenario

CODE = "side-without-choice"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look for sides that no decision point belongs to."""
    deciding = {decision.side for decision in scenario.decisions.values()}
    for side in scenario.sides:
        if side not in deciding:
            yield piece(CODE, f"sides.{side}", side=side)
