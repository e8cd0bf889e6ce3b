"""Playthrough tests, properties and silences, from what was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.scenario.condition import YES_NO
from game.scenario.model import Scenario
from game.scenario.part import MISSING, Name, Part, Reading
from game.scenario.problem import Place, nearest
from game.scenario.resolve import Resolver
from game.scenario.shape import ID_LIMIT, Id, note_wrong
from game.scenario.tree import Node
from game.scenario.wishes import (
    KINDS,
    Choice,
    Expected,
    PlayTest,
    Property,
    PropertyKind,
    Shown,
    Silence,
    Wishes,
)

ENDINGS = "endings"
"""As the place of a property: every ending."""

_ID = Id()


def read_wishes(root: Part, scenario: Scenario, resolver: Resolver) -> Wishes:
    """Read what the author asks of the checker; faults are noted, and what could not be read is left out."""
    builder = _Builder(scenario, resolver)
    tests = [builder.test(name, part) for name, part in root.get("tests", {}).items()]
    properties = [builder.claim(name, part) for name, part in root.get("properties", {}).items()]
    silences = [builder.silence(part) for part in root.get("silence", ())]
    return Wishes(
        tuple(test for test in tests if test is not None),
        tuple(claim for claim in properties if claim is not None),
        tuple(silence for silence in silences if silence is not None),
    )


class _Builder:
    def __init__(self, scenario: Scenario, resolver: Resolver) -> None:
        self._scenario = scenario
        self._resolver = resolver
        self._reading: Reading = resolver.reading

    def silence(self, part: Part) -> Silence | None:
        """Read one silence; the path that it names must have been written."""
        code, reason = part.get("code"), part.get("reason")
        at = part.get("at")
        if code is None or reason is None:
            return None
        if at is not None and at not in self._reading.places:
            hint = nearest(at, self._reading.places)
            self._reading.problems.add(part.place("at"), "unknown-path", nearest=hint, path=at[:120])
            return None
        return Silence(code.text, at, reason, part.place("code"))

    def claim(self, name: str, part: Part) -> Property | None:
        """Read one property: exactly one of its kinds must be there."""
        given = [kind for kind in KINDS if part[kind] is not MISSING]
        place = self._reading.places[part.path]
        if len(given) != 1:
            if not any(self._reading.spoils(f"{part.path}.{kind}") for kind in KINDS):
                self._reading.problems.add(place, "property-one", name=name)
            return None
        kind: PropertyKind = given[0]
        condition = self._resolver.condition(part, kind)
        at = self._where(part["at"])
        if condition is None or not at:
            return None
        return Property(name, kind, condition, at, part.place(kind))

    def _where(self, names: Any) -> frozenset[str]:
        if names is MISSING:
            return frozenset((*self._scenario.decisions, *self._scenario.endings))
        found: set[str] = set()
        for name in names:
            if name.text == ENDINGS:
                found.update(self._scenario.endings)
            elif (known := self._resolver.name("next", name)) is not None:
                found.add(known)
        return frozenset(found)

    def test(self, name: str, part: Part) -> PlayTest | None:
        """Read one test."""
        expect = part["expect"]
        if expect is MISSING:
            return None
        values = [*self._values(expect, "flags", "flag"), *self._values(expect, "meters", "meter")]
        return PlayTest(
            name,
            self._reading.places[part.path],
            tuple(self._choices(part)),
            part.get("rest", "record"),
            frozenset(self._resolver.names("side", part["players"])),
            self._resolver.name("ending", expect["ending"]),
            expect.place("ending"),
            tuple(values),
            tuple(self._shown(expect, "shown")),
            tuple(self._shown(expect, "not-shown")),
        )

    def _choices(self, part: Part) -> Iterator[Choice]:
        node: Any = part["choices"]
        if node is MISSING or node.is_empty:
            return
        path = f"{part.path}.choices"
        if node.kind == "sequence":
            for item in node.items:
                name = _ID.read(item, path, self._reading)
                if isinstance(name, Name):
                    yield Choice(name.text, None, name.place)
        elif node.kind == "mapping":
            for key_node, value in node.pairs.values():
                yield from self._choice_at(key_node, value, path)
        else:
            note_wrong(self._reading, node, "list")

    def _choice_at(self, key: Node, value: Node, path: str) -> Iterator[Choice]:
        decision = self._resolver.name("decision", Name(key.text, key.place))
        option = _ID.read(value, path, self._reading)
        if decision is None or not isinstance(option, Name):
            return
        known = self._scenario.decisions[decision].options
        if option.text in known:
            yield Choice(option.text, decision, option.place)
        elif not self._reading.spoils(f"decisions.{decision}.options.{option.text}"):
            hint = nearest(option.text, known)
            values = {"name": option.text, "known": ", ".join(known)}
            self._reading.problems.add(option.place, "unknown-option", nearest=hint, **values)

    def _values(self, expect: Part, section: str, kind: str) -> Iterator[Expected]:
        nodes: Mapping[str, Node] = expect.get(section, {})
        for name, node in nodes.items():
            place = self._reading.places[f"{expect.path}.{section}.{name}"]
            index = self._resolver.variable_ids.get(name)
            if index is None or self._resolver.variables[index].kind != kind:
                if not self._resolver.is_spoilt("variable", name):
                    hint = nearest(name, self._known(kind))
                    self._reading.problems.add(place, "unknown-variable", nearest=hint, name=name)
                continue
            items = node.items if node.kind == "sequence" else [node]
            wanted = [self._value(index, item) for item in items]
            met = [value for value in wanted if value is not None]
            if met and len(met) == len(wanted):
                words = ", ".join(self._resolver.variables[index].steps[value] for value in met)
                yield Expected(index, frozenset(met), words, items[0].place)

    def _known(self, kind: str) -> list[str]:
        return [variable.id for variable in self._resolver.variables if variable.kind == kind]

    def _value(self, index: int, node: Node) -> int | None:
        variable = self._resolver.variables[index]
        if node.kind != "scalar" or node.is_empty:
            note_wrong(self._reading, node, "choice")
            return None
        word = YES_NO.get(node.text.lower(), node.text) if variable.is_yes_no else node.text
        if word in variable.steps:
            return variable.steps.index(word)
        if not self._resolver.is_spoilt("variable", f"{variable.id}.steps"):
            code = "unknown-step" if variable.kind == "meter" else "unknown-value"
            values = {"name": word[:ID_LIMIT], "variable": variable.id, "steps": ", ".join(variable.steps)}
            hint = nearest(word, variable.steps)
            self._reading.problems.add(node.place, code, nearest=hint, **values)
        return None

    def _shown(self, expect: Part, key: str) -> Iterator[Shown]:
        for part in expect.get(key, ()):
            text = part.get("text")
            if text is not None:
                to = self._resolver.names("side", part["to"])
                place: Place = part.place("text")
                yield Shown(text, frozenset(to) if part["to"] is not MISSING else None, place)
