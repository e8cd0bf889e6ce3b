"""Source checks ready to show: accounts side by side with their chips, and what the record bears out.

A front end shows the question and the accounts, asks which account convinces, and only then shows the
answer. Leaving it open is an answer too; nothing here is counted or marked.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from game.messages import Words
from game.play import clock
from game.play.playthrough import Playthrough
from game.play.shown import shown_or_empty, sources
from game.play.view import Reader, SourceView
from game.scenario.accounts import UNDECIDED, Answer, SourceCheck, Telling
from game.scenario.model import Scenario

_IN_MONTHS, _IN_YEARS = 60, 24  # from so many days on told in months, from so many months in years


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account with its chip: who, when, how long after, what was to be gained, and who else agrees.

    `lag_days` counts the whole days that surely lie between what happened and the account; it is None,
    and `made` and `lag` are empty, where nobody knows when the account was made. `agree` are other
    sources that say the same.
    """

    id: str
    name: str
    what: str
    says: str
    made: str
    lag_days: int | None
    lag: str
    gain: str
    agree: tuple[SourceView, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What the record bears out. `supports` names accounts by their ids; several are borne out in part,
    none where `status` is `disputed` (undecided) or `contradicted`. `verdict` says so in a sentence."""

    supports: tuple[str, ...]
    status: str
    status_words: str
    verdict: str
    why: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class SourceCheckView:
    """A question, two or three accounts, and the answer, which is for after the weighing.

    `is_met` says whether the playthrough came to one of its decision points or phases.
    """

    id: str
    question: str
    happened: str
    is_met: bool
    accounts: tuple[AccountView, ...]
    accepted: str
    settle: str
    answer: AnswerView

    @property
    def weighings(self) -> tuple[str, ...]:
        """Give what can be said to the question: an account's id, or `undecided`."""
        return (*(account.id for account in self.accounts), UNDECIDED)


def source_checks(play: Playthrough, reader: Reader) -> tuple[SourceCheckView, ...]:
    """Give all source checks, those of what this playthrough met first, each part in the author's order."""
    met = {turn.decision for turn in play.turns}
    met |= {play.scenario.decisions[name].phase or "" for name in met}
    checks = play.scenario.source_checks.values()
    views = [_check(play.scenario, check, met, reader) for check in checks]
    return tuple(sorted(views, key=lambda view: not view.is_met))


def _check(scenario: Scenario, check: SourceCheck, met: AbstractSet[str], reader: Reader) -> SourceCheckView:
    accounts = tuple(_account(scenario, check, telling, reader) for telling in check.tellings)
    return SourceCheckView(
        check.id,
        reader.texts(check.question),
        clock.date_words(reader.words, check.happened),
        not met.isdisjoint(check.at),
        accounts,
        reader.texts(check.accepted),
        reader.texts(check.settle),
        _answer(scenario, check.answer, accounts, reader),
    )


def _account(scenario: Scenario, check: SourceCheck, telling: Telling, reader: Reader) -> AccountView:
    account = scenario.accounts[telling.account]
    made = account.made or ""
    days = lag_days(check.happened, made) if made else None
    return AccountView(
        account.id,
        reader.texts(account.name),
        reader.texts(account.what),
        reader.texts(telling.says),
        clock.date_words(reader.words, made) if made else "",
        days,
        lag_words(check.happened, made, reader.words) if made else "",
        shown_or_empty(account.gain, reader),
        sources(scenario, telling.agree, reader),
        sources(scenario, account.sources, reader),
    )


def _answer(
    scenario: Scenario, answer: Answer, accounts: tuple[AccountView, ...], reader: Reader
) -> AnswerView:
    names = [account.name for account in accounts if account.id in answer.supports]
    key = {0: answer.status, 1: "one"}.get(len(names), "several")
    return AnswerView(
        answer.supports,
        answer.status,
        reader.words(f"evidence.status.{answer.status}"),
        reader.words(f"debrief.verdict.{key}", names=reader.words("debrief.and").join(names)),
        reader.texts(answer.why),
        sources(scenario, answer.sources, reader),
    )


def lag_days(happened: str, made: str) -> int:
    """Count the whole days that surely lie between the end of what `happened` and what was `made`."""
    return max(0, (_first_day(made) - _last_day(happened)).days)


def lag_words(happened: str, made: str, words: Words) -> str:
    """Say how long after what `happened` something was `made`, as exactly as both dates are known."""
    end, start = happened.split("/")[-1][:10], made.split("/")[0][:10]
    years = int(start[:4]) - int(end[:4])
    if len(end) < 7 or len(start) < 7:
        return words.count("debrief.lag.about-years", years) if years > 0 else words("debrief.lag.same-year")
    if len(end) < 10 or len(start) < 10:
        return _months_words(12 * years + int(start[5:7]) - int(end[5:7]), words)
    days = lag_days(happened, made)
    if days == 0:
        return words("debrief.lag.same-day")
    if days < _IN_MONTHS:
        return words.count("debrief.lag.days", days)
    return _months_words(round(days / 30.44), words)


def _months_words(months: int, words: Words) -> str:
    if months <= 0:
        return words("debrief.lag.same-month")
    if months < _IN_YEARS:
        return words.count("debrief.lag.about-months", months)
    return words.count("debrief.lag.about-years", round(months / 12))


def _first_day(written: str) -> date:
    """Give the first day that a date may mean."""
    return date.fromisoformat((written.split("/")[0] + "-01-01")[:10])


def _last_day(written: str) -> date:
    """Give the last day that a date may mean."""
    end = written.split("/")[-1][:10]
    year, month = int(end[:4]), int(end[5:7] or "12")
    return date.fromisoformat(end) if len(end) == 10 else date(year, month, monthrange(year, month)[1])


def weighed_words(check: SourceCheckView, weighing: str, words: Words) -> str:
    """Say how a weighing, an account's id or `undecided`, stands to the record's answer.

    It compares and does not mark.
    """
    supports = check.answer.supports
    name = next((account.name for account in check.accounts if account.id == weighing), "")
    if weighing == UNDECIDED:
        return words(f"debrief.weighed.open-{check.answer.status if not supports else 'borne-out'}")
    if weighing in supports:
        return words(f"debrief.weighed.{'same' if len(supports) == 1 else 'in-part'}", name=name)
    return words(f"debrief.weighed.{check.answer.status if not supports else 'other'}", name=name)
