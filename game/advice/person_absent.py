"""A person never appears.

Neither an adviser nor an advocate of any option, and named in no text by the last word of the name, or of
another name that stands after it in brackets.

Mend: Let this person speak or be spoken of, or take the entry out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.advice.piece import Piece, piece
from game.advice.texts import texts
from game.scenario.model import Scenario

CODE = "person-absent"


def find(scenario: Scenario) -> Iterator[Piece]:
    """Look for people who do not speak, then for their names."""
    speaking: set[str] = set()
    for decision in scenario.decisions.values():
        speaking.update(voice.person for voice in decision.advisers)
        for option in decision.options.values():
            speaking.update(option.advocates)
    silent = [person for name, person in scenario.people.items() if name not in speaking]
    if not silent:
        return
    told = "\n".join(text.standard for text in texts(scenario) if not text.key.startswith("people."))
    for person in silent:
        names = "|".join(re.escape(name) for name in _last_words(person.name.standard))
        if not re.search(rf"\b({names})\b", told):
            yield piece(CODE, f"people.{person.id}", person=person.id)


def _last_words(name: str) -> list[str]:
    """Give the last word of a name, `Jr.` left out, and that of another name in brackets after it."""
    parts = [part.removesuffix("Jr.").removesuffix("Sr.").split() for part in re.split(r"[()]", name)]
    return [part[-1] for part in parts if part]
