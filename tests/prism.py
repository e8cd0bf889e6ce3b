"""A scenario as a PRISM model of a discrete-time Markov chain, for a model checker that knows nothing of us.

Written from the language's description: conditions, weights, effects, nexts and delayed effects become
expressions of the model, and the checker finds the states for itself. One module, one variable `at` for
the decision point or ending, one for each meter, flag and player, one for each delayed effect on its way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from game.scenario.condition import Among, Both, Compare, Condition, Either, Not, Tree
from game.scenario.model import DecisionPoint, Option, Scenario
from game.scenario.variable import Effect

Values = Mapping[int, str]
"""An expression for each variable."""


def endings_of(scenario: Scenario) -> list[str]:
    return [*scenario.endings, ""]  # the last for a dead end


def prism_model(scenario: Scenario, uniform: frozenset[str], seated: frozenset[str]) -> str:
    """Give the chain in which the sides `uniform` choose evenly and all others follow their weights."""
    return "\n".join(_Writer(scenario, uniform, seated).lines())


class _Writer:
    def __init__(self, scenario: Scenario, uniform: frozenset[str], seated: frozenset[str]) -> None:
        self.scenario, self.uniform, self.seated = scenario, uniform, seated
        self.places = {
            name: number for number, name in enumerate((*scenario.decisions, *endings_of(scenario)))
        }
        self.values: Values = {number: f"v{number}" for number in range(len(scenario.variables))}

    def lines(self) -> Iterator[str]:
        scenario, last = self.scenario, len(self.places) - 1
        yield "dtmc"
        for decision in scenario.decisions.values():
            yield from self.formulas(decision)
        yield f"module story\nat : [0..{last}] init {self.places[scenario.start]};"
        for number, variable in enumerate(scenario.variables):
            sits = variable.kind == "player" and variable.id.split(".")[1] in self.seated
            yield f"v{number} : [0..{max(variable.top, 1)}] init {int(sits) or variable.start};"
        for number in range(len(scenario.delayed)):
            yield f"d{number} : bool init false;"
        for decision in scenario.decisions.values():
            yield from self.commands(decision)
        yield f"[] at >= {len(scenario.decisions)} -> true;\nendmodule"
        for name in endings_of(scenario):
            yield f'label "end{self.places[name]}" = at={self.places[name]};'

    def formulas(self, decision: DecisionPoint) -> Iterator[str]:
        """Write each option's weight, their sum, and how many are offered."""
        here, count = self.places[decision.id], len(decision.options)
        for number, option in enumerate(decision.options.values()):
            weight = "0"
            for one in reversed(option.weights):
                value = Fraction(one.value)
                weight = f"({self.test(one.when)} ? {value.numerator}/{value.denominator} : {weight})"
            if decision.side in self.uniform:
                weight = "1"
            yield f"formula o{here}_{number} = ({self.test(option.when)} ? 1 : 0);"
            yield f"formula w{here}_{number} = o{here}_{number} * {weight};"
        for letter in "ow":
            terms = " + ".join(f"{letter}{here}_{number}" for number in range(count))
            yield f"formula {letter}{here} = {terms};"
            # a checker that folds constants must never meet a division by nothing
            yield f"formula {letter}s{here} = ({terms}) > 0 ? {terms} : 1;"

    def commands(self, decision: DecisionPoint) -> Iterator[str]:
        here = self.places[decision.id]
        yield f"[] at={here} & o{here}=0 -> (at'={self.places['']});"
        for letter, guard in (("w", f"w{here}>0"), ("o", f"o{here}>0 & w{here}=0")):
            updates = [
                f"{letter}{here}_{number}/{letter}s{here} * ({test} ? 1 : 0) : {after}"
                for number, option in enumerate(decision.options.values())
                for test, after in self.branches(option)
            ]
            yield f"[] at={here} & {guard} ->\n  " + "\n+ ".join(updates) + ";"

    def branches(self, option: Option) -> Iterator[tuple[str, str]]:
        """Give each way on with the test that it is the first that holds."""
        values = self.changed(option.effects, self.values, "true")
        earlier = "false"
        for branch in option.nexts:
            test = self.test(branch.when, values)
            yield f"(!({earlier}) & {test})", self.arrival(option, branch.to, values)
            earlier = f"{earlier} | {test}"

    def arrival(self, option: Option, target: str, values: Values) -> str:
        """Give the update on the way to `target`, with the delayed effects that are due there."""
        pending = {n: "true" if n in option.later else f"d{n}" for n in range(len(self.scenario.delayed))}
        decision = self.scenario.decisions.get(target)
        if decision is None:
            pending = dict.fromkeys(pending, "false")
        else:
            due = [(one.due, n) for n, one in enumerate(self.scenario.delayed) if one.due <= decision.at]
            for _, n in sorted(due):
                values = self.changed(self.scenario.delayed[n].effects, values, pending[n])
                pending[n] = "false"
        after = [f"(at'={self.places[target]})"]
        after += [f"(v{n}'={value})" for n, value in values.items() if value != f"v{n}"]
        after += [f"(d{n}'={value})" for n, value in pending.items() if value != f"d{n}"]
        return " & ".join(after)

    def changed(self, effects: tuple[Effect, ...], values: Values, when: str) -> Values:
        after = dict(values)
        for effect in effects:
            before = after[effect.variable]
            moved = f"max(0, min({effect.top}, {before} + {effect.move}))"
            new = moved if effect.put is None else str(effect.put)
            after[effect.variable] = new if when == "true" else f"({when} ? {new} : {before})"
        return after

    def test(self, condition: Condition | None, values: Values | None = None) -> str:
        return "true" if condition is None else self.tree(condition.tree, values or self.values)

    def tree(self, tree: Tree, values: Values) -> str:
        match tree:
            case Compare(variable, sign, value):
                return f"({values[variable]} {'=' if sign == '==' else sign} {value})"
            case Among(variable, among):
                return "(" + " | ".join(f"{values[variable]} = {value}" for value in among) + ")"
            case Not(part):
                return f"!({self.tree(part, values)})"
            case Both(parts):
                return "(" + " & ".join(self.tree(part, values) for part in parts) + ")"
            case Either(parts):
                return "(" + " | ".join(self.tree(part, values) for part in parts) + ")"
