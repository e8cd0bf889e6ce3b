"""A stage: one decision point made ready for many states at once.

It answers what each option's probability is in every state of a block, and to which states of which
places it leads. The rules are those of `game.play.engine`; a test walks every edge with both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.analysis.asking import Test, ask, compile_test
from game.analysis.edges import Edge, Table
from game.analysis.keys import Block, Flags, Floats, Ints, Keys, Layout
from game.scenario.beforehand import Cut
from game.scenario.model import DecisionPoint, Option

POLICIES = ("uniform", "weights", "record")


@dataclass(frozen=True, slots=True)
class Odds:
    """What is open in each state of a block, option by option.

    All have one row for each option and one column for each state, or a single column that holds for
    all states. `offered` says what is open, `possible` what may be taken, `shares` the probability
    under each policy. Where nothing is offered all are zero. `asked` has one row: whether somebody who
    plays must decide.
    """

    offered: Flags
    possible: Flags
    shares: Mapping[str, Floats]
    asked: Flags

    @property
    def is_open(self) -> Flags:
        """Claim of each state that something is offered, in one row."""
        return np.asarray(self.offered.any(axis=0))


@dataclass(frozen=True, slots=True)
class Flow:
    """Where an option leads some states: `rows` of the block (None: all) to `keys` at `target`."""

    target: str
    rows: Ints | None
    keys: Keys


@dataclass(slots=True, eq=False)
class _Exit:
    """An edge as tables: for each chunk and word, what it adds to the key; then what is mixed."""

    edge: Edge
    test: Test
    layout: Layout
    offsets: list[int]
    tables: list[tuple[int, int, Ints]]


@dataclass(slots=True, eq=False)
class Stage:
    """One decision point, ready. Its side follows the policies if `is_playing`, else its weights.

    Where it `is_free`, what its weights never take is possible all the same. `left` are the options that
    fall to the record, where a cut leaves this decision point out: the first that is offered is taken.
    """

    decision: DecisionPoint
    layout: Layout
    is_playing: bool
    is_free: bool
    offers: list[Test]
    weights: list[list[tuple[Test, float]]]
    exits: list[list[_Exit]]
    historical: int | None = None
    left: tuple[int, ...] = ()

    def odds(self, block: Block) -> Odds:
        """Give the odds of every option in every state of `block`."""
        offered = _rows([_answer(test, block) for test in self.offers])
        weights = self.weight_rows(block) * offered
        even = offered / np.maximum(offered.sum(axis=0), 1)
        total = weights.sum(axis=0)
        by_weight = np.where(total > 0, weights / np.where(total > 0, total, 1.0), even)
        if not self.is_playing:
            possible = offered if self.is_free else by_weight > 0
            return Odds(offered, possible, dict.fromkeys(POLICIES, by_weight), np.zeros(1, dtype=np.bool_))
        shares = {"uniform": even, "weights": by_weight, "record": self._by_record(offered, by_weight)}
        asked: Flags = np.asarray(offered.any(axis=0))
        if not self.left:
            return Odds(offered, offered, shares, asked)
        fallen = self._fallen(offered)
        is_fallen = fallen.any(axis=0)
        possible = offered if self.is_free else np.where(is_fallen, fallen, offered)
        settled = {policy: np.where(is_fallen, fallen, share) for policy, share in shares.items()}
        return Odds(offered, possible, settled, asked & ~is_fallen)

    def _fallen(self, offered: Flags) -> Flags:
        """Mark in each state the option that falls to the record: the first of those left that is open."""
        fallen = np.zeros(offered.shape, dtype=np.bool_)
        is_settled = np.zeros(offered.shape[1], dtype=np.bool_)
        for number in self.left:
            fallen[number] = offered[number] & ~is_settled
            is_settled |= offered[number]
        return fallen

    def weight_rows(self, block: Block) -> Floats:
        """Give the author's weight of each option, offered or not; shaped like odds."""
        return np.stack(
            np.broadcast_arrays(*(self._weight(number, block) for number in range(len(self.offers))))
        )

    def _weight(self, number: int, block: Block) -> Floats:
        """Give the weight of an option in each state: that of its first weight whose condition holds."""
        found: Floats = np.zeros(1)
        for test, value in reversed(self.weights[number]):
            answer = ask(test, block)
            if isinstance(answer, bool):
                found = np.full(1, value) if answer else found
            else:
                found = np.where(answer, value, found)
        return found

    def _by_record(self, offered: Flags, by_weight: Floats) -> Floats:
        if self.historical is None:
            return by_weight
        chosen = np.zeros((len(self.offers), 1))
        chosen[self.historical] = 1.0
        return np.where(offered[self.historical], chosen, by_weight)

    def flows(self, number: int, block: Block, rows: Ints | None) -> Iterator[Flow]:
        """Give where option `number` leads `rows` of the block: first the next whose condition holds."""
        part = block.take(rows)
        for way_out in self.exits[number]:
            answer = ask(way_out.test, part)
            if answer is False:
                continue
            if answer is True:
                yield Flow(way_out.edge.target, rows, _target_keys(way_out, part))
                return
            assert not isinstance(answer, bool)
            here, rest = np.flatnonzero(answer), np.flatnonzero(~answer)
            if len(here):
                taken = here if rows is None else rows[here]
                yield Flow(way_out.edge.target, taken, _target_keys(way_out, part.take(here)))
            if not len(rest):
                return
            rows = rest if rows is None else rows[rest]
            part = part.take(rest)


