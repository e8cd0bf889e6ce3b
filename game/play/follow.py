"""Playing without asking: along the record, the first option, the weights, or a list of ids."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.errors import GameError
from game.play.luck import draw
from game.play.playthrough import Chooser, Playthrough
from game.scenario.model import CHANCE

POLICIES = ("record", "first", "weights")

Policy = Callable[[Playthrough], str]


def follow(play: Playthrough, way: str) -> Playthrough:
    """Play to an ending by `way`: `record`, `first`, `weights`, or option ids with commas between.

    Raises NotOffered, or GameError where ids are missing or left over.
    """
    if way not in POLICIES:
        return follow_ids(play, [name.strip() for name in way.split(",") if name.strip()])
    choose = policy(way)
    while not play.is_over:
        left = play.left_to_record
        play = play.choose(choose(play), _by(play)) if left is None else play.choose(left.id, "record")
    return play


def _by(play: Playthrough) -> Chooser:
    return "follow" if play.decision.side != CHANCE else "chance"


def policy(way: str) -> Policy:
    """Give how `way`, one of POLICIES, decides."""
    return {"record": historical_option, "first": first_option, "weights": draw}[way]


def follow_ids(play: Playthrough, option_ids: Sequence[str]) -> Playthrough:
    """Take `option_ids` in order: every side's, chance's, and what a cut leaves to the record."""
    for number, option_id in enumerate(option_ids):
        if play.is_over:
            raise GameError("play.ids-left-over", count=len(option_ids) - number, ids=option_id)
        left = play.left_to_record
        play = play.choose(option_id, "record" if left and left.id == option_id else _by(play))
    if not play.is_over:
        open_here = ", ".join(option.id for option in play.offered())
        raise GameError("play.ids-missing", at=play.state.at, open=open_here)
    return play


def first_option(play: Playthrough) -> str:
    """Give the first open option for a side, and a draw for chance."""
    return draw(play) if play.decision.side == CHANCE else play.offered()[0].id


def historical_option(play: Playthrough) -> str:
    """Give the historical choice or outcome; off the record line, a draw by the weights."""
    choice = play.decision.historical.choice
    if choice is not None and any(option.id == choice for option in play.offered()):
        return choice
    return draw(play)
