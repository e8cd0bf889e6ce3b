"""Reading scenarios in tests: from text, and every one that is shipped or kept for tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.library import load
from game.messages import Words
from game.play.view import Reader
from game.scenario.model import Scenario
from game.scenario.read import read_scenario
from game.scenario.text import Catalogue

ROOT = Path(__file__).parent.parent
READER = Reader(Words(), Catalogue())


def scenario_from(text: str) -> Scenario:
    """Read a scenario that has no problem."""
    read = read_scenario([("scenario.yaml", text.encode())])
    assert read.scenario is not None, [problem.line(Words()) for problem in read.problems]
    return read.scenario


@cache
def every_scenario() -> tuple[Scenario, ...]:
    """Give the shipped scenarios and those of tests/scenarios."""
    shipped = [path.parent for path in sorted((ROOT / "scenarios").glob("*/scenario.yaml"))]
    shipped += sorted((ROOT / "scenarios").glob("*.yaml"))
    kept = sorted((ROOT / "tests" / "scenarios").glob("*.yaml"))
    return tuple(load(str(path)) for path in (*shipped, *kept))
