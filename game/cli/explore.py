"""`watershed explore`: every state of a scenario, exactly."""

from __future__ import annotations

import argparse
import sys

from game.analysis.command import explore_planned
from game.analysis.forward import CAP, Plan, Progress
from game.cli.shell import Shell
from game.library import load


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Explore a scenario and print what was found; progress goes to a terminal's stderr."""
    scenario = load(args.scenario)
    is_watched = sys.stderr.isatty()

    def tell(progress: Progress) -> None:
        if is_watched:
            values = {"done": progress.done, "total": progress.total, "place": progress.place}
            line = shell.words("explore.progress", **values, states=progress.state_count)
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    plan = Plan(cap=args.cap or CAP, watcher=tell)
    told = explore_planned(scenario, (args.side, args.policy, args.format), shell.words, plan)
    if is_watched:
        print("\r\x1b[K", end="", file=sys.stderr)
    print(told, end="" if told.endswith("\n") else "\n")
    return 0
