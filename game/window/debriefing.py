"""The debrief in the window: each of its addresses gives the value of a screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from game.debrief.charts import charts
from game.debrief.comparison import compare
from game.debrief.debrief import debrief
from game.debrief.evidence_pages import leaned_words
from game.debrief.hours import other_desks, turns_of_players
from game.debrief.ledger import ledgers
from game.debrief.model_card import leaned_on, model_card
from game.debrief.odds import RoadOdds
from game.debrief.rails import rails
from game.debrief.roads import side_name, side_shape
from game.debrief.source_checks import SourceCheckView, source_checks
from game.errors import GameError
from game.play.playthrough import Playthrough
from game.play.view import Reader
from game.scenario.model import CHANCE, Scenario
from game.session import Session
from game.store import write_report
from game.window.reckoning import Reckoning
from game.window.screens import Screen
from game.window.screens.card import ModelCard
from game.window.screens.charts import ChartSheets
from game.window.screens.checks import Answered, Checks, Weighing
from game.window.screens.comparison import Compared
from game.window.screens.hours import OtherDesks
from game.window.screens.ledger import LedgerSheet
from game.window.screens.odds import Computing, OddsSheet
from game.window.screens.rails import OneStep, Rails
from game.window.screens.report import Report


class Host(Protocol):
    """Who sits at the window."""

    session: Session | None
    reader: Reader
    stack: list[str]


class Debriefing:
    """The screens of the debrief, the odds on order, and the report, which waits for them."""

    def __init__(self, host: Host, find: Callable[[str], Scenario]) -> None:
        self._host = host
        self._find = find
        self._weighed: dict[str, str] = {}  # by source check
        self._reckoning = Reckoning()
        self._told = ""  # what came of the report
        self.verbs: Mapping[str, Callable[[str], None]] = {
            "report": self._do_report,
            "check": self._do_check,
            "weigh": self._do_weigh,
        }
        self.screens: Mapping[str, Callable[[str], Screen]] = {
            "comparison": self._comparison,
            "rails": self._rails,
            "step": self._step,
            "ledger": self._ledger,
            "hours": self._hours,
            "charts": self._charts,
            "odds": self._odds,
            "report": self._report,
            "checks": self._checks,
            "check": self._check,
            "answer": self._answer,
            "card": self._card,
        }

    @property
    def has_news(self) -> bool:
        """Claim that the odds have come further than the screen on top shows."""
        return self._host.stack[-1] in ("odds", "report") and self._reckoning.has_news

    def go_on(self) -> None:
        """Write the report that waited for the odds, if it is still waited for and they have come."""
        if self._host.stack[-1] == "report" and not self._told:
            self._write_report()

    def forget(self) -> None:
        """Let go of what is known of the last play: it may be large."""
        self._reckoning = Reckoning()
        self._weighed = {}

    def _do_report(self, _: str) -> None:
        self._told = ""
        self._host.stack.append("report")
        self._write_report()

    def _write_report(self) -> None:
        """Write the debrief beside the saves, odds and all, and say where, or what went wrong."""
        # the templates take 50 ms to import: only who saves a report pays for them
        from game.reports.debriefs import Told, debrief_report  # noqa: PLC0415

        odds = self._reckoning.odds(self._play, self._reader)
        if isinstance(odds, Computing):
            return
        words, play = self._reader.words, self._play
        found = debrief(play, self._reader, odds if isinstance(odds, RoadOdds) else None)
        page = debrief_report([Told(", ".join(found.comparison.players) or self._title, found)], words)
        try:
            path = write_report(f"{play.scenario.id}-debrief", page)
        except GameError as error:
            self._told = words("sheet.report.failed", reason=words(error.key, **error.values))
        else:
            self._told = words("sheet.report.saved", path=path)

    def _report(self, _: str) -> Report:
        odds = self._reckoning.odds(self._play, self._reader)
        return Report(self._told, odds.share if isinstance(odds, Computing) else 1.0)

    def _do_check(self, number: str) -> None:
        """Open a source check, in the place of the one that is open."""
        if self._host.stack[-1].partition(":")[0] in ("check", "answer"):
            self._host.stack.pop()
        self._host.stack.append(f"check:{number}")

    def _do_weigh(self, said: str) -> None:
        """Take a weighing, such as `2:memoir`, and show what the record bears out."""
        number, _, weighing = said.partition(":")
        self._weighed[self._source_checks[int(number)].id] = weighing
        self._host.stack[-1] = f"answer:{number}"

    def _checks(self, _: str) -> Checks:
        return Checks(self._title, self._source_checks, tuple(self._weighed.items()))

    def _check(self, number: str) -> Weighing:
        return Weighing(self._title, self._source_checks, int(number))

    def _answer(self, number: str) -> Answered:
        checks = self._source_checks
        return Answered(self._title, checks, int(number), self._weighed[checks[int(number)].id])

    def _card(self, scenario_id: str) -> ModelCard:
        """Give the model card of a scenario on the shelf, or of this one with what was leaned on."""
        if scenario_id:
            scenario = self._find(scenario_id)
            title = self._reader.texts(scenario.title)
            return ModelCard(title, model_card(scenario, self._reader), (), is_told=False)
        leaned = tuple(
            (one.assumption.id, leaned_words(one, self._reader.words))
            for one in leaned_on(self._play, self._reader)
        )
        card = model_card(self._play.scenario, self._reader)
        return ModelCard(self._title, card, leaned, is_told=True)

    def _comparison(self, _: str) -> Compared:
        return Compared(compare(self._play, self._reader))

    def _rails(self, _: str) -> Rails:
        play, reader = self._play, self._reader
        shapes = {side: side_shape(play.scenario, side) for side in (*play.scenario.sides, CHANCE)}
        sides = tuple((side_name(play.scenario, side, reader), shape) for side, shape in shapes.items())
        return Rails(self._title, rails(play, compare(play, reader), reader), sides)

    def _step(self, turn: str) -> OneStep:
        steps = compare(self._play, self._reader).steps
        return OneStep(self._title, steps[int(turn)], len(steps))

    def _ledger(self, number: str) -> LedgerSheet:
        return LedgerSheet(self._title, ledgers(self._play, self._reader), int(number or 0))

    def _hours(self, number: str) -> OtherDesks:
        """Give the hours before one of the turns that can be read, the last of them where none is named."""
        turns = turns_of_players(self._play)
        at = int(number) if number else len(turns) - 1
        found = other_desks(self._play, turns[at], self._reader) if turns else None
        return OtherDesks(self._title, found, at, len(turns))

    def _charts(self, _: str) -> ChartSheets:
        return ChartSheets(self._title, charts(self._play, self._reader))

    def _odds(self, _: str) -> OddsSheet:
        return OddsSheet(self._title, self._reckoning.odds(self._play, self._reader))

    @property
    def _source_checks(self) -> tuple[SourceCheckView, ...]:
        return source_checks(self._play, self._reader)

    @property
    def _play(self) -> Playthrough:
        assert self._host.session is not None  # only a play has a debrief
        return self._host.session.play

    @property
    def _reader(self) -> Reader:
        return self._host.reader

    @property
    def _title(self) -> str:
        return self._reader.texts(self._play.scenario.title)
