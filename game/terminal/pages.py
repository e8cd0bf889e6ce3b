"""Views as pages of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.debrief.pages import source_words
from game.messages import Words
from game.page import Block, Page, detail, heading, item, note, text, title
from game.play.roads import Roads
from game.play.view import (
    AdviserView,
    DocumentView,
    EndingView,
    LogEntry,
    MapView,
    MarkView,
    MeterView,
    NoticeView,
    OptionView,
    SourceView,
    TermView,
    View,
)


def opening_page(view: View, introduction: str, words: Words) -> Page:
    """What everybody at the keyboard reads first."""
    told = (text(introduction),) if introduction else ()
    return (title(view.scenario), *told, note(words("terminal.help-offer")))


def card_offer(words: Words) -> Page:
    """Say that what the scenario takes for granted can be read."""
    return (note(words("terminal.card-offer")),)


def briefing_page(view: View) -> Page:
    """What the player of this desk reads before the first turn, and nobody else."""
    return (heading(view.desk), *((text(view.briefing),) if view.briefing else ()))


def notices_page(notices: Sequence[NoticeView], words: Words) -> Page:
    """What has come since the last turn."""
    blocks: list[Block] = []
    above = ""
    for notice in notices:
        if notice.heading != above:  # several from one capital stand under one heading
            blocks.append(heading(notice.heading))
        above = notice.heading
        blocks.append(text(notice.text))
        if notice.document:
            blocks.append(note(words("terminal.document-came")))
    return tuple(blocks)


def desk_page(view: View, words: Words) -> Page:
    """The situation, what lies on the desk, who speaks, and the options."""
    return (
        title(view.title),
        *_where(view, words),
        *(text(paragraph) for paragraph in view.situation),
        *_papers(view, words),
        *_voices(view.advisers, words),
        *meters_page(view.meters, words),
        *options_page(view.options, words),
    )


def _where(view: View, words: Words) -> Page:
    clocks = [detail(clock.name, clock.text) if clock.name else note(clock.text) for clock in view.clocks]
    phase = (
        [detail(words("terminal.phase"), words("terminal.phase-of", **_phase(view)))] if view.phase else []
    )
    place = [detail(words("terminal.place"), view.place)] if view.place else []
    return (*phase, *clocks, *place)


def _phase(view: View) -> dict[str, object]:
    return {"name": view.phase, "number": view.phase_number, "count": view.phase_count}


def _papers(view: View, words: Words) -> Page:
    if not view.documents:
        return ()
    papers = [
        detail(words("terminal.document-number", number=number), paper.title)
        for number, paper in enumerate(view.documents, start=1)
    ]
    return (heading(words("terminal.documents")), *papers, note(words("terminal.documents-hint")))


def _voices(advisers: Sequence[AdviserView], words: Words) -> Page:
    if not advisers:
        return ()
    blocks = [heading(words("terminal.advisers"))]
    for adviser in advisers:
        blocks.append(text(words("terminal.says", name=adviser.name, role=adviser.role, says=adviser.says)))
        if adviser.favours:
            blocks.append(detail(words("terminal.favours"), adviser.favours))
        if adviser.forecast:
            key = "terminal.forecast-with" if adviser.likelihood else "terminal.forecast-words"
            values = {"forecast": adviser.forecast, "likelihood": adviser.likelihood}
            blocks.append(detail(words("terminal.forecast"), words(key, **values)))
        if adviser.changes_mind:
            blocks.append(detail(words("terminal.changes-mind"), adviser.changes_mind))
    return tuple(blocks)


def meters_page(meters: Sequence[MeterView], words: Words) -> Page:
    """The meters in words: both ends and where it stands."""
    if not meters:
        return ()
    lines = [
        detail(
            words("terminal.meter-ends", low=meter.low, high=meter.high),
            _meter_words(meter, words),
        )
        for meter in meters
    ]
    return (heading(words("terminal.meters")), *lines)


def _meter_words(meter: MeterView, words: Words) -> str:
    """Say where a meter stands without a number: in the middle, towards an end, or at it."""
    if 2 * meter.position == meter.count - 1:
        return words("terminal.meter.middle", word=meter.word)
    end = meter.low if 2 * meter.position < meter.count - 1 else meter.high
    place = "end" if meter.position in (0, meter.count - 1) else "towards"
    return words(f"terminal.meter.{place}", word=meter.word, end=end)


def options_page(options: Sequence[OptionView], words: Words) -> Page:
    """The options, numbered in the order that the player sees."""
    blocks = [heading(words("terminal.options"))]
    for number, option in enumerate(options, start=1):
        blocks.append(item(str(number), option.text))
        if option.advocates:
            blocks.append(detail(words("terminal.advocates"), ", ".join(option.advocates)))
        if option.case:
            blocks.append(detail(words("terminal.case"), option.case))
    return tuple(blocks)


def order_page(option: OptionView, words: Words) -> Page:
    """The order read back before the seal."""
    seen = (detail(words("terminal.will-see", side=side), what) for side, what in option.foreseen)
    return (heading(words("terminal.order")), text(option.order or option.text), *seen)


def document_page(paper: DocumentView, words: Words) -> Page:
    """A document whole, labelled as a paraphrase."""
    kind = words(f"terminal.kind.{paper.kind}")
    ends = (
        ("terminal.from", paper.sender),
        ("terminal.to", paper.recipient),
        ("terminal.sent", paper.sent),
        ("terminal.received", paper.received),
    )
    return (
        title(words("terminal.document-title", kind=kind, title=paper.title)),
        *(detail(words(key), value) for key, value in ends if value),
        text(paper.text),
        *((text(words("terminal.sketch-shows", alt=paper.alt)),) if paper.alt else ()),
        note(words("terminal.paraphrased")),
        *_source_lines(paper.sources, words),
    )


def _source_lines(sources: Sequence[SourceView], words: Words) -> Page:
    return tuple(detail(words("terminal.source"), source_words(source)) for source in sources)


def papers_page(view: View, words: Words) -> Page:
    """Every document met so far, numbered on from those on the desk."""
    papers = (*view.documents, *view.file)
    if not papers:
        return (note(words("terminal.no-documents")),)
    lines = [item(str(number), paper.title) for number, paper in enumerate(papers, start=1)]
    return (heading(words("terminal.all-documents")), *lines, note(words("terminal.documents-hint")))


def map_page(wall: MapView | None, words: Words) -> Page:
    """All that the map shows, in words: layer by layer, each mark with what it is and where."""
    if wall is None:
        return (note(words("terminal.no-map")),)
    names = ", ".join(chart.name for chart in wall.charts)
    blocks = [heading(words("terminal.map", hour=wall.hour)), text(names)]
    layer = ""
    for mark in wall.marks:
        if mark.layer != layer:
            layer = mark.layer
            blocks.append(heading(words(f"terminal.layer.{layer}")))
        blocks += _mark_lines(mark, words)
    return (*blocks, *(() if wall.marks else (note(words("terminal.map-empty")),)))


def _mark_lines(mark: MarkView, words: Words) -> Page:
    name = words("terminal.mark-of", label=mark.label, side=mark.side_name) if mark.side_name else mark.label
    position = words(f"terminal.position.{mark.position}") if mark.position != "known" else ""
    where = [detail(words("terminal.where"), mark.where)] if mark.where else []
    doubt = [detail(words("terminal.position"), position)] if position else []
    return (item("", name), detail("", mark.text), *where, *doubt, *_source_lines(mark.sources, words))


def log_page(view: View, words: Words) -> Page:
    """This side's turns so far, numbered for rollback."""
    if not view.log:
        return (note(words("terminal.no-log")),)
    blocks = [heading(words("terminal.log"))]
    asked = view.asked
    for entry in view.log:
        # what fell to the record has no number: going back there would ask nothing
        label = "" if entry.fell_to_record else str(asked.index(entry) + 1)
        blocks.append(item(label, words("terminal.log-turn", clock=entry.clock, title=entry.title)))
        chose = words("terminal.fell-to-record" if entry.fell_to_record else "terminal.chose")
        blocks.append(detail(chose, entry.choice))
        blocks += [detail(_log_heading(notice, entry, words), notice.text) for notice in entry.notices]
    return (*blocks, note(words("terminal.rollback-hint")))


