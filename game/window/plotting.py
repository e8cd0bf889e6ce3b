"""What the player's presses do to the map: look closer, elsewhere or back, pick a mark, hide a layer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.play.desk import view
from game.play.view import View
from game.session import Session
from game.window.maplook import MapLook, after
from game.window.screens import Screen
from game.window.screens.wall import Wall


class Plotting:
    """The map as one player looks at it; `at` gives the session and the side at its desk.

    What was looked at stays so through a sitting; at another desk or in another play it begins anew.
    """

    def __init__(self, at: Callable[[], tuple[Session, str]]) -> None:
        self._at = at
        self._look = MapLook()
        self._looked: tuple[int, str, int] = (0, "", 0)
        self.verbs: Mapping[str, Callable[[str], None]] = {"map": self._do_map}
        self.screens: Mapping[str, Callable[[str], Screen]] = {"map": lambda _: self._screen()}

    def _do_map(self, asked: str) -> None:
        look, shown = self._now()
        assert shown.map is not None
        self._look = after(look, asked, shown.map)

    def _screen(self) -> Wall:
        look, shown = self._now()
        return Wall(shown, look, len(self._turns()))

    def _turns(self) -> list[int]:
        """Give this side's own turns, the newest first: the hours that one can step back to."""
        session, side = self._at()
        return list(reversed(session.play.own_turns(side)))

    def _now(self) -> tuple[MapLook, View]:
        """Give how the map is looked at, and what the side knew at the hour that is looked at."""
        session, side = self._at()
        turns = self._turns()
        looked = (id(session), side, len(session.play.turns))
        if looked[:2] != self._looked[:2]:
            self._look = MapLook()
        elif looked != self._looked:  # a turn later the map shows the present hour again
            self._look = replace(self._look, back=0)
        self._looked = looked
        back = min(self._look.back, len(turns))
        if not back:
            return self._look, session.view(side)
        return self._look, view(session.play.rollback_to(turns[back - 1]), side, session.reader)
