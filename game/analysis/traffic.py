"""How often each road of a story is taken: the probability of every edge, exactly."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.analysis.backward import Map
from game.analysis.forward import Plan, visit_all
from game.analysis.rules import Question, prepare

Edge = tuple[str, str, str]
"""Decision point, option id, and the decision point or ending that it leads to."""


def traffic(question: Question, policy: str, plan: Plan | None = None) -> Mapping[Edge, float]:
    """Give the share of all playthroughs under `policy` that go along each edge.

    Edges that no playthrough can take are left out. Raises TooMany past the plan's cap.
    """
    plan = plan or Plan()
    rules = prepare(question)
    story = Map(rules, tuple(visit_all(rules, plan)))
    column = plan.policies.index(policy)
    found: dict[Edge, float] = {}
    for place in story.decisions:
        options = tuple(rules.scenario.decisions[place].options)
        mass = story.visits[place].layer.mass[column]
        for crossing in story.crossings(place):
            here = mass[crossing.part]
            for link in crossing.links:
                share = np.broadcast_to(crossing.odds.shares[policy][link.option], here.shape)
                rows = slice(None) if link.rows is None else link.rows
                edge = (place, options[link.option], link.target)
                found[edge] = found.get(edge, 0.0) + float((here[rows] * share[rows]).sum())
    return found
