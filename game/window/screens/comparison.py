"""The comparison with the record: two rails, joined where the roads are one, and the dimensions."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.comparison import Comparison, DimensionRow, Step
from game.messages import Words
from game.play.view import SourceView
from game.window.compose import Flow, Sheet, columns, even, join, sheet
from game.window.fonts import BODY, HEADING, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.parts import label, paragraphs, rule, sources
from game.window.screens.tabs import debrief_page
from game.window.widgets import Box, Mark, Widget, Widgets


@dataclass(frozen=True, slots=True)
class Compared:
    """A playthrough beside the record."""

    comparison: Comparison


def layout_comparison(screen: Compared, frame: Frame) -> Widgets:
    """Lay out where the roads part, both endings, and then turn by turn down the rails."""
    words, found = frame.words, screen.comparison

    def body(flow: Flow) -> None:
        _summary(flow, found)
        if found.dimensions:
            flow.gap(28)
            _dimensions(flow, found.dimensions)
        flow.gap(34)
        label(flow, "rails", words("window.rails"))
        for step in found.steps:
            flow.gap(16)
            _step(flow, step)

    return debrief_page(frame, "comparison", found.scenario, body)


def divergence_words(words: Words, found: Comparison) -> str:
    """Say where the playthrough left the record, if it did."""
    if found.divergence is None:
        return words("window.no-divergence")
    step = found.steps[found.divergence]
    return words("window.divergence", turn=step.turn + 1, clock=step.clock, title=step.title)


def _summary(flow: Flow, found: Comparison) -> None:
    words = flow.frame.words

    def here(inner: Flow) -> None:
        inner.say("here.label", words("window.this-road"), LABEL, "carbon")
        inner.say("here.ending", found.ending or words("window.unfinished"), HEADING, role="heading")
        inner.gap(8)
        inner.say("here.divergence", divergence_words(words, found), STRONG)
        if found.ending_text:
            inner.gap(12)
            paragraphs(inner, "here.text", found.ending_text)

    def record(inner: Flow) -> None:
        inner.say("record.label", words("window.the-record"), LABEL, "carbon")
        inner.say("record.ending", found.record_ending, HEADING, role="heading")
        if found.record_text:
            inner.gap(8)
            inner.say("record.text", found.record_text)
        if found.record_sources:
            inner.gap(16)
            sources(inner, "record", found.record_sources)

    parts = (flow, flow) if flow.frame.is_narrow else columns(flow, (1, 1), 40)
    for i, (part, id_, write) in enumerate(((parts[0], "here", here), (parts[1], "record", record))):
        if i and part is flow:
            part.gap(24)
        sheet(part, Sheet(id_, even(42, 28)), write)
    if parts[0] is not flow:
        join(flow, parts)


def _dimensions(flow: Flow, rows: tuple[DimensionRow, ...]) -> None:
    words = flow.frame.words

    def write(inner: Flow) -> None:
        inner.say("dimensions.heading", words("window.dimensions"), STRONG, role="heading")
        for row in rows:
            inner.gap(10)
            rule(inner, f"dimension.{row.id}.rule", "line", 1)
            inner.gap(8)
            _dimension(inner, row)

    sheet(flow, Sheet("dimensions", even(42, 26)), write)


def _dimension(flow: Flow, row: DimensionRow) -> None:
    words = flow.frame.words
    same = words("window.as-in-record" if row.is_same else "window.unlike-record")
    told = (
        ("name", row.name, STRONG, ""),
        ("here", words("window.here", value=row.here), BODY, ""),
        ("record", words("window.in-record", value=row.record), BODY, ""),
        ("same", same, LABEL, "carbon"),
    )
    parts = (flow,) * 4 if flow.frame.is_narrow else columns(flow, (4, 6, 6, 3), 28)
    for part, (name, text, type_, ink) in zip(parts, told, strict=True):
        part.say(f"dimension.{row.id}.{name}", text, type_, ink)
    if parts[0] is not flow:
        join(flow, parts)


def _step(flow: Flow, step: Step) -> None:
    """Lay one turn: the rails at the left, joined or parted, and a sheet that says what was chosen here."""
    frame = flow.frame
    rail = frame.px(76)
    top = flow.y
    column = flow.column(flow.x + rail, flow.width - rail)
    id_ = f"step.{step.turn}"

    step_sheet(column, step)
    box = Box(flow.x, top, rail, column.y - top)
    shape = "parted" if step.is_divergent else "joined"
    flow.place(
        Widget(
            f"{id_}.rail",
            "drawing",
            _rail_words(frame.words, step),
            box,
            "rails",
            figure=Mark(shape, "ivory"),
        )
    )
    flow.put(column.widgets)


def step_sheet(flow: Flow, step: Step) -> None:
    """Lay a sheet that tells one turn: what was chosen here, what then and why, and the evidence."""
    id_ = f"step.{step.turn}"
    shown = Sheet(id_, even(36, 22), label=step.title)
    sheet(flow, shown, lambda inner: _written_step(inner, id_, step))


def _rail_words(words: Words, step: Step) -> str:
    return words("window.step.unlike" if step.is_divergent else "window.step.same")


def _written_step(flow: Flow, id_: str, step: Step) -> None:
    words = flow.frame.words
    head = words("window.step.head", number=step.turn + 1, clock=step.clock, side=step.side)
    flow.say(f"{id_}.head", head, LABEL, "faint_ink")
    flow.say(f"{id_}.title", step.title, STRONG, role="heading")
    flow.say(f"{id_}.same", _rail_words(words, step), LABEL, "stamp" if step.is_divergent else "carbon")
    flow.gap(8)
    parts = (flow, flow) if flow.frame.is_narrow else columns(flow, (1, 1), 40)
    _chosen(parts[0], id_, step)
    if parts[1] is flow:
        flow.gap(14)
    _historical(parts[1], id_, step)
    if parts[1] is not flow:
        join(flow, parts)


def _chosen(flow: Flow, id_: str, step: Step) -> None:
    words = flow.frame.words
    flow.say(f"{id_}.chosen.label", words(f"window.step.by.{step.by}"), SMALL, "faint_ink")
    flow.say(f"{id_}.chosen", step.chosen)
    if step.consequence:
        flow.gap(8)
        flow.say(f"{id_}.consequence", step.consequence, SMALL)
    if step.grade:
        evidence = (
            words("evidence.grade", letter=step.grade, name=step.grade_words),
            step.likelihood,
            step.confidence,
        )
        flow.gap(6)
        flow.say(f"{id_}.grade", "  ·  ".join(part for part in evidence if part), LABEL, "carbon")
    for name, text in (("mechanism", step.mechanism), ("against", step.against)):
        if text:
            flow.gap(6)
            flow.say(f"{id_}.{name}", words(f"window.step.{name}", text=text), SMALL, "faint_ink")
    _small_sources(flow, f"{id_}.chosen", step.sources)


def _historical(flow: Flow, id_: str, step: Step) -> None:
    words = flow.frame.words
    flow.say(f"{id_}.historical.label", words("window.step.record"), SMALL, "faint_ink")
    if step.is_divergent:
        flow.say(f"{id_}.historical", step.historical or words("window.step.never"))
        flow.gap(8)
    flow.say(f"{id_}.why", step.why, SMALL)
    _small_sources(flow, f"{id_}.why", step.why_sources)


def _small_sources(flow: Flow, id_: str, shown: tuple[SourceView, ...]) -> None:
    if shown:
        flow.gap(6)
        sources(flow, id_, shown)
