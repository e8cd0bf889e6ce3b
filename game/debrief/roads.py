"""This road and the record line, decision point by decision point: where both pass, and where only one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from game.play import clock
from game.play.follow import follow
from game.play.playthrough import Playthrough, Turn, begin
from game.play.view import Reader
from game.scenario.model import CHANCE, DecisionPoint, Scenario


@dataclass(frozen=True, slots=True)
class Crossing:
    """A decision point that one of the roads passes; `here` and `record` are numbers of turns, or None."""

    decision: DecisionPoint
    here: int | None
    record: int | None


@lru_cache(maxsize=4)
def record_line(scenario: Scenario) -> Playthrough:
    """Give the record line of a scenario. Raises no error: the checker has played it."""
    return follow(begin(scenario), "record")


def crossings(play: Playthrough) -> tuple[Crossing, ...]:
    """Give every decision point of either road by the story's clock."""
    scenario = play.scenario
    here, there = _numbers(play.turns), _numbers(record_line(scenario).turns)
    ranks = {name: rank for rank, name in enumerate(scenario.order)}
    passed = [scenario.decisions[name] for name in {**here, **there}]
    passed.sort(key=lambda decision: (decision.at, ranks[decision.id]))
    return tuple(Crossing(decision, here.get(decision.id), there.get(decision.id)) for decision in passed)


def _numbers(turns: tuple[Turn, ...]) -> dict[str, int]:
    return {turn.decision: number for number, turn in enumerate(turns)}


def parted_at(play: Playthrough) -> datetime | None:
    """Give the hour of the first choice unlike the record, or None where there is none."""
    for turn in play.turns:
        decision = play.scenario.decisions[turn.decision]
        if turn.option not in decision.historical.admitted:
            return decision.at
    return None


def side_name(scenario: Scenario, side: str, reader: Reader) -> str:
    """Give the name of a side, or the word for chance."""
    return reader.words("debrief.chance") if side == CHANCE else reader.texts(scenario.sides[side].name)


def side_shape(scenario: Scenario, side: str) -> str:
    """Give the shape by which a side is known without its colour; that of chance is a diamond."""
    return "diamond" if side == CHANCE else scenario.sides[side].shape


def local_hour(scenario: Scenario, side: str, moment: datetime) -> datetime:
    """Give a moment on the clock of a side's desk, or for chance as its author wrote it."""
    city = scenario.sides[side].clock if side != CHANCE else None
    return clock.local(moment, scenario.clocks[city].zone if city else None)


def hour_words(scenario: Scenario, side: str, moment: datetime, reader: Reader) -> str:
    """Write a moment on the clock of a side's desk in short."""
    return clock.short(reader.words, local_hour(scenario, side, moment))
