"""A playthrough: the choices of one play with the states they led to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from game.errors import GameError
from game.play import engine
from game.play.machine import drive
from game.play.state import State
from game.scenario.model import CHANCE, DecisionPoint, Ending, Option, Scenario

Chooser = Literal["player", "weights", "chance", "follow"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One choice: who made it (`by`), and the states before and after."""

    decision: str
    option: str
    by: Chooser
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class Playthrough:
    """One play of a scenario. Every change gives a new value; a shorter one is a rollback.

    `players` are the sides at whose desks people sit; `seed` fixes what chance and the other sides'
    weights will draw.
    """

    scenario: Scenario
    players: frozenset[str]
    seed: int
    first: State
    turns: tuple[Turn, ...] = ()

    @property
    def state(self) -> State:
        """Where play stands now."""
        return self.turns[-1].after if self.turns else self.first

    @property
    def is_over(self) -> bool:
        """Claim that an ending has been reached."""
        return engine.is_over(self.scenario, self.state)

    @property
    def ending(self) -> Ending:
        """The ending reached. Raises KeyError before that."""
        return engine.ending(self.scenario, self.state)

    @property
    def decision(self) -> DecisionPoint:
        """The decision point to be decided now. Raises KeyError at an ending."""
        return self.scenario.decisions[self.state.at]

    @property
    def is_players_turn(self) -> bool:
        """Claim that a person must decide now."""
        return not self.is_over and self.decision.side in self.players

    @property
    def option_ids(self) -> tuple[str, ...]:
        """The choices made so far, in order, all sides' and chance's included."""
        return tuple(turn.option for turn in self.turns)

    def offered(self) -> tuple[Option, ...]:
        """Give the options open now, in the author's order."""
        return engine.offered(self.scenario, self.state)

    def choose(self, option_id: str, by: Chooser = "player") -> Playthrough:
        """Give the playthrough after one more choice; the state machine makes the move.

        Raises NotOffered.
        """
        before = self.state
        after = drive(self.scenario, before, option_id)
        turn = Turn(before.at, option_id, by, before, after)
        return replace(self, turns=(*self.turns, turn))

    def rollback(self, turn_count: int = 1) -> Playthrough:
        """Give the playthrough without its last `turn_count` turns, as if they had never been."""
        return self.rollback_to(len(self.turns) - turn_count)

    def rollback_to(self, turn_count: int) -> Playthrough:
        """Give the playthrough as it was after `turn_count` turns. Raises GameError outside 0 to now."""
        if not 0 <= turn_count <= len(self.turns):
            raise GameError("play.no-such-turn", turn=turn_count, count=len(self.turns))
        return replace(self, turns=self.turns[:turn_count])

    def own_turns(self, side: str) -> tuple[int, ...]:
        """Give the numbers (from 0) of the turns on which `side` decided."""
        decisions = self.scenario.decisions
        return tuple(i for i, turn in enumerate(self.turns) if decisions[turn.decision].side == side)


def begin(scenario: Scenario, players: Iterable[str] = (), seed: int = 0) -> Playthrough:
    """Give a playthrough before its first choice. Raises GameError for a side that is not there."""
    seated = frozenset(players)
    unknown = seated - set(scenario.sides)
    if unknown:
        known = ", ".join(scenario.sides)
        raise GameError("play.no-such-side", side=", ".join(sorted(unknown)), known=known)
    return Playthrough(scenario, seated, seed, engine.start(scenario, seated))


def chooser_without_player(decision: DecisionPoint) -> Chooser:
    """Tell who decides where nobody sits."""
    return "chance" if decision.side == CHANCE else "weights"
