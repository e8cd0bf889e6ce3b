"""What the player's presses do: which screen is shown, and when the session moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.errors import GameError
from game.messages import Words
from game.play.view import Reader, View
from game.reload import Live
from game.scenario.level import USUAL_LEVEL, Level
from game.scenario.model import Scenario
from game.session import Session
from game.window.debriefing import Debriefing
from game.window.frame import Frame
from game.window.making import Standing, briefing, make
from game.window.plotting import Plotting
from game.window.saving import Saving
from game.window.screens import Screen
from game.window.screens.front import Choose
from game.window.screens.settings import command_words
from game.window.screens.tabs import TABS
from game.window.settings import VERBS as SETTING_VERBS
from game.window.settings import Settings, changed, switch_of
from game.window.shelf import NOTHING_SETTLED, Beforehand, Shelf
from game.window.title import Title
from game.window.widgets import Action

# screens that play stands on: showing one of them forgets the way that led there
_GROUNDS = ("title", "briefing", "desk", "consequence", "handover", "ending")


class Controller:
    """The window without its pixels: a stack of addresses such as `desk` or `paper:2`, and a session.

    An action changes them; `screen` makes the value of the topmost address. Nothing here draws.
    """

    def __init__(self, shelf: Shelf, reader: Reader, settings: Settings) -> None:
        self.shelf = shelf
        self.reader = reader
        self.settings = settings
        self.session: Session | None = None
        self.is_done = False
        self.stack: list[str] = ["title"]
        self.notice = ""
        self.said = ""  # on a slip over the screen, until the next press
        self.saving = Saving(self, shelf.find)
        self.troubles: dict[str, str] = {}  # by page of the settings
        self.plotting = Plotting(lambda: (self._session(), self._seat or self._session().side))
        self.debriefing = Debriefing(self, shelf.find)
        self._ahead: list[str] = []  # what is still to be read before the desk
        self._seat = ""  # the side whose knowledge may be shown
        self._picked = ""
        self._sides: frozenset[str] = frozenset()
        self._before = NOTHING_SETTLED
        self._live: Live | None = None
        if reader.texts.level == USUAL_LEVEL:  # another one was asked for on the command line
            self._read_at(settings.level)
        self._verbs: Mapping[str, Callable[[str], None]] = {
            "show": self._do_show,
            "back": self._do_back,
            "onwards": self._do_onwards,
            "choose": self._do_choose,
            "sit-down": self._do_sit_down,
            "rollback": self._do_rollback,
            "retake": self._do_retake,
            "open": self._do_open,
            "sit": self._do_sit,
            "settle": self._do_settle,
            "begin": self._do_begin,
            "resume": self._do_resume,
            "title": self._do_title,
            "quit": self._do_quit,
            "new-key": self._do_new_key,
            "reload": self._do_reload,
            **self.saving.verbs,
            **self.debriefing.verbs,
            **self.plotting.verbs,
        }

    @property
    def address(self) -> str:
        """The address of the screen on top."""
        return self.stack[-1]

    def play(self, session: Session) -> None:
        """Sit down at a session that has been begun or loaded elsewhere."""
        self.session = session
        session.reader = self.reader
        self._live = Live(session)
        self.debriefing.forget()
        self.notice = session.notice
        self._seat = ""
        self._arrive()

    @property
    def is_rewritten(self) -> bool:
        """Claim that the author has saved the scenario that is played; claimed once for each save."""
        return self._live is not None and self._live.has_changed()

    @property
    def has_news(self) -> bool:
        """Claim that the screen on top would show something else by now, though nobody pressed."""
        return self.debriefing.has_news

    def offer(self, scenario: Scenario, before: Beforehand) -> None:
        """Open the shelf at a scenario, with what is settled already."""
        self.shelf.put(scenario)
        self._do_open(scenario.id)
        self._before = before
        self.stack = ["title", "choose"]

    def act(self, action: Action) -> None:
        """Do what was pressed. A GameError becomes a notice: nothing that a press does ends the window."""
        self.said = ""
        try:
            if action.verb in SETTING_VERBS:
                self._do_set(action)
            else:
                self._verbs[action.verb](action.to)
        except GameError as error:
            self.notice = self._sentence(error)
            self.stack = ["title"] if self.session is None else [*self.stack, "leave"]

    # what each verb does

    def _do_show(self, to: str) -> None:
        kind = to.partition(":")[0]
        if kind in _GROUNDS and not (kind == "consequence" and self.address == "desk"):
            self.stack = [to]
        elif self.address.partition(":")[0] in (TABS if kind in TABS else (kind,)):
            self.stack[-1] = to
        else:
            self.stack.append(to)

    def _do_back(self, _: str) -> None:
        if len(self.stack) > 1:
            self.stack.pop()
        elif self.session is not None:
            self.stack.append("leave")

    def _do_onwards(self, _: str) -> None:
        self.stack = [self._ahead.pop(0) if self._ahead else "desk"]

    def _do_choose(self, option_id: str) -> None:
        session = self._session()
        session.choose(option_id)
        self._arrive()

    def _do_sit_down(self, _: str) -> None:
        self._seat = self._session().side
        self._open_seat()

    def _do_rollback(self, turn: str) -> None:
        session = self._session()
        self.saving.leave_road(lambda: session.rollback_to(int(turn)))
        self._arrive()

    def _do_retake(self, number: str) -> None:
        session = self._session()
        self.saving.leave_road(lambda: session.return_to(int(number)))
        self._arrive()

    def _do_open(self, scenario: str) -> None:
        self._picked = scenario
        folder = next(folder for folder in self._chosen().folders if folder.id == scenario)
        self._sides = frozenset(seat.id for seat in folder.seats[:1])
        self._before = Beforehand(self._before.seed)  # lengths and readings are a scenario's own

    def _do_sit(self, side: str) -> None:
        self._sides = self._chosen().sides ^ {side}
        self._picked = self._chosen().scenario

    def _do_settle(self, way: str) -> None:
        kind, _, id_ = way.partition(":")
        if kind == "level":
            self._do_set(Action("level", id_))
        else:
            self._before = self._before.settled(kind, id_)

    def _do_begin(self, _: str) -> None:
        chosen = self._chosen()
        session = self.shelf.begin(chosen.scenario, chosen.sides, self._before, self.reader)
        self.play(session)

    def _do_resume(self, _: str) -> None:
        session = self.shelf.resume()
        if session is not None:
            self.play(session)

    def _do_title(self, _: str) -> None:
        self._session().save()
        warning = self._session().warning
        if warning is not None:
            raise warning
        self.session = self._live = None
        self.debriefing.forget()
        self.notice = ""
        self.stack = ["title"]
        self.shelf.look_for_unfinished(self.reader)

    def _do_quit(self, _: str) -> None:
        self.is_done = True

    def _do_set(self, action: Action) -> None:
        """Change a setting; outside the settings, where nobody sees it, say to what."""
        self.settings = changed(self.settings, action.verb, action.to)
        if action.verb == "level":
            self._read_at(self.settings.level)
        if action.verb == "switch" and self.address.partition(":")[0] != "settings":
            state = "on" if self.settings.is_on(switch_of(action.to)) else "off"
            name = self._words(f"window.settings.{action.to}")
            self.said = self._words(f"window.settings.{state}", name=name)

    def _read_at(self, level: Level | None) -> None:
        if level is not None:
            self.reader = replace(self.reader, texts=self.reader.texts.at(level))
            if self.session is not None:
                self.session.reader = self.reader

    def _do_new_key(self, key: str) -> None:
        """Give the command of this screen another key, unless that is taken. The key for back goes back."""
        command, bindings = self.address.partition(":")[2], self.settings.bindings
        holder = bindings.holder(command, key)
        if holder == "Esc":
            self._do_back("")
        elif holder:
            taken = command_words(self._words, holder)
            self.said = self._words("window.rebind.taken", key=key, command=taken)
        else:
            self._do_set(Action("bind", f"{command}={key}"))
            self._do_back("")

    def _do_reload(self, _: str) -> None:
        """Read the scenario again. Nothing of another desk is opened: whoever was to sit down still is."""
        if self._live is None:
            return
        is_done, self.notice = self._live.reload(self._words)
        ground = self.stack[0]
        if is_done and self._session().play.is_over:
            self.stack = ["ending"]
        elif is_done and ground != "handover" and self._session().side != self._seat:
            self._arrive()
        elif ground == "desk" or (is_done and ground == "ending"):
            self.stack = ["desk"]

    # where a turn leads

    def _arrive(self) -> None:
        """Go to what the session has come to: another player's desk, what followed, or the desk."""
        session = self._session()
        if session.play.is_over:
            self._seat = self._seat or session.side
            self.stack = ["consequence"] if self._view().notices else ["ending"]
        elif len(session.play.players) > 1 and session.side != self._seat:
            self.stack = ["handover"]
        else:
            self._seat = session.side
            self._open_seat()

    def _open_seat(self) -> None:
        """Open what is read on sitting down, one after another, and the desk last."""
        first = briefing(self._session(), self._seat)
        read = ("briefing", first.introduction or first.view.briefing), ("consequence", first.view.notices)
        self._ahead = [*(address for address, words in read if words), "desk"]
        self._do_onwards("")

    def screen(self, frame: Frame) -> Screen:
        """Make the value of the screen on top; `frame` is asked only where a screen tells of another."""
        return make(self._standing(), frame)

    def ground(self, frame: Frame) -> Screen:
        """Make the value of the screen that everything on top of it stands on."""
        return make(replace(self._standing(), stack=tuple(self.stack[:1])), frame)

    def _standing(self) -> Standing:
        return Standing(
            stack=tuple(self.stack),
            reader=self.reader,
            settings=self.settings,
            session=self.session,
            seat=self._seat,
            title=Title(self.shelf.unfinished_words(self.reader), self._title_notice()),
            choose=self._chosen,
            notice=self.notice or self._warning(),
            besides={**self.saving.screens, **self.debriefing.screens, **self.plotting.screens},
            troubles=self.troubles,
        )

    def _chosen(self) -> Choose:
        return self.shelf.choose(self._picked, self._sides, self.reader, self._before)

    # small things

    def _session(self) -> Session:
        assert self.session is not None, self.stack
        return self.session

    def _view(self) -> View:
        return self._session().view(self._seat or None)

    def _title_notice(self) -> str:
        return "\n\n".join(text for text in (self.notice, self.shelf.unfinished_notice(self.reader)) if text)

    def _warning(self) -> str:
        if self.session is None or self.session.warning is None:
            return ""
        return self._words("window.not-kept", reason=self._sentence(self.session.warning))

    def _sentence(self, error: GameError) -> str:
        return self._words(error.key, **error.values)

    @property
    def _words(self) -> Words:
        return self.reader.words
