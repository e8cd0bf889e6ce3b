"""The scenario language: which keys there are, and the shape of each."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from game.scenario.model import CONFIDENCES, GRADES, LIKELIHOODS
from game.scenario.moment import is_date, is_zone, nearest_zone
from game.scenario.part import MISSING, Reading
from game.scenario.shape import (
    Choice,
    Id,
    Listed,
    Mapped,
    Raw,
    Record,
    Schema,
    Shape,
    Words,
    YesNo,
    optional,
    required,
)
from game.scenario.text import Text
from game.scenario.tree import Node

FORMAT = "1"
SHAPES = ("square", "triangle", "circle", "diamond")
DOCUMENT_KINDS = ("memo", "cable", "letter", "minutes", "sketch", "newspaper", "broadcast")
STATUSES = ("established", "disputed", "contradicted")
SOURCE_KINDS = ("primary", "secondary", "account")
NUMBER_LIMIT = 12
_WORDS = Words()
_MOVE = {"type": "string", "pattern": r"^[+-]\d{1,2}$"}


LEVELS = Record({"brief": required(_WORDS), "standard": required(_WORDS)})


class TextShape(Shape):
    """A text: a string, or a mapping of the levels `brief` and `standard`."""

    wants = "text-or-levels"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if node.kind != "mapping":
            words = _WORDS.read(node, path, reading)
            return MISSING if words is MISSING else Text(path, words, words)
        part = LEVELS.read(node, path, reading)
        brief, standard = part["brief"], part["standard"]
        if brief is MISSING or standard is MISSING:
            return MISSING
        return Text(path, standard, brief)

    def schema(self) -> Schema:
        levels = {"brief": _WORDS.schema(), "standard": _WORDS.schema()}
        return {"anyOf": [_WORDS.schema(), closed(levels, tuple(levels))]}


class DateShape(Shape):
    """A year, month, day or moment, or an interval of two."""

    wants = "date"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if node.kind != "scalar" or node.is_empty:
            return self._wrong(node, reading)
        if not is_date(node.text):
            reading.problems.add(node.place, "bad-date", text=node.text[:40])
            return MISSING
        return node.text

    def schema(self) -> Schema:
        end = rf"\d{{4}}(-\d{{2}}(-\d{{2}})?)?|{MOMENT_PATTERN}"
        written = {"type": "string", "pattern": f"^({end})(/({end}))?$"}
        return {"anyOf": [written, {"type": "integer", "minimum": 0, "maximum": 9999}]}


class ZoneShape(Shape):
    """An IANA time zone."""

    wants = "zone"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if node.kind != "scalar" or node.is_empty:
            return self._wrong(node, reading)
        if not is_zone(node.text):
            # Only a fault pays for the list of zones.
            hint = nearest_zone(node.text)
            reading.problems.add(node.place, "unknown-zone", nearest=hint, zone=node.text[:40])
            return MISSING
        return node.text

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1}


class NumberShape(Shape):
    """A non-negative number, exact: `3`, `0.25`."""

    wants = "number"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        text = node.text if node.kind == "scalar" else ""
        whole, dot, part = text.partition(".")
        is_number = whole.isascii() and whole.isdigit() and (part.isdigit() if dot else True)
        if not is_number or not part.isascii():
            return self._wrong(node, reading)
        if len(text) > NUMBER_LIMIT:
            reading.problems.add(node.place, "number-too-long", limit=NUMBER_LIMIT)
            return MISSING
        return Fraction(text)

    def schema(self) -> Schema:
        quoted = {"type": "string", "pattern": r"^\d+(\.\d+)?$", "maxLength": NUMBER_LIMIT}
        return {"anyOf": [{"type": "number", "minimum": 0}, quoted]}


class WholeShape(NumberShape):
    """A whole number that is not negative."""

    wants = "whole"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if node.kind == "scalar" and "." in node.text:
            return self._wrong(node, reading)
        return super().read(node, path, reading)

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\d+$"}]}


class FormatShape(Shape):
    """The version of the language."""

    wants = "format"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if node.kind != "scalar" or node.is_empty:
            return self._wrong(node, reading)
        if node.text != FORMAT:
            reading.problems.add(node.place, "unknown-format", nearest=FORMAT, given=node.text[:20])
            return MISSING
        return node.text

    def schema(self) -> Schema:
        return {"enum": [1, "1"]}


TEXT = TextShape()
CONDITION = Raw({"type": "string", "minLength": 1, "maxLength": LENGTH_LIMIT})
MOMENT = Raw({"type": "string", "pattern": f"^{MOMENT_PATTERN}$"})
_STEP = {"anyOf": [Id().schema(), YesNo().schema()]}
# an editor reads +1 as the number 1, so a move without its sign passes here and is told by `check`
_CHANGE = {"anyOf": [*_STEP["anyOf"], {"type": "integer", "not": {"const": 0}}, _MOVE]}
EFFECTS = Raw({"type": "object", "propertyNames": Id().schema(), "additionalProperties": _CHANGE})
IDS = Listed(Id(), or_one=True)
BEAT = Record({"when": optional(CONDITION), "text": required(TEXT)}, short="text")
BEATS = Listed(BEAT, least=1, or_one=True)

CLOCK = Record({"name": required(TEXT), "zone": required(ZoneShape())})
SIDE = Record(
    {
        "name": required(TEXT),
        "desk": required(TEXT),
        "leader": optional(TEXT),
        "briefing": optional(TEXT),
        "clock": optional(Id()),
        "shape": optional(Choice(SHAPES)),
        "playable": optional(YesNo()),
    }
)
PHASE = Record({"name": required(TEXT)})
POLE = Record({"name": required(TEXT), "meaning": optional(TEXT)}, short="name")
_STEP_COUNT = {"minItems": STEPS_LEAST, "maxItems": STEPS_MOST, "uniqueItems": True}
_STEP_TABLE = {"propertyNames": Id().schema(), "minProperties": STEPS_LEAST, "maxProperties": STEPS_MOST}
STEP_WORDS = Raw(
    {
        "anyOf": [
            {"type": "array", "items": Id().schema(), **_STEP_COUNT},
            {"type": "object", "additionalProperties": _WORDS.schema(), **_STEP_TABLE},
        ]
    }
)
METER = Record(
    {
        "low": required(POLE),
        "high": required(POLE),
        "steps": required(STEP_WORDS),
        "start": required(Id()),
        "shown-to": optional(IDS),
    }
)
FLAG = Record(
    {
        "start": required(Raw(_STEP)),
        "values": optional(Raw({"type": "array", "items": _STEP, "minItems": 2, "maxItems": 12})),
        "meaning": optional(TEXT),
    }
)
DIMENSION = Record(
    {
        "name": required(TEXT),
        "values": required(Mapped(TEXT, least=2)),
        "wanted": optional(Mapped(Id())),
    }
)
SOURCE = Record(
    {
        "title": required(TEXT),
        "author": optional(TEXT),
        "year": optional(DateShape()),
        "kind": required(Choice(SOURCE_KINDS)),
        "made": optional(DateShape()),
        "url": optional(_WORDS),
        "note": optional(TEXT),
    }
)
POSITION = Record({"at": required(DateShape()), "text": required(TEXT), "sources": required(IDS)})
PERSON = Record(
    {
        "name": required(TEXT),
        "role": required(TEXT),
        "side": optional(Id()),
        "positions": optional(Listed(POSITION)),
        "sources": optional(IDS),
    }
)
DOCUMENT = Record(
    {
        "kind": required(Choice(DOCUMENT_KINDS)),
        "title": required(TEXT),
        "from": optional(TEXT),
        "to": optional(TEXT),
        "sent": optional(DateShape()),
        "received": optional(DateShape()),
        "text": required(TEXT),
        "alt": optional(TEXT),
        "sources": required(IDS),
    }
)
TERM = Record(
    {
        "term": required(TEXT),
        "also": optional(Listed(TEXT, or_one=True)),
        "text": required(TEXT),
        "sources": optional(IDS),
    }
)
FACT = Record(
    {
        "at": required(DateShape()),
        "phase": optional(Id()),
        "text": required(TEXT),
        "status": required(Choice(STATUSES)),
        "confidence": required(Choice(CONFIDENCES)),
        "sources": required(Listed(Id(), least=1, or_one=True)),
        "dispute": optional(TEXT),
        "believed": optional(Mapped(TEXT)),
        "learned": optional(Mapped(DateShape())),
    }
)
DESK = Record({"document": required(Id()), "when": optional(CONDITION)}, short="document")
ADVISER = Record(
    {
        "person": required(Id()),
        "favours": optional(Id()),
        "says": required(TEXT),
        "forecast": optional(TEXT),
        "likelihood": optional(Choice(LIKELIHOODS)),
        "changes-mind": optional(TEXT),
        "sources": optional(IDS),
        "when": optional(CONDITION),
    }
)
WEIGHT = Record({"is": required(NumberShape()), "when": optional(CONDITION)}, short="is")
LATER = Record(
    {
        "at": optional(MOMENT),
        "after-hours": optional(NumberShape()),
        "effects": optional(EFFECTS),
        "text": optional(TEXT),
        "to": optional(IDS),
    }
)
SIGHTING = Record({"text": required(TEXT), "at": optional(MOMENT), "document": optional(Id())}, short="text")
CONSEQUENCE = Record(
    {
        "text": required(TEXT),
        "when": optional(CONDITION),
        "grade": optional(Choice(GRADES)),
        "likelihood": optional(Choice(LIKELIHOODS)),
        "confidence": optional(Choice(CONFIDENCES)),
        "sources": optional(IDS),
        "links": optional(WholeShape()),
        "mechanism": optional(TEXT),
        "against": optional(TEXT),
    },
    short="text",
)
BRANCH = Record({"to": required(Id()), "when": optional(CONDITION)}, short="to")
NEXT = Listed(BRANCH, least=1, or_one=True)
OPTION = Record(
    {
        "text": required(TEXT),
        "case": optional(TEXT),
        "order": optional(TEXT),
        "advocates": optional(IDS),
        "sources": optional(IDS),
        "when": optional(CONDITION),
        "weight": optional(Listed(WEIGHT, least=1, or_one=True)),
        "effects": optional(EFFECTS),
        "later": optional(Listed(LATER, or_one=True)),
        "sees": optional(Mapped(SIGHTING)),
        "consequence": optional(Listed(CONSEQUENCE, or_one=True)),
        "next": optional(NEXT),
    }
)
HISTORICAL = Record(
    {"choice": required(Listed(Id(), least=1, or_one=True)), "why": required(TEXT), "sources": optional(IDS)}
)
DECISION = Record(
    {
        "phase": optional(Id()),
        "at": required(MOMENT),
        "side": required(Id()),
        "place": optional(TEXT),
        "title": required(TEXT),
        "situation": required(BEATS),
        "documents": optional(Listed(DESK, or_one=True)),
        "advisers": optional(Listed(ADVISER)),
        "options": required(Mapped(OPTION, least=2, most=6)),
        "next": optional(NEXT),
        "historical": required(HISTORICAL),
    }
)
DIMENSION_VALUE = Record({"is": required(Id()), "when": optional(CONDITION)}, short="is")
ENDING = Record(
    {
        "title": required(TEXT),
        "at": optional(MOMENT),
        "text": required(BEATS),
        "values": optional(Mapped(Listed(DIMENSION_VALUE, least=1, or_one=True))),
        "grade": optional(Choice(GRADES)),
        "sources": optional(IDS),
        "war": optional(YesNo()),
    }
)
RECORD = Record({"ending": required(Id()), "text": optional(TEXT), "sources": optional(IDS)})
SCENARIO = Record(
    {
        "format": required(FormatShape()),
        "id": required(Id()),
        "title": required(TEXT),
        "summary": optional(TEXT),
        "introduction": optional(TEXT),
        "start": optional(Id()),
        "clocks": optional(Mapped(CLOCK, most=4)),
        "sides": required(Mapped(SIDE, least=1, most=8)),
        "phases": optional(Mapped(PHASE)),
        "meters": optional(Mapped(METER, most=12)),
        "flags": optional(Mapped(FLAG, most=200)),
        "dimensions": optional(Mapped(DIMENSION)),
        "decisions": required(Mapped(DECISION, least=1, most=500)),
        "endings": required(Mapped(ENDING, least=1, most=200)),
        "record": required(RECORD),
        "people": optional(Mapped(PERSON)),
        "documents": optional(Mapped(DOCUMENT)),
        "glossary": optional(Mapped(TERM)),
        "facts": optional(Mapped(FACT)),
        "sources": optional(Mapped(SOURCE)),
    }
)
