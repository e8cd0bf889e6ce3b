"""Exploring: every state of a scenario, and every answer that follows.

The door of this room. Where the states are too many, or somebody stops it, what was found is given
with a verdict that says so: never a silent cut.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from game.analysis.backward import Map, ending_finals, look_back
from game.analysis.counts import count_playthroughs
from game.analysis.extremes import Extremes, find_extremes
from game.analysis.forward import Plan, TooMany, Visit, visit_all
from game.analysis.gauges import Reaches, meter_reaches
from game.analysis.keys import Floats
from game.analysis.layer import Pile
from game.analysis.lengths import Lengths, find_lengths
from game.analysis.reading import Reading, find_reading
from game.analysis.results import DecisionOdds, EndingOdds, Exploration, OptionOdds, Reach, Verdict
from game.analysis.rules import Question, Rules, prepare
from game.analysis.stage import POLICIES
from game.analysis.thinning import RUNS, Estimate, Sample, estimate, run_thinned
from game.analysis.ways import shortest_way
from game.analysis.weighing import Luck, Weigher, luck

NO_LIMIT = 1 << 62


def ending_odds(question: Question, plan: Plan | None = None) -> dict[str, dict[str, float]]:
    """Give the probability of each ending under each policy, and nothing else: the quickest answer.

    Only the layers still needed are held in memory. Raises TooMany past the plan's cap.
    """
    plan = replace(plan or Plan(), traced=False, total=NO_LIMIT)
    return {
        visit.place: dict(zip(plan.policies, visit.layer.mass.sum(axis=1).tolist(), strict=True))
        for visit in visit_all(prepare(question), plan)
        if visit.tally is None
    }


def explore(question: Question, policy: str = "uniform", plan: Plan | None = None) -> Exploration:
    """Visit every state and answer every question about them, exactly.

    Time and memory grow with the merged states. Past the plan's cap the frontier is thinned; a
    KeyboardInterrupt stops with what has been found. `plan.policies` must be all policies.
    """
    return explore_policies(question, (policy,), plan)[policy]


def explore_policies(
    question: Question, policies: Sequence[str] = POLICIES, plan: Plan | None = None
) -> dict[str, Exploration]:
    """Give an exploration under each of `policies`; the states are visited once."""
    survey = _Survey(prepare(question), policies[0], plan or Plan())
    found = {}
    try:
        survey.go()
        for policy in policies[1:]:
            found[survey.policy] = survey.result()
            survey.again(policy)
    except TooMany:
        survey.thin()
    except KeyboardInterrupt:
        survey.verdict = "stopped"
    for policy in policies:
        if policy not in found:
            found[policy] = survey.as_far_as_known(policy)
    return found


@dataclass(slots=True, eq=False)
class _Survey:
    """An exploration under way: what is known so far can be told at any time."""

    rules: Rules
    policy: str
    plan: Plan
    verdict: Verdict = "stopped"
    began: float = field(default_factory=time.perf_counter)
    samples: list[Sample] = field(default_factory=list)
    ways: dict[str, tuple[str, ...]] = field(default_factory=dict)
    story: Map | None = None
    effects: dict[str, tuple[float | None, ...]] = field(default_factory=dict)
    extremes: Extremes | None = None
    lengths: Lengths | None = None
    reading: Reading | None = None
    playthrough_count: int | None = None
    luck: Luck | None = None
    meters: Reaches = field(default_factory=dict)

    def go(self) -> None:
        """Visit all, then look back."""
        visits: list[Visit] = []
        piles: dict[str, Pile] = {}
        sample = Sample()
        try:
            for visit in visit_all(self.rules, self.plan, piles):
                sample.hear(visit)
                visits.append(visit)
        except KeyboardInterrupt:
            self._hear_endings(piles, sample, visits)
            raise
        finally:
            self.samples = [sample]
            self._find_ways(visits)
        self.story = Map(self.rules, visits)
        self._look_back(self.story)
        self.extremes = find_extremes(self.story)
        self.lengths = find_lengths(self.story, self.policy, self.extremes.turns[1])
        self.reading = find_reading(self.story, self.policy)
        self.playthrough_count = count_playthroughs(self.story)
        self.meters = meter_reaches(self.rules.question, self.plan)
        self.verdict = "complete"

    def again(self, policy: str) -> None:
        """Look back again, under another policy."""
        assert self.story is not None
        self.policy, self.effects, self.luck, self.verdict = policy, {}, None, "stopped"
        self._look_back(self.story)
        if self.extremes is not None:
            self.lengths = find_lengths(self.story, policy, self.extremes.turns[1])
            self.reading = find_reading(self.story, policy)
        self.verdict = "complete"

    def as_far_as_known(self, policy: str) -> Exploration:
        """Give what is known under a policy that may not have been looked at."""
        if policy != self.policy:
            self.policy, self.effects, self.luck, self.lengths, self.reading = policy, {}, None, None, None
        return self.result()

    def _hear_endings(self, piles: dict[str, Pile], sample: Sample, visits: list[Visit]) -> None:
        """Keep what had arrived at endings when exploring was stopped."""
        for place, pile in piles.items():
            if place in self.rules.scenario.endings:
                visits.append(Visit(place, pile.merged(), None))
                sample.hear(visits[-1])

    def _find_ways(self, visits: list[Visit]) -> None:
        by_place = {visit.place: visit for visit in visits}
        for visit in visits:
            if visit.tally is None and visit.place not in self.ways:
                self.ways[visit.place] = shortest_way(self.rules, by_place, visit.place)

    def _look_back(self, story: Map) -> None:
        weigher = Weigher(story, POLICIES.index(self.policy))
        for look in look_back(story, self.policy, ending_finals(story)):
            weigher.hear(look)
            if look.crossing.part.stop == len(story.visits[look.crossing.place].layer):
                self.effects[look.crossing.place] = weigher.found[look.crossing.place].effects()
        moved = {place: weigher.found[place].moved for place in story.decisions}
        self.luck = luck(self.rules.scenario, self.rules.question.playing, moved)

    def thin(self) -> None:
        """Start again, several times, keeping only so many states of each layer."""
        self.verdict = "thinned"
        self.samples = []
        try:
            for seed in range(RUNS):
                sample, visits = run_thinned(self.rules, self.plan, seed)
                self.samples.append(sample)
                self._find_ways(visits)
        except KeyboardInterrupt:
            self.verdict = "stopped"

    def result(self) -> Exploration:
        """Give what is known."""
        scenario = self.rules.scenario
        dead = [self._estimate("dead", place).mean for place in scenario.decisions]
        met = [self._estimate("mass", place).mean for place in scenario.decisions]
        count = len(POLICIES)
        dead_end = sum((_wide(row, count) for row in dead), np.zeros(count))
        turns = sum((_wide(row, count) for row in met), np.zeros(count)) - dead_end
        return Exploration(
            self.rules.question,
            self.policy,
            self.verdict,
            max((sample.state_count for sample in self.samples), default=0),
            max((sample.transition_count for sample in self.samples), default=0),
            self.playthrough_count,
            {name: self._ending(name) for name in scenario.endings},
            dict(zip(POLICIES, dead_end.tolist(), strict=True)),
            {name: self._decision(name) for name in scenario.decisions},
            dict(zip(POLICIES, turns.tolist(), strict=True)),
            None if self.extremes is None else self.extremes.turns,
            self.lengths,
            self.reading,
            self.luck,
            {name: self.meters.get(name) for name in scenario.meters},
            time.perf_counter() - self.began,
        )

    def _estimate(self, kind: str, place: str) -> Estimate:
        if not self.samples:
            return Estimate(np.zeros(1), np.full(1, np.inf))
        return estimate(self.samples, lambda sample: getattr(sample, kind), place)

    def _reach(self, place: str) -> Reach:
        if any(place in sample.mass for sample in self.samples):
            return "reached"
        is_settled = self.verdict == "complete" or place not in self.rules.way.sets
        return "impossible" if is_settled else "unknown"

    def _ending(self, place: str) -> EndingOdds:
        reach = self._reach(place)
        found = self._estimate("mass", place)
        mean = dict(zip(POLICIES, _wide(found.mean, len(POLICIES)).tolist(), strict=True))
        error: dict[str, float] | None = dict.fromkeys(POLICIES, 0.0)
        if self.verdict == "thinned" and reach == "reached":
            error = dict(zip(POLICIES, _wide(found.error, len(POLICIES)).tolist(), strict=True))
        elif reach == "unknown" or (self.verdict == "stopped" and self.luck is None):
            error = None if reach != "impossible" else error
        extremes = None if self.extremes is None else self.extremes.odds.get(place)
        return EndingOdds(reach, mean, error, self.ways.get(place), extremes)

    def _decision(self, place: str) -> DecisionOdds:
        row = POLICIES.index(self.policy)
        reached = float(_wide(self._estimate("mass", place).mean, len(POLICIES))[row])
        names = tuple(self.rules.scenario.decisions[place].options)
        offered, taken = (self._estimate(kind, place).mean for kind in ("offered", "taken"))
        effects = self.effects.get(place, (None,) * len(names))
        options = {}
        for number, name in enumerate(names):
            shares = [
                float(found[number, row]) / reached if found.ndim == 2 and reached else 0.0
                for found in (offered, taken)
            ]
            options[name] = OptionOdds(
                self._option_reach(place, number), shares[0], shares[1], effects[number]
            )
        return DecisionOdds(self._reach(place), reached, options)

    def _option_reach(self, place: str, number: int) -> Reach:
        if any(sample.was_offered.get(place, ())[number : number + 1] == (True,) for sample in self.samples):
            return "reached"
        can_be = any(edge.option == number for edge in self.rules.way.edges.get(place, ()))
        return "unknown" if can_be and self.verdict != "complete" else "impossible"


def _wide(row: Floats, count: int) -> Floats:
    """Give a row of `count` numbers: zeros where a place was never met."""
    return np.zeros(count) if row.shape != (count,) else row
