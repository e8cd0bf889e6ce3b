"""Along one playthrough: the odds of the endings before and after every turn.

The turns with the largest moves are where the road was really decided.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from game.analysis.backward import Look, Map, ending_finals, look_back
from game.analysis.forward import Plan, visit_all
from game.analysis.keys import Floats
from game.analysis.layer import Finder
from game.analysis.rules import Question, ask_of, key_of, prepare
from game.play.playthrough import Playthrough
from game.play.state import State
from game.scenario.model import CHANCE

Listener = Callable[[Look], None]
"""Told of every block of states while the odds are looked back on."""


def _unheard(_: Look) -> None:
    """Hear nothing."""


@dataclass(frozen=True, slots=True)
class Move:
    """The odds of the endings before and after one turn; `distance` is the share that moved (0 to 1)."""

    decision: str
    option: str
    before: Mapping[str, float]
    after: Mapping[str, float]
    distance: float


def moves(play: Playthrough, policy: str = "uniform", plan: Plan | None = None) -> tuple[Move, ...]:
    """Give the move of every turn of `play`, in order: its players by `policy`, all others by weights.

    Its cut and its interpretation hold. Only the states of the playthrough are remembered.
    Raises TooMany past the plan's cap.
    """
    return follow_odds(_visited(play, policy, plan or Plan()), play, policy)


def follow_odds(story: Map, play: Playthrough, policy: str, hear: Listener = _unheard) -> tuple[Move, ...]:
    """Give the move of every turn of `play` in a `story` that was visited; `hear` listens meanwhile."""
    odds = _odds(story, policy, _states(play), hear)
    return tuple(
        Move(
            turn.decision,
            turn.option,
            _named(story, before),
            _named(story, after),
            float(np.abs(before - after).sum() / 2),
        )
        for turn, before, after in zip(play.turns, odds, odds[1:], strict=False)
    )


def odds_now(play: Playthrough, policy: str = "uniform", plan: Plan | None = None) -> Mapping[str, float]:
    """Give the probability of each ending from where `play` stands. Raises TooMany past the plan's cap."""
    story = _visited(play, policy, plan or Plan())
    return _named(story, _odds(story, policy, _states(play), _unheard)[-1])


def question_of(play: Playthrough) -> Question:
    """Give the question whose states hold every playthrough of the same players, cut and interpretation."""
    question = ask_of(play.scenario, play.players, play.players, play.interpretation)
    return replace(question, free=frozenset({*play.scenario.sides, CHANCE}), cut=play.cut)


def _visited(play: Playthrough, policy: str, plan: Plan) -> Map:
    rules = prepare(question_of(play))
    return Map(rules, list(visit_all(rules, replace(plan, policies=(policy,), traced=False))))


def _states(play: Playthrough) -> list[State]:
    return [play.first, *(turn.after for turn in play.turns)]


def _odds(story: Map, policy: str, states: list[State], hear: Listener) -> list[Floats]:
    """Give the odds in every state; the last column is that of dead ends."""
    finals = ending_finals(story)
    known: dict[State, Floats] = {}
    rows = {}
    for state in states:
        if state.at in finals:
            known[state] = finals[state.at][0]
        else:
            keys = tuple(np.array([word], dtype=np.int64) for word in key_of(story.rules, state))
            finder = Finder(story.rules.layouts[state.at], story.visits[state.at].layer.keys)
            rows[state.at] = (state, int(finder.rows(keys)[0]))
    for look in look_back(story, policy, finals):
        hear(look)
        part = look.crossing.part
        if look.crossing.place in rows:
            state, row = rows[look.crossing.place]
            if part.start <= row < part.stop:
                known[state] = look.here[row - part.start].copy()
    return [known[state] for state in states]


def _named(story: Map, odds: Floats) -> dict[str, float]:
    return dict(zip(story.rules.scenario.endings, odds.tolist(), strict=False))
