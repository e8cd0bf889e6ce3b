"""The model card: what a scenario takes for granted, and which of it a playthrough leaned on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.play.playthrough import Playthrough, Turn
from game.play.shown import sources
from game.play.view import Reader, SourceView
from game.scenario.accounts import Assumption
from game.scenario.model import CHANCE, Scenario


@dataclass(frozen=True, slots=True)
class AssumptionView:
    """An assumption, the best case against it, and in words what leans on it (`leans`)."""

    id: str
    name: str
    text: str
    counter: str
    leans: tuple[str, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class LeanedOn:
    """An assumption that a playthrough leaned on, and at which turns (from 0); `is_everywhere` where
    every playthrough does, at every turn."""

    assumption: AssumptionView
    turns: tuple[int, ...]
    is_everywhere: bool


def model_card(scenario: Scenario, reader: Reader) -> tuple[AssumptionView, ...]:
    """Give the assumptions of `scenario`, in the author's order."""
    return tuple(_view(scenario, assumption, reader) for assumption in scenario.assumptions.values())


def leaned_on(play: Playthrough, reader: Reader) -> tuple[LeanedOn, ...]:
    """Give the assumptions that `play` leaned on, in the author's order.

    One that names weights is leaned on where the weights decided, not where a person sat.
    """
    found = []
    for assumption in play.scenario.assumptions.values():
        turns = tuple(i for i, turn in enumerate(play.turns) if _leans(play.scenario, turn, assumption))
        if turns:
            found.append(LeanedOn(_view(play.scenario, assumption, reader), turns, assumption.is_everywhere))
    return tuple(found)


def _leans(scenario: Scenario, turn: Turn, assumption: Assumption) -> bool:
    if assumption.is_everywhere or turn.decision in assumption.decisions:
        return True
    if turn.option in assumption.options.get(turn.decision, ()):
        return True
    if turn.by in ("weights", "chance") and scenario.decisions[turn.decision].side in assumption.weights:
        return True
    moved = (scenario.meters[name].variable for name in assumption.meters)
    return any(turn.before.values[variable] != turn.after.values[variable] for variable in moved)


def _view(scenario: Scenario, assumption: Assumption, reader: Reader) -> AssumptionView:
    return AssumptionView(
        assumption.id,
        reader.texts(assumption.name),
        reader.texts(assumption.text),
        reader.texts(assumption.counter),
        _what_leans(scenario, assumption, reader),
        sources(scenario, assumption.sources, reader),
    )


def _what_leans(scenario: Scenario, assumption: Assumption, reader: Reader) -> tuple[str, ...]:
    if assumption.is_everywhere:
        return (reader.words("debrief.leans.everywhere"),)
    return (
        *(reader.texts(scenario.decisions[name].title) for name in assumption.decisions),
        *_options(scenario, assumption, reader),
        *_meters(scenario, assumption, reader),
        *(_weights(scenario, side, reader) for side in assumption.weights),
    )


def _options(scenario: Scenario, assumption: Assumption, reader: Reader) -> Iterator[str]:
    for name, option_ids in assumption.options.items():
        decision = scenario.decisions[name]
        for option_id in option_ids:
            option = reader.texts(decision.options[option_id].text)
            yield reader.words("debrief.leans.option", title=reader.texts(decision.title), option=option)


def _meters(scenario: Scenario, assumption: Assumption, reader: Reader) -> Iterator[str]:
    for meter in (scenario.meters[name] for name in assumption.meters):
        ends = {"low": reader.texts(meter.low.name), "high": reader.texts(meter.high.name)}
        yield reader.words("debrief.leans.meter", **ends)


def _weights(scenario: Scenario, side: str, reader: Reader) -> str:
    if side == CHANCE:
        return reader.words("debrief.leans.chance")
    return reader.words("debrief.leans.weights", side=reader.texts(scenario.sides[side].name))
