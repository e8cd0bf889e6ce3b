"""A fault in an author's file, with its place and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from game.messages import Words


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in an author's file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, or a piece of advice (its `severity`). `code` names the sentence `check.<code>` or
    `advice.<code>`; `values` fill its slots.

    The values of the slots `wants`, `found`, `wanted` and `where` are themselves keys of sentences.
    `also` are further places of the very same fault.
    """

    place: Place
    code: str
    values: tuple[tuple[str, str], ...] = ()
    nearest: str | None = None
    severity: str = "error"
    also: tuple[Place, ...] = ()

    def message(self, words: Words) -> str:
        """Say what is wrong, without its place."""
        if self.severity == ADVICE:
            worded = {name: words(f"advice.{name}.{value}") for name, value in self.values if name in _WORDED}
            return words(f"advice.{self.code}", **{**dict(self.values), **worded})
        worded = {name: words(f"check.{name}.{value}") for name, value in self.values if name in _WORDED}
        message = words(f"check.{self.code}", **{**dict(self.values), **worded})
        if not self.also:
            return message
        return words.count("check.also", len(self.also), message=message, next=self.also[0])

    def hint(self, words: Words) -> str | None:
        """Say what was probably meant, where that can be guessed; of advice, what can be done about it."""
        if self.severity == ADVICE:
            return words(f"advice.hint.{self.code}")
        return None if self.nearest is None else words("check.did-you-mean", name=self.nearest)

    def line(self, words: Words) -> str:
        """Give the whole problem as `file:line:column: severity [code] message; hint`."""
        hint = self.hint(words)
        tail = f"; {hint}" if hint else ""
        return f"{self.place}: {self.severity} [{self.code}] {self.message(words)}{tail}"


ADVICE = "advice"

PROBLEM_LIMIT = 100
"""An author mends these first; a hostile file of a hundred thousand faults is not told in full."""

FOLD_LIMIT = 3

_WORDED = frozenset({"wants", "found", "wanted", "where"})
_CANDIDATE_LIMIT, _NEAR_LIMIT = 200, 50


class TooManyProblems(Exception):
    """More faults than an author can use; the last one noted says so."""


class Problems:
    """The faults met so far: every reader adds to them and goes on.

    `add` and `extend` raise TooManyProblems at the limit.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[Place, str], Problem] = {}

    def add(self, place: Place, code: str, /, *, nearest: str | None = None, **values: object) -> None:
        """Note a fault; the same code at the same place is noted once."""
        slots = tuple((name, str(value)) for name, value in values.items())
        self.extend([Problem(place, code, slots, nearest)])

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note faults that were found elsewhere."""
        for problem in problems:
            self._found.setdefault((problem.place, problem.code), problem)
            if len(self._found) == PROBLEM_LIMIT:
                values = (("limit", str(PROBLEM_LIMIT)),)
                self._found[problem.place, "too-many-problems"] = Problem(
                    problem.place, "too-many-problems", values
                )
                raise TooManyProblems

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found.values())

    def has(self, *codes: str) -> bool:
        """Claim that a fault with one of `codes` has been noted."""
        return any(problem.code in codes for problem in self)


def folded(problems: Iterable[Problem]) -> list[Problem]:
    """Tell an unknown name that occurs often once, with its other places; one definition mends all."""
    same: dict[tuple[object, ...], list[Problem]] = {}
    for problem in problems:
        is_name = problem.code.startswith("unknown-") and len(problem.values) == 1
        key = (problem.code, problem.values) if is_name else (problem,)
        same.setdefault(key, []).append(problem)
    told: list[Problem] = []
    for group in same.values():
        if len(group) <= FOLD_LIMIT:
            told.extend(group)
        else:
            told.append(replace(group[0], also=tuple(problem.place for problem in group[1:])))
    return told


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that `name` was probably meant to be, or None."""
    # Needed only where something is wrong, so a clean scenario does not pay for it.
    from difflib import get_close_matches  # noqa: PLC0415

    # Thousands of ids beside hundreds of faults would take seconds, so there only those that begin alike.
    wanted = name.casefold().replace("_", "-").replace(" ", "-")[:80]
    candidates = sorted(set(known))
    if len(candidates) > _CANDIDATE_LIMIT:
        start = wanted[:2]
        candidates = [near for near in candidates if near.startswith((start, start.title()))][:_NEAR_LIMIT]
    folded = {candidate.casefold(): candidate for candidate in reversed(candidates)}
    close = get_close_matches(wanted, folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None
