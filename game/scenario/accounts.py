"""Accounts of the record side by side, and what the scenario itself assumes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario.text import Text

UNDECIDED = "undecided"
"""What an answer, or a player, says who leaves a source check open."""
NONE = "none"
"""What an answer says where the record contradicts every account."""


@dataclass(frozen=True, slots=True)
class Account:
    """A retelling of what happened.

    `made` is when it was made, or its first source was; None where that is not known. `gain` is what its
    teller stood to gain by telling it so.
    """

    id: str
    name: Text
    what: Text
    made: str | None
    gain: Text | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one account says in a source check; `agree` are other sources that say the same."""

    account: str
    says: Text
    agree: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record bears out: one account, or several each in part.

    `supports` is empty where the record settles nothing (`disputed`) or contradicts them all
    (`contradicted`).
    """

    supports: tuple[str, ...]
    status: str
    why: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """Two or three accounts of one thing that `happened`, to be weighed before the answer is read.

    `at` are the decision points and phases that it belongs to.
    """

    id: str
    question: Text
    at: tuple[str, ...]
    happened: str
    tellings: tuple[Telling, ...]
    accepted: Text
    settle: Text
    answer: Answer


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that the scenario takes for granted and that can be doubted: a line of the model card.

    A playthrough leans on it at these decision points and options, where it moves one of these
    `meters`, and where one of these sides (or chance) follows its `weights`. Where none is named,
    every playthrough leans on it.
    """

    id: str
    name: Text
    text: Text
    counter: Text
    sources: tuple[str, ...]
    decisions: tuple[str, ...]
    options: Mapping[str, tuple[str, ...]]
    meters: tuple[str, ...]
    weights: tuple[str, ...]

    @property
    def is_everywhere(self) -> bool:
        """Claim that every playthrough leans on this."""
        return not (self.decisions or self.options or self.meters or self.weights)
