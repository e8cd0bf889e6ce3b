"""The turns of several playthroughs as one table for a spreadsheet (CSV)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from game.debrief.comparison import Comparison, Step

COLUMNS = (
    *("playthrough", "scenario", "players", "turn", "clock", "phase", "side", "decision", "title", "by"),
    *("choice", "chosen", "historical_choice", "historical", "is_divergent", "steps_away"),
    *("consequence", "grade", "likelihood", "confidence", "ending", "record_ending"),
)

# A spreadsheet takes a cell that begins so for a formula, and would carry out what an author wrote.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def debrief_csv(found: Sequence[tuple[str, Comparison]]) -> str:
    """Give one row for each turn of each playthrough, named as given. No cell can be a formula."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for name, comparison in found:
        for step in comparison.steps:
            writer.writerow([_plain(cell) for cell in _row(name, comparison, step)])
    return written.getvalue()


def _row(name: str, comparison: Comparison, step: Step) -> tuple[str, ...]:
    return (
        *(name, comparison.scenario, ", ".join(comparison.players), str(step.turn + 1), step.clock),
        *(step.phase, step.side, step.decision, step.title, step.by),
        *(step.choice, step.chosen, step.historical_choice, step.historical),
        *("yes" if step.is_divergent else "no", str(step.steps_away)),
        *(step.consequence, step.grade, step.likelihood, step.confidence),
        *(comparison.ending, comparison.record_ending),
    )


def _plain(cell: str) -> str:
    """Give a cell that stays text: an apostrophe before what would be a formula, as spreadsheets write it."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
