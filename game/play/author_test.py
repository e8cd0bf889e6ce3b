"""An author's playthrough tests: these choices are made, and what is expected must come of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from game.messages import Words
from game.play.desk import view
from game.play.follow import policy
from game.play.playthrough import Playthrough, begin
from game.play.view import Reader
from game.scenario.model import Scenario
from game.scenario.problem import Problem
from game.scenario.text import Catalogue
from game.scenario.wishes import Choice, PlayTest, Shown


def check_tests(scenario: Scenario, tests: Iterable[PlayTest]) -> tuple[Problem, ...]:
    """Play every test and give what was met where something else is expected. Draws have the seed 0."""
    return tuple(problem for test in tests for problem in _check(scenario, test))


def _check(scenario: Scenario, test: PlayTest) -> Iterator[Problem]:
    play, problem = _played(begin(scenario, test.players), test)
    if problem is not None:
        yield problem
        return
    way = ",".join(play.option_ids)
    if test.ending is not None and play.ending.id != test.ending:
        values = {"name": test.id, "ending": test.ending, "met": play.ending.id, "way": way}
        yield Problem(test.ending_place, "test-ending", tuple(values.items()))
    for expected in test.values:
        met = play.state.values[expected.variable]
        if met not in expected.values:
            variable = scenario.variables[expected.variable]
            values = {"variable": variable.id, "met": variable.steps[met], "expected": expected.words}
            yield Problem(expected.place, "test-value", (*values.items(), ("name", test.id), ("way", way)))
    if test.shown or test.not_shown:
        yield from _check_shown(play, test, way)


def _played(play: Playthrough, test: PlayTest) -> tuple[Playthrough, Problem | None]:
    """Play to the end; give the problem where a choice cannot be made, or is never asked for."""
    in_order = [choice for choice in test.choices if choice.decision is None]
    named = {choice.decision: choice for choice in test.choices if choice.decision is not None}
    rest = policy(test.rest)
    while not play.is_over:
        wanted = in_order.pop(0) if in_order else named.pop(play.decision.id, None)
        offered = [option.id for option in play.offered()]
        if wanted is not None and wanted.option not in offered:
            values = {"option": wanted.option, "at": play.state.at, "open": ", ".join(offered)}
            return play, Problem(wanted.place, "test-choice-closed", _slots(test, **values))
        if not offered:
            return play, Problem(test.place, "test-dead-end", _slots(test, at=play.state.at))
        play = play.choose(wanted.option if wanted is not None else rest(play), "follow")
    unasked = [*in_order, *named.values()]
    return play, _left_over(play, test, unasked[0]) if unasked else None


def _left_over(play: Playthrough, test: PlayTest, choice: Choice) -> Problem:
    slots = _slots(test, option=choice.option, ending=play.ending.id, way=",".join(play.option_ids))
    return Problem(choice.place, "test-choice-unasked", slots)


def _slots(test: PlayTest, **values: str) -> tuple[tuple[str, str], ...]:
    return (("name", test.id), *values.items())


def _check_shown(play: Playthrough, test: PlayTest, way: str) -> Iterator[Problem]:
    """Look over every desk's shoulder, at every turn: what a View holds is what a player may see."""
    seen = list(_seen(play))
    for shown in test.shown:
        if not any(_holds(shown, side, texts) for side, _, texts in seen):
            slots = _slots(test, text=shown.text, way=way)
            yield Problem(shown.place, "test-not-shown", slots)
    for shown in test.not_shown:
        met = next(((side, at) for side, at, texts in seen if _holds(shown, side, texts)), None)
        if met is not None:
            slots = _slots(test, text=shown.text, side=met[0], at=met[1], way=way)
            yield Problem(shown.place, "test-shown", slots)


def _seen(play: Playthrough) -> Iterator[tuple[str, str, str]]:
    """Give all that each side may read, turn by turn: side, place of the story, texts."""
    reader = Reader(Words(), Catalogue())
    for turn in range(len(play.turns) + 1):
        so_far = play.rollback_to(turn)
        for side in play.scenario.sides:
            yield side, so_far.state.at, "\n".join(_texts(view(so_far, side, reader)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _holds(shown: Shown, side: str, texts: str) -> bool:
    return (shown.to is None or side in shown.to) and shown.text in texts
