"""Scenario files with one careless edit each, and what a reader must give for any of them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from game.play.record_line import check_record_line
from game.scenario.problem import Problem
from game.scenario.read import read_scenario

Files = tuple[tuple[str, bytes], ...]
Lines = list[str]
Edit = Callable[[Lines, int, random.Random], None]


@dataclass(frozen=True)
class Mutant:
    """A scenario after one edit; `told` says which, so that it can be made again."""

    told: str
    files: Files


def _delete(lines: Lines, at: int, luck: random.Random) -> None:
    del lines[at]


def _duplicate(lines: Lines, at: int, luck: random.Random) -> None:
    lines.insert(at, lines[at])


def _retype(lines: Lines, at: int, luck: random.Random) -> None:
    key, colon, _ = lines[at].partition(":")
    value = luck.choice(
        ["7", "no", "[]", "{}", "[a, b]", "{a: b}", "", '"', "12:30", "1962-02-30", "~", "*x", "+1"]
    )
    lines[at] = f"{key}{colon} {value}" if colon else value


def _indent(lines: Lines, at: int, luck: random.Random) -> None:
    lines[at] = luck.choice(["  ", " ", "\t", "      "]) + lines[at]


def _dedent(lines: Lines, at: int, luck: random.Random) -> None:
    lines[at] = lines[at][luck.choice([1, 2, 4]) :]


def _swap(lines: Lines, at: int, luck: random.Random) -> None:
    other = luck.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _drop_letter(lines: Lines, at: int, luck: random.Random) -> None:
    if lines[at]:
        letter = luck.randrange(len(lines[at]))
        lines[at] = lines[at][:letter] + lines[at][letter + 1 :]


def _change_letter(lines: Lines, at: int, luck: random.Random) -> None:
    if lines[at]:
        letter = luck.randrange(len(lines[at]))
        lines[at] = lines[at][:letter] + luck.choice("\"':-[]{},#&*!|>%@ \tญ\x07") + lines[at][letter + 1 :]


EDITS: tuple[Edit, ...] = (
    _delete,
    _duplicate,
    _retype,
    _indent,
    _dedent,
    _swap,
    _drop_letter,
    _change_letter,
)


def mutant(files: Files, seed: int) -> Mutant:
    """Give `files` with the edit that `seed` chooses."""
    luck = random.Random(seed)
    chosen = luck.randrange(len(files))
    name, raw = files[chosen]
    lines = raw.decode().split("\n")
    edit = luck.choice(EDITS)
    at = luck.randrange(len(lines))
    edit(lines, at, luck)
    edited = "\n".join(lines).encode()
    told = f"{name}:{at + 1} {edit.__name__.strip('_')} (seed {seed})"
    return Mutant(told, (*files[:chosen], (name, edited), *files[chosen + 1 :]))


def problems_of(files: Files) -> tuple[Problem, ...]:
    """Read, check and play the record line, as `watershed check` does."""
    read = read_scenario(files)
    if read.scenario is None:
        assert read.problems, "a scenario that cannot be read has a problem"
        return read.problems
    return (*read.problems, *check_record_line(read.scenario))


def misplaced(files: Files, problems: tuple[Problem, ...]) -> list[Problem]:
    """Give the problems whose place is not inside its file; just behind a line's end is inside."""
    lines = {name: raw.decode("utf-8", "replace").splitlines() or [""] for name, raw in files}
    return [problem for problem in problems if not _is_inside(lines, problem)]


def _is_inside(lines: dict[str, list[str]], problem: Problem) -> bool:
    place = problem.place
    text = lines.get(place.file, [])
    if place.line == len(text) + 1:  # a file that breaks off is at fault behind its last line
        return place.column == 1
    return 1 <= place.line <= len(text) and 1 <= place.column <= len(text[place.line - 1]) + 1
