"""The extremes: what the playing sides can bring about at best and at worst, and how long play can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.analysis.backward import Crossing, Map
from game.analysis.keys import Floats


@dataclass(frozen=True, slots=True)
class Extremes:
    """The least and greatest probability of each ending over all ways of playing; fewest, most turns.

    The playing sides work together for each ending in turn; all others follow their weights.
    """

    odds: Mapping[str, tuple[float, float]]
    turns: tuple[int, int]


def find_extremes(story: Map) -> Extremes:
    """Go backwards once: where a playing side decides, the best or worst option counts.

    The columns are the least odds, the greatest odds, then minus the fewest and the most turns.
    """
    endings = tuple(story.rules.scenario.endings)
    width = 2 * len(endings) + 2
    known: dict[str, Floats] = {}
    for place in story.endings:
        known[place] = np.zeros((len(story.visits[place].layer), width))
        known[place][:, [endings.index(place), len(endings) + endings.index(place)]] = 1.0
    last_users = story.last_users()
    for place in reversed(story.decisions):
        found = np.zeros((len(story.visits[place].layer), width))
        is_playing = story.rules.stages[place].is_playing
        for crossing in story.crossings(place):
            part = _turns_and_best if is_playing else _turns_and_mean
            found[crossing.part] = part(crossing, known, width)
        known[place] = found
        for done in last_users.get(place, ()):
            known.pop(done, None)
    first = known[story.rules.scenario.start][0].tolist()
    odds = {name: (first[at], first[len(endings) + at]) for at, name in enumerate(endings)}
    return Extremes(odds, (round(-first[-2]), round(first[-1])))


def _turns_and_best(crossing: Crossing, known: Mapping[str, Floats], width: int) -> Floats:
    """Take the least of the least odds, and the greatest of everything else."""
    half = (width - 2) // 2
    best = np.full((crossing.count, width), -np.inf)
    best[:, :half] = np.inf
    for link in crossing.links:
        there = _one_turn_on(known[link.target].take(link.to, axis=0))
        rows = slice(None) if link.rows is None else link.rows
        best[rows, :half] = np.minimum(best[rows, :half], there[:, :half])
        best[rows, half:] = np.maximum(best[rows, half:], there[:, half:])
    best[_is_dead(crossing)] = 0.0
    return best


def _turns_and_mean(crossing: Crossing, known: Mapping[str, Floats], width: int) -> Floats:
    """Weigh the odds by the option's weights, and take the extremes of the turns."""
    mean = np.zeros((crossing.count, width))
    mean[:, -2:] = -np.inf
    shares = np.broadcast_to(crossing.odds.shares["weights"], (len(crossing.odds.offered), crossing.count))
    for link in crossing.links:
        there = _one_turn_on(known[link.target].take(link.to, axis=0))
        rows = slice(None) if link.rows is None else link.rows
        mean[rows, :-2] += shares[link.option][rows][:, None] * there[:, :-2]
        mean[rows, -2:] = np.maximum(mean[rows, -2:], there[:, -2:])
    mean[_is_dead(crossing)] = 0.0
    return mean


def _one_turn_on(there: Floats) -> Floats:
    there[:, -2:] += (-1.0, 1.0)
    return there


def _is_dead(crossing: Crossing) -> np.typing.NDArray[np.bool_]:
    return np.broadcast_to(~crossing.odds.offered.any(axis=0), crossing.count)
