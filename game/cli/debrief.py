"""`watershed debrief`: transcripts laid beside the record."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from game.analysis.forward import TooMany
from game.analysis.road import Atlas
from game.cli.shell import Shell
from game.debrief.comparison import compare
from game.debrief.debrief import debrief, debrief_json, debrief_page
from game.debrief.odds import RoadOdds, road_odds
from game.debrief.table import debrief_csv
from game.library import load
from game.page import Page, note, title
from game.play.playthrough import Playthrough
from game.play.view import Reader
from game.reports.debriefs import Told, debrief_report
from game.scenario.model import Scenario
from game.session import difference_words, restore, scenario_of
from game.store import write_text
from game.terminal.console import lines


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Write the debrief of every transcript, of several together."""
    told = _debriefs([Path(name) for name in args.transcripts], shell)
    content = _WRITERS[args.format](told, shell)
    if args.out:
        write_text(Path(args.out), content)
    else:
        print(content, end="")
    return 0


def _debriefs(paths: list[Path], shell: Shell) -> list[Told]:
    """Give the debrief of every transcript; each scenario is read, and its states are visited, once."""
    scenarios: dict[str, Scenario] = {}
    atlas = Atlas()
    told = []
    for path in paths:
        name = scenario_of(path)
        scenario = scenarios[name] = scenarios.get(name) or load(name)
        restored = restore(path, scenario)
        play, reader = restored.playthrough, shell.reader()
        found = debrief(play, reader, _odds(play, atlas, reader))
        told.append(Told(path.name, found, difference_words(restored, shell.words)))
    return told


def _odds(play: Playthrough, atlas: Atlas, reader: Reader) -> RoadOdds | None:
    if not play.is_over:
        return None
    try:
        return road_odds(play, atlas.road(play), compare(play, reader))
    except TooMany:
        return None


def _text(told: list[Told], shell: Shell) -> str:
    words, lines_of_all = shell.words, []
    for number, one in enumerate(told, start=1):
        several = (title(words("debrief.of", number=number, count=len(told))),) if len(told) > 1 else ()
        changed = (note(one.changed),) if one.changed else ()
        lines_of_all += _page_lines((*several, *changed, *debrief_page(one.debrief, words)))
    return "\n".join(lines_of_all) + "\n"


def _page_lines(page: Page) -> list[str]:
    found: list[str] = []
    for number, block in enumerate(page):
        if number and block.kind in ("title", "heading", "item", "text"):
            found.append("")
        found += lines(block)
    return found


_WRITERS: Mapping[str, Callable[[list[Told], Shell], str]] = {
    "text": _text,
    "html": lambda told, shell: debrief_report(told, shell.words),
    "csv": lambda told, _: debrief_csv([(one.name, one.debrief.comparison) for one in told]),
    "json": lambda told, _: debrief_json([one.debrief for one in told]) + "\n",
}
