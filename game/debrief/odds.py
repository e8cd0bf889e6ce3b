"""How likely this ending was and by whose doing: the exact odds of a road, ready to show.

The numbers come from `game.analysis.road`; here they only meet names. So whoever shows a debrief
imports no numpy until somebody asks for the odds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.debrief.comparison import Comparison
from game.messages import Words
from game.page import Block, Page, detail, heading, item, note, text
from game.play.playthrough import Playthrough
from game.scenario.model import CHANCE

if TYPE_CHECKING:
    from game.analysis.road import Road

Mover = Literal["player", "others", "chance"]

_LARGEST = 3
_SETTLED = 1e-9  # what only rounding left of a turn that moves nothing


@dataclass(frozen=True, slots=True)
class OddsMove:
    """What one turn did to the odds: `before` and `after` are those of this ending, `distance` is the
    share of all endings that moved (0 to 1)."""

    turn: int
    clock: str
    side: str
    mover: Mover
    title: str
    chosen: str
    before: float
    after: float
    distance: float


@dataclass(frozen=True, slots=True)
class RoadOdds:
    """The odds of a road. Shares run from 0 to 1.

    `uniform` and `weights` are the probability of this ending before the first turn: with the players
    taking every open option alike, and with them following the author's weights like everybody else.
    `spread` is the probability that two playthroughs end unlike; `luck` splits it by who moved, to 1.
    """

    ending: str
    players: tuple[str, ...]
    uniform: float
    weights: float
    moves: tuple[OddsMove, ...]
    spread: float
    luck: Mapping[Mover, float]

    @property
    def largest(self) -> tuple[OddsMove, ...]:
        """The turns that moved the odds most, the greatest first; those that moved nothing are left out."""
        moved = [move for move in self.moves if move.distance > _SETTLED]
        return tuple(sorted(moved, key=lambda move: -move.distance)[:_LARGEST])


def road_odds(play: Playthrough, road: Road, comparison: Comparison) -> RoadOdds:
    """Give the names to a road's numbers; `comparison` is that of the same playthrough."""
    ending = play.ending.id
    moves = tuple(
        OddsMove(
            step.turn,
            step.clock,
            step.side,
            _mover(play, step.turn),
            step.title,
            step.chosen,
            move.before[ending],
            move.after[ending],
            move.distance,
        )
        for step, move in zip(comparison.steps, road.moves, strict=True)
    )
    spread = road.luck.spread
    parts: dict[Mover, float] = {
        "player": road.luck.player,
        "others": road.luck.others,
        "chance": road.luck.chance,
    }
    shares = {name: part / spread for name, part in parts.items()} if spread > _SETTLED else {}
    probability = road.probability
    return RoadOdds(
        comparison.ending,
        comparison.players,
        probability["uniform"],
        probability["weights"],
        moves,
        spread,
        shares,
    )


def _mover(play: Playthrough, turn: int) -> Mover:
    side = play.scenario.decisions[play.turns[turn].decision].side
    return "chance" if side == CHANCE else "player" if side in play.players else "others"


def odds_page(odds: RoadOdds, words: Words) -> Page:
    """Lay the odds out: how likely, which turns, whose luck."""
    blocks: list[Block] = [heading(words("odds.title")), *(text(line) for line in likely_words(odds, words))]
    if odds.largest:
        blocks.append(heading(words.count("odds.largest", len(odds.largest))))
    for move in odds.largest:
        blocks.append(item(str(move.turn + 1), move_words(move, words)))
        blocks.append(detail(words(f"odds.mover.{move.mover}"), move.chosen))
        blocks.append(detail(words("odds.this-ending"), shift_words(move, words)))
    blocks.append(heading(words("odds.luck")))
    if not odds.luck:
        return (*blocks, text(words("odds.luck-none")))
    blocks.append(text(words("odds.luck-note", share=share_words(odds.spread, words))))
    blocks += [
        detail(words(f"odds.luck.{name}"), share_words(share, words)) for name, share in odds.luck.items()
    ]
    return (*blocks, note(words("odds.how")))


def likely_words(odds: RoadOdds, words: Words) -> tuple[str, ...]:
    """Say how likely this ending was before the first turn."""
    weights = share_words(odds.weights, words)
    if not odds.players:
        return (words("odds.likely-nobody", ending=odds.ending, share=weights),)
    players = words("odds.comma").join(odds.players)
    uniform = share_words(odds.uniform, words)
    return (
        words("odds.likely-uniform", ending=odds.ending, players=players, share=uniform),
        words("odds.likely-weights", players=players, share=weights),
    )


def move_words(move: OddsMove, words: Words) -> str:
    """Say when, whose turn it was, and at what."""
    return words("odds.move", clock=move.clock, side=move.side, title=move.title)


def shift_words(move: OddsMove, words: Words) -> str:
    """Say how likely this ending was before the turn and after it."""
    before, after = share_words(move.before, words), share_words(move.after, words)
    return words("odds.shift", before=before, after=after)


def share_words(share: float, words: Words) -> str:
    """Write a probability: in per cent, the very small as one in so many, and never 0 or 100 for nearly."""
    if share <= _SETTLED:
        return words("odds.never") if share <= 0 else words("odds.hardly")
    if share >= 1 - _SETTLED:
        return words("odds.certain")
    if share < 0.001:
        return words("odds.one-in", count=f"{_rounded(1 / share):,}")
    if share > 0.995:
        return words("odds.nearly-certain")
    digits = 0 if share >= 0.1 else 1
    return words("odds.per-cent", number=f"{share * 100:.{digits}f}")


def _rounded(count: float) -> int:
    """Round to two leading digits: more would claim too much."""
    return int(float(f"{count:.1e}"))
