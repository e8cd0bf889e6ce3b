"""Shapes of what is kept as nodes, and read where more is known: conditions, hours, effects and steps."""

from __future__ import annotations

from game.scenario.condition import LENGTH_LIMIT
from game.scenario.moment import MOMENT_PATTERN
from game.scenario.shape import Id, Raw, Words, YesNo

STEPS_LEAST, STEPS_MOST = 5, 9

_ID = Id().schema()
_MOVE = {"type": "string", "pattern": r"^[+-]\d{1,2}$"}
_STEP = {"anyOf": [_ID, YesNo().schema()]}
_MANY_STEPS = {"type": "array", "items": _STEP, "minItems": 1}
_STEP_COUNT = {"minItems": STEPS_LEAST, "maxItems": STEPS_MOST, "uniqueItems": True}
_STEP_TABLE = {"propertyNames": _ID, "minProperties": STEPS_LEAST, "maxProperties": STEPS_MOST}
# an editor reads +1 as the number 1, so a move without its sign passes here and is told by `check`
_CHANGE = {"anyOf": [_ID, YesNo().schema(), {"type": "integer", "not": {"const": 0}}, _MOVE]}

CONDITION = Raw({"type": "string", "minLength": 1, "maxLength": LENGTH_LIMIT})
MOMENT = Raw({"type": "string", "pattern": f"^{MOMENT_PATTERN}$"})
EFFECTS = Raw({"type": "object", "propertyNames": _ID, "additionalProperties": _CHANGE})
STEP_WORDS = Raw(
    {
        "anyOf": [
            {"type": "array", "items": _ID, **_STEP_COUNT},
            {"type": "object", "additionalProperties": Words().schema(), **_STEP_TABLE},
        ]
    }
)
FLAG_START = Raw(_STEP)
FLAG_VALUES = Raw({"type": "array", "items": _STEP, "minItems": 2, "maxItems": 12, "uniqueItems": True})
EXPECTED = Raw({"anyOf": [_STEP, _MANY_STEPS]})
CHOICES = Raw(
    {
        "anyOf": [
            {"type": "array", "items": _STEP},
            {"type": "object", "propertyNames": _ID, "additionalProperties": _STEP},
        ]
    }
)
