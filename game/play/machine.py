"""The state machine that drives a playthrough: `transitions`, one flat machine per scenario.

Its states are the decision points and endings, its triggers the option ids, its transitions the
options' nexts with their conditions as closures. The only user of `transitions`. A string given to
transitions is imported and called, so nothing an author wrote is ever given to it but names of
states and triggers; and a refused trigger returns False silently, so `drive` raises instead.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from transitions import EventData, Machine

from game.play.engine import NotOffered, offered
from game.play.state import State, arrive
from game.scenario.model import Branch, Option, Scenario
from game.scenario.variable import apply


class _Desk:
    """What the machine moves: its name for the place, and the whole state."""

    __slots__ = ("position", "state")

    def __init__(self, position: State) -> None:
        self.state = position.at
        self.position = position


@lru_cache(maxsize=8)
def build(scenario: Scenario) -> Machine:
    """Make the machine of `scenario`; about 13 ms for a thousand decision points, so it is kept."""
    places = [*scenario.decisions, *scenario.endings]
    machine = Machine(
        model=None, states=places, initial=scenario.start, auto_transitions=False, send_event=True
    )
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            for branch in option.nexts:
                machine.add_transition(
                    option.id,
                    decision.id,
                    branch.to,
                    conditions=[_condition(option, branch)],
                    before=[_move(scenario, option, branch)],
                )
    return machine


def drive(scenario: Scenario, position: State, option_id: str) -> State:
    """Trigger `option_id` and give the state that the machine reaches. Raises NotOffered."""
    machine = build(scenario)
    desk = _Desk(position)
    event = machine.events.get(option_id)
    is_known = event is not None and position.at in event.transitions
    if event is None or not is_known or not event.trigger(desk):
        raise NotOffered(option_id, position.at, (option.id for option in offered(scenario, position)))
    assert desk.state == desk.position.at
    return desk.position


def _condition(option: Option, branch: Branch) -> Any:
    def is_taken(event: EventData) -> bool:
        values = _position(event).values
        if not option.is_offered(values):
            return False
        return branch.when is None or branch.when.holds(apply(option.effects, values))

    return is_taken


def _move(scenario: Scenario, option: Option, branch: Branch) -> Any:
    def move(event: EventData) -> None:
        before = _position(event)
        values = apply(option.effects, before.values)
        desk: Any = event.model
        desk.position = arrive(scenario, branch.to, values, before.due + option.later)

    return move


def _position(event: EventData) -> State:
    desk: Any = event.model
    position: State = desk.position
    return position
