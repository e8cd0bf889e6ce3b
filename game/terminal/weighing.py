"""Source checks at the terminal: the accounts first, then the reader's weighing, then the record's answer."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.evidence_pages import accounts_page, answer_page, source_checks_page
from game.debrief.source_checks import SourceCheckView
from game.messages import Words
from game.page import note
from game.scenario.accounts import UNDECIDED
from game.terminal.console import Console


def weigh(checks: Sequence[SourceCheckView], argument: str, console: Console, words: Words) -> None:
    """List the source checks, or let the one with the number `argument` be weighed."""
    if not checks or not argument:
        hint = (note(words("terminal.check-hint")),) if checks else ()
        console.show((*source_checks_page(checks, words), *hint))
        return
    if not argument.isdecimal() or not 1 <= int(argument[:6]) <= len(checks):
        console.show((note(words("terminal.no-check", count=len(checks))),))
        return
    check = checks[int(argument[:6]) - 1]
    console.show(accounts_page(check, words))
    weighing = _asked(check, console, words)
    if weighing:
        console.show(answer_page(check, weighing, words))
    else:
        console.show((note(words("terminal.not-weighed")),))


def _asked(check: SourceCheckView, console: Console, words: Words) -> str:
    """Give the weighing that is typed, an account's id or `undecided`; nothing where an empty line is."""
    undecided = words("terminal.word.undecided").casefold()
    while True:
        typed = console.ask(words("terminal.weigh", count=len(check.accounts))).casefold()
        if not typed:
            return ""
        if undecided.startswith(typed):
            return UNDECIDED
        if typed.isdecimal() and 1 <= int(typed[:6]) <= len(check.accounts):
            return check.accounts[int(typed[:6]) - 1].id
