"""A plain explorer of the same semantics, written again from the language's description.

It shares nothing with the engine or the analyser but the values of a scenario: states are tuples in a
dictionary, probabilities fractions (or any number type), every question a recursion. Slow and short,
so that it can be trusted; the fast one must agree with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from game.scenario.condition import Among, Both, Compare, Either, Not, Tree
from game.scenario.model import Option, Scenario

Raw = tuple[str, tuple[int, ...], frozenset[int]]
Number = Any
DEAD = "(dead end)"


def is_true(tree: Tree, values: tuple[int, ...]) -> bool:
    match tree:
        case Compare(variable, sign, value):
            found = values[variable]
            return {
                "==": found == value, "!=": found != value, "<": found < value,
                "<=": found <= value, ">": found > value, ">=": found >= value,
            }[sign]  # fmt: skip
        case Among(variable, among):
            return values[variable] in among
        case Not(part):
            return not is_true(part, values)
        case Both(parts):
            return all(is_true(part, values) for part in parts)
        case Either(parts):
            return any(is_true(part, values) for part in parts)


def changed(effects: Any, values: tuple[int, ...]) -> tuple[int, ...]:
    after = list(values)
    for effect in effects:
        if effect.put is not None:
            after[effect.variable] = effect.put
        else:
            after[effect.variable] = max(0, min(effect.top, after[effect.variable] + effect.move))
    return tuple(after)


@dataclass
class Oracle:
    """Every answer about one scenario, for the sides `playing` by `policy` with people at `seated` desks.

    Under one interpretation, and with what `cut` leaves out falling to the record.
    """

    scenario: Scenario
    playing: frozenset[str]
    seated: frozenset[str]
    policy: str = "uniform"
    number: Callable[[Any], Number] = Fraction
    interpretation: str | None = None
    cut: str | None = None
    _odds: dict[Raw, dict[str, Number]] = field(default_factory=dict)
    _counts: dict[Raw, int] = field(default_factory=dict)
    _shortest: dict[Raw, dict[str, int]] = field(default_factory=dict)

    def start(self) -> Raw:
        values = []
        for v in self.scenario.variables:
            if v.kind == "player":
                values.append(int(v.id.split(".")[1] in self.seated))
            elif v.kind == "interpretation" and self.interpretation:
                values.append(list(self.scenario.interpretations).index(self.interpretation))
            else:
                values.append(v.start)
        return (self.scenario.start, tuple(values), frozenset())

    def offered(self, raw: Raw) -> list[Option]:
        decision = self.scenario.decisions.get(raw[0])
        options = decision.options.values() if decision else ()
        return [o for o in options if o.when is None or is_true(o.when.tree, raw[1])]

    def after(self, raw: Raw, option: Option) -> Raw:
        values = changed(option.effects, raw[1])
        target = next(b.to for b in option.nexts if b.when is None or is_true(b.when.tree, values))
        decision = self.scenario.decisions.get(target)
        if decision is None:
            return (target, values, frozenset())
        coming = raw[2] | set(option.later)
        delayed = self.scenario.delayed
        landed = {n for n in coming if delayed[n].due <= decision.at}
        for n in sorted(landed, key=lambda n: (delayed[n].due, n)):
            values = changed(delayed[n].effects, values)
        return (target, values, coming - landed)

    def shares(self, raw: Raw) -> dict[str, Number]:
        """Give the probability of each offered option."""
        decision = self.scenario.decisions[raw[0]]
        options = self.offered(raw)
        if not options:
            return {}
        fallen = self.fallen(raw, options)
        if fallen is not None:
            return {o.id: self.number(int(o.id == fallen)) for o in options}
        if decision.side in self.playing:
            if self.policy == "uniform":
                return {o.id: self.number(1) / len(options) for o in options}
            choice = decision.historical.choice
            if self.policy == "record" and choice in [o.id for o in options]:
                return {o.id: self.number(int(o.id == choice)) for o in options}
        return self.by_weight(raw, options)

    def fallen(self, raw: Raw, options: list[Option]) -> str | None:
        """Give what falls to the record instead of being asked."""
        decision = self.scenario.decisions[raw[0]]
        asked = self.scenario.cuts[self.cut].asked if self.cut else {}
        if decision.side not in self.playing or decision.id in asked.get(decision.side, [decision.id]):
            return None
        admitted = [name for name in decision.historical.admitted if name in [o.id for o in options]]
        return admitted[0] if admitted else None

    def is_asked(self, raw: Raw) -> bool:
        """Claim that somebody who plays must decide here."""
        side = self.scenario.decisions[raw[0]].side
        return side in self.playing and self.fallen(raw, self.offered(raw)) is None

    def by_weight(self, raw: Raw, options: list[Option]) -> dict[str, Number]:
        weights = {}
        for o in options:
            found = [w.value for w in o.weights if w.when is None or is_true(w.when.tree, raw[1])]
            weights[o.id] = self.number(found[0]) if found else self.number(0)
        total = sum(weights.values())
        if total == 0:
            return {o.id: self.number(1) / len(options) for o in options}
        return {name: weight / total for name, weight in weights.items()}

    def possible(self, raw: Raw) -> list[Option]:
        """Give the options that may be taken: all that are offered to who plays, else those with a weight."""
        decision = self.scenario.decisions[raw[0]]
        options = self.offered(raw)
        if decision.side in self.playing and self.fallen(raw, options) is None:
            return options
        shares = self.shares(raw)
        return [o for o in options if shares[o.id] > 0]

    def states(self) -> dict[str, set[Raw]]:
        found: dict[str, set[Raw]] = {}
        todo = [self.start()]
        while todo:
            raw = todo.pop()
            here = found.setdefault(raw[0], set())
            if raw not in here:
                here.add(raw)
                if raw[0] in self.scenario.decisions:
                    todo.extend(self.after(raw, o) for o in self.possible(raw))
        return found

    def odds(self, raw: Raw | None = None) -> Mapping[str, Number]:
        """Give the probability of each ending from a state."""
        raw = raw or self.start()
        if raw not in self._odds:
            if raw[0] not in self.scenario.decisions:
                self._odds[raw] = {raw[0]: self.number(1)}
            elif not self.offered(raw):
                self._odds[raw] = {DEAD: self.number(1)}
            else:
                total: dict[str, Number] = {}
                shares = self.shares(raw)
                for o in self.possible(raw):
                    for name, share in self.odds(self.after(raw, o)).items():
                        total[name] = total.get(name, self.number(0)) + shares[o.id] * share
                self._odds[raw] = total
        return self._odds[raw]

    def count(self, raw: Raw | None = None) -> int:
        """Give the number of playthroughs from a state."""
        raw = raw or self.start()
        if raw not in self._counts:
            options = self.possible(raw) if raw[0] in self.scenario.decisions else []
            self._counts[raw] = sum(self.count(self.after(raw, o)) for o in options) if options else 1
        return self._counts[raw]

    def shortest(self, raw: Raw | None = None) -> Mapping[str, int]:
        """Give the fewest turns to each ending from a state."""
        raw = raw or self.start()
        if raw not in self._shortest:
            options = self.possible(raw) if raw[0] in self.scenario.decisions else []
            best: dict[str, int] = {} if options else {raw[0] if raw[0] in self.scenario.endings else DEAD: 0}
            for o in options:
                for name, turns in self.shortest(self.after(raw, o)).items():
                    best[name] = min(best.get(name, turns + 1), turns + 1)
            self._shortest[raw] = best
        return self._shortest[raw]

    def mass(self) -> dict[Raw, Number]:
        """Give the probability of coming to each state."""
        found = {self.start(): self.number(1)}
        for name in self.scenario.order:
            for raw in [raw for raw in found if raw[0] == name]:
                shares = self.shares(raw)
                for o in self.possible(raw):
                    after = self.after(raw, o)
                    found[after] = found.get(after, self.number(0)) + found[raw] * shares[o.id]
        return found

    def turn_odds(self, counts: Callable[[Raw], bool], raw: Raw | None = None) -> dict[int, Number]:
        """Give the probability of each number of turns that count."""
        raw = raw or self.start()
        decision = self.scenario.decisions.get(raw[0])
        options = self.possible(raw) if decision else []
        if decision is None or not options:
            return {0: self.number(1)}
        by, shares, found = int(counts(raw)), self.shares(raw), {}
        for o in options:
            for turns, share in self.turn_odds(counts, self.after(raw, o)).items():
                found[turns + by] = found.get(turns + by, self.number(0)) + shares[o.id] * share
        return {turns: share for turns, share in found.items() if share}

    def effect(self, place: str, option_id: str) -> Number | None:
        """Give how far the ending odds lie apart if an option is taken and if it is not."""
        weight: Number = 0
        apart: dict[str, Number] = {}
        for raw, mass in self.mass().items():
            open_ids = [o.id for o in self.possible(raw)] if raw[0] == place and mass else []
            if option_id not in open_ids or len(open_ids) < 2:
                continue
            weight += mass
            shares = self.instead(raw, option_id)
            for o in self.possible(raw):
                share = 1 if o.id == option_id else -shares[o.id]
                for name, odds in self.odds(self.after(raw, o)).items():
                    apart[name] = apart.get(name, 0) + mass * share * odds
        return sum(abs(part) for part in apart.values()) / 2 / weight if weight else None

    def instead(self, raw: Raw, option_id: str) -> dict[str, Number]:
        """Give the probability of each other option where one is not taken."""
        options = self.possible(raw)
        even = {o.id: self.number(1) for o in options}
        for shares in (self.shares(raw), self.by_weight(raw, self.offered(raw)), even):
            others = {o.id: shares[o.id] for o in options if o.id != option_id}
            if sum(others.values()) > 0:
                break
        return {name: share / sum(others.values()) for name, share in others.items()}

    def moves(self) -> dict[str, Number]:
        """Give how much of the spread of endings each side's turns are expected to decide."""
        found: dict[str, Number] = {}
        for raw, mass in self.mass().items():
            if raw[0] in self.scenario.endings:
                continue
            shares, here = self.shares(raw), self.odds(raw)
            for o in self.possible(raw):
                there = self.odds(self.after(raw, o))
                square = sum((there.get(name, 0) - here.get(name, 0)) ** 2 for name in {*here, *there})
                side = self.scenario.decisions[raw[0]].side
                found[side] = found.get(side, 0) + mass * shares[o.id] * square
        return found

    def extreme(self, ending: str, choose: Callable[..., Number], raw: Raw | None = None) -> Number:
        """Give the greatest or least (`choose`: max, min) probability that those who play can bring about."""
        raw = raw or self.start()
        if raw[0] not in self.scenario.decisions:
            return self.number(int(raw[0] == ending))
        options = self.possible(raw)
        found = {o.id: self.extreme(ending, choose, self.after(raw, o)) for o in options}
        if not found:
            return self.number(0)
        if self.scenario.decisions[raw[0]].side in self.playing:
            return choose(found.values())
        shares = self.shares(raw)
        return sum(shares[name] * share for name, share in found.items())

    def met(self) -> dict[str, Number]:
        """Give how likely each place is met."""
        found: dict[str, Number] = {}
        for raw, mass in self.mass().items():
            found[raw[0]] = found.get(raw[0], 0) + mass
        return found
