"""A document lies on no desk.

It is in no `documents:` of a decision point and comes with no sighting, so no player ever reads it.

Mend: Lay it on a desk, or take it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.advice.piece import Piece, piece
from game.scenario.model import Scenario

CODE = "document-unshown"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look for documents that nothing shows."""
    shown: set[str | None] = set()
    for decision in scenario.decisions.values():
        shown.update(desk.document for desk in decision.documents)
        for option in decision.options.values():
            shown.update(sighting.document for sighting in option.sees)
    for document in scenario.documents:
        if document not in shown:
            yield piece(CODE, f"documents.{document}", document=document)
