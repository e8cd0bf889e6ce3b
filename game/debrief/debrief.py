"""All that the debrief tells of one playthrough, as one value: for reports and for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from game.debrief.charts import Chart, charts, charts_page
from game.debrief.comparison import Comparison, compare
from game.debrief.evidence_pages import leaned_on_page, worksheet_page
from game.debrief.hours import Hours, hours_page, other_desks, turns_of_players
from game.debrief.ledger import Ledger, ledger_page, ledgers
from game.debrief.model_card import AssumptionView, LeanedOn, leaned_on, model_card
from game.debrief.odds import RoadOdds, odds_page
from game.debrief.pages import comparison_page
from game.debrief.rails import Tie, rails, rails_page
from game.debrief.source_checks import SourceCheckView, source_checks
from game.messages import Words
from game.page import Page
from game.play.playthrough import Playthrough
from game.play.view import Reader


@dataclass(frozen=True, slots=True)
class Debrief:
    """The comparison with the record and what stands beside it.

    `hours` are those of every turn of the players; `odds` is None where they were not asked for, or
    where there are none: before an ending, or in a scenario with too many states. `leaned_on` are those
    of the model card's assumptions that this playthrough leaned on.
    """

    comparison: Comparison
    rails: tuple[Tie, ...]
    ledgers: tuple[Ledger, ...]
    hours: tuple[Hours, ...]
    charts: tuple[Chart, ...]
    odds: RoadOdds | None
    source_checks: tuple[SourceCheckView, ...]
    model_card: tuple[AssumptionView, ...]
    leaned_on: tuple[LeanedOn, ...]


def debrief(play: Playthrough, reader: Reader, odds: RoadOdds | None = None) -> Debrief:
    """Give the debrief of `play`."""
    comparison = compare(play, reader)
    return Debrief(
        comparison,
        rails(play, comparison, reader),
        ledgers(play, reader),
        tuple(other_desks(play, turn, reader) for turn in turns_of_players(play)),
        charts(play, reader),
        odds,
        source_checks(play, reader),
        model_card(play.scenario, reader),
        leaned_on(play, reader),
    )


def debrief_page(found: Debrief, words: Words) -> Page:
    """Lay everything out as one page: the comparison first, the assumptions that it leaned on last."""
    return (
        *comparison_page(found.comparison, words),
        *rails_page(found.rails, words),
        *ledger_page(found.ledgers, words),
        *(block for hours in found.hours for block in hours_page(hours, words)),
        *charts_page(found.charts, words),
        *(odds_page(found.odds, words) if found.odds else ()),
        *worksheet_page([check for check in found.source_checks if check.is_met], words),
        *leaned_on_page(found.leaned_on, words),
    )


def debrief_json(found: Sequence[Debrief]) -> str:
    """Give debriefs as JSON: a list with one object for each playthrough, its comparison's keys first."""
    rows = []
    for one in found:
        row = asdict(one)
        rows.append({**row.pop("comparison"), **row})
    return json.dumps(rows, ensure_ascii=False, indent=2)
