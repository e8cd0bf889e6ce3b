"""Playing in the terminal: read the desk, choose, seal, learn what followed, until the debrief."""

from __future__ import annotations

from collections.abc import Iterator

from game import slots
from game.debrief.comparison import compare
from game.debrief.evidence_pages import leaned_on_page, model_card_before_page, model_card_page
from game.debrief.model_card import leaned_on, model_card
from game.debrief.pages import comparison_page
from game.debrief.source_checks import source_checks
from game.errors import GameError
from game.gallery import gallery, gallery_page
from game.page import Page, note
from game.play.roads import roads
from game.play.shown import glossary, shown_or_empty
from game.play.view import OptionView, View
from game.reload import Live
from game.scenario.model import Scenario
from game.session import Session, sit_down_at
from game.slots import Slot
from game.store import find_save, read_save, saves
from game.terminal import debrief, pages
from game.terminal.commands import Command, read_command
from game.terminal.console import Console
from game.terminal.weighing import weigh

LEFT, FINISHED = "left", "finished"


class TerminalPlay:
    """One session at the terminal. `run` plays until the ending or until the player leaves."""

    def __init__(self, session: Session, console: Console) -> None:
        self._session = session
        self._console = console
        self._words = session.reader.words
        self._live = Live(session)
        self._seat = ""  # whose eyes may be on the screen, where several people play

    def run(self) -> str:
        """Play; give FINISHED after the debrief, or LEFT, with the playthrough saved and said so."""
        try:
            self._open()
            while not self._session.play.is_over:
                if not self._turn():
                    return self._leave()
            self._end()
        except (EOFError, KeyboardInterrupt):
            return self._leave()
        return FINISHED

    def _open(self) -> None:
        view = self._session.view()
        if self._session.kept is not None:
            self._say("terminal.resume-kept", path=self._session.kept)
        introduction = shown_or_empty(self._session.scenario.introduction, self._session.reader)
        if not any(turn.by in ("player", "follow") for turn in self._session.play.turns):
            offer = pages.card_offer(self._words) if self._session.scenario.assumptions else ()
            self._show((*pages.opening_page(view, introduction, self._words), *offer))

    def _turn(self) -> bool:
        """Play one turn; give False where the player leaves."""
        session = self._session
        view = session.view()
        if len(session.play.players) > 1 and view.side != self._seat:
            self._curtain(view)
        self._seat = view.side
        if not view.asked:
            self._show(pages.briefing_page(view))
        self._show(pages.notices_page(view.notices, self._words))
        self._show(pages.desk_page(view, self._words))
        while True:
            command = read_command(self._console.ask(self._words("terminal.prompt")), self._words)
            if command.name == "quit":
                return False
            if command.name == "choose":
                if self._choose(view, int(command.argument)):
                    return True
            elif command.name in ("back", "load", "reload"):
                if self._is_moved(command):
                    return True
            else:
                self._answer(view, command)

    def _curtain(self, view: View) -> None:
        """Let the keyboard change hands: nothing of the desk is shown before its player is there."""
        self._console.hide()
        self._show((note(self._words("terminal.curtain", desk=view.desk)),))
        self._console.ask(self._words("terminal.curtain-prompt"))
        self._console.hide()

    def _choose(self, view: View, number: int) -> bool:
        if not 1 <= number <= len(view.options):
            self._say("terminal.no-option", number=number, count=len(view.options))
            return False
        option = view.options[number - 1]
        self._show(pages.order_page(option, self._words))
        if not self._is_sealed(option):
            self._say("terminal.not-sealed")
            return False
        self._session.choose(option.id)
        self._warn()
        return True

    def _is_sealed(self, option: OptionView) -> bool:
        answer = self._console.ask(self._words("terminal.seal")).casefold()
        return bool(answer) and self._words("terminal.yes").casefold().startswith(answer)

    def _roll_back(self, view: View, argument: str) -> bool:
        number = int(argument[:6]) if argument.isdecimal() else len(view.asked) if not argument else 0
        if not 1 <= number <= len(view.asked):
            self._say("terminal.no-turn", count=len(view.asked))
            return False
        entry = view.asked[number - 1]
        self._session.rollback_to(entry.turn)
        self._say("terminal.rolled-back", title=entry.title)
        if self._session.left:
            self._say("terminal.road-kept")
        self._warn()
        return True

    def _reload(self) -> bool:
        """Read the scenario again; say what it has come to, and give True where its rules hold now."""
        is_done, told = self._live.reload(self._words)
        self._show((note(told or self._words("reload.done")),))
        self._warn()
        return is_done

    def _answer(self, view: View, command: Command) -> None:
        words = self._words
        match command.name:
            case "desk":
                self._show(pages.desk_page(view, words))
            case "nothing":  # an empty line: the question again
                self._show(pages.options_page(view.options, words))
            case "documents":
                self._show(self._documents(view, command.argument))
            case "map":
                self._show(pages.map_page(view.map, words))
            case "log":
                self._show(pages.log_page(view, words))
            case "glossary":
                terms = glossary(self._session.scenario, self._session.reader)
                self._show(pages.glossary_page(terms, command.argument, words))
            case "sources":
                self._show(pages.sources_page(view, words))
            case "save":
                self._save_as(command.argument)
            case "roads":
                self._show(self._roads(view))
            case "endings":
                found = gallery(self._session.scenario, self._session.reader)
                self._show(gallery_page(found, words))
            case "saves":
                self._show(slots.saves_page(self._slots(), words))
            case "card":
                page = model_card_page if self._session.play.is_over else model_card_before_page
                self._show(page(model_card(self._session.scenario, self._session.reader), words))
            case "help":
                self._show(pages.help_page(words))
            case name if name == "check" or name in debrief.COMMANDS:
                self._say("terminal.record-later")
            case _:
                self._say("terminal.not-understood", line=command.argument)

    def _documents(self, view: View, argument: str) -> Page:
        papers = (*view.documents, *view.file)
        if argument.isdecimal() and 1 <= int(argument[:6]) <= len(papers):
            return pages.document_page(papers[int(argument[:6]) - 1], self._words)
        return pages.papers_page(view, self._words)

    def _save_as(self, name: str) -> None:
        try:
            path = self._session.save_as(name or self._session.scenario.id)
        except GameError as error:
            self._say(error.key, **error.values)
        else:
            self._say("terminal.saved", path=path)

    def _roads(self, view: View) -> Page:
        """Lay the newest road that was left beside the present one."""
        session = self._session
        if not session.left:
            return (note(self._words("terminal.roads.none")),)
        return pages.roads_page(roads(session.play, session.left[0], view.side, session.reader), self._words)

    def _slots(self) -> Iterator[Slot]:
        """Give the saves of this scenario."""
        scenario = self._session.scenario

        def find(scenario_id: str) -> Scenario:
            if scenario_id != scenario.id:
                raise GameError("save.other-scenario", wanted=scenario.id, found=scenario_id)
            return scenario

        found = (slots.slot(one, find, self._session.reader) for one in saves())
        return (one for one in found if one.scenario_id or one.backup)

    def _load(self, name: str) -> bool:
        """Go on with a save; give True where the player now sits at it."""
        if not name:
            self._say("terminal.load-what")
            return False
        session = self._session
        try:
            text = read_save(find_save(name))
            self._session = sit_down_at(text, session.scenario, session.reader, session)
        except GameError as error:
            self._say(error.key, **error.values)
            return False
        self._live = Live(self._session)
        self._seat = ""
        self._say("terminal.loaded", name=name)
        if self._session.kept is not None:
            self._say("terminal.load-kept", path=self._session.kept)
        if self._session.notice:
            self._show((note(self._session.notice),))
        self._warn()
        return True

    def _end(self) -> None:
        session = self._session
        view = session.view()
        self._show(pages.notices_page(view.notices, self._words))
        if view.ending is not None:
            self._show(pages.ending_page(view.ending, self._words))
        self._console.ask(self._words("terminal.to-debrief"))
        self._debrief()
        while True:
            command = read_command(self._console.ask(self._words("terminal.prompt-end")), self._words)
            if command.name == "quit":
                return
            if self._is_moved(command):
                while not self._session.play.is_over:
                    if not self._turn():
                        self._leave()
                        return
                self._end()
                return
            if command.name in debrief.COMMANDS:
                if command.name == "odds":
                    self._say("odds.computing")
                self._show(debrief.answer(session.play, command, session.reader))
            elif command.name == "check":
                weigh(
                    source_checks(session.play, session.reader), command.argument, self._console, self._words
                )
            elif command.name not in ("back", "choose", "reload", "load", "nothing"):
                self._answer(session.view(), command)

    def _is_moved(self, command: Command) -> bool:
        """Go back, go on with a save or read the scenario again; claim that play stands elsewhere now."""
        if command.name == "back":
            return self._roll_back(self._session.view(), command.argument)
        return (command.name == "load" and self._load(command.argument)) or (
            command.name == "reload" and self._reload()
        )

    def _debrief(self) -> None:
        comparison = compare(self._session.play, self._session.reader)
        leaned = leaned_on_page(leaned_on(self._session.play, self._session.reader), self._words)
        self._show((*comparison_page(comparison, self._words), *leaned, *debrief.offer(self._words)))

    def _leave(self) -> str:
        """Save, and say how to go on."""
        session = self._session
        session.save()
        if session.warning is not None:
            self._warn()
        else:
            self._say("terminal.left", path=session.autosave, scenario=session.scenario.id)
        return LEFT

    def _warn(self) -> None:
        warning = self._session.warning
        if warning is not None:
            self._say(warning.key, **warning.values)

    def _say(self, key: str, **values: object) -> None:
        self._show((note(self._words(key, **values)),))

    def _show(self, page: Page) -> None:
        if page:
            self._console.show(page)
