"""Draws for chance and for sides that nobody takes: the only user of a random generator.

Each turn has a generator of its own, made from the seed and the turn's number. So a rollback that
takes the same road meets the same luck, and two roads can be compared under equal luck; a replay
never asks it, since each draw stands in the playthrough.
"""

from __future__ import annotations

import random

from game.play import engine
from game.play.playthrough import Playthrough, chooser_without_player


def draw(play: Playthrough) -> str:
    """Give the option that the weights draw now."""
    chances = engine.probabilities(play.scenario, play.state)
    point = random.Random(f"{play.seed}/{len(play.turns)}").random()
    passed = 0.0
    for option, probability in chances:
        passed += float(probability)
        if point < passed:
            return option.id
    return next(option.id for option, probability in reversed(chances) if probability > 0)


def step(play: Playthrough) -> Playthrough:
    """Give the playthrough after one draw of chance or of weights, or after what falls to the record."""
    left = play.left_to_record
    if left is not None:
        return play.choose(left.id, "record")
    return play.choose(draw(play), chooser_without_player(play.decision))


def advance(play: Playthrough) -> Playthrough:
    """Let chance, the sides that nobody takes and the record decide until a person must, or play ends."""
    while not play.is_over and not play.is_players_turn:
        play = step(play)
    return play


def fresh_seed() -> int:
    """Give a seed for a new play, small enough to read aloud."""
    return random.SystemRandom().randrange(1_000_000)