def _log_heading(notice: NoticeView, entry: LogEntry, words: Words) -> str:
    """Name what came; what followed the choice itself is not headed by the choice once more."""
    return words("terminal.log-followed") if notice.heading == entry.choice else notice.heading


def roads_page(found: Roads, words: Words) -> Page:
    """The turns that two roads share, then each by itself, and where it ended or stands."""
    blocks: list[Block] = []
    if found.shared:
        blocks += [heading(words("terminal.roads.shared")), *_road_turns(found.shared, words)]
    for name, road in (("here", found.here), ("left", found.left)):
        place = road.place or words("terminal.roads.elsewhere")
        stands = words("terminal.roads.ended" if road.is_over else "terminal.roads.stands")
        blocks += [heading(words(f"terminal.roads.{name}")), *_road_turns(road.turns, words)]
        blocks.append(detail(stands, words("terminal.log-turn", clock=road.clock, title=place)))
    return tuple(blocks)


def _road_turns(turns: Sequence[LogEntry], words: Words) -> Page:
    blocks: list[Block] = []
    for entry in turns:
        blocks.append(item("", words("terminal.log-turn", clock=entry.clock, title=entry.title)))
        chose = words("terminal.fell-to-record" if entry.fell_to_record else "terminal.chose")
        blocks.append(detail(chose, entry.choice))
    return tuple(blocks)


