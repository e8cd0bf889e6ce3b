"""Making screens: an address such as `paper:2` and where the player stands give the value of a screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from game.play.roads import roads
from game.play.shown import glossary
from game.play.view import Reader, View
from game.session import Session
from game.window import mentioned
from game.window.frame import Frame
from game.window.screens import Screen, layout
from game.window.screens.after import Consequence, Ending, Handover
from game.window.screens.deciding import Decision, Seal
from game.window.screens.desk import Briefing, Desk
from game.window.screens.file import File, Paper
from game.window.screens.front import Choose
from game.window.screens.help import Help, Leave, keys_of
from game.window.screens.log import Log, Rollback
from game.window.screens.reference import Glossary, Sources
from game.window.screens.roads import TwoRoads
from game.window.screens.settings import Rebind, SettingsSheet
from game.window.screens.table import Advisers, Scales
from game.window.settings import Settings
from game.window.title import Title


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the player stands: the addresses of the screens, the topmost last, and what they tell of.

    `seat` is the side whose knowledge may be shown; `choose` is asked only for the shelf's own screen;
    `troubles` says, by page of the settings, what this machine lacks; and `besides` makes the screens that
    tell of files and of the debrief, by the kind of their address.
    """

    stack: tuple[str, ...]
    reader: Reader
    settings: Settings
    session: Session | None
    seat: str
    title: Title
    choose: Callable[[], Choose]
    notice: str
    besides: Mapping[str, Callable[[str], Screen]]
    troubles: Mapping[str, str]

    @property
    def play(self) -> Session:
        """The session; only screens of play ask for it."""
        assert self.session is not None, self.stack
        return self.session

    @property
    def view(self) -> View:
        """What the side at this seat may know."""
        return self.play.view(self.seat or None)


def make(standing: Standing, frame: Frame) -> Screen:
    """Make the screen on top. Help and glossary look through `frame` at the screen below them."""
    kind, _, argument = standing.stack[-1].partition(":")
    if kind == "help":
        return Help(keys_of(layout(_below(standing, frame), frame)))
    if kind == "glossary":
        terms = glossary(standing.play.scenario, standing.reader)
        below = _below(standing, frame, ("help", "glossary", "sources"))
        shown = "\n".join(widget.label for widget in layout(below, frame))
        return Glossary(terms, mentioned.terms(terms, shown))
    if kind in standing.besides:
        return standing.besides[kind](argument)
    if argument:
        return _NUMBERED[kind](standing, argument)
    return _PLAIN[kind](standing)


def _below(standing: Standing, frame: Frame, skipped: tuple[str, ...] = ()) -> Screen:
    """Make the nearest screen below the top one whose address is not among the `skipped`."""
    stack = standing.stack[:-1]
    while stack and stack[-1] in skipped:
        stack = stack[:-1]
    return make(replace(standing, stack=stack or ("title",)), frame)


def briefing(session: Session, seat: str) -> Briefing:
    """Make what is read before a side's first turn; both texts are empty later."""
    view, introduction = session.view(seat), session.scenario.introduction
    if view.log or introduction is None:
        return Briefing(view, "")
    return Briefing(view, session.reader.texts(introduction))


def _handover(standing: Standing) -> Screen:
    side = standing.play.scenario.sides[standing.play.side]
    return Handover(standing.reader.texts(side.name), standing.reader.texts(side.desk))


def _ending(standing: Standing) -> Screen:
    view = standing.view
    assert view.ending is not None
    return Ending(view, view.ending)


_PLAIN: dict[str, Callable[[Standing], Screen]] = {
    "title": lambda standing: standing.title,
    "choose": lambda standing: standing.choose(),
    "settings": lambda standing: _settings(standing, "look"),
    "leave": lambda standing: Leave(standing.session is not None, standing.notice),
    "briefing": lambda standing: briefing(standing.play, standing.seat),
    "desk": lambda standing: Desk(standing.view, standing.notice, len(standing.play.left)),
    "file": lambda standing: File(standing.view),
    "scales": lambda standing: Scales(standing.view),
    "decision": lambda standing: Decision(standing.view),
    "consequence": lambda standing: Consequence(standing.view),
    "log": lambda standing: Log(standing.view, len(standing.play.left)),
    "sources": lambda standing: Sources(mentioned.sources(standing.view)),
    "handover": _handover,
    "ending": _ending,
}


def _paper(standing: Standing, argument: str) -> Screen:
    view = standing.view
    return Paper(view, (*view.documents, *view.file), int(argument))


def _seal(standing: Standing, argument: str) -> Screen:
    view = standing.view
    option = next(option for option in view.options if option.id == argument)
    return Seal(view, option, len(standing.play.left))


def _rollback(standing: Standing, argument: str) -> Screen:
    entry = next(entry for entry in standing.view.log if entry.turn == int(argument))
    taken = tuple(later for later in standing.view.log if later.turn >= entry.turn)
    return Rollback(entry, len(standing.play.play.turns) - entry.turn, taken)


def _roads(standing: Standing, argument: str) -> Screen:
    session, number = standing.play, int(argument)
    found = roads(session.play, session.left[number], standing.view.side, standing.reader)
    return TwoRoads(found, number, len(session.left))


def _settings(standing: Standing, page: str) -> SettingsSheet:
    trouble = standing.troubles.get(page, "")
    return SettingsSheet(standing.settings, page, trouble, standing.reader.texts.level)


_NUMBERED: dict[str, Callable[[Standing, str], Screen]] = {
    "paper": _paper,
    "advisers": lambda standing, argument: Advisers(standing.view, int(argument)),
    "seal": _seal,
    "rollback": _rollback,
    "roads": _roads,
    "settings": _settings,
    "rebind": lambda standing, argument: Rebind(argument, standing.settings),
}
