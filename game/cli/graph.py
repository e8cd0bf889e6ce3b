"""`watershed graph`: the story's map, as text for other programs, a picture, or a page."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.analysis.findings import findings
from game.analysis.rules import ask_about
from game.analysis.statespace import explore
from game.analysis.traffic import traffic
from game.cli.shell import Shell
from game.library import load
from game.reports.diagrams import dot, mermaid
from game.reports.pages import map_page, map_svg
from game.reports.storymap import lay_out
from game.store.texts import write_text


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Draw the map of a scenario, with the odds of its weights and its findings."""
    scenario = load(args.scenario)
    question = ask_about(scenario)
    found = explore(question, "weights")
    story = lay_out(scenario, traffic(question, "weights"), findings(found))
    if args.format == "mermaid":
        drawn = mermaid(story, shell.words)
    elif args.format == "dot":
        drawn = dot(story, shell.words)
    elif args.format == "svg":
        drawn = map_svg(story, shell.words)
    else:
        drawn = map_page(story, found, shell.words)
    if args.out:
        write_text(Path(args.out), drawn)
    else:
        print(drawn, end="")
    return 0
