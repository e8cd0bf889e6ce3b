"""Font files that are looked at before they are opened: the library dies of a file that is no font."""

from __future__ import annotations

import struct
from pathlib import Path

from game.store import disk
from game.store.errors import StoreError, told_as
from game.store.places import asset

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_HEAD, _TABLE = struct.Struct(">4sH6x"), struct.Struct(">8xII")  # a table: name and sum, offset, length
_MOST_TABLES = 64


def font_file(name: str) -> Path:
    """Give the shipped font `name`, such as `fonts/Plain.ttf`. Raises StoreError where it is gone or cut."""
    path = asset(name)
    with told_as("read", path):
        size = path.stat().st_size
        head = disk.read_up_to(path, _HEAD.size + _MOST_TABLES * _TABLE.size - 1)
    if not _is_whole(head, size):
        raise StoreError("store.font-damaged", path=path)
    return path


def _is_whole(head: bytes, size: int) -> bool:
    """Claim that this is the beginning of a font of `size` bytes that holds all its tables."""
    if len(head) < _HEAD.size:
        return False
    kind, count = _HEAD.unpack_from(head)
    if kind not in _KINDS or not 0 < count <= _MOST_TABLES or len(head) < _HEAD.size + count * _TABLE.size:
        return False
    tables = (_TABLE.unpack_from(head, _HEAD.size + i * _TABLE.size) for i in range(count))
    return all(offset + length <= size for offset, length in tables)
