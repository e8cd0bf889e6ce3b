"""Endings that were met: a small file for each and for who sat there, written once.

No file is ever changed by a second game, and two folders are merged by copying one over the other.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from game.store import disk, strictjson
from game.store.errors import told_as
from game.store.names import file_name
from game.store.places import home

_SIZE_LIMIT = 10_000
_COUNT_LIMIT = 2_000  # files of one scenario; more are not read


@dataclass(frozen=True, slots=True)
class Met:
    """An ending that was met, the sides at which people sat, and the day it was met first by them."""

    ending: str
    sides: tuple[str, ...]
    first: date


def write_met(scenario_id: str, ending: str, sides: tuple[str, ...]) -> None:
    """Keep that an ending was met today, unless it was before. Raises StoreError.

    A file that cannot be read is renamed to `<name>.damaged-1` and written anew.
    """
    path = _folder(scenario_id) / f"{file_name(ending)}.{file_name(' '.join(sorted(sides)))}.json"
    with told_as("write", path):
        if _read(path) is not None:
            return
        if path.is_file():
            disk.set_aside(path, "damaged")
        today = datetime.now(UTC).astimezone().date()
        told = {"ending": ending, "sides": sorted(sides), "first": today.isoformat()}
        disk.replace_file(path, json.dumps(told, ensure_ascii=False).encode() + b"\n")


def read_met(scenario_id: str) -> tuple[Met, ...]:
    """Give the endings that were met, the first met first. What cannot be read is kept aside and left out."""
    found = []
    with suppress(OSError):
        for path in sorted(_folder(scenario_id).glob("*.json"))[:_COUNT_LIMIT]:
            met = _read(path)
            if met is not None:
                found.append(met)
            elif path.is_file():
                disk.set_aside(path, "damaged")
    return tuple(sorted(found, key=lambda met: (met.first, met.ending, met.sides)))


def _folder(scenario_id: str) -> Path:
    return home() / "endings" / file_name(scenario_id)


def _read(path: Path) -> Met | None:
    """Give what a file tells, or None where there is none or it is not one of ours."""
    try:
        raw = disk.read_up_to(path, _SIZE_LIMIT)
        told = strictjson.parse(raw.decode() if len(raw) <= _SIZE_LIMIT else "")
        ending, sides, first = told["ending"], told["sides"], date.fromisoformat(told["first"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(ending, str) or not isinstance(sides, list):
        return None
    return Met(ending, tuple(side for side in sides if isinstance(side, str)), first)
