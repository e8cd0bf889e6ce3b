"""The door of this room: files in, a scenario or its problems out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.scenario.build import build
from game.scenario.language import SCENARIO
from game.scenario.lint import lint
from game.scenario.model import Scenario
from game.scenario.part import Part, Reading
from game.scenario.problem import Problem, Problems, TooManyProblems, folded
from game.scenario.tree import read_tree

Files = Sequence[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Read:
    """What reading gave: the scenario where it has no error, and all problems in the files' order."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]


def read_scenario(files: Files) -> Read:
    """Read and check a scenario from its files (name, bytes). Never raises for what an author wrote.

    Where a file is not readable as YAML, only that is told: the rest would be its echoes.
    """
    problems = Problems()
    try:
        scenario = _read(files, problems)
    except TooManyProblems:
        scenario = None
    found = _sorted(problems, files)
    has_error = any(problem.severity == "error" for problem in found)
    return Read(None if has_error else scenario, found)


def _read(files: Files, problems: Problems) -> Scenario | None:
    tree = read_tree(files, problems)
    if tree is None:
        return None
    reading = Reading(problems)
    root = SCENARIO.read(tree, "", reading)
    assert isinstance(root, Part)  # the tree of files is a mapping
    scenario, _ = build(root, reading)
    return lint(scenario, reading)


def _sorted(problems: Problems, files: Files) -> tuple[Problem, ...]:
    rank = {name: number for number, (name, _) in enumerate(files)}
    in_order = sorted(
        problems, key=lambda p: (rank.get(p.place.file, 0), p.place.line, p.place.column, p.code)
    )
    return tuple(folded(in_order))
