"""Two rails: this road and the record, joined where they are one and parted where they are not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.debrief.comparison import Comparison, Step
from game.debrief.roads import Crossing, crossings, hour_words, record_line, side_name, side_shape
from game.messages import Words
from game.page import Page, detail, heading, item, note
from game.play.playthrough import Playthrough
from game.play.view import Reader
from game.scenario.model import CHANCE

Way = Literal["joined", "parted", "here", "record"]
"""Both roads and one choice; both roads and two choices; this road alone; the record alone."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One decision point on the rails.

    `turn` is this road's turn (from 0), or None where only the record came by; `grade` is the letter of
    what followed here, or empty. `chosen` and `historical` are empty on the road that did not come by.
    """

    way: Way
    turn: int | None
    clock: str
    side: str
    shape: str
    is_chance: bool
    title: str
    grade: str
    chosen: str
    historical: str


def rails(play: Playthrough, comparison: Comparison, reader: Reader) -> tuple[Tie, ...]:
    """Give the rails of `play`, whose comparison is given, by the story's clock."""
    return tuple(_tie(play, crossing, comparison.steps, reader) for crossing in crossings(play))


def _tie(play: Playthrough, crossing: Crossing, steps: tuple[Step, ...], reader: Reader) -> Tie:
    scenario, decision = play.scenario, crossing.decision
    step = None if crossing.here is None else steps[crossing.here]
    historical = ""
    if crossing.record is not None:
        option = record_line(scenario).turns[crossing.record].option
        historical = reader.texts(decision.options[option].text)
    way: Way = "record"
    if step is not None:
        both: Way = "parted" if step.is_divergent else "joined"
        way = "here" if crossing.record is None else both
    return Tie(
        way,
        crossing.here,
        hour_words(scenario, decision.side, decision.at, reader),
        side_name(scenario, decision.side, reader),
        side_shape(scenario, decision.side),
        decision.side == CHANCE,
        reader.texts(decision.title),
        step.grade if step else "",
        step.chosen if step else "",
        historical,
    )


def rails_page(ties: tuple[Tie, ...], words: Words) -> Page:
    """Lay the rails out as lines: what both roads share, then what each did alone."""
    blocks = [heading(words("rails.title")), note(words("rails.note"))]
    for tie in ties:
        label = "" if tie.turn is None else str(tie.turn + 1)
        blocks.append(item(label, tie_words(tie, words)))
        if tie.way in ("joined", "here", "parted"):
            key = "rails.both" if tie.way == "joined" else "rails.this-road"
            blocks.append(detail(words(key), chosen_words(tie, words)))
        if tie.way in ("record", "parted"):
            blocks.append(detail(words("rails.the-record"), tie.historical))
    return tuple(blocks)


def tie_words(tie: Tie, words: Words) -> str:
    """Say when, who and what, and which roads came by."""
    return words("rails.tie", clock=tie.clock, side=tie.side, title=tie.title, way=words(f"rails.{tie.way}"))


def chosen_words(tie: Tie, words: Words) -> str:
    """Give what was chosen here, with the grade of what followed where there is one."""
    return words("rails.graded", text=tie.chosen, letter=tie.grade) if tie.grade else tie.chosen
