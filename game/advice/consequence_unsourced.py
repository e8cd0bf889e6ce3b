"""A consequence has no source, and is no game device.

`check` wants sources for the grades A to D; this tells of those without a grade as well.

Mend: Name what it rests on in `sources:`, or grade it E.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.advice.piece import Piece, piece
from game.scenario.model import GRADES, Scenario

CODE = "consequence-unsourced"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look at every consequence but those of the last grade."""
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            for consequence in option.consequences:
                if not consequence.sources and consequence.grade != GRADES[-1]:
                    path = consequence.text.key.removesuffix(".text")
                    yield piece(CODE, path, option=option.id, decision=decision.id)
