"""Pictures beside saves: small PNGs, written whole; a missing, damaged or foreign one is no picture."""

from __future__ import annotations

import zlib
from pathlib import Path

from game.store import disk
from game.store.errors import told_as

SIZE_LIMIT = 300_000  # bytes; ours have about 20,000
SIDE_LIMIT = 640  # pixels, so that no picture unpacks to more than 1.6 MB
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = (2, 6)  # PNG's numbers for red-green-blue, without and with opacity


def picture_path(save: Path) -> Path:
    """Give where the picture of the save at this path lies."""
    return save.with_name(f"{save.name}.png")


def write_picture(save: Path, content: bytes) -> None:
    """Keep a PNG beside a save. Raises StoreError, and ValueError for what `read_picture` would not give."""
    if not _is_picture(content):
        raise ValueError("not a picture that could be read back")
    path = picture_path(save)
    with told_as("write", path):
        disk.replace_file(path, content)


def read_picture(save: Path) -> bytes | None:
    """Give the PNG beside a save, its size and every check sum proved, or None for whatever else is there."""
    try:
        content = disk.read_up_to(picture_path(save), SIZE_LIMIT)
    except OSError:
        return None
    return content if _is_picture(content) else None


def _is_picture(content: bytes) -> bool:
    """Claim that this is a small PNG of plain colours and whole, without unpacking any of it."""
    if len(content) > SIZE_LIMIT or not content.startswith(_SIGNATURE):
        return False
    place = len(_SIGNATURE)
    names: list[bytes] = []
    while place < len(content):
        length = int.from_bytes(content[place : place + 4])
        end = place + 12 + length
        named = content[place + 4 : end - 4]
        if end > len(content) or zlib.crc32(named) != int.from_bytes(content[end - 4 : end]):
            return False
        if not names and not _is_small(named):
            return False
        names.append(named[:4])
        place = end
    return names[-1:] == [b"IEND"]


def _is_small(head: bytes) -> bool:
    """Claim that a picture's first part has a size, depth and kind of colour that we write."""
    sides = int.from_bytes(head[4:8]), int.from_bytes(head[8:12])
    depth, colour, packing, filtering, lacing = head[12:17].ljust(5, b"\xff")
    return (
        head[:4] == b"IHDR"
        and all(0 < side <= SIDE_LIMIT for side in sides)
        and (depth, packing, filtering, lacing) == (8, 0, 0, 0)
        and colour in _COLOURS
    )
