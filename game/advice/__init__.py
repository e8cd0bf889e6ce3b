"""Advice for good history teaching: one file for each rule, whose text is also its manual entry.

Advice is no fault: a scenario plays as well without heeding it. Each rule has a code, by which an author
can silence it, with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.advice import (
    account_length,
    adviser_always_right,
    adviser_never_right,
    choice_by_length,
    choice_by_position,
    choice_praised,
    consequence_ungraded,
    consequence_unsourced,
    document_unshown,
    option_unsupported,
    person_absent,
    phase_empty,
    reading_level,
    side_without_choice,
    silence_idle,
    source_uncited,
    text_length,
)
from game.advice.piece import Piece, as_problem
from game.scenario.model import Scenario
from game.scenario.problem import ADVICE, Problem, nearest
from game.scenario.wishes import Silence

RULES = (
    choice_by_position,
    choice_by_length,
    choice_praised,
    adviser_never_right,
    adviser_always_right,
    consequence_ungraded,
    consequence_unsourced,
    option_unsupported,
    text_length,
    account_length,
    reading_level,
    side_without_choice,
    phase_empty,
    document_unshown,
    source_uncited,
    person_absent,
)
CODES = (*(rule.CODE for rule in RULES), silence_idle.CODE)


def advise(scenario: Scenario, silences: Iterable[Silence]) -> tuple[Problem, ...]:
    """Give all advice that is not silenced, in the order of the file; then silences that do nothing."""
    found = [piece for rule in RULES for piece in rule.find(scenario)]
    idle = list(silences)
    loud = []
    for piece in found:
        silent = [silence for silence in silences if _covers(silence, piece)]
        idle = [silence for silence in idle if silence not in silent]
        if not silent:
            loud.append(as_problem(scenario, piece))
    loud += [
        Problem(silence.place, silence_idle.CODE, (("code", silence.code),), severity=ADVICE)
        for silence in idle
    ]
    return tuple(sorted(loud, key=lambda problem: (problem.place, problem.code)))


def _covers(silence: Silence, piece: Piece) -> bool:
    if silence.code != piece.code:
        return False
    return silence.at is None or f"{piece.path}.".startswith(f"{silence.at}.")


def check_silences(silences: Iterable[Silence]) -> tuple[Problem, ...]:
    """Give the silences of codes that there are not."""
    return tuple(
        Problem(
            silence.place,
            "unknown-advice",
            (("code", silence.code),),
            nearest(silence.code, CODES),
        )
        for silence in silences
        if silence.code not in CODES
    )
