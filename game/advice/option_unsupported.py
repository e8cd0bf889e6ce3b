"""An option of a side has neither an advocate nor a source.

Nobody is said to have put it forward and nothing documents it, so it is there for the game's sake alone.

Mend: Name who spoke for it in `advocates:`, or where it is documented in `sources:`; an adviser who
favours it counts as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.advice.piece import Piece, piece
from game.scenario.model import Scenario

CODE = "option-unsupported"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look at every option of a side."""
    for decision in scenario.decisions.values():
        if decision.is_incident:
            continue
        favoured = {voice.favours for voice in decision.advisers}
        for option in decision.options.values():
            if not (option.advocates or option.sources or option.id in favoured):
                yield piece(CODE, option.key, option=option.id, decision=decision.id)
