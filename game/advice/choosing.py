"""The decision points at which a side took a historical choice, and who spoke for it."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import DecisionPoint, Option, Scenario


def recorded(scenario: Scenario) -> Iterator[tuple[DecisionPoint, Option]]:
    """Give each decision point of a side with its historical choice; incidents are left out."""
    for decision in scenario.decisions.values():
        choice = decision.historical.choice
        if choice is not None and not decision.is_incident:
            yield decision, decision.options[choice]


def spoken_for(decision: DecisionPoint, person: str) -> frozenset[str]:
    """Give the options that a person favours or puts forward at a decision point."""
    favoured = {voice.favours for voice in decision.advisers if voice.person == person and voice.favours}
    put_forward = {option.id for option in decision.options.values() if person in option.advocates}
    return frozenset(favoured | put_forward)


def stands(scenario: Scenario, person: str) -> tuple[tuple[DecisionPoint, bool], ...]:
    """Give where a person spoke for something, and whether the record took it (any that it admits)."""
    found = []
    for decision, _ in recorded(scenario):
        options = spoken_for(decision, person)
        if options:
            found.append((decision, not options.isdisjoint(decision.historical.admitted)))
    return tuple(found)
