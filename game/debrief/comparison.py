"""The comparison of a playthrough with the record: step by step, dimension by dimension.

It tells where and how the two differ and how well each step is evidenced. It never counts hits: the
record is what happened, not what was right.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.play import clock
from game.play.follow import follow
from game.play.playthrough import Playthrough, Turn, begin
from game.play.shown import shown_or_empty, sources
from game.play.view import Reader, SourceView
from game.scenario.evidence import best_grade
from game.scenario.model import CHANCE, Consequence, Scenario


@dataclass(frozen=True, slots=True)
class Step:
    """One turn beside the record.

    `historical` is the text of the option taken in the record, empty where the record never came to
    this decision point; `is_divergent` is true of every choice unlike the record, `is_settled` is
    false where the record admits several options. `steps_away`
    counts the choices unlike the record up to and including this one, and lowers the best grade
    that the consequence can have here. `consequence` and the words
    for its grade, likelihood and confidence are empty where the author gave none.
    """

    turn: int
    clock: str
    phase: str
    side: str
    decision: str
    title: str
    choice: str
    chosen: str
    by: str
    historical_choice: str
    historical: str
    why: str
    why_sources: tuple[SourceView, ...]
    is_divergent: bool
    is_settled: bool
    steps_away: int
    consequence: str
    grade: str
    grade_words: str
    likelihood: str
    confidence: str
    mechanism: str
    against: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """One dimension: how this road ended beside the record, in words."""

    id: str
    name: str
    here: str
    record: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A playthrough beside the record. `divergence` is the first turn (from 0) unlike the record, or None.

    `is_over` is false for a playthrough that was left before its ending; then `dimensions` is empty.
    """

    scenario_id: str
    scenario: str
    players: tuple[str, ...]
    seed: int
    is_over: bool
    ending_id: str
    ending: str
    ending_text: tuple[str, ...]
    record_ending_id: str
    record_ending: str
    record_text: str
    record_sources: tuple[SourceView, ...]
    steps: tuple[Step, ...]
    dimensions: tuple[DimensionRow, ...]
    divergence: int | None


def compare(play: Playthrough, reader: Reader) -> Comparison:
    """Lay `play` beside the record."""
    scenario = play.scenario
    record = scenario.endings[scenario.record.ending]
    steps = _steps(play, reader)
    ending = play.ending if play.is_over else None
    shown = ending.text if ending else ()
    values = play.state.values
    return Comparison(
        scenario_id=scenario.id,
        scenario=reader.texts(scenario.title),
        players=tuple(reader.texts(side.name) for side in scenario.sides.values() if side.id in play.players),
        seed=play.seed,
        is_over=play.is_over,
        ending_id=ending.id if ending else "",
        ending=reader.texts(ending.title) if ending else "",
        ending_text=tuple(reader.texts(beat.text) for beat in shown if beat.is_shown(values)),
        record_ending_id=record.id,
        record_ending=reader.texts(record.title),
        record_text=shown_or_empty(scenario.record.text, reader),
        record_sources=sources(scenario, scenario.record.sources, reader),
        steps=steps,
        dimensions=_dimensions(play, reader) if ending else (),
        divergence=next((step.turn for step in steps if step.is_divergent), None),
    )


def _steps(play: Playthrough, reader: Reader) -> tuple[Step, ...]:
    steps: list[Step] = []
    away = 0
    for number, turn in enumerate(play.turns):
        historical = play.scenario.decisions[turn.decision].historical
        away += turn.option not in historical.admitted
        steps.append(_step(play.scenario, number, turn, away, reader))
    return tuple(steps)


def _step(scenario: Scenario, number: int, turn: Turn, away: int, reader: Reader) -> Step:
    decision = scenario.decisions[turn.decision]
    option = decision.options[turn.option]
    historical = decision.historical
    in_record = decision.options.get(historical.choice or "")
    found = option.consequence(turn.after.values)
    words, texts = reader.words, reader.texts
    side = scenario.sides.get(decision.side)
    grade = graded_here(found, away)
    return Step(
        turn=number,
        clock=clock.short(words, clock.local(decision.at, _zone(scenario, decision.side))),
        phase=texts(scenario.phases[decision.phase].name) if decision.phase else "",
        side=texts(side.name) if side else words("debrief.chance"),
        decision=decision.id,
        title=texts(decision.title),
        choice=option.id,
        chosen=texts(option.text),
        by=turn.by,
        historical_choice=historical.choice or "",
        historical=texts(in_record.text) if in_record else "",
        why=texts(historical.why),
        why_sources=sources(scenario, historical.sources, reader),
        is_divergent=option.id not in historical.admitted,
        is_settled=len(historical.admitted) <= 1,
        steps_away=away,
        consequence=texts(found.text) if found else "",
        grade=grade,
        grade_words=words(f"evidence.grade.{grade}") if grade else "",
        likelihood=words(f"evidence.likelihood.{found.likelihood}") if found and found.likelihood else "",
        confidence=words(f"evidence.confidence.{found.confidence}") if found and found.confidence else "",
        mechanism=shown_or_empty(found.mechanism, reader) if found else "",
        against=shown_or_empty(found.against, reader) if found else "",
        sources=sources(scenario, found.sources, reader) if found else (),
    )


def graded_here(consequence: Consequence | None, steps_away: int) -> str:
    """Give how far evidence carries a consequence on this road: no further than its steps from the record."""
    if consequence is None or consequence.grade is None:
        return ""
    return max(consequence.grade, best_grade(steps_away))


def _zone(scenario: Scenario, side: str) -> str | None:
    """Give the time zone in which a turn is told: the side's, or for chance the one its author wrote."""
    city = scenario.sides[side].clock if side != CHANCE else None
    return scenario.clocks[city].zone if city else None


def _dimensions(play: Playthrough, reader: Reader) -> tuple[DimensionRow, ...]:
    scenario = play.scenario
    record = record_state_values(scenario)
    record_ending = scenario.endings[scenario.record.ending]
    rows = []
    for name, dimension in scenario.dimensions.items():
        here = play.ending.value(name, play.state.values)
        there = record_ending.value(name, record)
        words = dimension.values
        rows.append(
            DimensionRow(
                name,
                reader.texts(dimension.name),
                reader.texts(words[here]),
                reader.texts(words[there]),
                here == there,
            )
        )
    return tuple(rows)


def record_state_values(scenario: Scenario) -> tuple[int, ...]:
    """Give the values of the variables where the record line ends."""
    return follow(begin(scenario), "record").state.values
