"""A careless edit anywhere gives problems with places, or a scenario: never a traceback or a hang."""

from __future__ import annotations

import pytest
from mutation import Files, misplaced, mutant, problems_of
from reading import ROOT

from game.messages import Words

WORDS = Words()


def scenario_files(name: str) -> Files:
    path = ROOT / "tests" / "scenarios" / name
    return ((name, path.read_bytes()),)


@pytest.mark.parametrize("block", range(4))
@pytest.mark.parametrize("name", ["ferry.yaml", "smallest.yaml"])
def test_an_edited_file_gives_problems_inside_it_or_a_scenario(name: str, block: int):
    """A hundred edits a block; each can be made again from its seed."""
    files = scenario_files(name)
    for seed in range(block * 100, block * 100 + 100):
        edited = mutant(files, seed)
        problems = problems_of(edited.files)
        assert misplaced(edited.files, problems) == [], edited.told
        assert all(problem.line(WORDS) for problem in problems), edited.told
