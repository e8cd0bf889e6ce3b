"""Edges: every way out of a decision point as tables of values, before any state is known.

A delayed effect that is still to come is a variable of its own here, `pending`, with the values 0
and 1: it stands behind the scenario's variables, in the order of `Scenario.delayed`. So a state is a
decision point and one row of values, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.analysis.facts import Sets, members, union, where_false, where_true
from game.play import engine
from game.scenario.model import Option, Scenario
from game.scenario.variable import Effect

Table = tuple[int, ...]
"""For each value before, the value after."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A delayed effect's change of one variable on the way. `pending` is None where it is certain."""

    pending: int | None
    table: Table


@dataclass(frozen=True, slots=True)
class Edge:
    """One next of one option.

    `effects` are the option's own, by variable; the conditions of nexts see values after them.
    `after` adds what arrives for certain on the way, and what is pending from now on; `mixed` holds
    the arrivals of the variables for which that depends on what was pending. `landed` are the pending
    ones that may arrive on the way.
    """

    option: int
    branch: int
    target: str
    effects: Mapping[int, Table]
    after: Mapping[int, Table]
    mixed: Mapping[int, tuple[Arrival, ...]]
    landed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Way:
    """The edges that may be taken, and the values that may be met, at every place.

    Both are more than can happen, never less: what is not here is impossible.
    """

    sizes: tuple[int, ...]
    sets: Mapping[str, Sets]
    edges: Mapping[str, tuple[Edge, ...]]


def sizes(scenario: Scenario) -> tuple[int, ...]:
    """Give how many values each variable has, the pending ones included."""
    return (*(len(variable.steps) for variable in scenario.variables), *(2 for _ in scenario.delayed))


def first_values(
    scenario: Scenario, seated: frozenset[str], interpretation: str | None = None
) -> tuple[int, ...]:
    """Give the values before the first decision point, as the rules give them."""
    values = engine.first_values(scenario, seated, interpretation)
    return (*values, *(0 for _ in scenario.delayed))


def every_start(scenario: Scenario, seatings: Iterable[frozenset[str]]) -> tuple[tuple[int, ...], ...]:
    """Give the values to start with for each way in which people may sit, under every interpretation."""
    readings: tuple[str | None, ...] = tuple(scenario.interpretations) or (None,)
    return tuple(first_values(scenario, seated, reading) for seated in seatings for reading in readings)


def find_way(scenario: Scenario, starts: Sequence[tuple[int, ...]]) -> Way:
    """Follow the sets of possible values from the start through all decision points, in their order."""
    reached: dict[str, Sets] = {}
    edges: dict[str, tuple[Edge, ...]] = {}
    for values in starts:
        alone = tuple(1 << value for value in values)
        merged = union(reached.get(scenario.start), alone)
        assert merged is not None
        reached[scenario.start] = merged
    for name in scenario.order:
        here = reached.get(name)
        if here is None:
            continue
        found = []
        for number, option in enumerate(scenario.decisions[name].options.values()):
            offered = here if option.when is None else where_true(option.when.tree, here)
            if offered is not None:
                found.extend(_edges(scenario, number, option, offered, reached))
        edges[name] = tuple(found)
    return Way(sizes(scenario), reached, edges)


def _edges(
    scenario: Scenario, number: int, option: Option, offered: Sets, reached: dict[str, Sets]
) -> list[Edge]:
    effects = effect_tables(option.effects, sizes(scenario))
    left: Sets | None = _moved(offered, effects)
    found = []
    for place, branch in enumerate(option.nexts):
        if left is None:
            break
        taken = left if branch.when is None else where_true(branch.when.tree, left)
        left = None if branch.when is None else where_false(branch.when.tree, left)
        if taken is None:
            continue
        edge = _edge(scenario, (number, place), option, taken)
        arrived = union(reached.get(branch.to), _arrived(edge, offered, taken))
        assert arrived is not None
        reached[branch.to] = arrived
        found.append(edge)
    return found


def effect_tables(effects: Sequence[Effect], all_sizes: Sequence[int]) -> dict[int, Table]:
    """Give each changed variable's value after `effects`, carried out in the author's order."""
    tables: dict[int, Table] = {}
    for effect in effects:
        table = tables.get(effect.variable) or tuple(range(all_sizes[effect.variable]))
        tables[effect.variable] = tuple(effect.value(value) for value in table)
    return tables


def _edge(scenario: Scenario, place: tuple[int, int], option: Option, taken: Sets) -> Edge:
    """Settle what is certain on the way; `taken` are the possible values after the option's effects."""
    all_sizes = sizes(scenario)
    base = len(scenario.variables)
    target = option.nexts[place[1]].to
    effects = effect_tables(option.effects, all_sizes)
    maybe = {number for number in range(len(scenario.delayed)) if taken[base + number] & 2}
    decision = scenario.decisions.get(target)
    if decision is None:
        void = {base + number: (0, 0) for number in maybe}
        return Edge(*place, target, effects, {**effects, **void}, {}, frozenset())
    pending = sorted(maybe.union(option.later), key=lambda number: (scenario.delayed[number].due, number))
    landing = [number for number in pending if scenario.delayed[number].due <= decision.at]
    steps: dict[int, list[Arrival]] = {}
    for number in landing:
        slot = None if number in option.later else base + number
        for variable, table in effect_tables(scenario.delayed[number].effects, all_sizes).items():
            steps.setdefault(variable, []).append(Arrival(slot, table))
    after = dict(effects)
    mixed = {}
    for variable, arrivals in steps.items():
        if any(arrival.pending is not None for arrival in arrivals):
            mixed[variable] = tuple(arrivals)
            continue
        for arrival in arrivals:
            after[variable] = compose(after.get(variable), arrival.table)
    after.update({base + number: (1, 1) for number in option.later})
    after.update({base + number: (0, 0) for number in landing})
    landed = frozenset(base + number for number in landing if number in maybe)
    return Edge(*place, target, effects, after, mixed, landed)


def compose(first: Table | None, second: Table) -> Table:
    """Give the table of one change after another."""
    return second if first is None else tuple(second[value] for value in first)


def _moved(sets: Sets, tables: Mapping[int, Table]) -> Sets:
    moved = list(sets)
    for variable, table in tables.items():
        moved[variable] = image(sets[variable], table)
    return tuple(moved)


def image(bits: int, table: Table) -> int:
    """Give the set of values after, for a set of values before."""
    after = 0
    for value in members(bits):
        after |= 1 << table[value]
    return after


def _arrived(edge: Edge, offered: Sets, taken: Sets) -> Sets:
    """Give the possible values on arrival: of those offered the option, and taking this next."""
    sets = list(taken)
    for variable, table in edge.after.items():
        if table is not edge.effects.get(variable):
            sets[variable] = image(offered[variable], table)
    for variable, arrivals in edge.mixed.items():
        for arrival in arrivals:
            changed = image(sets[variable], arrival.table)
            is_certain = arrival.pending is None or offered[arrival.pending] == 2
            sets[variable] = changed if is_certain else sets[variable] | changed
    return tuple(sets)
