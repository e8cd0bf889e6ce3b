"""What a player has set once: a small JSON file that may break without stopping the game."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.store import disk, strictjson
from game.store.errors import refused, told_as
from game.store.places import home

_SIZE_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class SettingsRead:
    """The settings that could be read, and where a file that could not is kept."""

    values: Mapping[str, Any]
    kept_aside: Path | None = None


def settings_path() -> Path:
    """Give where the settings lie."""
    return home() / "settings.json"


def read_settings() -> SettingsRead:
    """Give the settings; none where there is no file.

    A broken file is renamed, so that the next start does not meet it again, and named in the answer.
    Raises StoreError where the disk refuses: the game can go on without.
    """
    path = settings_path()
    try:
        raw = disk.read_up_to(path, _SIZE_LIMIT)
    except FileNotFoundError:
        return SettingsRead({})
    except OSError as error:
        raise refused("read", path, error) from error
    values = _parse(raw)
    if values is not None:
        return SettingsRead(values)
    with told_as("write", path):
        return SettingsRead({}, kept_aside=disk.set_aside(path, "damaged"))


def write_settings(values: Mapping[str, Any]) -> None:
    """Keep `values` as the settings; a broken file is kept aside first. Raises StoreError."""
    read_settings()
    content = json.dumps(dict(values), ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True)
    path = settings_path()
    with told_as("write", path):
        disk.replace_file(path, content.encode() + b"\n")


def _parse(raw: bytes) -> Mapping[str, Any] | None:
    if len(raw) > _SIZE_LIMIT:
        return None
    try:
        values = strictjson.parse(raw.decode("utf-8-sig"))
    except ValueError:
        return None
    return values if isinstance(values, dict) else None
