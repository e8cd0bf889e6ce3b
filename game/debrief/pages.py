"""The comparison as a page of plain blocks."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.comparison import Comparison, Step
from game.messages import Words
from game.page import Block, Page, detail, heading, item, note, text, title
from game.play.view import SourceView

PAST_HORIZON = 4
"""So many choices unlike the record carry no grade better than E (design.md, section 6)."""


def comparison_page(comparison: Comparison, words: Words) -> Page:
    """Lay a comparison out: the divergence first, then step by step, then dimension by dimension."""
    return (
        title(words("debrief.title", scenario=comparison.scenario)),
        *_opening(comparison, words),
        heading(words("debrief.steps")),
        note(words("debrief.steps-note")),
        *_step_pages(comparison, words),
        *_dimension_blocks(comparison, words),
        *_evidence(comparison, words),
    )


def divergence_words(comparison: Comparison, words: Words) -> str:
    """Say at which turn the playthrough left the record, or that it did not."""
    if comparison.divergence is None:
        return words("debrief.no-divergence")
    step = comparison.steps[comparison.divergence]
    key = "debrief.divergence" if step.historical else "debrief.divergence-unrecorded"
    values = {"turn": step.turn + 1, "clock": step.clock, "title": step.title, "side": step.side}
    return words(key, **values, chosen=step.chosen, historical=step.historical)


def _opening(comparison: Comparison, words: Words) -> Page:
    if not comparison.is_over:
        ended: Page = (text(words("debrief.unfinished", count=len(comparison.steps))),)
    else:
        ended = (
            detail(words("debrief.this-ending"), comparison.ending),
            detail(words("debrief.record-ending"), comparison.record_ending),
        )
    told = (detail(words("debrief.record-ended"), comparison.record_text),) if comparison.record_text else ()
    chips = (detail(words("debrief.sources"), _chips(comparison.record_sources)),)
    divergence = text(divergence_words(comparison, words))
    return (*ended, divergence, *told, *(chips if comparison.record_sources else ()))


def _step_pages(comparison: Comparison, words: Words) -> Page:
    """All turns; where the road is too many steps from the record to be graded, that is said once."""
    blocks: list[Block] = []
    is_past = False
    for step in comparison.steps:
        if step.steps_away >= PAST_HORIZON and not is_past:
            is_past = True
            blocks.append(note(words("evidence.horizon")))
        blocks += step_blocks(step, words)
    return tuple(blocks)


def step_blocks(step: Step, words: Words) -> Page:
    """Lay out one turn: what was chosen here, what was chosen then and why, and the evidence."""
    values = {"clock": step.clock, "side": step.side, "title": step.title}
    blocks = [item(str(step.turn + 1), words("debrief.step", **values))]
    if step.is_divergent:
        blocks.append(detail(words("debrief.chosen"), step.chosen))
        if step.historical:
            blocks.append(detail(words("debrief.historical"), step.historical))
        else:
            blocks.append(detail(words("debrief.historical"), words("debrief.never-came")))
    else:
        key = "debrief.chosen-as-record" if step.is_settled else "debrief.chosen-unsettled"
        blocks.append(detail(words(key), step.chosen))
    why = "debrief.why-never" if step.is_divergent and not step.historical else "debrief.why"
    if step.why:
        blocks.append(detail(words(why), step.why))
    if step.why_sources:
        blocks.append(detail(words("debrief.sources"), _chips(step.why_sources)))
    return (*blocks, *_consequence(step, words))


def _consequence(step: Step, words: Words) -> Page:
    if not step.consequence:
        return ()
    blocks = [detail(words("debrief.followed"), step.consequence)]
    if step.grade:
        blocks.append(detail(words("debrief.evidence"), evidence_words(step, words)))
    if step.mechanism:
        blocks.append(detail(words("debrief.mechanism"), step.mechanism))
    if step.against:
        blocks.append(detail(words("debrief.against"), step.against))
    if step.sources:
        blocks.append(detail(words("debrief.sources"), _chips(step.sources)))
    return tuple(blocks)


def evidence_words(step: Step, words: Words) -> str:
    """Give grade, likelihood and confidence as three separate statements."""
    grade = words("evidence.grade", letter=step.grade, name=step.grade_words)
    return "; ".join(part for part in (grade, step.likelihood, step.confidence) if part)


def _dimension_blocks(comparison: Comparison, words: Words) -> Page:
    if not comparison.dimensions:
        return ()
    blocks: list[Block] = [heading(words("debrief.dimensions"))]
    for row in comparison.dimensions:
        blocks.append(item("", row.name))
        if row.is_same:
            blocks.append(detail(words("debrief.same"), row.here))
        else:
            blocks.append(detail(words("debrief.here"), row.here))
            blocks.append(detail(words("debrief.record"), row.record))
    return tuple(blocks)


def _evidence(comparison: Comparison, words: Words) -> Page:
    """Tell how well the steps of this road are evidenced, grade by grade."""
    graded = [step for step in comparison.steps if step.grade]
    if not graded:
        return ()
    blocks: list[Block] = [heading(words("debrief.how-evidenced"))]
    for letter in sorted({step.grade for step in graded}):
        turns = [str(step.turn + 1) for step in graded if step.grade == letter]
        name = words("evidence.grade", letter=letter, name=words(f"evidence.grade.{letter}"))
        blocks.append(detail(name, words("debrief.turns", turns=", ".join(turns))))
    return tuple(blocks)


def _chips(sources: Sequence[SourceView]) -> str:
    return "; ".join(source_words(source) for source in sources)


def source_words(source: SourceView) -> str:
    """Give a source in one line: title, who made it available, and the year."""
    made = ", ".join(part for part in (source.author, source.year) if part)
    return f"{source.title} ({made})" if made else source.title
