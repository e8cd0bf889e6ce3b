"""Live reload: an author saves the YAML, and the running play goes on at the same turn by the new rules."""

from __future__ import annotations

from pathlib import Path

from game.errors import GameError
from game.library import check
from game.messages import Words
from game.scenario.model import Scenario
from game.scenario.problem import Problem
from game.session import Session, difference_words
from game.store import Watch

SHOWN_LIMIT = 3


def origin(scenario: Scenario) -> Path:
    """Give the file or folder that a scenario was read from."""
    files = {place.file for place in scenario.places.values()}
    first = Path(min(files))
    return first.parent if len(files) > 1 or first.name == "scenario.yaml" else first


class Live:
    """The files of the scenario that a session plays."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._path = origin(session.scenario)
        self._watch = Watch([self._path])

    def has_changed(self) -> bool:
        """Claim that the files have changed since this was last claimed: a cheap look, made now and then."""
        return self._watch.has_changed()

    def reload(self, words: Words) -> tuple[bool, str]:
        """Read the scenario again and go on under its rules; tell whether that was done, and what to say.

        Where it has problems, or a turn can no longer be made, the old rules stay.
        """
        self._watch.look()
        try:
            read = check(self._path)
            if read.scenario is None:
                return False, _problem_words(read.problems, words)
            restored = self._session.reload(read.scenario)
        except GameError as error:
            return False, words("reload.kept", reason=words(error.key, **error.values))
        told = difference_words(restored, words)
        if len(restored.playthrough.turns) < restored.turn_count:
            return False, words("reload.kept", reason=told)
        return True, told


def _problem_words(problems: tuple[Problem, ...], words: Words) -> str:
    told = "\n\n".join(problem.line(words) for problem in problems[:SHOWN_LIMIT])
    return words.count("reload.problems", len(problems), problems=told)
