"""`watershed` alone without a display: the terminal, or a demonstration where there is neither."""

from __future__ import annotations

import argparse

from game.cli.beforehand import default_seats
from game.cli.play import in_terminal, show_comparison
from game.cli.shell import Shell, console
from game.errors import GameError
from game.library import known, load
from game.page import heading, item
from game.play.follow import follow
from game.play.playthrough import begin
from game.scenario.model import Scenario
from game.terminal.console import Console


def start_in_terminal(shell: Shell) -> int:
    """Ask which scenario, and play it."""
    try:
        scenario = _ask_scenario(shell, console("text"))
    except (EOFError, KeyboardInterrupt):
        shell.say("command.nothing-begun")
        return 0
    asked = argparse.Namespace(
        side=[], seed=None, cut=None, interpretation=None, load=None, level="standard", transcript=None
    )
    return in_terminal(asked, shell, scenario, "text")


def _ask_scenario(shell: Shell, out: Console) -> Scenario:
    scenarios = [load(str(path)) for path in known()]
    texts = shell.reader().texts
    if len(scenarios) == 1:
        return scenarios[0]
    titles = [item(str(number), texts(one.title)) for number, one in enumerate(scenarios, start=1)]
    out.show((heading(shell.words("command.list.heading")), *titles))
    while True:
        answer = out.ask(shell.words("terminal.choose-scenario"))
        if answer.isdecimal() and 1 <= int(answer[:6]) <= len(scenarios):
            return scenarios[int(answer[:6]) - 1]


def demonstrate(shell: Shell) -> int:
    """With neither display nor terminal (a pipe, a build machine): the record line of the first scenario."""
    paths = known()
    if not paths:
        raise GameError("command.list.none")
    shell.say("command.demonstration")
    scenario = load(str(paths[0]))
    play = follow(begin(scenario, default_seats(scenario)[:1]), "record")
    show_comparison(play, shell, console("plain"))
    return 0
