"""`watershed explore`: every state of a scenario, exactly."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game.analysis.command import explore_planned, explore_whole
from game.analysis.forward import CAP, Plan, Progress
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
    if args.format != "html":
        return explore_planned(scenario, (args.side, args.policy, args.format), shell.words, plan)
    # Only a page pays for jinja2.
    from game.reports.pages import report_page  # noqa: PLC0415

    found, told = explore_whole(scenario, args.side, plan)
    return report_page(found, told, shell.words)