def _answer(test: Test, block: Block) -> Flags:
    answer = ask(test, block)
    return np.array([answer]) if isinstance(answer, bool) else answer


def _rows(rows: list[Flags]) -> Flags:
    """Stack rows of length 1 or of the block's length."""
    return np.stack(np.broadcast_arrays(*rows))


def _target_keys(way_out: _Exit, block: Block) -> Keys:
    """Give the keys of the states reached from `block`."""
    words: list[Ints] = []
    for word, offset in enumerate(way_out.offsets):
        total: Ints | None = None
        for number, at, table in way_out.tables:
            if at == word:
                part = table[block.index(number)]
                if total is None:
                    total = part
                else:
                    total += part
        words.append(np.full(len(block), offset, dtype=np.int64) if total is None else total + offset)
    for variable, arrivals in way_out.edge.mixed.items():
        place = way_out.layout.strides.get(variable)
        if place is None:
            continue
        column = block.column(variable)
        before = way_out.edge.after.get(variable)
        if before is not None:
            column = np.array(before)[column]
        for arrival in arrivals:
            changed = np.array(arrival.table)[column]
            pending = arrival.pending
            column = changed if pending is None else np.where(block.column(pending) == 1, changed, column)
        classes = np.array(way_out.layout.classes[variable])
        words[place[0]] += classes[column] * place[1]
    return tuple(words)


def build_stage(
    decision: DecisionPoint,
    edges: Sequence[Edge],
    layouts: Mapping[str, Layout],
    sides: tuple[frozenset[str], frozenset[str]],
    cut: Cut | None = None,
) -> Stage:
    """Make the stage of a decision point; `sides` are those that play and those that are free.

    What can never be offered is left without a way out. What `cut` leaves out falls to the record.
    """
    layout = layouts[decision.id]
    options = tuple(decision.options.values())
    historical = [number for number, option in enumerate(options) if option.id == decision.historical.choice]
    possible = {edge.option for edge in edges}
    cache: dict[tuple[object, ...], Ints] = {}
    return Stage(
        decision,
        layout,
        decision.side in sides[0],
        decision.side in sides[1],
        [_offer(option, layout) if number in possible else False for number, option in enumerate(options)],
        [_weights(option, layout) for option in options],
        [
            [
                _exit(edge, option, layout, layouts[edge.target], cache)
                for edge in edges
                if edge.option == number
            ]
            for number, option in enumerate(options)
        ],
        historical[0] if historical else None,
        tuple(tuple(decision.options).index(name) for name in _left(decision, cut)),
    )


def _left(decision: DecisionPoint, cut: Cut | None) -> tuple[str, ...]:
    """Give what falls to the record in the place of a player's choice, in the record's order."""
    asked = None if cut is None else cut.asked.get(decision.side)
    return () if asked is None or decision.id in asked else decision.historical.admitted


def _offer(option: Option, layout: Layout) -> Test:
    return True if option.when is None else compile_test(option.when.tree, layout, {})


def _weights(option: Option, layout: Layout) -> list[tuple[Test, float]]:
    return [
        (True if weight.when is None else compile_test(weight.when.tree, layout, {}), float(weight.value))
        for weight in option.weights
    ]


def _exit(
    edge: Edge, option: Option, here: Layout, there: Layout, cache: dict[tuple[object, ...], Ints]
) -> _Exit:
    offsets = [0] * there.word_count
    parts: dict[tuple[int, int], list[tuple[int, Table | None]]] = {}
    for variable, (word, stride) in there.strides.items():
        if variable in edge.mixed:
            continue
        change = edge.after.get(variable)
        if variable in here.strides:
            parts.setdefault((here.chunk_of[variable], word), []).append((variable, change))
        else:
            value = int(here.values[variable][0])
            after = value if change is None else change[value]
            offsets[word] += there.classes[variable][after] * stride
    tables = []
    for (chunk, word), changes in parts.items():
        name = (edge.target, chunk, word, tuple(changes))
        table = cache.get(name)
        if table is None:
            table = cache[name] = _table(changes, here, there)
        tables.append((chunk, word, table))
    when = option.nexts[edge.branch].when
    test = True if when is None else compile_test(when.tree, here, edge.effects)
    return _Exit(edge, test, there, offsets, tables)


def _table(changes: Sequence[tuple[int, Table | None]], here: Layout, there: Layout) -> Ints:
    """Give what each number of a chunk adds to the target's key."""
    total: Ints | None = None
    for variable, change in changes:
        values = here.values[variable].tolist()
        after = values if change is None else [change[value] for value in values]
        classes, stride = there.classes[variable], there.strides[variable][1]
        by_class = np.array([classes[value] * stride for value in after], dtype=np.int64)
        part = by_class[here.digits[variable]]
        total = part if total is None else total + part
    assert total is not None
    return total
