"""A playthrough: the choices of one play with the states they led to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from game.errors import GameError
from game.play import engine
from game.play.machine import drive
from game.play.state import State
from game.scenario.model import CHANCE, DecisionPoint, Ending, Option, Scenario

Chooser = Literal["player", "weights", "chance", "follow", "record"]
"""Who made a choice; `record` where the cut left a decision point of a player's to the record."""


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
    weights will draw. `cut` is the id of the cut that is played, or None for the whole.
    """

    scenario: Scenario
    players: frozenset[str]
    seed: int
    first: State
    turns: tuple[Turn, ...] = ()
    cut: str | None = None

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
        return not self.is_over and self.decision.side in self.players and self.left_to_record is None

    @property
    def left_to_record(self) -> Option | None:
        """The historical choice that falls here without a player's being asked, or None.

        So where the cut leaves this decision point out. A player is asked all the same where the record
        never came, or where nothing that it admits is offered: then there is no choice to fall back on.
        """
        if self.cut is None or self.is_over or self.decision.side not in self.players:
            return None
        asked = self.scenario.cuts[self.cut].asked.get(self.decision.side)
        if asked is None or self.decision.id in asked:
            return None
        offered = {option.id: option for option in self.offered()}
        return next((offered[name] for name in self.decision.historical.admitted if name in offered), None)

    @property
    def interpretation(self) -> str | None:
        """The id of the interpretation that holds, or None where the scenario has none."""
        return engine.held_interpretation(self.scenario, self.first.values)

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
        """Give the numbers (from 0) of the turns on which `side` decided, those left to the record too."""
        decisions = self.scenario.decisions
        return tuple(i for i, turn in enumerate(self.turns) if decisions[turn.decision].side == side)

    def asked_turns(self, side: str) -> tuple[int, ...]:
        """Give the numbers (from 0) of the turns on which `side` decided by itself."""
        return tuple(number for number in self.own_turns(side) if self.turns[number].by != "record")


def begin(
    scenario: Scenario,
    players: Iterable[str] = (),
    seed: int = 0,
    cut: str | None = None,
    interpretation: str | None = None,
) -> Playthrough:
    """Give a playthrough before its first choice, whole and under the first interpretation if not told.

    Raises GameError for a side, a cut or an interpretation that is not there.
    """
    seated = frozenset(players)
    unknown = seated - set(scenario.sides)
    if unknown:
        known = ", ".join(scenario.sides)
        raise GameError("play.no-such-side", side=", ".join(sorted(unknown)), known=known)
    _check_known(("play.no-such-cut", "play.no-such-cut-at-all"), cut, scenario.cuts)
    _check_known(
        ("play.no-such-interpretation", "play.no-such-interpretation-at-all"),
        interpretation,
        scenario.interpretations,
    )
    return Playthrough(scenario, seated, seed, engine.start(scenario, seated, interpretation), (), cut)


def _check_known(keys: tuple[str, str], name: str | None, known: Mapping[str, object]) -> None:
    """Raise where a name is not there; the second of `keys` says that there are none at all."""
    if name is not None and name not in known:
        raise GameError(keys[0 if known else 1], name=name, known=", ".join(known))


def chooser_without_player(decision: DecisionPoint) -> Chooser:
    """Tell who decides where nobody sits."""
    return "chance" if decision.side == CHANCE else "weights"
