"""What is asked at a terminal before the first turn: the desks, the length, the reading of the evidence."""

from __future__ import annotations

from collections.abc import Sequence

from game.cli.shell import Shell, is_interactive
from game.page import Page, detail, heading, item
from game.scenario.model import Scenario
from game.terminal.console import Console


def default_seats(scenario: Scenario) -> list[str]:
    """Give the sides that a person may take."""
    return [side.id for side in scenario.sides.values() if side.playable]


def ask_seats(scenario: Scenario, shell: Shell, out: Console) -> list[str]:
    """Ask for a desk, or several, where there is a choice; without a terminal, take the first."""
    seats = default_seats(scenario)
    if len(seats) == 1 or not is_interactive():
        return seats[:1]
    texts = shell.reader().texts
    out.show(tuple(item(str(n), texts(scenario.sides[side].desk)) for n, side in enumerate(seats, start=1)))
    while True:
        typed = out.ask(shell.words("terminal.choose-side")).replace(",", " ").split()
        numbers = [_number(word, len(seats)) for word in typed]
        if numbers and None not in numbers:
            return [side for n, side in enumerate(seats, start=1) if n in numbers]


def ask_cut(scenario: Scenario, shell: Shell, out: Console) -> str | None:
    """Ask how long to play; an empty line is the whole."""
    if not scenario.cuts or not is_interactive():
        return None
    words, texts = shell.words, shell.reader().texts
    lengths = [
        (item(str(n), texts(cut.name)), detail("", words("terminal.cut-minutes", minutes=cut.minutes)))
        for n, cut in enumerate(scenario.cuts.values(), start=2)
    ]
    page = (heading(words("terminal.cuts")), item("1", words("terminal.whole")), *sum(lengths, ()))
    return _chosen((None, *scenario.cuts), page, words("terminal.choose-cut"), out)


def ask_interpretation(scenario: Scenario, shell: Shell, out: Console) -> str | None:
    """Ask which reading of the evidence the other sides follow; an empty line is the first."""
    if not scenario.interpretations or not is_interactive():
        return None
    words, texts = shell.words, shell.reader().texts
    readings = [
        (item(str(n), texts(reading.name)), detail("", texts(reading.text)))
        for n, reading in enumerate(scenario.interpretations.values(), start=1)
    ]
    page = (heading(words("terminal.interpretations")), *sum(readings, ()))
    return _chosen(tuple(scenario.interpretations), page, words("terminal.choose-interpretation"), out)


def _chosen(choices: Sequence[str | None], page: Page, prompt: str, out: Console) -> str | None:
    """Ask for the number of one of `choices`; an empty line is the first."""
    out.show(page)
    while True:
        answer = out.ask(prompt)
        number = _number(answer, len(choices)) if answer else 1
        if number is not None:
            return choices[number - 1]


def _number(word: str, most: int) -> int | None:
    return int(word[:6]) if word.isdecimal() and 1 <= int(word[:6]) <= most else None
