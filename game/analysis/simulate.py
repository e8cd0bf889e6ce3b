"""Random play without text: many playthroughs at once, by the same tables as exploring.

It counts how often each ending was met. Exploring knows the probabilities exactly; the two must agree
within what chance allows, which is a check of the analyser, not a way to answer.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.analysis.draws import Draws
from game.analysis.keys import Block, Ints, Keys, encode
from game.analysis.rules import Rules

DEAD_END = "(dead end)"
Waiting = dict[str, list[Keys]]


def simulate(rules: Rules, policy: str, count: int, seed: int) -> Mapping[str, int]:
    """Play `count` times by `policy` and give how many playthroughs met each ending.

    All playthroughs stand at one decision point together, so each costs well under a microsecond a
    turn. A dead end is counted under DEAD_END.
    """
    draws = Draws(seed)
    start = rules.scenario.start
    first = encode(rules.layouts[start], rules.question.starts[0])
    waiting: Waiting = {start: [tuple(np.full(count, word, dtype=np.int64) for word in first)]}
    met: dict[str, int] = {}
    for place in rules.places:
        parts = waiting.pop(place, None)
        if parts is None:
            continue
        keys = tuple(np.concatenate(words) for words in zip(*parts, strict=True))
        if place in rules.stages:
            stuck = _step(rules, (place, keys), policy, draws, waiting)
            met[DEAD_END] = met.get(DEAD_END, 0) + stuck
        else:
            met[place] = len(keys[0])
    return {name: number for name, number in met.items() if number}


def _step(rules: Rules, here: tuple[str, Keys], policy: str, draws: Draws, waiting: Waiting) -> int:
    """Let every playthrough at one place take an option; give how many found none."""
    stage = rules.stages[here[0]]
    block = Block(stage.layout, here[1])
    odds = stage.odds(block)
    taken = _draw(np.cumsum(odds.shares[policy], axis=0), draws.many(len(block)))
    for option in range(len(stage.offers)):
        rows = np.flatnonzero(taken == option)
        if len(rows):
            for flow in stage.flows(option, block, rows):
                waiting.setdefault(flow.target, []).append(flow.keys)
    is_dead = np.broadcast_to(~odds.offered.any(axis=0), len(block))
    return int(is_dead.sum())


def _draw(passed: np.typing.NDArray[np.float64], points: np.typing.NDArray[np.float64]) -> Ints:
    """Give the option that each point falls to; beyond the last one where nothing is offered.

    `passed` are the shares added up; its last row may miss 1 by rounding, so the points are scaled.
    """
    total = passed[-1]
    option: Ints = (passed <= points * total).sum(axis=0)
    return np.where(total > 0, option, len(passed))
