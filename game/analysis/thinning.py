"""Past the cap: a thinned frontier, which estimates without bias and says how far it may be off.

Where a layer has too many states, each is kept with a probability in proportion to how likely it is,
and counts for as much more (inclusion min(1, p / tau), systematic draw). Several such runs, each with
draws of its own, give the mean and its 95 % error. What a run comes to is reached for certain; what
no run comes to is only unknown. (limits.md 1.5: at equal time about ten times less error than
playing at random.)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from game.analysis.draws import Draws
from game.analysis.forward import Plan, Visit, visit_all
from game.analysis.keys import Floats
from game.analysis.layer import Layer
from game.analysis.rules import Rules

RUNS = 8
T_95 = 2.365  # Student's t for 95 % and RUNS - 1 degrees of freedom
LEAST_KEPT = 500


def thinner(kept: int, seed: int) -> Callable[[Layer], Layer]:
    """Make the function that thins a layer to about `kept` states; fresh draws for each layer."""
    draws = Draws(seed)

    def thin(layer: Layer) -> Layer:
        if len(layer) <= kept:
            return layer
        share = layer.mass.mean(axis=0)
        inclusion = _inclusions(share, kept)
        steps = np.floor(np.cumsum(inclusion) + draws.one())
        rows = np.flatnonzero(np.diff(steps, prepend=0.0))
        keys = tuple(word[rows] for word in layer.keys)
        traces = None if layer.traces is None else layer.traces[rows]
        return Layer(keys, layer.mass[:, rows] / inclusion[rows], traces)

    return thin


def _inclusions(share: Floats, kept: int) -> Floats:
    """Give each state's probability of being kept, in proportion to its share, `kept` in all."""
    sure = np.zeros(len(share), dtype=np.bool_)
    while True:
        rest = kept - int(sure.sum())
        left = float(share[~sure].sum())
        if left <= 0 or rest <= 0:
            return np.where(sure, 1.0, 0.0)
        scaled = share * (rest / left)
        more = ~sure & (scaled >= 1.0)
        if not more.any():
            return np.where(sure, 1.0, scaled)
        sure |= more


@dataclass(slots=True, eq=False)
class Sample:
    """What one thinned run found: sums per place, without its states."""

    mass: dict[str, Floats] = field(default_factory=dict)
    offered: dict[str, Floats] = field(default_factory=dict)
    taken: dict[str, Floats] = field(default_factory=dict)
    dead: dict[str, Floats] = field(default_factory=dict)
    was_offered: dict[str, tuple[bool, ...]] = field(default_factory=dict)
    state_count: int = 0
    transition_count: int = 0

    def hear(self, visit: Visit) -> None:
        """Add one place."""
        self.mass[visit.place] = visit.layer.mass.sum(axis=1)
        self.state_count += len(visit.layer)
        tally = visit.tally
        if tally is not None:
            self.offered[visit.place] = tally.offered
            self.taken[visit.place] = tally.taken
            self.dead[visit.place] = tally.dead
            self.was_offered[visit.place] = tuple(bool(was) for was in tally.was_offered)
            self.transition_count += tally.transition_count


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over the runs and the error that 95 of 100 such means stay within."""

    mean: Floats
    error: Floats


def estimate(
    samples: list[Sample], numbers: Callable[[Sample], Mapping[str, Floats]], place: str
) -> Estimate:
    """Give the estimate of one sum; a run that never came to the place counts as zero."""
    found = [numbers(sample).get(place) for sample in samples]
    shape = next((row.shape for row in found if row is not None), (1,))
    rows = np.stack([np.zeros(shape) if row is None else row for row in found])
    spread = rows.std(axis=0, ddof=1) if len(rows) > 1 else np.full(shape, np.inf)
    return Estimate(rows.mean(axis=0), T_95 * spread / np.sqrt(len(rows)))


def run_thinned(rules: Rules, plan: Plan, seed: int) -> tuple[Sample, list[Visit]]:
    """Run once; the visits are given too, for the ways to what was reached."""
    kept = max(plan.cap // RUNS, LEAST_KEPT)
    thin = thinner(kept, seed)
    sample = Sample()
    visits = []
    for visit in visit_all(rules, replace(plan, thin=thin, total=kept * len(rules.places))):
        sample.hear(visit)
        visits.append(Visit(visit.place, _only_traces(visit.layer), visit.tally))
    return sample, visits


def _only_traces(layer: Layer) -> Layer:
    """Forget all but the ways: enough to tell how a state was reached."""
    return Layer((np.empty(0, dtype=np.int64),), np.empty((0, 0)), layer.traces)
