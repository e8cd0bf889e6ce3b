"""`watershed debrief`: transcripts laid beside the record."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.analysis.forward import TooMany
from game.analysis.road import Atlas
from game.cli.shell import Shell
from game.debrief.comparison import compare
from game.debrief.debrief import Debrief, debrief, debrief_json, debrief_page
from game.debrief.odds import RoadOdds, road_odds
from game.library import load
from game.page import Page, note, title
from game.play.playthrough import Playthrough
from game.play.view import Reader
from game.scenario.model import Scenario
from game.session import difference_words, restore, scenario_of
from game.store import write_text
from game.terminal.console import lines


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Write the debrief of every transcript."""
    told = _debriefs([Path(name) for name in args.transcripts], shell)
    if args.format == "json":
        content = debrief_json([one for _, one in told]) + "\n"
    else:
        content = "\n".join(line for page in _pages(told, shell) for line in _page_lines(page)) + "\n"
    if args.out:
        write_text(Path(args.out), content)
    else:
        print(content, end="")
    return 0


Told = list[tuple[str, Debrief]]
"""Each debrief with the sentence that says where the rules have changed since, or nothing."""


def _debriefs(paths: list[Path], shell: Shell) -> Told:
    """Give the debrief of every transcript; each scenario is read, and its states are visited, once."""
    scenarios: dict[str, Scenario] = {}
    atlas = Atlas()
    told = []
    for path in paths:
        name = scenario_of(path)
        scenario = scenarios[name] = scenarios.get(name) or load(name)
        restored = restore(path, scenario)
        play, reader = restored.playthrough, shell.reader()
        told.append(
            (difference_words(restored, shell.words), debrief(play, reader, _odds(play, atlas, reader)))
        )
    return told


def _odds(play: Playthrough, atlas: Atlas, reader: Reader) -> RoadOdds | None:
    if not play.is_over:
        return None
    try:
        return road_odds(play, atlas.road(play), compare(play, reader))
    except TooMany:
        return None


def _pages(told: Told, shell: Shell) -> list[Page]:
    pages = []
    for number, (sentence, found) in enumerate(told, start=1):
        several = (title(shell.words("debrief.of", number=number, count=len(told))),) if len(told) > 1 else ()
        changed = (note(sentence),) if sentence else ()
        pages.append((*several, *changed, *debrief_page(found, shell.words)))
    return pages


def _page_lines(page: Page) -> list[str]:
    found: list[str] = []
    for number, block in enumerate(page):
        if number and block.kind in ("title", "heading", "item", "text"):
            found.append("")
        found += lines(block)
    return found
