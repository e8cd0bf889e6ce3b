"""`watershed debrief`: transcripts laid beside the record."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.cli.shell import Shell
from game.debrief.comparison import Comparison, compare
from game.debrief.pages import comparison_json, comparison_page
from game.library import load
from game.page import Page, note, title
from game.session import difference_words, restore, scenario_of
from game.store import write_text
from game.terminal.console import lines


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Write the comparison of every transcript."""
    told: list[tuple[str, Comparison]] = []
    for name in args.transcripts:
        path = Path(name)
        restored = restore(path, load(scenario_of(path)))
        told.append((difference_words(restored, shell.words), compare(restored.playthrough, shell.reader())))
    if args.format == "json":
        content = comparison_json([comparison for _, comparison in told]) + "\n"
    else:
        content = "\n".join(line for page in _pages(told, shell) for line in _page_lines(page)) + "\n"
    if args.out:
        write_text(Path(args.out), content)
    else:
        print(content, end="")
    return 0


def _pages(told: list[tuple[str, Comparison]], shell: Shell) -> list[Page]:
    pages = []
    for number, (sentence, comparison) in enumerate(told, start=1):
        several = (title(shell.words("debrief.of", number=number, count=len(told))),) if len(told) > 1 else ()
        changed = (note(sentence),) if sentence else ()
        pages.append((*several, *changed, *comparison_page(comparison, shell.words)))
    return pages


def _page_lines(page: Page) -> list[str]:
    found: list[str] = []
    for number, block in enumerate(page):
        if number and block.kind in ("title", "heading", "item", "text"):
            found.append("")
        found += lines(block)
    return found
