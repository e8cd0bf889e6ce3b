"""Conditions asked of many states at once, by look-ups in tables over chunks of their keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.analysis.facts import true_bits
from game.analysis.keys import Block, Flags, Layout
from game.scenario.condition import Among, Both, Compare, Either, Not, Tree

Effects = Mapping[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """A test that one chunk of the key decides."""

    chunk: int
    table: Flags


How = Literal["all", "any"]


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """Tests of several chunks, all or any of which must be true."""

    parts: tuple[Test, ...]
    how: How


Test = bool | Lookup | Joined


def compile_test(tree: Tree, layout: Layout, effects: Effects) -> Test:
    """Make a test of many states at once; `effects` have changed the values before it is asked."""
    match tree:
        case Compare(variable) | Among(variable):
            return _leaf(tree, layout, effects.get(variable))
        case Not(part):
            return _opposite(compile_test(part, layout, effects))
        case Both(parts):
            return _join([compile_test(part, layout, effects) for part in parts], "all")
        case Either(parts):
            return _join([compile_test(part, layout, effects) for part in parts], "any")


def _leaf(leaf: Compare | Among, layout: Layout, effect: Sequence[int] | None) -> Test:
    bits = true_bits(leaf)
    values = layout.values[leaf.variable].tolist()
    after = values if effect is None else [effect[value] for value in values]
    truth = [bool(bits >> value & 1) for value in after]
    if all(truth) or not any(truth):
        return truth[0]
    table = np.array(truth)[layout.digits[leaf.variable]]
    return Lookup(layout.chunk_of[leaf.variable], table)


def _opposite(test: Test) -> Test:
    if isinstance(test, bool):
        return not test
    if isinstance(test, Lookup):
        return Lookup(test.chunk, ~test.table)
    return Joined(tuple(_opposite(part) for part in test.parts), "any" if test.how == "all" else "all")


def _join(tests: list[Test], how: How) -> Test:
    """Join tests, those of the same chunk into one table."""
    idle = how == "all"  # the answer that decides nothing
    open_tests: list[Test] = []
    tables: dict[int, Flags] = {}
    for test in tests:
        if isinstance(test, bool):
            if test != idle:
                return test
        elif isinstance(test, Lookup):
            known = tables.get(test.chunk)
            tables[test.chunk] = test.table if known is None else _both(known, test.table, how)
        else:
            open_tests.append(test)
    for chunk, table in tables.items():
        if not table.all() and table.any():
            open_tests.append(Lookup(chunk, table))
        elif bool(table[0]) != idle:
            return bool(table[0])
    if not open_tests:
        return idle
    return open_tests[0] if len(open_tests) == 1 else Joined(tuple(open_tests), how)


def _both(one: Flags, other: Flags, how: How) -> Flags:
    return one & other if how == "all" else one | other


def ask(test: Test, block: Block) -> Flags | bool:
    """Give the answer for each state of `block`, or one for all."""
    if isinstance(test, bool):
        return test
    if isinstance(test, Lookup):
        answers: Flags = test.table[block.index(test.chunk)]
        return answers
    joined: Flags | None = None
    for part in test.parts:
        found = ask(part, block)
        assert not isinstance(found, bool)  # what holds for all states has been joined away
        joined = found if joined is None else _both(joined, found, test.how)
    assert joined is not None
    return joined
