"""Shapes of what stands in one line: dates, time zones, numbers, and the version of the language."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from game.scenario.chart import Point
from game.scenario.moment import MOMENT_PATTERN, is_date, is_zone, nearest_zone
from game.scenario.part import MISSING, Reading
from game.scenario.shape import Schema, Shape
from game.scenario.tree import Node

FORMAT = "1"
NUMBER_LIMIT = 12
_PART = r"(?:\.\d{1,4})?"
_NORTH, _EAST = rf"90|[1-8]?\d{_PART}", rf"180|(?:1[0-7]\d|[1-9]?\d){_PART}"
POINT_PATTERN = f"({_NORTH})([NS]) +({_EAST})([EW])"
_POINT = re.compile(POINT_PATTERN)


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


class PointShape(Shape):
    """A point of the globe as sailors write it: `23.13N 82.38W`, in degrees."""

    wants = "point"

    def read(self, node: Node, path: str, reading: Reading) -> Any:
        found = _POINT.fullmatch(node.text) if node.kind == "scalar" else None
        if found is None:
            return self._wrong(node, reading)
        north, east = float(found[1]), float(found[3])
        return Point(-north if found[2] == "S" else north, -east if found[4] == "W" else east)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{POINT_PATTERN}$"}


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
