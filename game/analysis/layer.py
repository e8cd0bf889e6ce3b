"""A layer: all states of one place that play can reach, each once, with what is known of it.

States arrive from many edges. A pile collects them and, where it grows, merges those that are equal:
by counting where the keys are dense, else by sorting. Either way equal keys add up to one state.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from game.analysis.keys import Floats, Ints, Keys, Layout

DENSE_LEAST = 1 << 14  # below this a table is cheaper than sorting, however few states there are
DENSE_RATIO = 4  # table cells for each state that arrives
MERGE_LEAST = 1 << 20

# The way by which a state was first reached, as one number, so that the least is the shortest:
# depth, place of the decision point before, option, row of the state before.
ROW_BITS, OPTION_BITS, PLACE_BITS = 31, 4, 13
DEPTH_SHIFT = ROW_BITS + OPTION_BITS + PLACE_BITS


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """States in the order of their keys. `mass` has one row for each policy; `traces` their first ways."""

    keys: Keys
    mass: Floats
    traces: Ints | None

    def __len__(self) -> int:
        return len(self.keys[0])


def trace(depth: Ints, place: int, option: int, rows: Ints) -> Ints:
    """Give the ways that lead on from states at `depth` by an option."""
    found: Ints = (
        ((depth + 1) << DEPTH_SHIFT) | (place << (OPTION_BITS + ROW_BITS)) | (option << ROW_BITS) | rows
    )
    return found


def depth_of(traces: Ints) -> Ints:
    """Give how many turns the first ways are long."""
    return traces >> DEPTH_SHIFT


def read_trace(way: int) -> tuple[int, int, int]:
    """Give the place of the decision point before, the option taken there, and the row of the state."""
    row = way & ((1 << ROW_BITS) - 1)
    option = way >> ROW_BITS & ((1 << OPTION_BITS) - 1)
    place = way >> (ROW_BITS + OPTION_BITS) & ((1 << PLACE_BITS) - 1)
    return place, option, row


@dataclass(slots=True, eq=False)
class Pile:
    """What has arrived at one place so far. `merged` gives the layer."""

    layout: Layout
    _waiting: list[Layer] = field(default_factory=list)
    _count: int = 0
    merged_count: int = 0

    def add(self, part: Layer) -> None:
        """Add states, equal ones among them too."""
        self._waiting.append(part)
        self._count += len(part)
        if self._count > max(MERGE_LEAST, 2 * self.merged_count):
            self.merged()

    def merged(self) -> Layer:
        """Give the states that have arrived, each once."""
        layer = _merge(self.layout, _join(self._waiting))
        self._waiting = [layer]
        self._count = self.merged_count = len(layer)
        return layer


def _join(parts: list[Layer]) -> Layer:
    if len(parts) == 1:
        return parts[0]
    keys = tuple(np.concatenate(words) for words in zip(*(part.keys for part in parts), strict=True))
    mass = np.concatenate([part.mass for part in parts], axis=1)
    traces = [part.traces for part in parts if part.traces is not None]
    return Layer(keys, mass, np.concatenate(traces) if traces else None)


def _merge(layout: Layout, layer: Layer) -> Layer:
    count = len(layer)
    if count <= 1:
        return layer
    if layout.word_count == 1 and layout.radixes[0] <= max(DENSE_LEAST, DENSE_RATIO * count):
        return _merge_dense(layout.radixes[0], layer)
    return _merge_sorted(layer)


def _merge_dense(radix: int, layer: Layer) -> Layer:
    keys = layer.keys[0]
    present = np.zeros(radix, dtype=np.bool_)
    present[keys] = True
    found = np.flatnonzero(present)
    mass = np.empty((len(layer.mass), len(found)))
    for row, column in zip(layer.mass, mass, strict=True):
        column[:] = np.bincount(keys, row, radix)[found]
    traces = None
    if layer.traces is not None:
        least = np.full(radix, np.iinfo(np.int64).max)
        np.minimum.at(least, keys, layer.traces)
        traces = least[found]
    return Layer((found,), mass, traces)


def _merge_sorted(layer: Layer) -> Layer:
    keys = layer.keys
    order = np.argsort(keys[0]) if len(keys) == 1 else np.lexsort(keys)
    ordered = tuple(word[order] for word in keys)
    is_new = np.ones(len(order), dtype=np.bool_)
    is_new[1:] = ordered[0][1:] != ordered[0][:-1]
    for word in ordered[1:]:
        is_new[1:] |= word[1:] != word[:-1]
    starts = np.flatnonzero(is_new)
    mass = np.empty((len(layer.mass), len(starts)))
    for row, column in zip(layer.mass, mass, strict=True):
        np.add.reduceat(row[order], starts, out=column)
    traces = None if layer.traces is None else np.minimum.reduceat(layer.traces[order], starts)
    return Layer(tuple(word[starts] for word in ordered), mass, traces)


class Finder:
    """Where a key stands in a layer: a table where the keys are dense, else a search."""

    def __init__(self, layout: Layout, keys: Keys) -> None:
        self._keys = keys
        self._rows: Ints | None = None
        self._table: Ints | None = None
        count = len(keys[0])
        if layout.word_count == 1 and layout.radixes[0] <= max(DENSE_LEAST, DENSE_RATIO * count):
            self._table = np.full(layout.radixes[0], -1, dtype=np.int64)
            self._table[keys[0]] = np.arange(count)
        elif layout.word_count > 1:
            self._keys = (_as_one(keys),)

    def rows(self, keys: Keys) -> Ints:
        """Give the row of each key; every key must be one of the layer's."""
        if self._table is not None:
            return self._table[keys[0]]
        wanted = keys[0] if len(keys) == 1 else _as_one(keys)
        found: Ints = np.searchsorted(self._keys[0], wanted)
        return found


def _as_one(keys: Keys) -> Ints:
    """Give keys of several words as records that sort like them: the last word first."""
    names = [f"w{number}" for number in range(len(keys))]
    records = np.empty(len(keys[0]), dtype=[(name, np.int64) for name in names])
    for name, word in zip(names, reversed(keys), strict=True):
        records[name] = word
    return records
