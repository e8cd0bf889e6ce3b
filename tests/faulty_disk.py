"""A layer over the system calls of `game.store.disk` that fails, dies or writes little at a chosen call.

Run as a program it saves once and dies at a call, with no clean-up, as `kill -9` would:
`python faulty_disk.py SAVE TEXT CALL`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.store import disk, write_save

DIED = 9
READING = ("open", "fstat", "read", "close", "listdir", "stat")
WRITING = ("makedirs", "write", "fsync", "link", "replace", "unlink")


class FaultyOs:
    """Stands in for the module `os`: `fault` sees (number of the call, name, arguments) before each call.

    What `fault` raises is what the caller gets; calls are numbered from 1. `after` sees (name,
    arguments, result) of each call that succeeded.
    """

    def __init__(self, fault: Callable[[int, str, tuple[Any, ...]], None]) -> None:
        self.fault = fault
        self.after: Callable[[str, tuple[Any, ...], Any], None] = lambda name, args, result: None
        self.call_count = 0

    def __getattr__(self, name: str) -> Any:
        call = getattr(os, name)
        if name not in READING + WRITING:
            return call

        def watched(*args: Any, **options: Any) -> Any:
            self.call_count += 1
            self.fault(self.call_count, name, args)
            result = call(*args, **options)
            self.after(name, args, result)
            return result

        return watched


def die_at(number: int) -> Callable[[int, str, tuple[Any, ...]], None]:
    """Give a fault that ends this process at a call; a write is cut in half first."""

    def fault(call: int, name: str, args: tuple[Any, ...]) -> None:
        if call == number:
            if name == "write":
                os.write(args[0], bytes(args[1])[: len(args[1]) // 2])
            os._exit(DIED)

    return fault


if __name__ == "__main__":
    path, text, number = sys.argv[1:]
    disk.os = FaultyOs(die_at(int(number)))  # type: ignore[assignment]
    write_save(Path(path), text)
