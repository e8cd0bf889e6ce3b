"""Source checks: accounts side by side, weighed first, and only then what the record bears out."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.evidence_pages import chip
from game.debrief.source_checks import AccountView, SourceCheckView, weighed_words
from game.scenario.accounts import UNDECIDED
from game.window.bars import heading_bar
from game.window.buttons import Button, row
from game.window.compose import Flow, Sheet, centred, columns, even, join, sheet, show
from game.window.fonts import BODY, HEADING, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import Card, Saying, card, label, sources
from game.window.screens.common import back_button
from game.window.screens.tabs import debrief_page
from game.window.widgets import Action, Box, Widgets


@dataclass(frozen=True, slots=True)
class Checks:
    """All source checks; `weighed` pairs the ids of those that were weighed with what was said."""

    scenario: str
    checks: tuple[SourceCheckView, ...]
    weighed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Weighing:
    """One source check to be weighed: the accounts, and nothing of the answer."""

    scenario: str
    checks: tuple[SourceCheckView, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Answered:
    """One source check that was weighed, with what the record bears out."""

    scenario: str
    checks: tuple[SourceCheckView, ...]
    number: int
    weighing: str


def layout_checks(screen: Checks, frame: Frame) -> Widgets:
    """Lay out the way to the model card, and the questions as cards: those on what was met come first."""
    words = frame.words
    weighed = dict(screen.weighed)

    def body(flow: Flow) -> None:
        key = "debrief.source-checks-note" if screen.checks else "debrief.no-source-checks"
        flow.say("checks.note", words(key), SMALL, "ivory")
        flow.gap(12)
        button = Button("model-card", words("sheet.model-card"), show("card"), "M")
        flow.put(row(frame, (button,), Box(flow.x, flow.y, flow.width, 0)))
        for is_met, name in ((True, "met"), (False, "other")):
            numbers = [i for i, check in enumerate(screen.checks) if check.is_met == is_met]
            if not numbers:
                continue
            flow.gap(24)
            label(flow, f"checks.{name}", words(f"debrief.checks-{name}"))
            for number in numbers:
                flow.gap(12)
                check = screen.checks[number]
                card(flow, _question(flow, number, check, weighed.get(check.id, "")))

    return debrief_page(frame, "checks", screen.scenario, body)


def _question(flow: Flow, number: int, check: SourceCheckView, weighing: str) -> Card:
    words = flow.frame.words
    said: list[Saying] = [(check.question, STRONG, "")]
    names = words("window.list.comma").join(account.name for account in check.accounts)
    said.append((names, SMALL, "faint_ink"))
    if weighing:
        said.append((words("sheet.checks.weighed", said=_said(flow, check, weighing)), LABEL, "carbon"))
    return Card(f"check.{number}", tuple(said), Action("check", str(number)))


def _said(flow: Flow, check: SourceCheckView, weighing: str) -> str:
    names = {account.id: account.name for account in check.accounts}
    return names.get(weighing) or flow.frame.words("sheet.checks.undecided")


def layout_weighing(screen: Weighing, frame: Frame) -> Widgets:
    """Lay out the question, the accounts side by side, and below them what can be said to it."""
    words, check = frame.words, screen.checks[screen.number]

    def body(flow: Flow) -> None:
        flow.say("weigh.question", check.question, HEADING, "ivory", role="heading")
        flow.say("weigh.happened", words("debrief.happened", date=check.happened), SMALL, "ivory")
        flow.gap(18)
        _accounts(flow, check)
        flow.gap(24)
        _ground(flow, check)
        flow.gap(24)
        label(flow, "weigh.ask", words("sheet.checks.ask"))
        flow.gap(4)
        flow.put(row(frame, _weighings(screen, frame), Box(flow.x, flow.y, flow.width, 0)))

    heading = words("sheet.check", number=screen.number + 1, count=len(screen.checks))
    bar_words = screen.scenario
    return page(frame, Plan(lambda flow: heading_bar(flow, bar_words, heading), body, (back_button(words),)))


def _weighings(screen: Weighing, frame: Frame) -> tuple[Button, ...]:
    words, check = frame.words, screen.checks[screen.number]
    accounts = tuple(
        Button(f"weigh.{account.id}", account.name, _weigh(screen, account.id), str(number))
        for number, account in enumerate(check.accounts, start=1)
    )
    return (*accounts, Button("weigh.open", words("sheet.checks.undecided"), _weigh(screen, UNDECIDED), "O"))


def _weigh(screen: Weighing, weighing: str) -> Action:
    return Action("weigh", f"{screen.number}:{weighing}")


def _accounts(flow: Flow, check: SourceCheckView) -> None:
    count = len(check.accounts)
    parts = (flow,) * count if flow.frame.is_narrow else columns(flow, (1.0,) * count, 28)
    for number, (part, account) in enumerate(zip(parts, check.accounts, strict=True)):
        if part is flow and number:
            part.gap(20)
        _account(part, account)
    if parts[0] is not flow:
        join(flow, parts)


def _account(flow: Flow, account: AccountView) -> None:
    words = flow.frame.words
    id_ = f"account.{account.id}"

    def write(inner: Flow) -> None:
        inner.say(f"{id_}.name", account.name, STRONG, role="heading")
        inner.gap(6)
        inner.say(f"{id_}.says", account.says)
        inner.gap(10)
        for number, (name, told) in enumerate(chip(account, words)):
            said = words("sheet.checks.chip", name=name, told=told)
            inner.say(f"{id_}.chip.{number}", said, SMALL, "carbon")

    sheet(flow, Sheet(id_, even(34, 22), label=account.name), write)


def _ground(flow: Flow, check: SourceCheckView) -> None:
    """Lay what all accept beside what would settle it."""
    words = flow.frame.words
    told = (
        ("accepted", words("debrief.accepted"), check.accepted),
        ("settle", words("debrief.settle"), check.settle),
    )
    parts = (flow, flow) if flow.frame.is_narrow else columns(flow, (1, 1), 28)
    for part, (name, heading, text) in zip(parts, told, strict=True):
        part.say(f"weigh.{name}.label", heading, LABEL, "ivory")
        part.say(f"weigh.{name}", text, BODY, "ivory")
    if parts[0] is not flow:
        join(flow, parts)


def layout_answered(screen: Answered, frame: Frame) -> Widgets:
    """Lay out how the weighing stands to the record, the answer with its reasons, and the accounts again."""
    words, check = frame.words, screen.checks[screen.number]

    def write(inner: Flow) -> None:
        inner.say("answer.label", words("debrief.answer"), LABEL, "carbon")
        inner.say("answer.weighed", weighed_words(check, screen.weighing, words), STRONG)
        inner.gap(12)
        inner.say("answer.verdict", check.answer.verdict, role="heading")
        inner.say("answer.status", check.answer.status_words, LABEL, "carbon")
        inner.gap(8)
        inner.say("answer.why", check.answer.why)
        inner.gap(10)
        sources(inner, "answer", check.answer.sources)

    def body(flow: Flow) -> None:
        flow.say("weigh.question", check.question, HEADING, "ivory", role="heading")
        flow.gap(14)
        column = centred(flow, 52)
        sheet(column, Sheet("answer", even(42, 28), label=words("debrief.answer")), write)
        flow.put(column.widgets)
        flow.gap(26)
        _accounts(flow, check)

    again = Button("again", words("sheet.checks.again"), Action("check", str(screen.number)), "W")
    following = screen.number + 1
    forward = Button("forward", words("sheet.checks.next"), Action("check", str(following)), "O", "primary")
    heading = words("sheet.check", number=screen.number + 1, count=len(screen.checks))
    return page(
        frame,
        Plan(
            lambda flow: heading_bar(flow, screen.scenario, heading),
            body,
            (back_button(words), again),
            (forward,) if following < len(screen.checks) else (),
        ),
    )
