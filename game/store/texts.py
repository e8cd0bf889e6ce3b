"""Texts that somebody names on the command line: a transcript to read, a report to write."""

from __future__ import annotations

import os
from pathlib import Path

from game.store import disk
from game.store.errors import StoreError, told_as
from game.store.places import reports_folder

_SIZE_LIMIT = 5_000_000


def read_text(path: Path) -> str:
    """Give the text at `path`, UTF-8 with or without its mark. Raises StoreError."""
    with told_as("read", path):
        raw = disk.read_up_to(path, _SIZE_LIMIT)
    return decode(path, raw, _SIZE_LIMIT)


def decode(path: Path, raw: bytes, limit: int) -> str:
    """Give the text of `raw`, read from `path`. Raises StoreError: longer than `limit` bytes, not UTF-8."""
    if len(raw) > limit:
        raise StoreError("store.text-too-large", path=path, limit=limit)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StoreError("store.not-utf8", path=path, position=error.start + 1) from error


def write_report(name: str, text: str) -> Path:
    """Write a page among the reports, under the first number that is free, and give its path.

    Raises StoreError.
    """
    folder = reports_folder()
    number = 1
    with told_as("write", folder):
        while (path := folder / f"{name}-{number}.html").exists():
            number += 1
    write_text(path, text)
    return path


def write_text(path: Path, text: str) -> None:
    """Write `text` as `path`, whole or not at all, over what was there. Raises StoreError.

    A link is followed, and a pipe or a device (`/dev/stdout`) is written to rather than replaced.
    """
    with told_as("write", path):
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")
        else:
            disk.replace_file(Path(os.path.realpath(path)), text.encode())
