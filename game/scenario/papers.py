"""Whether a document is anywhere before it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from game.scenario.model import Scenario
from game.scenario.moment import is_before
from game.scenario.problem import Problems
from game.scenario.resolve import NOWHERE


def check_papers(scenario: Scenario, problems: Problems) -> None:
    """Note every document that lies on a desk, or reaches one, before it was sent.

    Asked of the hour at which it was sent, since a sender has it from then on, and compared as far as
    both are exact.
    """
    for path, name, at in _showings(scenario):
        paper = scenario.documents.get(name)
        sent = paper and (paper.sent or paper.received)
        if sent and at != NOWHERE and is_before(at.isoformat(timespec="minutes"), sent):
            values = {"document": name, "sent": sent, "at": f"{at:%Y-%m-%d %H:%M%z}"}
            problems.add(scenario.places[path], "document-before-sent", **values)


def _showings(scenario: Scenario) -> Iterator[tuple[str, str, datetime]]:
    """Give the path, the document and the hour of every place where one is shown."""
    for decision in scenario.decisions.values():
        for number, desk in enumerate(decision.documents):
            yield f"decisions.{decision.id}.documents.{number}", desk.document, decision.at
        for option in decision.options.values():
            for sighting in option.sees:
                if sighting.document is not None:
                    path = f"{option.key}.sees.{sighting.side}.document"
                    yield path, sighting.document, sighting.at or decision.at
