"""Scenarios by id or path, read and checked: the door between the disk and the scenario's room."""

from __future__ import annotations

from pathlib import Path

from game.advice import check_silences
from game.errors import GameError
from game.play.author_test import check_tests
from game.play.record_line import check_record_line
from game.scenario.model import Scenario
from game.scenario.problem import Problem
from game.scenario.read import Read, read_scenario
from game.store import find_scenario, read_scenario_files, scenario_paths


class ScenarioFaulty(GameError):
    """A scenario that cannot be played; `problems` say why, each with its place."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__("library.scenario-faulty", name=name, count=len(problems))
        self.problems = problems


def check(path: Path) -> Read:
    """Read the scenario at `path` and play its record line. Raises StoreError."""
    read = read_scenario(read_scenario_files(path))
    if read.scenario is None:
        return read
    line = check_record_line(read.scenario)
    return Read(None if line else read.scenario, (*read.problems, *line), read.wishes)


def check_wishes(read: Read) -> tuple[Problem, ...]:
    """Give what is wrong with what the author asks: tests that fail, properties that do not hold."""
    scenario, wishes = read.scenario, read.wishes
    silences = check_silences(wishes.silences)
    if scenario is None:
        return silences
    tests = check_tests(scenario, wishes.tests)
    if not wishes.properties:
        return (*silences, *tests)
    # numpy takes longer to import than most scenarios to check; only properties pay for it.
    from game.analysis.properties import check_properties  # noqa: PLC0415

    return (*silences, *tests, *check_properties(scenario, wishes.properties))


def load(name: str) -> Scenario:
    """Give the scenario with the id, or at the path, `name`. Raises StoreError or ScenarioFaulty."""
    path = find_scenario(name)
    read = check(path)
    if read.scenario is None:
        raise ScenarioFaulty(str(path), read.problems)
    return read.scenario


def known() -> tuple[Path, ...]:
    """Give where the scenarios are that can be asked for by id, the shipped ones first."""
    return scenario_paths()
