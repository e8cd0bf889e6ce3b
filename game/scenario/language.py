"""The scenario language: which keys there are, and the shape of each."""

from __future__ import annotations

from typing import Any

from game.scenario.chart import MARK_KINDS, POSITIONS
from game.scenario.model import CONFIDENCES, GRADES, LIKELIHOODS
from game.scenario.part import MISSING, Reading
from game.scenario.raw import (
    CHOICES,
    CONDITION,
    EFFECTS,
    EXPECTED,
    FLAG_START,
    FLAG_VALUES,
    MOMENT,
    STEP_WORDS,
)
from game.scenario.scalars import DateShape, FormatShape, NumberShape, PointShape, WholeShape, ZoneShape
from game.scenario.shape import (
    Choice,
    Id,
    Listed,
    Mapped,
    Record,
    Schema,
    Shape,
    Words,
    YesNo,
    closed,
    optional,
    required,
)
from game.scenario.text import Text
from game.scenario.tree import Node

SHAPES = ("square", "triangle", "circle", "diamond")
DOCUMENT_KINDS = ("memo", "cable", "letter", "minutes", "sketch", "newspaper", "broadcast")
STATUSES = ("established", "disputed", "contradicted")
RESTS = ("record", "first", "weights")
SOURCE_KINDS = ("primary", "secondary", "account")
_WORDS = Words()


class TextShape(Shape):
    """A text: a string, or a mapping of the levels `brief` and `standard`."""

    wants = "text-or-levels"
    _levels = Record({"brief": required(_WORDS), "standard": required(_WORDS)})

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        if node.kind != "mapping":
            words = _WORDS.read(node, path, reading)
            return MISSING if words is MISSING else Text(path, words, words)
        part = self._levels.read(node, path, reading)
        if part is MISSING:
            return MISSING
        brief, standard = part["brief"], part["standard"]
        if brief is MISSING or standard is MISSING:
            return MISSING
        return Text(path, standard, brief)

    def schema(self) -> Schema:
        levels = {"brief": _WORDS.schema(), "standard": _WORDS.schema()}
        return {"anyOf": [_WORDS.schema(), closed(levels, tuple(levels))]}


TEXT = TextShape()
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
        "start": required(FLAG_START),
        "values": optional(FLAG_VALUES),
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
SIGHTING = Record(
    {
        "text": required(TEXT),
        "at": optional(MOMENT),
        "document": optional(Id()),
        "foreseen": optional(YesNo()),
    },
    short="text",
)
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
CUT = Record(
    {
        "name": required(TEXT),
        "minutes": required(WholeShape()),
        "asked": required(Mapped(IDS, least=1, most=8)),
    }
)
INTERPRETATION = Record({"name": required(TEXT), "text": required(TEXT), "sources": optional(IDS)})
ACCOUNT = Record(
    {
        "name": required(TEXT),
        "what": required(TEXT),
        "made": optional(DateShape()),
        "gain": optional(TEXT),
        "sources": required(Listed(Id(), least=1, or_one=True)),
    }
)
TELLING = Record({"account": required(Id()), "says": required(TEXT), "agree": optional(IDS)})
ANSWER = Record(
    {
        "supports": required(Listed(Id(), least=1, or_one=True)),
        "status": required(Choice(STATUSES)),
        "why": required(TEXT),
        "sources": required(Listed(Id(), least=1, or_one=True)),
    }
)
SOURCE_CHECK = Record(
    {
        "question": required(TEXT),
        "at": required(Listed(Id(), least=1, or_one=True)),
        "happened": required(DateShape()),
        "accounts": required(Listed(TELLING, least=2, most=3)),
        "accepted": required(TEXT),
        "settle": required(TEXT),
        "answer": required(ANSWER),
    }
)
ASSUMPTION = Record(
    {
        "name": required(TEXT),
        "text": required(TEXT),
        "counter": required(TEXT),
        "sources": required(Listed(Id(), least=1, or_one=True)),
        "decisions": optional(IDS),
        "options": optional(Mapped(IDS)),
        "meters": optional(IDS),
        "weights": optional(IDS),
    }
)
CHART = Record({"name": required(TEXT), "centre": required(PointShape()), "reach-km": required(WholeShape())})
MAP_MARK = Record(
    {
        "kind": required(Choice(MARK_KINDS)),
        "side": optional(Id()),
        "points": required(Listed(PointShape(), least=1, most=100, or_one=True)),
        "radius-km": optional(WholeShape()),
        "arc": optional(Listed(WholeShape(), least=2, most=2)),
        "label": required(TEXT),
        "text": required(TEXT),
        "position": optional(Choice(POSITIONS)),
        "from": optional(MOMENT),
        "until": optional(MOMENT),
        "learned": optional(Mapped(MOMENT)),
        "when": optional(CONDITION),
        "shown-to": optional(IDS),
        "sources": optional(IDS),
    }
)
MAP = Record(
    {
        **CHART.fields,
        "insets": optional(Mapped(CHART, most=4)),
        "marks": required(Mapped(MAP_MARK, least=1, most=200)),
    }
)
SILENCE = Record({"code": required(Id()), "at": optional(_WORDS), "reason": required(_WORDS)})
SHOWN = Record({"text": required(_WORDS), "to": optional(IDS)}, short="text")
EXPECT = Record(
    {
        "ending": optional(Id()),
        "flags": optional(Mapped(EXPECTED)),
        "meters": optional(Mapped(EXPECTED)),
        "shown": optional(Listed(SHOWN, or_one=True)),
        "not-shown": optional(Listed(SHOWN, or_one=True)),
    }
)
PLAY_TEST = Record(
    {
        "choices": optional(CHOICES),
        "rest": optional(Choice(RESTS)),
        "players": optional(IDS),
        "expect": required(EXPECT),
    }
)
PROPERTY = Record(
    {
        "always": optional(CONDITION),
        "sometimes": optional(CONDITION),
        "eventually": optional(CONDITION),
        "at": optional(IDS),
    }
)
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
        "map": optional(MAP),
        "cuts": optional(Mapped(CUT, most=6)),
        "interpretations": optional(Mapped(INTERPRETATION, least=2, most=6)),
        "accounts": optional(Mapped(ACCOUNT, most=100)),
        "source-checks": optional(Mapped(SOURCE_CHECK, most=40)),
        "assumptions": optional(Mapped(ASSUMPTION, most=12)),
        "tests": optional(Mapped(PLAY_TEST, most=200)),
        "properties": optional(Mapped(PROPERTY, most=50)),
        "silence": optional(Listed(SILENCE)),
    }
)
