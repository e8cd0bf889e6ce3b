"""`watershed explore`: every state of a scenario, exactly."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game.analysis.command import Wanted, explore_whole, run_explore
from game.analysis.forward import CAP, Plan, Progress
from game.analysis.interpretations import compare_interpretations
from game.cli.shell import Shell
from game.library import load
from game.scenario.model import Scenario
from game.store.texts import write_text


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Explore a scenario and give what was found; progress goes to a terminal's stderr."""
    scenario = load(args.scenario)
    is_watched = sys.stderr.isatty()

    def tell(progress: Progress) -> None:
        if is_watched:
            values = {"done": progress.done, "total": progress.total, "place": progress.place}
            line = shell.words("explore.progress", **values, states=progress.state_count)
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    told = _told(args, shell, scenario, Plan(cap=args.cap or CAP, watcher=tell))
    if is_watched:
        print("\r\x1b[K", end="", file=sys.stderr)
    if args.out:
        write_text(Path(args.out), told)
    else:
        print(told, end="" if told.endswith("\n") else "\n")
    return 0


def _told(args: argparse.Namespace, shell: Shell, scenario: Scenario, plan: Plan) -> str:
    wanted = Wanted(args.side, args.policy, args.interpretation, args.cut)
    if args.format != "html":
        return run_explore(scenario, wanted, args.format, shell.words, plan)
    # Only a page pays for jinja2.
    from game.reports.pages import report_page  # noqa: PLC0415

    found, told = explore_whole(scenario, wanted, plan)
    return report_page(found, compare_interpretations(found["weights"], plan), told, shell.words)
