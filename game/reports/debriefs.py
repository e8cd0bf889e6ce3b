"""The debrief as a page of one file, of one playthrough or of several together: to be read or printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.debrief.charts import changes, way_words
from game.debrief.debrief import Debrief
from game.debrief.evidence_pages import chip, leaned_words
from game.debrief.ledger import unknown_words, until_words
from game.debrief.odds import likely_words, share_words, shift_words
from game.debrief.pages import divergence_words, evidence_words, source_words
from game.messages import Words
from game.reports.curves import LABEL_X, NODE, ChartDrawing, RailsDrawing, draw_chart, draw_rails
from game.reports.templating import template


@dataclass(frozen=True, slots=True)
class Told:
    """A debrief with the name under which it is told, and what has changed in the rules since, or nothing."""

    name: str
    debrief: Debrief
    changed: str = ""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A debrief with its drawings."""

    told: Told
    rails: RailsDrawing
    charts: tuple[ChartDrawing, ...]


def debrief_report(told: Sequence[Told], words: Words) -> str:
    """Give a page that fetches nothing: several playthroughs begin with a table of all."""
    sheets = [
        _Sheet(one, draw_rails(one.debrief.rails), tuple(draw_chart(chart) for chart in one.debrief.charts))
        for one in told
    ]
    scenarios = dict.fromkeys(one.debrief.comparison.scenario for one in told)
    return template(
        "debrief.html",
        words,
        changes=changes,
        way_words=way_words,
        until_words=until_words,
        unknown_words=unknown_words,
        likely_words=likely_words,
        share_words=share_words,
        shift_words=shift_words,
        divergence_words=divergence_words,
        evidence_words=evidence_words,
        source_words=source_words,
        chip=chip,
        leaned_words=leaned_words,
        node_px=NODE,
        label_x=LABEL_X,
    ).render(sheets=sheets, title=", ".join(scenarios))
