"""Source checks and the model card as pages of plain blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.debrief.model_card import AssumptionView, LeanedOn
from game.debrief.pages import source_words
from game.debrief.source_checks import AccountView, SourceCheckView, weighed_words
from game.messages import Words
from game.page import Block, Page, detail, heading, item, note, text, title
from game.play.view import SourceView


def source_checks_page(checks: Sequence[SourceCheckView], words: Words) -> Page:
    """List the source checks by number: those that this playthrough met, then the others."""
    if not checks:
        return (note(words("debrief.no-source-checks")),)
    blocks: list[Block] = [title(words("debrief.source-checks")), note(words("debrief.source-checks-note"))]
    for number, check in enumerate(checks, start=1):
        if number == 1 or check.is_met != checks[number - 2].is_met:
            blocks.append(heading(words("debrief.checks-met" if check.is_met else "debrief.checks-other")))
        blocks.append(item(str(number), check.question))
    return tuple(blocks)


def accounts_page(check: SourceCheckView, words: Words) -> Page:
    """Lay the accounts of one source check out to be weighed, without the record's answer."""
    blocks: list[Block] = [title(check.question), note(words("debrief.happened", date=check.happened))]
    for number, account in enumerate(check.accounts, start=1):
        blocks.append(item(str(number), words("debrief.telling", name=account.name, says=account.says)))
        blocks += [detail(label, told) for label, told in chip(account, words)]
    return (
        *blocks,
        heading(words("debrief.accepted")),
        text(check.accepted),
        heading(words("debrief.settle")),
        text(check.settle),
    )


def chip(account: AccountView, words: Words) -> tuple[tuple[str, str], ...]:
    """Give an account's chip as labels with their words: what it is, when, for what gain, who agrees."""
    made = words("debrief.made-then", made=account.made, lag=account.lag) if account.made else ""
    gain = account.gain or words("debrief.not-known")
    return (
        (words("debrief.what"), account.what),
        (words("debrief.made"), made or words("debrief.not-known")),
        (words("debrief.gain"), gain),
        (words("debrief.agree"), _agree(account.agree, words)),
        (words("debrief.sources"), _listed(account.sources)),
    )


def _agree(sources: Sequence[SourceView], words: Words) -> str:
    if not sources:
        return words("debrief.agree-none")
    return words.count("debrief.agree-count", len(sources), sources=_listed(sources))


def _listed(sources: Sequence[SourceView]) -> str:
    return "; ".join(source_words(source) for source in sources)


def answer_page(check: SourceCheckView, weighing: str, words: Words) -> Page:
    """Show what the record bears out, with how the reader's `weighing` stands to it."""
    compared = text(weighed_words(check, weighing, words))
    return (heading(words("debrief.answer")), compared, *_answer_blocks(check, words))


def _answer_blocks(check: SourceCheckView, words: Words) -> Page:
    answer = check.answer
    return (
        text(answer.verdict),
        detail(words("debrief.status"), answer.status_words),
        text(answer.why),
        detail(words("debrief.sources"), _listed(answer.sources)),
    )


def model_card_page(card: Sequence[AssumptionView], words: Words) -> Page:
    """Lay the model card out on one page, with what leans on each assumption: for after play."""
    return _card(card, words, lambda one: (detail(words("debrief.leans"), "; ".join(one.leans)),))


def model_card_before_page(card: Sequence[AssumptionView], words: Words) -> Page:
    """Lay the model card out for whoever has not played to the end: no decision point is given away."""
    return _card(card, words, lambda _: ())


def _card(card: Sequence[AssumptionView], words: Words, leans: Callable[[AssumptionView], Page]) -> Page:
    if not card:
        return (note(words("debrief.no-model-card")),)
    blocks: list[Block] = [title(words("debrief.model-card")), note(words("debrief.model-card-note"))]
    for number, one in enumerate(card, start=1):
        blocks.append(item(str(number), words("debrief.assumption", name=one.name, text=one.text)))
        blocks.append(detail(words("debrief.counter"), one.counter))
        blocks += [*leans(one), detail(words("debrief.sources"), _listed(one.sources))]
    return tuple(blocks)


def leaned_on_page(leaned: Sequence[LeanedOn], words: Words) -> Page:
    """Name the assumptions that a playthrough leaned on, each with its counter-view and its turns."""
    if not leaned:
        return ()
    blocks: list[Block] = [heading(words("debrief.leaned-on")), note(words("debrief.leaned-on-note"))]
    for one in leaned:
        blocks.append(item("", one.assumption.name))
        blocks.append(detail(words("debrief.counter"), one.assumption.counter))
        blocks.append(detail(words("debrief.leaned-at"), leaned_words(one, words)))
    return tuple(blocks)


def leaned_words(leaned: LeanedOn, words: Words) -> str:
    """Say at which turns an assumption was leaned on."""
    if leaned.is_everywhere:
        return words("debrief.leaned-everywhere")
    turns = ", ".join(str(turn + 1) for turn in leaned.turns)
    return words.count("debrief.leaned-turns", len(leaned.turns), turns=turns)


def worksheet_page(checks: Sequence[SourceCheckView], words: Words) -> Page:
    """Lay source checks out for paper: all accounts first, and only then all answers."""
    if not checks:
        return ()
    accounts = [block for check in checks for block in accounts_page(check, words)]
    blocks: list[Block] = [heading(words("debrief.answers"))]
    for check in checks:
        blocks += [item("", check.question), *_answer_blocks(check, words)]
    return (
        title(words("debrief.source-checks")),
        note(words("debrief.source-checks-note")),
        *accounts,
        *blocks,
    )
