"""One road among all: how likely its ending was, by whose doing, and whose luck it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.analysis.backward import Look, Map
from game.analysis.forward import Plan, Watcher, unwatched, visit_all
from game.analysis.moves import Move, follow_odds, question_of
from game.analysis.rules import prepare
from game.analysis.weighing import Luck, luck, squared_moves
from game.play.playthrough import Playthrough
from game.scenario.model import Scenario

_POLICIES = ("uniform", "weights")


@dataclass(frozen=True, slots=True)
class Road:
    """The road of a playthrough that is over.

    `probability` is how likely its ending was before the first turn, by how its players decide (every
    open option alike, or by the author's weights); all others follow their weights. `moves` and `luck`
    belong to players who take every open option alike.
    """

    probability: Mapping[str, float]
    moves: tuple[Move, ...]
    luck: Luck


class Atlas:
    """Answers for one road after another; the states are visited again only where the game is another one.

    That is: another scenario, other players, another cut or another interpretation.
    """

    def __init__(self) -> None:
        self._story: Map | None = None
        self._of: tuple[Scenario, frozenset[str], str | None, str | None] | None = None

    def road(self, play: Playthrough, watcher: Watcher = unwatched) -> Road:
        """Give the road of `play`, which must be over.

        Takes seconds and no less memory than exploring. Raises TooMany past the plan's cap; whatever the
        watcher raises goes through.
        """
        story = self._visited(play, watcher)
        moved = dict.fromkeys(story.decisions, 0.0)

        def hear(look: Look) -> None:
            place, part = look.crossing.place, look.crossing.part
            moved[place] += squared_moves(look, story.visits[place].layer.mass[0, part])

        found = follow_odds(story, play, "uniform", hear)
        masses = story.visits[play.ending.id].layer.mass.sum(axis=1).tolist()
        return Road(
            dict(zip(_POLICIES, masses, strict=True)), found, luck(play.scenario, play.players, moved)
        )

    def _visited(self, play: Playthrough, watcher: Watcher) -> Map:
        wanted = (play.scenario, play.players, play.cut, play.interpretation)
        if self._story is None or self._of != wanted:
            self._story = None  # the old one first: two would not fit beside each other
            rules = prepare(question_of(play))
            plan = replace(Plan(), policies=_POLICIES, traced=False, watcher=watcher)
            self._story, self._of = Map(rules, list(visit_all(rules, plan))), wanted
        return self._story
