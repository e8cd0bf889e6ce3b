"""Interpretations side by side: what each reading of the evidence makes of the endings' odds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from game.analysis.forward import Plan, TooMany
from game.analysis.results import Exploration
from game.analysis.rules import under
from game.analysis.statespace import ending_odds


@dataclass(frozen=True, slots=True)
class InterpretationOdds:
    """Each ending's probability under one interpretation.

    `distance` is the total variation distance (0 to 1) from the odds under the one that was explored.
    """

    id: str
    endings: Mapping[str, float]
    distance: float


def compare_interpretations(found: Exploration, plan: Plan) -> tuple[InterpretationOdds, ...]:
    """Give the endings' odds under every interpretation, by the policy of `found`, in the author's order.

    Each costs one more visit of the states. None is given where the scenario has no interpretations,
    or where the exploration is not complete: an estimate would hide the difference.
    """
    if found.verdict != "complete":
        return ()
    own = {name: ending.probability[found.policy] for name, ending in found.endings.items()}
    try:
        return tuple(_odds(found, name, own, plan) for name in found.question.scenario.interpretations)
    except (TooMany, KeyboardInterrupt):
        return ()


def _odds(found: Exploration, name: str, own: Mapping[str, float], plan: Plan) -> InterpretationOdds:
    if name == found.question.interpretation:
        return InterpretationOdds(name, own, 0.0)
    known = ending_odds(under(found.question, name), replace(plan, policies=(found.policy,)))
    odds = {ending: known.get(ending, {}).get(found.policy, 0.0) for ending in own}
    # a dead end is no ending, and its odds may differ too
    rest = (1 - sum(own.values()), 1 - sum(odds.values()))
    apart = sum(abs(odds[ending] - share) for ending, share in own.items()) + abs(rest[0] - rest[1])
    return InterpretationOdds(name, odds, apart / 2)


def apart(compared: Sequence[InterpretationOdds], ending: str) -> float:
    """Give how far an ending's greatest probability lies from its least."""
    shares = [one.endings[ending] for one in compared]
    return max(shares) - min(shares)
