"""All findings about a scenario: what its author may want to mend, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.analysis.audit import AUDIT_CAP, Audit, audit, audit_choices, met_when_playable
from game.analysis.choosing import find_choices
from game.analysis.finding import Finding, in_file_order, place_of, slots
from game.analysis.forward import Plan, Watcher, unwatched
from game.analysis.gauges import meter_numbers
from game.analysis.reaching import find_reach
from game.analysis.results import Exploration
from game.analysis.stage import POLICIES
from game.analysis.truth import find_idle_effects, find_steps, find_truth
from game.analysis.usage import find_usage
from game.play import engine
from game.scenario.model import Scenario

RARE = 0.001

__all__ = ["Finding", "findings"]

_ABOUT_STATES: tuple[Callable[[Audit], Iterator[Finding]], ...] = (
    find_reach,
    find_truth,
    find_steps,
    find_idle_effects,
)


def findings(found: Exploration, cap: int = AUDIT_CAP, watcher: Watcher = unwatched) -> tuple[Finding, ...]:
    """Give all findings about the explored scenario, in the order of its files.

    Visits every state again, for all sides and seatings. Where these are too many, or somebody stops
    it, what is not known is itself a finding.
    """
    scenario = found.question.scenario
    collected = [*find_usage(scenario), *find_record(scenario), *_find_limits(found), *_find_rare(found)]
    if found.verdict == "stopped":
        return in_file_order([*collected, *_find_impossible(found)])
    try:
        for finding in _about_states(found, cap, watcher):
            collected.append(finding)
    except KeyboardInterrupt:
        collected += _find_impossible(found)
        collected.append(Finding(place_of(scenario, "decisions"), "checking-stopped", "info"))
    return in_file_order(collected)


def _about_states(found: Exploration, cap: int, watcher: Watcher) -> Iterator[Finding]:
    scenario = found.question.scenario
    seen = audit(scenario, cap, watcher)
    if seen is None:
        yield from _find_impossible(found)
    else:
        for find in _ABOUT_STATES:
            yield from find(seen)
    if seen is None or "text" not in seen.roles or not seen.meters >= meter_numbers(scenario):
        yield Finding(place_of(scenario, "decisions"), "not-all-checked", "info", slots(cap=cap))
    del seen  # the largest part of memory; what follows needs fewer states
    choices = audit_choices(scenario, cap, watcher)
    if choices is not None:
        yield from find_choices(choices)
        yield from _find_unseated(choices, cap, watcher)


def _find_unseated(seen: Audit, cap: int, watcher: Watcher) -> Iterator[Finding]:
    """Find what comes up only with a person at a desk that nobody may take."""
    scenario = seen.scenario
    met = met_when_playable(scenario, Plan(cap=cap, watcher=watcher))
    if met is None:
        return
    for place, visit in seen.story.visits.items():
        section = "decisions" if place in scenario.decisions else "endings"
        if place not in met:
            yield Finding(
                place_of(scenario, f"{section}.{place}"), "needs-other-seat", "info", slots(name=place)
            )
        elif visit.tally is not None:
            for number, option in enumerate(scenario.decisions[place].options.values()):
                if visit.tally.was_taken[number] and option.key not in met:
                    where = place_of(scenario, f"{option.key}.when", option.key)
                    yield Finding(where, "needs-other-seat", "info", slots(name=f"{place}: {option.id}"))


def find_record(scenario: Scenario) -> Iterator[Finding]:
    """Find where the record line has probability zero: an outcome or choice that weights never draw.

    Each is told once, whichever interpretation it comes of.
    """
    told = set()
    for interpretation in tuple(scenario.interpretations) or (None,):
        for finding in _record_under(scenario, interpretation):
            if finding.values not in told:
                told.add(finding.values)
                yield finding


def _record_under(scenario: Scenario, interpretation: str | None) -> Iterator[Finding]:
    state = engine.start(scenario, interpretation=interpretation)
    way: list[str] = []
    while not engine.is_over(scenario, state):
        decision = scenario.decisions[state.at]
        choice = decision.historical.choice
        shares = {option.id: share for option, share in engine.probabilities(scenario, state)}
        if choice is None or choice not in shares:
            return  # a fault of the record line, which the checker tells
        way.append(choice)
        if shares[choice] == 0:
            key = decision.options[choice].key
            values = slots(decision=decision.id, option=choice)
            place = place_of(scenario, f"{key}.weight", key)
            if decision.is_incident:
                yield Finding(place, "record-outcome-zero", "error", values, None, tuple(way))
            else:
                yield Finding(place, "record-choice-zero", "info", values, None, tuple(way))
        state = engine.choose(scenario, state, choice)


def _find_limits(found: Exploration) -> Iterator[Finding]:
    if found.verdict == "complete":
        return
    scenario = found.question.scenario
    error = max((max(end.error.values()) for end in found.endings.values() if end.error), default=0.0)
    values = slots(states=found.state_count, error=f"{error:.2g}")
    yield Finding(place_of(scenario, "decisions"), f"exploring-{found.verdict}", "warning", values)
    for name, decision in found.decisions.items():
        if decision.reach == "unknown":
            place = place_of(scenario, f"decisions.{name}")
            yield Finding(place, "reach-unknown", "info", slots(name=name))
    for name, ending in found.endings.items():
        if ending.reach == "unknown":
            yield Finding(place_of(scenario, f"endings.{name}"), "reach-unknown", "info", slots(name=name))


def _find_impossible(found: Exploration) -> Iterator[Finding]:
    """Find what no state can come to, where not all states could be visited.

    Under a cut, or one of several interpretations, that says nothing of the scenario as a whole.
    """
    scenario = found.question.scenario
    if found.question.cut is not None or scenario.interpretations:
        return
    for name, decision in found.decisions.items():
        if decision.reach == "impossible":
            place = place_of(scenario, f"decisions.{name}")
            yield Finding(place, "unreachable-decision", "error", slots(name=name))
    for name, ending in found.endings.items():
        if ending.reach == "impossible":
            place = place_of(scenario, f"endings.{name}")
            yield Finding(place, "unreachable-ending", "error", slots(name=name))


def _find_rare(found: Exploration) -> Iterator[Finding]:
    for name, ending in found.endings.items():
        odds = [ending.probability[policy] for policy in POLICIES]
        if ending.reach == "reached" and max(odds) < RARE and found.verdict == "complete":
            values = slots(name=name, percent=f"{max(odds) * 100:.2g}")
            place = place_of(found.question.scenario, f"endings.{name}")
            yield Finding(place, "ending-rare", "info", values, None, ending.shortest)
