"""The debrief in the terminal: what is typed after the ending, and the page that answers."""

from __future__ import annotations

from game.debrief.charts import charts, charts_page
from game.debrief.comparison import compare
from game.debrief.facts import facts, facts_page
from game.debrief.hours import hours_page, other_desks, turns_of_players
from game.debrief.ledger import ledger_page, ledgers
from game.debrief.odds import odds_page, road_odds
from game.debrief.pages import comparison_page
from game.debrief.rails import rails, rails_page
from game.messages import Words
from game.page import Page, note
from game.play.playthrough import Playthrough
from game.play.view import Reader
from game.terminal.commands import Command

COMMANDS = frozenset({"compare", "rails", "ledger", "hours", "meters", "odds", "record"})


def answer(play: Playthrough, command: Command, reader: Reader) -> Page:
    """Give the page that answers one of COMMANDS."""
    words = reader.words
    match command.name:
        case "compare":
            return comparison_page(compare(play, reader), words)
        case "rails":
            return rails_page(rails(play, compare(play, reader), reader), words)
        case "ledger":
            return ledger_page(ledgers(play, reader), words)
        case "hours":
            return _hours(play, command.argument, reader)
        case "meters":
            return charts_page(charts(play, reader), words)
        case "odds":
            return _odds(play, reader)
        case _:
            return facts_page(facts(play.scenario, reader), words)


def _hours(play: Playthrough, argument: str, reader: Reader) -> Page:
    """Give the hours before a turn, counted as the comparison counts them; without a number, the last."""
    turns = turns_of_players(play)
    number = int(argument[:6]) - 1 if argument.isdecimal() else turns[-1] if turns and not argument else -1
    if number not in turns:
        known = reader.words("odds.comma").join(str(turn + 1) for turn in turns)
        return (note(reader.words("terminal.no-hours", turns=known)),)
    return hours_page(other_desks(play, number, reader), reader.words)


def _odds(play: Playthrough, reader: Reader) -> Page:
    # numpy takes 100 ms; only who asks for the odds waits for it.
    from game.analysis.forward import TooMany  # noqa: PLC0415
    from game.analysis.road import Atlas  # noqa: PLC0415

    try:
        road = Atlas().road(play)
    except TooMany:
        return (note(reader.words("odds.too-many")),)
    return odds_page(road_odds(play, road, compare(play, reader)), reader.words)


def offer(words: Words) -> Page:
    """Say what can be read beside the comparison."""
    return (note(words("terminal.debrief-offer")),)
