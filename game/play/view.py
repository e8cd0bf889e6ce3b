"""What one side may know at this hour, ready to show, in one language.

A View is plain frozen text: terminal, window and phone are equal when their Views are equal, and
what a side may not know is left out here and nowhere else. `game.play.desk.view` makes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.messages import Words
from game.scenario.chart import Point
from game.scenario.text import Catalogue

NoticeKind = Literal["consequence", "sighting", "news", "record"]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the game's own sentences and the scenario's texts in one language and level."""

    words: Words
    texts: Catalogue


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source chip: who, what, when, and where it can be asked for."""

    id: str
    title: str
    author: str
    year: str
    kind: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class ClockView:
    """A city's time: `text` says date and hour, `hour` and `minute` turn the hands."""

    name: str
    text: str
    hour: int
    minute: int


@dataclass(frozen=True, slots=True)
class MeterView:
    """A meter: the words of both ends and of the present step, which is `position` of `count` from 0."""

    id: str
    low: str
    low_meaning: str
    high: str
    high_meaning: str
    word: str
    position: int
    count: int


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A paper: empty strings where sender, recipient, dates or `alt` (a sketch in words) are not known."""

    id: str
    kind: str
    title: str
    sender: str
    recipient: str
    sent: str
    received: str
    text: str
    alt: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class AdviserView:
    """A voice at the desk. `favours` is the text of the option it speaks for, or empty."""

    id: str
    name: str
    role: str
    favours: str
    says: str
    forecast: str
    likelihood: str
    changes_mind: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class OptionView:
    """An open option; `order` is what is read back before the seal.

    `foreseen` pairs the names of other sides with what, as this side knows, they will see of it.
    """

    id: str
    text: str
    case: str
    order: str
    advocates: tuple[str, ...]
    sources: tuple[SourceView, ...]
    foreseen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NoticeView:
    """Something that this side learned: what followed its choice, what it saw of others, or what fell to
    the record in its place.

    `turn` is the number (from 0) of the turn that brought it; `heading` names what it is about.
    Grade, likelihood and confidence are empty where the author gave none.
    """

    turn: int
    kind: NoticeKind
    heading: str
    text: str
    document: str
    grade: str
    likelihood: str
    confidence: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One of this side's own turns: rolling back to `turn` opens it again.

    Not so one that `fell_to_record`: the cut did not ask it, and would not ask it again.
    """

    turn: int
    clock: str
    phase: str
    title: str
    choice: str
    notices: tuple[NoticeView, ...]
    fell_to_record: bool = False


@dataclass(frozen=True, slots=True)
class EndingView:
    """Where play stopped; `dimensions` pairs each dimension's name with its value in words."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    is_war: bool
    dimensions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart of the map; the one that is shown first has no id."""

    id: str
    name: str
    centre: Point
    reach_km: int


@dataclass(frozen=True, slots=True)
class MarkView:
    """A mark on the map that this side may see. `where` is its distance from a city in words, or empty.

    Side name and shape are empty for what is nobody's. `points` are those of a line or a flight, or one;
    with a `radius_km` the mark lies around its one point, and within `arc` where its bearings differ.
    """

    id: str
    kind: str
    layer: str
    side_name: str
    shape: str
    label: str
    text: str
    where: str
    position: str
    points: tuple[Point, ...]
    radius_km: int
    arc: tuple[int, int]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """The map as one side has it at an hour: its charts, and the marks layer by layer."""

    hour: str
    charts: tuple[ChartView, ...]
    marks: tuple[MarkView, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What `side` may know now.

    While another side decides (`is_deciding` false) or after the ending, title, situation,
    documents, advisers and options are empty. `options` stand in an order shuffled by seed and
    decision point, the same at every look. `now` is the hour by this side's clock, in short.
    `notices` is what came since this side's last turn, `file` every document it has met earlier,
    `log` its own turns, oldest first, `map` what the plotting wall shows of what it knows.
    """

    scenario: str
    side: str
    side_name: str
    desk: str
    is_deciding: bool
    turn: int
    phase: str
    phase_number: int
    phase_count: int
    clocks: tuple[ClockView, ...]
    now: str
    place: str
    title: str
    briefing: str
    situation: tuple[str, ...]
    documents: tuple[DocumentView, ...]
    file: tuple[DocumentView, ...]
    advisers: tuple[AdviserView, ...]
    options: tuple[OptionView, ...]
    meters: tuple[MeterView, ...]
    notices: tuple[NoticeView, ...]
    log: tuple[LogEntry, ...]
    ending: EndingView | None
    map: MapView | None

    @property
    def asked(self) -> tuple[LogEntry, ...]:
        """The turns on which this side's player was asked, oldest first: those one can go back to."""
        return tuple(entry for entry in self.log if not entry.fell_to_record)


@dataclass(frozen=True, slots=True)
class TermView:
    """A glossary entry; `words` are all the words that mean it, the first to be shown."""

    id: str
    words: tuple[str, ...]
    text: str
    sources: tuple[SourceView, ...]
