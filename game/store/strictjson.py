"""JSON that somebody else may have written: bounded, and without what only Python understands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, NoReturn

_DEPTH_LIMIT = 40
_MARKS = re.compile(r'\\.|["\[\]{}]', re.DOTALL)


def parse(text: str) -> Any:
    """Give the value of `text`.

    Raises ValueError also for what `json` would let through or fall over: nesting deeper than 40, a
    key given twice, NaN and Infinity, numbers of thousands of digits, half a surrogate pair.
    """
    if _depth(text) > _DEPTH_LIMIT:
        raise ValueError("nested too deeply")
    value = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_mapping)
    json.dumps(value, ensure_ascii=False, allow_nan=False).encode()  # 1e999 is Infinity by another name
    return value


def _depth(text: str) -> int:
    """Count the deepest nesting, and stop counting just past the limit."""
    depth = deepest = 0
    is_quoted = False
    for mark in _MARKS.finditer(text):
        if mark[0] == '"':
            is_quoted = not is_quoted
        elif not is_quoted and mark[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
            if deepest > _DEPTH_LIMIT:
                break
        elif not is_quoted and mark[0] in "]}":
            depth -= 1
    return deepest


def _mapping(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for key, value in pairs:
        if key in mapping:
            raise ValueError(f"the key {key!r} is given twice")
        mapping[key] = value
    return mapping


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
