"""Looking things up: ids that refer to something, conditions, effects and moments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from game.scenario.beforehand import INTERPRETATION
from game.scenario.condition import YES_NO, Condition, ConditionError, read_condition, variables_read
from game.scenario.moment import is_moment, read_moment
from game.scenario.part import MISSING, Name, Part, Reading
from game.scenario.problem import Place, nearest
from game.scenario.shape import note_wrong
from game.scenario.text import Text
from game.scenario.tree import Node
from game.scenario.variable import Effect, Variable

NOWHERE = datetime(1, 1, 1, tzinfo=UTC)
"""Stands for a moment that could not be read, in a scenario that has problems."""


_SECTIONS: dict[str, tuple[str, ...]] = {
    "side": ("sides",),
    "decider": ("sides",),  # a side, or chance
    "learner": ("sides",),  # a side, or the world
    "decision": ("decisions",),
    "ending": ("endings",),
    "next": ("decisions", "endings"),
    "phase": ("phases",),
    "stretch": ("decisions", "phases"),
    "meter": ("meters",),
    "account": ("accounts",),
    "person": ("people",),
    "document": ("documents",),
    "source": ("sources",),
    "dimension": ("dimensions",),
    "clock": ("clocks",),
    "variable": ("meters", "flags"),
}

_DASHES = ("−", "–", "—")  # what a word processor makes of a minus sign
_SIDES = frozenset({"side", "decider", "learner"})
_NAMED = re.compile(rf"(?<![\w-]){INTERPRETATION}(?![\w-])")


@dataclass(slots=True)
class Resolver:
    """What is defined in a scenario, by kind, and the notes of this reading.

    `known` maps a kind (`side`, `source`, `decision`, …) to its ids; `used` collects what was
    referred to, so that what nobody refers to can be told.
    """

    reading: Reading
    known: Mapping[str, Iterable[str]]
    variables: tuple[Variable, ...] = ()
    variable_ids: Mapping[str, int] = field(default_factory=dict)
    used: set[tuple[str, str]] = field(default_factory=set)

    def name(self, kind: str, name: Any) -> str | None:
        """Give the id that `name` refers to, or None with the problem noted."""
        if not isinstance(name, Name):
            return None
        known = self.known.get(kind, ())
        if name.text not in known:
            if self.is_spoilt(kind, name.text):
                return None
            hint = nearest(name.text, known)
            code = "unknown-side" if kind in _SIDES else f"unknown-{kind}"
            self.reading.problems.add(name.place, code, nearest=hint, name=name.text)
            return None
        self.used.add((kind, name.text))
        return name.text

    def is_spoilt(self, kind: str, name: str) -> bool:
        """Claim that `name` was defined, but in words that could not be read; that has been told."""
        return any(self.reading.spoils(f"{section}.{name}") for section in _SECTIONS[kind])

    def names(self, kind: str, found: Any) -> tuple[str, ...]:
        """Give the ids that a list of names refers to, without those that are unknown."""
        names: dict[str, None] = {}
        for name in found or ():
            looked_up = self.name(kind, name)
            if looked_up in names:
                self.reading.problems.add(name.place, "step-twice", name=name.text)
            elif looked_up is not None:
                names[looked_up] = None
        return tuple(names)

    def condition(self, part: Part, field_name: str = "when") -> Condition | None:
        """Give the condition in a field, or None where there is none or it cannot be read.

        It may not ask for the interpretation: that changes weights, and nothing else.
        """
        found = self.weight_condition(part, field_name)
        if found is None or self.variable_ids.get(INTERPRETATION) not in variables_read(found.tree):
            return found
        word = _NAMED.search(found.source)
        place = _inside(part[field_name], word.start() if word else 0)
        self.reading.problems.add(place, "interpretation-elsewhere")
        return None

    def weight_condition(self, part: Part, field_name: str = "when") -> Condition | None:
        """Give the condition of a weight, or None where there is none or it cannot be read."""
        node = part[field_name]
        if node is MISSING or self.reading.spoils(f"{part.path}.{field_name}"):
            return None
        problems = self.reading.problems
        if node.kind != "scalar" or node.is_empty:
            problems.add(node.place, "condition-empty")
            return None
        try:
            return read_condition(node.text, self.variable_ids, self.variables)
        except ConditionError as error:
            if self._is_echo(error):
                return None
            place = _inside(node, error.offset)
            problems.add(place, error.code, nearest=error.hint, **error.values)
            return None

    def _is_echo(self, error: ConditionError) -> bool:
        """Claim that a condition fails only because what it names could not be read."""
        if error.code in ("unknown-step", "unknown-value"):
            variable = error.values["variable"]
            if variable == INTERPRETATION:
                return self.reading.spoils(f"interpretations.{error.values['name']}")
            return self.is_spoilt("variable", f"{variable}.steps")
        kind = {"unknown-variable": "variable", "unknown-side": "side"}.get(error.code)
        return kind is not None and self.is_spoilt(kind, str(error.values["name"]))

    def effects(self, part: Part) -> tuple[Effect, ...]:
        """Give the effects of a record, in the author's order."""
        node = part["effects"]
        if node is MISSING or node.is_empty:
            return ()
        if node.kind != "mapping":
            self.reading.problems.add(node.place, "effects-not-mapping")
            return ()
        read = (self._effect(key, key_node, value) for key, (key_node, value) in node.pairs.items())
        return tuple(effect for effect in read if effect is not None)

    def _effect(self, key: str, key_node: Node, value: Node) -> Effect | None:
        problems = self.reading.problems
        index = self.variable_ids.get(key)
        if index is None or self.variables[index].kind not in ("meter", "flag"):
            if self.is_spoilt("variable", key):
                return None
            known = [variable.id for variable in self.variables if variable.kind in ("meter", "flag")]
            problems.add(key_node.place, "unknown-variable", nearest=nearest(key, known), name=key[:80])
            return None
        variable = self.variables[index]
        if value.kind != "scalar" or value.is_empty:
            problems.add(value.place, "effect-empty", name=key)
            return None
        word = value.text
        if word[:1] in "+-" and word[1:].isdigit() and word[1:].isascii():
            return self._move(index, variable, word, value.place)
        if variable.is_yes_no:
            word = YES_NO.get(word.lower(), word)
        if word in variable.steps:
            return Effect(index, put=variable.steps.index(word), top=variable.top)
        self._wrong_word(variable, word, value.place)
        return None

    def _move(self, index: int, variable: Variable, word: str, place: Place) -> Effect | None:
        if variable.kind != "meter":
            self.reading.problems.add(place, "effect-moves-flag", name=variable.id, word=word)
            return None
        if self.is_spoilt("variable", f"{variable.id}.steps"):
            return None
        if len(word) > 3 or not 0 < abs(int(word)) <= variable.top:
            self.reading.problems.add(
                place, "effect-too-far", name=variable.id, word=word[:20], top=variable.top
            )
            return None
        return Effect(index, move=int(word), top=variable.top)

    def _wrong_word(self, variable: Variable, word: str, place: Place) -> None:
        if self.is_spoilt("variable", f"{variable.id}.steps"):
            return
        is_meter = variable.kind == "meter"
        hint = nearest(word, variable.steps)
        if is_meter and word.isascii() and word.isdigit() and int(word[:3]):
            hint = f"+{word[:3]}"
        if is_meter and word[:1] in _DASHES:
            hint = f"-{word[1:4]}"
        steps = ", ".join(variable.steps)
        code = "unknown-step" if is_meter else "unknown-value"
        values = {"name": word[:80], "variable": variable.id, "steps": steps}
        self.reading.problems.add(place, code, nearest=hint, **values)

    def moment(self, part: Part, field_name: str, zone: str | None) -> datetime | None:
        """Give the moment in a field, or None where there is none or it cannot be read."""
        node = part[field_name]
        if node is MISSING:
            return None
        if node.kind != "scalar" or node.is_empty:
            note_wrong(self.reading, node, "moment")
            return None
        text = node.text
        try:
            return read_moment(text, zone)
        except ValueError:
            code = "moment-wants-offset" if zone is None and is_moment(text) else "bad-moment"
            self.reading.problems.add(node.place, code, text=text[:40])
            return None


def _inside(node: Node, offset: int) -> Place:
    """Give the place `offset` letters into a scalar, where its letters stand as typed."""
    place = node.place
    if not node.is_one_line:
        return place
    return Place(place.file, place.line, place.column + offset + (0 if node.plain else 1))


def text(part: Part, name: str) -> Text:
    """Give the text of a required field; where it could not be read, an empty one."""
    found = part[name]
    return found if isinstance(found, Text) else Text(f"{part.path}.{name}", "", "")


def text_or_none(part: Part, name: str) -> Text | None:
    """Give the text of a field, or None."""
    found = part[name]
    return found if isinstance(found, Text) else None
