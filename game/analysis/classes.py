"""Value classes: which values of a variable can no longer make a difference, found going backwards.

At a decision point two values of a variable are of one class when no condition there separates them
and every edge sends them to values of one class where it leads. States whose values are of the same
classes have the same future, exactly; so only classes are kept apart. A condition compares one
variable with fixed values, so each variable has classes of its own. Only a delayed effect couples
two: whether it is pending, and what it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from game.analysis.edges import Arrival, Edge, Way
from game.analysis.facts import leaves, members, true_bits
from game.scenario.condition import Condition
from game.scenario.model import DecisionPoint, Scenario

Classes = tuple[tuple[int, ...], ...]
"""For each variable, the class of each of its values, numbered from 0; 0 for impossible values."""

MOST_COUPLED = 6  # 2^6 combinations are tried; beyond that the values are simply kept apart


@dataclass(frozen=True, slots=True)
class Watch:
    """What must stay distinguishable although play does not depend on it.

    `conditions` by decision point or ending; `after` by option (its key), asked after its effects;
    and the variables whose every value counts.
    """

    conditions: Mapping[str, tuple[Condition, ...]]
    after: Mapping[str, tuple[Condition, ...]]
    variables: frozenset[int]


NOTHING = Watch({}, {}, frozenset())
ClassFinder = Callable[[Scenario, Way, Watch], Mapping[str, Classes]]


def value_classes(scenario: Scenario, way: Way, watch: Watch = NOTHING) -> dict[str, Classes]:
    """Give the value classes of every place that may be reached. One pass, from the last to the first."""
    found: dict[str, Classes] = {}
    for name in (*scenario.endings, *reversed(scenario.order)):
        if name in way.sets:
            found[name] = _classes_at(scenario.decisions.get(name), name, way, watch, found)
    return found


def every_value(scenario: Scenario, way: Way, watch: Watch = NOTHING) -> dict[str, Classes]:
    """Keep every value apart: what the value classes are compared with."""
    return {
        name: tuple(
            _apart(size, members(bits)) if name in scenario.decisions else (0,) * size
            for size, bits in zip(way.sizes, sets, strict=True)
        )
        for name, sets in way.sets.items()
    }


def _apart(size: int, values: Sequence[int]) -> tuple[int, ...]:
    return _number(size, values, values)


def _classes_at(
    decision: DecisionPoint | None,
    name: str,
    way: Way,
    watch: Watch,
    later: Mapping[str, Classes],
) -> Classes:
    sets = way.sets[name]
    edges = way.edges.get(name, ())
    local = _local_tests([*watch.conditions.get(name, ()), *(_conditions(decision) if decision else ())])
    onward = _branch_tests(decision, edges, watch) if decision else {}
    found = []
    for variable, size in enumerate(way.sizes):
        values = members(sets[variable])
        if len(values) == 1:
            found.append((0,) * size)
        elif variable in watch.variables:
            found.append(_apart(size, values))
        else:
            tests = local.get(variable, ())
            signatures = [tuple(bits >> value & 1 for bits in tests) for value in values]
            columns = [
                *_test_columns(onward.get(variable, ()), values),
                *_edge_columns(variable, values, edges, later),
                *(
                    _arrival_column(variable, values, edge, sets, later)
                    for edge in edges
                    if variable in edge.landed
                ),
            ]
            rows = list(zip(*columns, strict=True)) if columns else [()] * len(values)
            found.append(_number(size, values, list(zip(signatures, rows, strict=True))))
    return tuple(found)


def _number(size: int, values: Sequence[int], signatures: Sequence[object]) -> tuple[int, ...]:
    """Number the classes in the order of their lowest values."""
    numbers: dict[object, int] = {}
    classes = [0] * size
    for value, signature in zip(values, signatures, strict=True):
        classes[value] = numbers.setdefault(signature, len(numbers))
    return tuple(classes)


def _conditions(decision: DecisionPoint) -> Iterable[Condition]:
    for option in decision.options.values():
        if option.when is not None:
            yield option.when
        yield from (weight.when for weight in option.weights if weight.when is not None)


def _local_tests(conditions: Iterable[Condition]) -> dict[int, tuple[int, ...]]:
    """Give, for each variable, the sets of values that conditions here tell from the rest."""
    tests: dict[int, set[int]] = {}
    for condition in conditions:
        for leaf in leaves(condition.tree):
            tests.setdefault(leaf.variable, set()).add(true_bits(leaf))
    return {variable: tuple(bits) for variable, bits in tests.items()}


Onward = tuple[tuple[tuple[int, ...] | None, int], ...]


def _branch_tests(decision: DecisionPoint, edges: Iterable[Edge], watch: Watch) -> dict[int, Onward]:
    """Give, for each variable, what is tested after an option: its effect, and the set looked for."""
    tests: dict[int, set[tuple[tuple[int, ...] | None, int]]] = {}
    options = tuple(decision.options.values())
    for option_number, effects in {edge.option: edge.effects for edge in edges}.items():
        option = options[option_number]
        nexts = tuple(branch.when for branch in option.nexts if branch.when is not None)
        for condition in (*nexts, *watch.after.get(option.key, ())):
            for leaf in leaves(condition.tree):
                bits = (effects.get(leaf.variable), true_bits(leaf))
                tests.setdefault(leaf.variable, set()).add(bits)
    return {variable: tuple(found) for variable, found in tests.items()}


def _test_columns(onward: Onward, values: Sequence[int]) -> Iterable[tuple[int, ...]]:
    for table, bits in onward:
        yield tuple(bits >> (table[value] if table else value) & 1 for value in values)


def _edge_columns(
    variable: int, values: Sequence[int], edges: Iterable[Edge], later: Mapping[str, Classes]
) -> Iterable[tuple[object, ...]]:
    """Give the class of each value where each edge leads; equal edges are looked at once."""
    seen = {(edge.target, edge.after.get(variable), edge.mixed.get(variable)) for edge in edges}
    for target, table, arrivals in seen:
        classes = later[target][variable]
        after = [table[value] if table else value for value in values]
        if arrivals is None:
            yield tuple(classes[value] for value in after)
        elif len(_pending(arrivals)) > MOST_COUPLED:
            yield tuple(values)
        else:
            yield tuple(_results(value, arrivals, classes) for value in after)


def _pending(arrivals: Iterable[Arrival]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(arrival.pending for arrival in arrivals if arrival.pending is not None))


def _results(value: int, arrivals: Sequence[Arrival], classes: Sequence[int]) -> tuple[int, ...]:
    """Give the classes reached from `value` for every combination of what may be pending."""
    slots = _pending(arrivals)
    return tuple(
        classes[arrive(value, arrivals, dict(zip(slots, bits, strict=True)))]
        for bits in product((0, 1), repeat=len(slots))
    )


def arrive(value: int, arrivals: Iterable[Arrival], pending: Mapping[int, int]) -> int:
    """Give a variable's value after what arrives, where `pending` says what was on its way."""
    for arrival in arrivals:
        if arrival.pending is None or pending[arrival.pending]:
            value = arrival.table[value]
    return value


def _arrival_column(
    slot: int, values: Sequence[int], edge: Edge, sets: Sequence[int], later: Mapping[str, Classes]
) -> tuple[int, ...]:
    """Tell a delayed effect that is pending from one that is not, where its arrival can matter."""
    for variable, arrivals in edge.mixed.items():
        slots = _pending(arrivals)
        if slot not in slots:
            continue
        if len(slots) > MOST_COUPLED:
            return tuple(values)
        table = edge.after.get(variable)
        classes = later[edge.target][variable]
        place = slots.index(slot)
        for value in members(sets[variable]):
            results = _results(table[value] if table else value, arrivals, classes)
            step = 1 << (len(slots) - 1 - place)
            if any(results[i] != results[i ^ step] for i in range(len(results))):
                return tuple(values)
    return (0,) * len(values)
