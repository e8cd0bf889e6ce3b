"""Shapes: what a value in a scenario file may look like, as reader and as JSON Schema.

A shape turns a node into a value and notes every fault with its place; it never stops at the first.
A value that cannot be read is `MISSING`, and whoever needs it goes on without. From the same shapes
comes the JSON Schema by which an editor completes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.scenario.condition import YES_NO
from game.scenario.part import MISSING, Name, Part, Reading
from game.scenario.problem import nearest
from game.scenario.tree import Node

ID_PATTERN = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)
TEXT_LIMIT = 8_000
ID_LIMIT = 60
STRANGE_LIMIT = 2


Schema = dict[str, Any]


class Shape:
    """What a node must look like."""

    wants = "value"  # a key of the sentences `check.wants.<wants>`

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        """Give the node's value, or MISSING with the problem noted."""
        raise NotImplementedError

    def schema(self) -> Schema:
        """Give the JSON Schema of a shape that holds no other; `json_schema` makes those of the rest."""
        raise NotImplementedError

    def _wrong(self, node: Node, reading: Reading) -> Any:
        note_wrong(reading, node, self.wants)
        return MISSING


def note_wrong(reading: Reading, node: Node, wants: str) -> None:
    """Note that `node` is not what is wanted here."""
    if node.kind != "scalar":
        reading.problems.add(node.place, "wrong-type", wants=wants, found=node.kind)
    elif not node.text.strip():
        reading.problems.add(node.place, "empty-value", wants=wants)
    else:
        reading.problems.add(node.place, "wrong-value", wants=wants, word=node.text[:40])


class Words(Shape):
    """A non-empty string."""

    wants = "text"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if node.kind != "scalar" or not node.text.strip():
            return self._wrong(node, reading)
        if len(node.text) > TEXT_LIMIT:
            reading.problems.add(node.place, "text-too-long", limit=TEXT_LIMIT)
            return MISSING
        return node.text.strip()

    def schema(self) -> Schema:
        return {
            "anyOf": [
                {"type": "string", "pattern": r"\S", "maxLength": TEXT_LIMIT},
                {"type": ["number", "boolean"]},  # an editor reads 1890 and true so; here they are words
            ]
        }


@dataclass(frozen=True, slots=True)
class Choice(Shape):
    """One of a few words."""

    options: tuple[str, ...]
    wants = "choice"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if node.kind != "scalar" or node.is_empty:
            return self._wrong(node, reading)
        if node.text not in self.options:
            hint = nearest(node.text, self.options)
            listed = ", ".join(self.options)
            reading.problems.add(node.place, "unknown-word", nearest=hint, word=node.text, known=listed)
            return MISSING
        return node.text

    def schema(self) -> Schema:
        return {"enum": list(self.options)}


class YesNo(Shape):
    """`yes` or `no`, as YAML 1.1 and 1.2 write them."""

    wants = "yes-no"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        word = YES_NO.get(node.text.lower()) if node.kind == "scalar" else None
        if word is None:
            return self._wrong(node, reading)
        return word == "yes"

    def schema(self) -> Schema:
        words = "|".join("".join(f"[{c.upper()}{c}]" for c in word) for word in YES_NO)
        spelt = {"type": "string", "pattern": f"^({words})$"}
        return {"anyOf": [{"enum": ["yes", "no"]}, {"type": "boolean"}, spelt]}


class Id(Shape):
    """The id of something defined here or elsewhere, as a `Name`."""

    wants = "id"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if node.kind != "scalar" or node.is_empty:
            return self._wrong(node, reading)
        if not is_id(node.text):
            reading.problems.add(node.place, "bad-id", nearest=suggest_id(node.text), id=node.text[:80])
            return MISSING
        return Name(node.text, node.place)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": ID_LIMIT}


def is_id(text: str) -> bool:
    """Claim that `text` is lowercase ASCII words joined by hyphens."""
    return len(text) <= ID_LIMIT and _ID.fullmatch(text) is not None


def suggest_id(text: str) -> str | None:
    """Give the id that `text` was probably meant to be."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    suggestion = "-".join(words)[:ID_LIMIT].rstrip("-")
    return suggestion if is_id(suggestion) else None


class Raw(Shape):
    """A node kept as it is, to be read where more is known."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        return node

    def schema(self) -> Schema:
        return self._schema


@dataclass(frozen=True, slots=True)
class Listed(Shape):
    """A list of `item`; with `or_one`, a single item counts as a list of one."""

    item: Shape
    least: int = 0
    most: int = 500
    or_one: bool = False
    wants = "list"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if node.kind != "sequence":
            if self.or_one and not node.is_empty:
                value = self.item.read(node, path, reading)
                return MISSING if value is MISSING else (value,)
            return self._wrong(node, reading)
        if not self.least <= len(node.items) <= self.most:
            _note_count(reading, node, len(node.items), (self.least, self.most))
        if len(node.items) < self.least:
            return MISSING
        values = []
        for number, item in enumerate(node.items[: self.most]):
            inner = f"{path}.{number}"
            reading.places[inner] = item.place
            values.append(self.item.read(item, inner, reading))
            if values[-1] is MISSING:
                reading.spoilt.add(inner)
        return tuple(value for value in values if value is not MISSING)


