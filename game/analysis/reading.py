"""How much those who play have to read: the words of a playthrough, least, most and mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from game.advice.english import words
from game.analysis.backward import Crossing, Map
from game.analysis.keys import Floats
from game.scenario.model import DecisionPoint, Option, Scenario
from game.scenario.text import Text

WORDS_A_MINUTE = 140
"""At which a text is read aloud to a class: the guidance for teachers counts so."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Words in a playthrough, at the usual reading level, on the desks of the sides that play.

    Counted are the situation, the papers, the advisers, the options, what followed and what was seen of
    others. A text that depends on the state counts as if it stood there; of several that could follow a
    choice the longest counts.
    """

    mean: float
    least: int
    most: int


def find_reading(story: Map, policy: str) -> Reading:
    """Go backwards once, under `policy`. The columns are the mean, then minus the least and the most."""
    scenario, playing = story.rules.scenario, story.rules.question.playing
    known: dict[str, Floats] = {
        place: np.zeros((len(story.visits[place].layer), 3)) for place in story.endings
    }
    last_users = story.last_users()
    for place in reversed(story.decisions):
        found = np.zeros((len(story.visits[place].layer), 3))
        decision = scenario.decisions[place]
        # what falls to the record is told, but nobody reads that desk
        desk = _count(_on_desk(scenario, decision)) if story.rules.stages[place].is_playing else 0
        steps = tuple(desk + followed for followed in _followed(decision, playing))
        for crossing in story.crossings(place):
            found[crossing.part] = _longer(crossing, known, policy, steps)
        known[place] = found
        for done in last_users.get(place, ()):
            known.pop(done, None)
    starts = known[scenario.start]
    return Reading(
        float(starts[:, 0].mean()), round(float(-starts[:, 1].max())), round(float(starts[:, 2].max()))
    )


def _longer(crossing: Crossing, known: Mapping[str, Floats], policy: str, steps: tuple[int, ...]) -> Floats:
    shares = np.broadcast_to(crossing.odds.shares[policy], (len(steps), crossing.count))
    found = np.zeros((crossing.count, 3))
    found[:, 1:] = -np.inf
    for link in crossing.links:
        rows = slice(None) if link.rows is None else link.rows
        there = known[link.target].take(link.to, axis=0)
        there += np.array([1.0, -1.0, 1.0]) * steps[link.option]
        share = shares[link.option][rows]
        there[:, 1:] = np.where(share[:, None] > 0, there[:, 1:], -np.inf)
        found[rows, 0] += share * there[:, 0]
        found[rows, 1:] = np.maximum(found[rows, 1:], there[:, 1:])
    return np.where(np.isneginf(found), 0.0, found)


def _followed(decision: DecisionPoint, playing: frozenset[str]) -> tuple[int, ...]:
    """Give for each option the words that tell the playing sides of it once it is taken."""
    told = []
    for option in decision.options.values():
        seen = _count(sighting.text for sighting in option.sees if sighting.side in playing)
        longest = _longest_told(option) if decision.side in playing else 0
        told.append(seen + longest)
    return tuple(told)


def _on_desk(scenario: Scenario, decision: DecisionPoint) -> Iterable[Text | None]:
    yield from (beat.text for beat in decision.situation)
    yield from (scenario.documents[paper.document].text for paper in decision.documents)
    for adviser in decision.advisers:
        yield from (adviser.says, adviser.forecast, adviser.changes_mind)
    for option in decision.options.values():
        yield from (option.text, option.case)


def _longest_told(option: Option) -> int:
    return max((_count([consequence.text]) for consequence in option.consequences), default=0)


def _count(texts: Iterable[Text | None]) -> int:
    return sum(len(words(text.standard)) for text in texts if text is not None)
