"""The door of this room: files in, a scenario or its problems out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from game.scenario.build import build
from game.scenario.build_wishes import read_wishes
from game.scenario.language import SCENARIO
from game.scenario.lint import lint
from game.scenario.model import Scenario
from game.scenario.part import Part, Reading
from game.scenario.problem import Problem, Problems, TooManyProblems, folded
from game.scenario.tree import read_tree
from game.scenario.wishes import Wishes

Files = Sequence[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Read:
    """What reading gave: the scenario where it has no error, and all problems in the files' order.

    `wishes` are what its author asks of the checker.
    """

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    wishes: Wishes = field(default_factory=Wishes)


def read_scenario(files: Files) -> Read:
    """Read and check a scenario from its files (name, bytes). Never raises for what an author wrote.

    Where a file is not readable as YAML, only that is told: the rest would be its echoes.
    """
    problems = Problems()
    try:
        with _collector_at_rest():
            scenario, wishes = _read(files, problems)
    except TooManyProblems:
        scenario, wishes = None, Wishes()
    found = _sorted(problems, files)
    has_error = any(problem.severity == "error" for problem in found)
    return Read(None if has_error else scenario, found, wishes)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep Python from looking for cycles among nodes that have none: half of the time otherwise."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(files: Files, problems: Problems) -> tuple[Scenario | None, Wishes]:
    tree = read_tree(files, problems)
    if tree is None:
        return None, Wishes()
    reading = Reading(problems)
    root = SCENARIO.read(tree, "", reading)
    assert isinstance(root, Part)  # the tree of files is a mapping
    scenario, resolver = build(root, reading)
    wishes = read_wishes(root, scenario, resolver)
    return lint(scenario, reading), wishes


def _sorted(problems: Problems, files: Files) -> tuple[Problem, ...]:
    rank = {name: number for number, (name, _) in enumerate(files)}
    in_order = sorted(
        problems, key=lambda p: (rank.get(p.place.file, 0), p.place.line, p.place.column, p.code)
    )
    return tuple(folded(in_order))