def _note_count(reading: Reading, node: Node, count: int, limits: tuple[int, int]) -> None:
    least, most = limits
    reading.problems.add(node.place, "wrong-count", count=count, least=least, most=most)


@dataclass(frozen=True, slots=True)
class Mapped(Shape):
    """A mapping from ids of the author's making to `item`, in the author's order."""

    item: Shape
    least: int = 0
    most: int = 2_000
    wants = "ids"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if node.kind != "mapping":
            return self._wrong(node, reading)
        count = len(node.pairs) + node.repeat_count
        if not self.least <= count <= self.most:
            _note_count(reading, node, count, (self.least, self.most))
        found = {}
        # What is over the limit is not read: later looks into the table may cost its square.
        for key, (key_node, value) in list(node.pairs.items())[: self.most]:
            name = key if is_id(key) else _mended(key, key_node, node, reading)
            inner = f"{path}.{name}" if path else name
            reading.places[inner] = key_node.place
            item = self.item.read(value, inner, reading)
            if item is not MISSING:
                found[name] = item
            else:
                reading.spoilt.add(inner)
        return found


def _mended(key: str, key_node: Node, node: Node, reading: Reading) -> str:
    """Note a key that is no id; give the id it was meant to be, so that references to that are good."""
    meant = suggest_id(key)
    reading.problems.add(key_node.place, "bad-id", nearest=meant, id=key[:80])
    return meant if meant is not None and meant not in node.pairs else f"?{len(reading.places)}"


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record: its shape, and whether it must be there."""

    shape: Shape
    is_required: bool = False


def required(shape: Shape) -> Field:
    """Make a field that must be there."""
    return Field(shape, True)


def optional(shape: Shape) -> Field:
    """Make a field that may be left out."""
    return Field(shape)


def closed(properties: Mapping[str, Schema], wanted: Sequence[str]) -> Schema:
    """Make the schema of a mapping with these keys and no others, of which `wanted` must be there."""
    return {
        "type": "object",
        "properties": dict(properties),
        "additionalProperties": False,
        "required": list(wanted),
    }


@dataclass(frozen=True, slots=True)
class Record(Shape):
    """A mapping with known keys. With `short`, a scalar stands for a record of that one field."""

    fields: Mapping[str, Field]
    short: str | None = None
    wants = "keys"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if self.short is not None and (node.kind == "scalar" or _has_levels(node)) and not node.is_empty:
            value = self.fields[self.short].shape.read(node, path, reading)
            return MISSING if value is MISSING else Part(path, node, {self.short: value})
        if node.kind != "mapping":
            return self._wrong(node, reading)
        strange = [
            key_node
            for key, (key_node, value) in node.pairs.items()
            if key not in self.fields and not _has_no_colon(key_node, value)
        ]
        if len(strange) > max(STRANGE_LIMIT, len(node.pairs) - len(strange)) and path:
            self._note_strange(reading, strange, path)
            return MISSING
        values = dict(self._values(node, path, reading))
        for name, wanted in self.fields.items():
            if wanted.is_required and name not in node.pairs:
                inner = f"{path}.{name}" if path else name
                if inner not in reading.spoilt:
                    reading.spoilt.add(inner)
                    self._note_missing(reading, node, name, path)
        return Part(path, node, values)

    def _note_strange(self, reading: Reading, strange: list[Node], path: str) -> None:
        """Note once that a block holds the keys of something else."""
        keys = ", ".join(key.text[:ID_LIMIT] for key in strange[:6])
        known = ", ".join(self.fields)
        reading.problems.add(strange[0].place, "unknown-keys", keys=keys, of=path, known=known)

    def _note_missing(self, reading: Reading, node: Node, name: str, path: str) -> None:
        if path:
            reading.problems.add(node.place, "missing-key", key=name, of=path)
        else:
            reading.problems.add(node.place, "missing-section", key=name)

    def _values(self, node: Node, path: str, reading: Reading) -> Iterator[tuple[str, Any]]:
        before = path
        for key, (key_node, value) in node.pairs.items():
            wanted = self.fields.get(key)
            if wanted is None and _has_no_colon(key_node, value):
                # `{text:Open it}`: without a space the colon is a letter of the key
                code = "yaml-no-colon" if ":" in key else "comma-in-text"
                reading.problems.add(key_node.place, code, key=key[:80])
                reading.spoilt.update({before, f"{path}.{key.partition(':')[0]}"})
                continue
            if wanted is None:
                hint = nearest(key, self.fields)
                known = ", ".join(self.fields)
                reading.problems.add(key_node.place, "unknown-key", nearest=hint, key=key[:80], known=known)
                if hint is not None and hint not in node.pairs:
                    reading.spoilt.add(f"{path}.{hint}" if path else hint)
                continue
            inner = f"{path}.{key}" if path else key
            reading.places[inner] = key_node.place
            before = inner
            item = wanted.shape.read(value, inner, reading)
            if item is MISSING:
                reading.spoilt.add(inner)
            yield key, item


def _has_no_colon(key: Node, value: Node) -> bool:
    """Claim that `key` is what follows a comma inside `{ }`: the rest of a text without quotes."""
    return value.is_empty and value.place.column <= key.place.column + len(key.text)


def _has_levels(node: Node) -> bool:
    """Claim that `node` is a text of two levels, where a text may stand for a record."""
    return bool(node.pairs.keys() & {"brief", "standard"})
