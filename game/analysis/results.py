"""What exploring gives: one value for a whole exploration, read by tables, JSON and reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.analysis.gauges import Reaches
from game.analysis.lengths import Lengths
from game.analysis.reading import Reading
from game.analysis.rules import Question
from game.analysis.weighing import Luck

Verdict = Literal["complete", "thinned", "stopped"]
Reach = Literal["reached", "impossible", "unknown"]


@dataclass(frozen=True, slots=True)
class EndingOdds:
    """An ending's probability under each policy, and the option ids of a shortest playthrough to it.

    `error` is what the probability may be off by: 0 where exploring is complete (but for rounding,
    below 1e-12), a 95 % bound where it was thinned, None where nothing can be said. `extremes` are the
    least and the greatest probability that the playing sides together can bring about.
    """

    reach: Reach
    probability: Mapping[str, float]
    error: Mapping[str, float] | None
    shortest: tuple[str, ...] | None
    extremes: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class OptionOdds:
    """Of the playthroughs that come to the decision point: how many are offered the option, how many
    take it, and how far the ending odds lie apart if it is taken and if it is not (0 to 1).

    `effect` is None where it is never offered beside another, or is not known.
    """

    reach: Reach
    offered: float
    probability: float
    effect: float | None


@dataclass(frozen=True, slots=True)
class DecisionOdds:
    """The share of playthroughs that come to a decision point, and its options."""

    reach: Reach
    reached: float
    options: Mapping[str, OptionOdds]


@dataclass(frozen=True, slots=True, eq=False)
class Exploration:
    """Everything that was found, under `policy` where one is asked for.

    `complete` says that every state was visited. `thinned` and `stopped` prove what was reached and
    what is impossible, and nothing else; then `playthrough_count` and `luck` are None. `dead_end` and
    `turns` have a number for each policy: the probability of a dead end, the expected turns; `turn_range`
    the fewest and the most; `lengths` the odds of each number of turns and `reading` the words to be
    read, None where that is not known, like `meters`, each meter's lowest and highest step.
    """

    question: Question
    policy: str
    verdict: Verdict
    state_count: int
    transition_count: int
    playthrough_count: int | None
    endings: Mapping[str, EndingOdds]
    dead_end: Mapping[str, float]
    decisions: Mapping[str, DecisionOdds]
    turns: Mapping[str, float]
    turn_range: tuple[int, int] | None
    lengths: Lengths | None
    reading: Reading | None
    luck: Luck | None
    meters: Reaches
    seconds: float
