"""`watershed list`: the scenarios that can be played by their id."""

from __future__ import annotations

import argparse

from game.cli.shell import Shell
from game.library import check, known
from game.scenario.model import Scenario


def run(args: argparse.Namespace, shell: Shell) -> int:
    """List scenarios; one with problems is named as such."""
    paths = known()
    for path in paths:
        read = check(path)
        if read.scenario is None:
            shell.say("command.list.faulty", path=path, count=len(read.problems))
        else:
            _say(read.scenario, shell)
    if not paths:
        shell.say("command.list.none")
    return 0


def _say(scenario: Scenario, shell: Shell) -> None:
    texts = shell.reader().texts
    sides = ", ".join(side.id for side in scenario.sides.values() if side.playable)
    title = texts(scenario.title)
    shell.say("command.list.entry", id=scenario.id, title=title, sides=sides)
    if scenario.summary is not None:
        print(f"    {texts(scenario.summary)}")
