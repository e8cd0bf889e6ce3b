"""The JSON Schema of the language, draft 2020-12, by which an editor completes and marks.

What a schema can tell is the shape of each value. Ids that refer to something, the order of hours and
everything that only the whole scenario shows are for the checker. An editor reads `1890`, `true` and `+1`
as numbers and a boolean, by the core schema of YAML 1.2, so those pass wherever an author may write them.
"""

from __future__ import annotations

from game.messages import Words
from game.scenario import language
from game.scenario.model import CHANCE
from game.scenario.shape import ID_LIMIT, ID_PATTERN, Id, Listed, Mapped, Record, Schema, Shape, closed

DRAFT = "https://json-schema.org/draft/2020-12/schema"
ADDRESS = "urn:watershed:schema:format-1:"
_NAMES = {
    id(shape): name.lower().replace("_", "-")
    for name, shape in vars(language).items()
    if isinstance(shape, Record)
}
_ID = f"^{ID_PATTERN}$"


def whole_schema(words: Words) -> Schema:
    """Give the schema of a scenario in one file."""
    wanted = tuple(name for name, key in language.SCENARIO.fields.items() if key.is_required)
    return _schema(words, "whole", wanted)


def part_schema(words: Words) -> Schema:
    """Give the schema of one file of a folder: it may hold any of the keys, and must hold none."""
    return _schema(words, "part", ())


def _schema(words: Words, which: str, wanted: tuple[str, ...]) -> Schema:
    writer = _Writer(words)
    body = closed(writer.keys(language.SCENARIO), wanted)
    return {
        "$schema": DRAFT,
        "$id": f"{ADDRESS}{which}",
        "title": words(f"schema.title-{which}"),
        **body,
        "minProperties": 1,
        "$defs": dict(sorted(writer.definitions.items())),
    }


class _Writer:
    """Writes shapes; records that have a name in the language stand once, in `definitions`."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.definitions: dict[str, Schema] = {}

    def keys(self, record: Record) -> dict[str, Schema]:
        """Give the schema of each key of `record`, with what the key means."""
        name = _NAMES[id(record)]
        return {
            key: {**self.shape(field.shape), "description": self._words(f"schema.{name}.{key}")}
            for key, field in record.fields.items()
        }

    def shape(self, shape: Shape) -> Schema:
        """Give the schema of one shape."""
        match shape:
            case Record():
                return self._record(shape)
            case Listed():
                return self._listed(shape)
            case Mapped():
                return self._mapped(shape)
            case language.TextShape():
                return self._named("text", shape.schema())
            case _:
                return shape.schema()

    def _named(self, name: str, schema: Schema) -> Schema:
        self.definitions.setdefault(name, schema)
        return {"$ref": f"#/$defs/{name}"}

    def _record(self, record: Record) -> Schema:
        name = _NAMES[id(record)]
        if name not in self.definitions:
            wanted = [key for key, field in record.fields.items() if field.is_required]
            schema = {**closed(self.keys(record), wanted), **_TOGETHER.get(name, {})}
            if record.short is not None:
                schema = {"anyOf": [self.shape(record.fields[record.short].shape), schema]}
            self.definitions[name] = schema
        return {"$ref": f"#/$defs/{name}"}

    def _listed(self, listed: Listed) -> Schema:
        item = self.shape(listed.item)
        many: Schema = {"type": "array", "items": item, "minItems": listed.least, "maxItems": listed.most}
        if isinstance(listed.item, Id):
            many["uniqueItems"] = True
        return {"anyOf": [item, many]} if listed.or_one else many

    def _mapped(self, mapped: Mapped) -> Schema:
        names: Schema = {"pattern": _ID, "maxLength": ID_LIMIT}
        if mapped.item is language.OPTION:
            names["not"] = {"const": "none"}
        if mapped.item is language.SIDE:
            names["not"] = {"const": CHANCE}
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": self.shape(mapped.item),
            "minProperties": mapped.least,
            "maxProperties": mapped.most,
        }


def _if_then(key: str, value: str, wanted: str) -> Schema:
    """Make the rule that `wanted` must be there where `key` is `value`."""
    return {
        "if": {"properties": {key: {"const": value}}, "required": [key]},
        "then": {"required": [wanted]},
    }


# what a record's keys must be together, beyond each being there
_TOGETHER: dict[str, Schema] = {
    "fact": _if_then("status", "disputed", "dispute"),
    "document": _if_then("kind", "sketch", "alt"),
    "later": {"oneOf": [{"required": ["at"]}, {"required": ["after-hours"]}]},
    "property": {"oneOf": [{"required": [kind]} for kind in ("always", "sometimes", "eventually")]},
}