def glossary_page(terms: Iterable[TermView], wanted: str, words: Words) -> Page:
    """All glossary entries, or those whose words hold `wanted`."""
    key = wanted.casefold()
    found = [term for term in terms if any(key in word.casefold() for word in term.words)]
    if not found:
        return (note(words("terminal.no-term", word=wanted)),)
    entries = [detail(words("terminal.or").join(term.words), term.text) for term in found]
    return (heading(words("terminal.glossary")), *entries)


def sources_page(view: View, words: Words) -> Page:
    """The sources of what is on the desk now."""
    named = [(paper.title, paper.sources) for paper in view.documents]
    named += [(adviser.name, adviser.sources) for adviser in view.advisers]
    named += [(option.text, option.sources) for option in view.options]
    named += [(notice.heading, notice.sources) for notice in view.notices]
    blocks: list[Block] = []
    for name, sources in named:
        if sources:
            blocks.append(item("", name))
            blocks += _source_lines(sources, words)
            blocks += [detail(words("terminal.address"), source.url) for source in sources if source.url]
    if not blocks:
        return (note(words("terminal.no-sources")),)
    return (heading(words("terminal.sources")), *blocks)


def ending_page(ending: EndingView, words: Words) -> Page:
    """The ending; a war is one plain page and nothing besides."""
    told = tuple(text(paragraph) for paragraph in ending.paragraphs)
    if ending.is_war:
        return told
    rows = [detail(name, value) for name, value in ending.dimensions]
    shown = (heading(words("terminal.how-it-ended")), *rows) if rows else ()
    return (title(ending.title), *told, *shown)


def help_page(words: Words) -> Page:
    """What can be typed."""
    names = (
        "number",
        "desk",
        "documents",
        "map",
        "log",
        "back",
        "roads",
        "glossary",
        "sources",
        "save",
        "saves",
        "load",
        "endings",
        "record",
        "compare",
        "check",
        "card",
        "rails",
        "ledger",
        "hours",
        "meters",
        "odds",
        "reload",
        "help",
        "quit",
    )
    lines = [detail(words(f"terminal.type.{name}"), words(f"terminal.does.{name}")) for name in names]
    return (heading(words("terminal.help")), *lines)
