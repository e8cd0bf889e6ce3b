"""Keys: the state at one place as one whole number (or a few), and tables over parts of it.

A key is a mixed-radix number of the classes of those variables that have more than one class there.
Its digits are read in chunks of a few variables at once, so that a look-up in a small table answers
what would else be asked of each variable. Where 62 bits do not suffice a key has several words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.analysis.classes import Classes
from game.analysis.facts import Sets, members

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Keys = tuple[Ints, ...]
"""One array for each word of the key, all of one length."""

CHUNK = 2048  # a table of this size stays in the fastest cache
WORD = 1 << 62


@dataclass(frozen=True, slots=True)
class Chunk:
    """Neighbouring digits of a key: `(word // stride) % radix`."""

    word: int
    stride: int
    radix: int


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """How states at one place are written as keys.

    `strides` gives word and stride of each variable that has several classes, `chunk_of` its chunk;
    `digits` each chunk number's class of a variable; `values` a value of each class, for every variable.
    """

    classes: Classes
    strides: Mapping[int, tuple[int, int]]
    chunks: tuple[Chunk, ...]
    chunk_of: Mapping[int, int]
    digits: Mapping[int, Ints]
    values: tuple[Ints, ...]
    radixes: tuple[int, ...]

    @property
    def word_count(self) -> int:
        """How many words a key has; at least one."""
        return len(self.radixes)


def lay_out(classes: Classes, sets: Sets) -> Layout:
    """Make the layout of a place from its value classes and its possible values."""
    values = tuple(_lowest(row, bits) for row, bits in zip(classes, sets, strict=True))
    chunks: list[Chunk] = []
    strides, chunk_of = {}, {}
    word, stride = 0, 1
    radixes = []
    for variable, row in enumerate(values):
        radix = len(row)
        if radix == 1:
            continue
        if stride * radix > WORD:
            radixes.append(stride)
            word, stride = word + 1, 1
        last = chunks[-1] if chunks else None
        if last is not None and last.word == word and last.radix * radix <= CHUNK:
            chunks[-1] = Chunk(word, last.stride, last.radix * radix)
        else:
            chunks.append(Chunk(word, stride, radix))
        strides[variable] = (word, stride)
        chunk_of[variable] = len(chunks) - 1
        stride *= radix
    digits = {}
    for variable, (_, own) in strides.items():
        chunk = chunks[chunk_of[variable]]
        inner = own // chunk.stride
        digits[variable] = np.arange(chunk.radix) // inner % len(values[variable])
    return Layout(classes, strides, tuple(chunks), chunk_of, digits, values, (*radixes, stride))


def _lowest(classes: Sequence[int], bits: int) -> Ints:
    lowest: dict[int, int] = {}
    for value in members(bits):
        lowest.setdefault(classes[value], value)
    return np.array([lowest[number] for number in range(len(lowest))], dtype=np.int64)


def encode(layout: Layout, values: Sequence[int]) -> tuple[int, ...]:
    """Give the key of the state with these values, the pending ones included."""
    words = [0] * layout.word_count
    for variable, (word, stride) in layout.strides.items():
        words[word] += layout.classes[variable][values[variable]] * stride
    return tuple(words)


class Block:
    """Some states of one place, their keys split into chunks."""

    __slots__ = ("_indexes", "_layout", "keys")

    def __init__(self, layout: Layout, keys: Keys) -> None:
        self._layout = layout
        self.keys = keys
        self._indexes: dict[int, Ints] = {}

    def __len__(self) -> int:
        return len(self.keys[0])

    def index(self, number: int) -> Ints:
        """Give each state's number within a chunk."""
        found = self._indexes.get(number)
        if found is None:
            chunk = self._layout.chunks[number]
            found = self.keys[chunk.word]
            if chunk.stride > 1:
                found = found // chunk.stride
            if chunk.stride * chunk.radix < self._layout.radixes[chunk.word]:
                found = found % chunk.radix
            self._indexes[number] = found
        return found

    def take(self, rows: Ints | None) -> Block:
        """Give the block of some of its states; None stands for all."""
        if rows is None:
            return self
        part = Block(self._layout, tuple(word[rows] for word in self.keys))
        part._indexes = {number: index[rows] for number, index in self._indexes.items()}
        return part

    def column(self, variable: int) -> Ints:
        """Give each state's value of a variable: one of its class."""
        values = self._layout.values[variable]
        number = self._layout.chunk_of.get(variable)
        if number is None:
            return np.broadcast_to(values, (len(self),))
        table: Ints = values[self._layout.digits[variable]]
        return table[self.index(number)]
