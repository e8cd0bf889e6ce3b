"""Conditions over sets of values: what may be true when only the possible values are known.

A set of values is a whole number whose bit `n` says that value `n` is possible. All variables
together are a tuple of such sets, which stands for every combination of them: more than can happen,
never less.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from functools import lru_cache

from game.scenario.condition import Among, Both, Compare, Either, Not, Tree

Sets = tuple[int, ...]

_SIGNS: dict[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_MOST_VALUES = 64


@lru_cache(maxsize=4096)
def true_bits(leaf: Compare | Among) -> int:
    """Give the set of values for which `leaf` is true, up to any size that a variable can have."""
    if isinstance(leaf, Among):
        return sum(1 << value for value in set(leaf.values))
    test = _SIGNS[leaf.sign]
    return sum(1 << value for value in range(_MOST_VALUES) if test(value, leaf.value))


def leaves(tree: Tree) -> Iterator[Compare | Among]:
    """Give the single tests of which `tree` is made."""
    match tree:
        case Compare() | Among():
            yield tree
        case Not(part):
            yield from leaves(part)
        case Both(parts) | Either(parts):
            for part in parts:
                yield from leaves(part)


def where_true(tree: Tree, sets: Sets) -> Sets | None:
    """Narrow `sets` to where `tree` may be true; None where it cannot be."""
    match tree:
        case Compare(variable) | Among(variable):
            return _keep(sets, variable, true_bits(tree))
        case Not(part):
            return where_false(part, sets)
        case Both(parts):
            return _all(tuple(parts), sets)
        case Either(parts):
            return _any([where_true(part, sets) for part in parts])


def where_false(tree: Tree, sets: Sets) -> Sets | None:
    """Narrow `sets` to where `tree` may be false; None where it cannot be."""
    match tree:
        case Compare(variable) | Among(variable):
            return _keep(sets, variable, ~true_bits(tree))
        case Not(part):
            return where_true(part, sets)
        case Both(parts):
            return _any([where_false(part, sets) for part in parts])
        case Either(parts):
            narrowed: Sets | None = sets
            for part in parts:
                if narrowed is not None:
                    narrowed = where_false(part, narrowed)
            return narrowed


def union(one: Sets | None, other: Sets | None) -> Sets | None:
    """Give what is possible in either of two sets."""
    if one is None or other is None:
        return one if other is None else other
    return tuple(a | b for a, b in zip(one, other, strict=True))


def members(bits: int) -> tuple[int, ...]:
    """Give the values in a set, lowest first."""
    return tuple(value for value in range(bits.bit_length()) if bits >> value & 1)


def _keep(sets: Sets, variable: int, bits: int) -> Sets | None:
    kept = sets[variable] & bits
    if kept == 0:
        return None
    return sets if kept == sets[variable] else (*sets[:variable], kept, *sets[variable + 1 :])


def _all(parts: tuple[Tree, ...], sets: Sets) -> Sets | None:
    narrowed: Sets | None = sets
    for part in parts:
        if narrowed is not None:
            narrowed = where_true(part, narrowed)
    return narrowed


def _any(found: list[Sets | None]) -> Sets | None:
    both: Sets | None = None
    for sets in found:
        both = union(both, sets)
    return both
