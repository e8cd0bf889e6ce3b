"""Two versions of a scenario compared by how they play: what became likelier, what became impossible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.analysis.finding import Finding
from game.analysis.results import Exploration
from game.analysis.stage import POLICIES
from game.play.follow import follow
from game.play.playthrough import begin
from game.scenario.model import Scenario

NOTABLE = 0.02
"""An effect that moved by less is not told: such a choice hardly mattered, and hardly matters now."""

Kind = Literal["added", "removed", "lost", "gained"]


@dataclass(frozen=True, slots=True)
class EndingShift:
    """An ending's probability under each policy, before and after; None where it was not written."""

    id: str
    before: Mapping[str, float] | None
    after: Mapping[str, float] | None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the story that came or went: written or not, or reached by play or not.

    `path` is an ending's id, a decision point's, or both a decision point's and an option's.
    """

    kind: Kind
    path: str


@dataclass(frozen=True, slots=True)
class EffectShift:
    """An option whose effect on the endings changed."""

    decision: str
    option: str
    before: float
    after: float


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """How two versions play unlike. `distance` is the total variation distance of the ending odds, by policy.

    `line` holds the record line of each version, turn by turn, as `decision: option`.
    """

    before: Exploration
    after: Exploration
    endings: tuple[EndingShift, ...]
    distance: Mapping[str, float]
    parts: tuple[Part, ...]
    effects: tuple[EffectShift, ...]
    fresh: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    line: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def is_finished(self) -> bool:
        """Claim that both versions were explored whole."""
        return self.before.verdict == self.after.verdict == "complete"


def compare(
    before: Exploration, after: Exploration, findings: tuple[Sequence[Finding], Sequence[Finding]]
) -> Difference:
    """Compare two explorations of the same question; `findings` are those of each."""
    old, new = before.question.scenario, after.question.scenario
    shifts = tuple(_shifts(before, after))
    told = {_identity(finding) for finding in findings[0]}
    now = {_identity(finding) for finding in findings[1]}
    return Difference(
        before,
        after,
        shifts,
        {policy: _distance(shifts, policy) for policy in POLICIES},
        tuple(_parts(before, after)),
        tuple(_effects(before, after)),
        tuple(finding for finding in findings[1] if _identity(finding) not in told),
        tuple(finding for finding in findings[0] if _identity(finding) not in now),
        (_line(old), _line(new)),
    )


def _identity(finding: Finding) -> tuple[object, ...]:
    """Give what a finding says; a finding whose line has moved is the same."""
    return finding.code, finding.values


def _shifts(before: Exploration, after: Exploration) -> Iterator[EndingShift]:
    for name in dict.fromkeys((*before.endings, *after.endings)):
        old, new = before.endings.get(name), after.endings.get(name)
        yield EndingShift(
            name, None if old is None else old.probability, None if new is None else new.probability
        )


def _distance(shifts: Sequence[EndingShift], policy: str) -> float:
    return (
        sum(abs((one.after or {}).get(policy, 0.0) - (one.before or {}).get(policy, 0.0)) for one in shifts)
        / 2
    )


def _parts(before: Exploration, after: Exploration) -> Iterator[Part]:
    old, new = dict(_reached(before)), dict(_reached(after))
    for path in dict.fromkeys((*old, *new)):
        if path not in new:
            yield Part("removed", path)
        elif path not in old:
            yield Part("added", path)
        elif old[path] and not new[path]:
            yield Part("lost", path)
        elif new[path] and not old[path]:
            yield Part("gained", path)


def _reached(found: Exploration) -> Iterator[tuple[str, bool]]:
    """Give every ending, decision point and option, and whether play comes to it."""
    for name, ending in found.endings.items():
        yield name, ending.reach == "reached"
    for name, decision in found.decisions.items():
        yield name, decision.reach == "reached"
        for option_id, option in decision.options.items():
            yield f"{name}.{option_id}", option.reach == "reached"


def _effects(before: Exploration, after: Exploration) -> Iterator[EffectShift]:
    for name, decision in after.decisions.items():
        known = before.decisions[name].options if name in before.decisions else {}
        for option_id, option in decision.options.items():
            old = known[option_id].effect if option_id in known else None
            if old is not None and option.effect is not None and abs(option.effect - old) >= NOTABLE:
                yield EffectShift(name, option_id, old, option.effect)


def _line(scenario: Scenario) -> tuple[str, ...]:
    seats = [side.id for side in scenario.sides.values() if side.playable][:1]
    turns = follow(begin(scenario, seats), "record").turns
    return tuple(f"{turn.decision}: {turn.option}" for turn in turns)
