"""Meters through time: where each stood after every turn, beside the record line. In words, never a total."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.roads import crossings, hour_words, record_line
from game.messages import Words
from game.page import Block, Page, detail, heading, item, note
from game.play.playthrough import Playthrough
from game.play.view import Reader
from game.scenario.model import Meter


@dataclass(frozen=True, slots=True)
class Moment:
    """A decision point that one of the roads passes. `turn` is this road's (from 0), or None."""

    clock: str
    title: str
    turn: int | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A meter's way. `steps` are the words from the low end to the high one.

    `here` and `record` give the step (from 0) at the start and after each of `moments`; a road that ended
    earlier is shorter. A road that did not come by a decision point stands where it stood.
    """

    id: str
    low: str
    high: str
    steps: tuple[str, ...]
    moments: tuple[Moment, ...]
    here: tuple[int, ...]
    record: tuple[int, ...]


def charts(play: Playthrough, reader: Reader) -> tuple[Chart, ...]:
    """Give the chart of every meter in the author's order."""
    passed = crossings(play)
    line = record_line(play.scenario)
    moments = tuple(
        Moment(
            hour_words(play.scenario, crossing.decision.side, crossing.decision.at, reader),
            reader.texts(crossing.decision.title),
            crossing.here,
        )
        for crossing in passed
    )
    here = tuple(crossing.here for crossing in passed)
    record = tuple(crossing.record for crossing in passed)
    return tuple(
        Chart(
            meter.id,
            reader.texts(meter.low.name),
            reader.texts(meter.high.name),
            tuple(reader.texts(word) for word in meter.words),
            moments,
            _steps(play, meter, here),
            _steps(line, meter, record),
        )
        for meter in play.scenario.meters.values()
    )


def _steps(play: Playthrough, meter: Meter, numbers: tuple[int | None, ...]) -> tuple[int, ...]:
    found = [play.first.values[meter.variable]]
    last = max((place for place, number in enumerate(numbers) if number is not None), default=-1)
    for number in numbers[: last + 1]:
        found.append(found[-1] if number is None else play.turns[number].after.values[meter.variable])
    return tuple(found)


def changes(chart: Chart, way: tuple[int, ...]) -> tuple[tuple[Moment, str], ...]:
    """Give the moments at which a road moves the meter, with the word of the step it came to."""
    moved = zip(chart.moments, way, way[1:], strict=False)
    return tuple((moment, chart.steps[after]) for moment, before, after in moved if before != after)


def charts_page(found: tuple[Chart, ...], words: Words) -> Page:
    """Lay the charts out as words: from where, and each change with its hour, on either road."""
    blocks: list[Block] = [heading(words("charts.title")), note(words("charts.note"))]
    for chart in found:
        blocks.append(item("", words("charts.ends", low=chart.low, high=chart.high)))
        for key, way in (("charts.this-road", chart.here), ("charts.the-record", chart.record)):
            blocks.append(detail(words(key), way_words(chart, way, words)))
    return tuple(blocks)


def way_words(chart: Chart, way: tuple[int, ...], words: Words) -> str:
    """Tell a road's way on a meter in a sentence: the text alternative of its line."""
    moved = changes(chart, way)
    if not moved:
        return words("charts.still", word=chart.steps[way[0]])
    told = [words("charts.change", clock=moment.clock, word=word) for moment, word in moved]
    return words("charts.way", word=chart.steps[way[0]], changes="; ".join(told))
