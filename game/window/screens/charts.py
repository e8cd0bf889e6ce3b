"""Meters through time, this road beside the record: drawn as lines, and told in words below them."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.charts import Chart, way_words
from game.window.compose import Flow, Sheet, columns, even, join, set_text, sheet
from game.window.fonts import LABEL, SMALL
from game.window.frame import Frame
from game.window.screens.tabs import debrief_page
from game.window.widgets import Box, Course, Line, Mark, Widget, Widgets


@dataclass(frozen=True, slots=True)
class ChartSheets:
    """The chart of every meter."""

    scenario: str
    charts: tuple[Chart, ...]


def layout_charts(screen: ChartSheets, frame: Frame) -> Widgets:
    """Lay out the charts, two side by side where there is room."""
    words = frame.words

    def body(flow: Flow) -> None:
        flow.say(
            "charts.note", words("charts.note" if screen.charts else "sheet.charts.none"), SMALL, "ivory"
        )
        flow.gap(18)
        parts = (flow,) if frame.is_narrow else columns(flow, (1, 1), 32)
        for i, chart in enumerate(screen.charts):
            part = min(parts, key=lambda each: each.y)
            if i >= len(parts):
                part.gap(24)
            _chart(part, chart)
        if len(parts) > 1:
            join(flow, parts)

    return debrief_page(frame, "charts", screen.scenario, body)


def _chart(flow: Flow, chart: Chart) -> None:
    words = flow.frame.words
    id_ = f"chart.{chart.id}"

    def write(inner: Flow) -> None:
        ends = words("charts.ends", low=chart.low, high=chart.high)
        inner.say(f"{id_}.ends", ends, LABEL, "ink", role="heading")
        inner.gap(10)
        _drawing(inner, id_, chart)
        _ends_of_time(inner, id_, chart)
        inner.gap(10)
        for name, shape, ink, way in (
            ("this-road", "solid", "carbon", chart.here),
            ("the-record", "dashed", "ink", chart.record),
        ):
            told = words("sheet.chart.way", road=words(f"charts.{name}"), way=way_words(chart, way, words))
            _told(inner, f"{id_}.{name}", Mark(shape, ink), told)

    sheet(flow, Sheet(id_, even(34, 22), label=words("charts.ends", low=chart.low, high=chart.high)), write)


def _drawing(flow: Flow, id_: str, chart: Chart) -> None:
    """Lay the squared paper: every step named at the left, the high end above."""
    frame = flow.frame
    step_px = frame.line_px(SMALL)
    left = min(max(frame.measure(step, SMALL) for step in chart.steps) + frame.px(16), flow.width // 2)
    lines = tuple(
        Line(
            step,
            Box(flow.x, flow.y + step_px * place, min(frame.measure(step, SMALL), left), step_px),
            frame.face(SMALL),
            frame.text_px(SMALL),
            "faint_ink",
            "paper",
        )
        for place, step in enumerate(reversed(chart.steps))
    )
    figure = Course(chart.here, chart.record, len(chart.steps), left, step_px)
    steps = frame.words("window.list.comma").join(reversed(chart.steps))
    told = frame.words("sheet.chart", low=chart.low, high=chart.high, steps=steps)
    box = Box(flow.x, flow.y, flow.width, step_px * len(chart.steps))
    flow.place(Widget(f"{id_}.drawing", "drawing", told, box, "course", lines, figure=figure))


def _ends_of_time(flow: Flow, id_: str, chart: Chart) -> None:
    """Say from when to when the lines run."""
    if chart.moments:
        first, last = chart.moments[0].clock, chart.moments[-1].clock
        flow.say(
            f"{id_}.time", flow.frame.words("sheet.chart.time", first=first, last=last), SMALL, "faint_ink"
        )


def _told(flow: Flow, id_: str, mark: Mark, text: str) -> None:
    """Set the words of a line beside a sample of it."""
    frame = flow.frame
    mark_px, gap, height = frame.px(64), frame.px(14), frame.line_px(SMALL)
    column = flow.column(flow.x + mark_px + gap, flow.width - mark_px - gap)
    lines, bottom = set_text(column, text, SMALL, "ink")
    flow.put(
        (
            Widget(f"{id_}.mark", "drawing", "", Box(flow.x, flow.y, mark_px, height), "stroke", figure=mark),
            Widget(id_, "text", text, Box(column.x, column.y, column.width, bottom - column.y), lines=lines),
        )
    )
    flow.gap(6)
