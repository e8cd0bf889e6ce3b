"""The calls that touch a disk: bounded reading, and writing that a crash cannot cut in two.

The order of calls in `arriving` and after it is the one that lost nothing when a process was killed,
a disk filled or the power failed at any call: temporary file in the same folder, write, fsync, move
over the old file, fsync of the folder. Raises OSError; `errors.told_as` makes sentences of it.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

_STALE_SECONDS = 3600  # a temporary file this old belongs to a process that was killed
_BUSY_TRIES = 20  # on Windows a virus scanner may hold a fresh file for a moment
_BUSY_SECONDS = 0.05
_CHUNK = 1 << 16


def read_up_to(path: Path, limit: int) -> bytes:
    """Give the first `limit` + 1 bytes of a regular file: more than `limit` means that it is too long.

    A pipe or a device is refused with EINVAL: reading it might never end.
    """
    # O_NONBLOCK, because opening a pipe that nobody writes to would wait for ever
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        pieces: list[bytes] = []
        wanted = limit + 1
        while wanted and (piece := os.read(handle, min(wanted, _CHUNK))):
            pieces.append(piece)
            wanted -= len(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)


@contextmanager
def arriving(path: Path, content: bytes) -> Iterator[Path]:
    """Give a temporary file beside `path` that holds `content`, safe on the disk.

    It is gone at the end of the block, unless the block moved it. Makes the folder where there is none.
    """
    os.makedirs(path.parent, exist_ok=True)
    _sweep(path)
    temporary = _temporary(path, "new")
    try:
        _write_through(temporary, content)
        yield temporary
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def replace_file(path: Path, content: bytes) -> None:
    """Make `path` hold `content`: afterwards it is the old file whole or the new one, never a mixture."""
    with arriving(path, content) as temporary:
        move(temporary, path)
    settle(path.parent)


def move(source: Path, target: Path) -> None:
    """Move `source` over `target` at one stroke."""
    for tries_left in reversed(range(_BUSY_TRIES)):
        try:
            os.replace(source, target)
        except PermissionError:
            if os.name != "nt" or not tries_left:
                raise
            time.sleep(_BUSY_SECONDS)
        else:
            return


def keep_copy(path: Path, content: bytes, copy: Path) -> None:
    """Make `copy` a second name of the file `path`, or a file of its own where a disk has no links.

    `content` is what `path` holds.
    """
    temporary = _temporary(copy, "old")
    try:
        try:
            os.link(path, temporary)
        except OSError:  # no hard links here (FAT, some network disks): written out instead
            _write_through(temporary, content)
        move(temporary, copy)
    finally:
        # also after success: moving one name of a file over its other name leaves both
        with suppress(OSError):
            os.unlink(temporary)


def set_aside(path: Path, word: str) -> Path:
    """Rename `path` to `path.<word>-1`, or the first number that is free, and give the new name."""
    taken = set(os.listdir(path.parent))
    free = (name for number in count(1) if (name := f"{path.name}.{word}-{number}") not in taken)
    aside = path.with_name(next(free))
    move(path, aside)
    return aside


def settle(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network disks cannot; they have no better
            raise
    finally:
        os.close(handle)


def _sweep(path: Path) -> None:
    """Remove temporary files for `path` that a killed process left long ago."""
    for name in os.listdir(path.parent):
        if name.startswith(f".{path.name}.") and name.endswith(".tmp"):
            with suppress(OSError):
                if time.time() - os.stat(path.parent / name).st_mtime > _STALE_SECONDS:
                    os.unlink(path.parent / name)


def _temporary(path: Path, word: str) -> Path:
    # the process in the name, so that two games saving at once never write into one file
    return path.with_name(f".{path.name}.{os.getpid()}-{word}.tmp")


def _write_through(path: Path, content: bytes) -> None:
    """Write a new file and wait until it is on the disk."""
    with suppress(FileNotFoundError):
        os.unlink(path)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
