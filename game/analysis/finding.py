"""A finding: what the analyser learnt about a scenario that its author may want to mend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from game.messages import Words
from game.scenario.condition import Among, Both, Compare, Either, Not, Tree
from game.scenario.model import Scenario
from game.scenario.problem import Place
from game.scenario.variable import Variable

Severity = Literal["error", "warning", "info"]
Slots = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `code` names the sentence `finding.<code>`; `values` fill its slots.

    `because` is a second sentence, `finding.because-<code>`, with slots of its own. `witness` are the
    option ids of a playthrough that shows it, which `play --follow` takes with people at the desks of
    `seated`; it stops early only at a dead end.
    """

    place: Place
    code: str
    severity: Severity
    values: Slots = ()
    because: tuple[str, Slots] | None = None
    witness: tuple[str, ...] | None = None
    seated: tuple[str, ...] = ()

    def message(self, words: Words) -> str:
        """Say what was found, without its place."""
        said = words(f"finding.{self.code}", **dict(self.values))
        if self.because is None:
            return said
        code, values = self.because
        return f"{said}: {words(f'finding.because-{code}', **dict(values))}"


def slots(**values: object) -> Slots:
    """Give the values of a finding's sentence."""
    return tuple((name, str(value)) for name, value in values.items())


def place_of(scenario: Scenario, *paths: str) -> Place:
    """Give the place of the first path that the author wrote, or of what holds the last one."""
    for path in paths:
        if path in scenario.places:
            return scenario.places[path]
    above = paths[-1]
    while "." in above:
        above = above.rpartition(".")[0]
        if above in scenario.places:
            return scenario.places[above]
    return min(scenario.places.values(), default=Place(scenario.id, 1, 1))


def written(tree: Tree, variables: tuple[Variable, ...]) -> str:
    """Write a condition, or a part of one, as an author would."""
    match tree:
        case Compare(variable, sign, value):
            return _comparison(variables[variable], sign, value)
        case Among(variable, values):
            steps = ", ".join(variables[variable].steps[value] for value in values)
            return f"{variables[variable].id} in ({steps})"
        case Not(part):
            return f"not {_enclosed(part, variables)}"
        case Both(parts):
            return " and ".join(_enclosed(part, variables) for part in parts)
        case Either(parts):
            return " or ".join(_enclosed(part, variables) for part in parts)


def _comparison(variable: Variable, sign: str, value: int) -> str:
    if variable.kind == "player":
        return f"{variable.id.removeprefix('players.')} in players"
    return f"{variable.id} {sign} {variable.steps[value]}"


def _enclosed(tree: Tree, variables: tuple[Variable, ...]) -> str:
    text = written(tree, variables)
    return f"({text})" if isinstance(tree, Both | Either) else text


def in_file_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by their places; each is given once."""
    once = {(finding.place, finding.code, finding.values): finding for finding in findings}
    return tuple(sorted(once.values(), key=lambda finding: (finding.place, finding.code, finding.values)))
