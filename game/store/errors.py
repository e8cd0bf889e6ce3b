"""What can go wrong between the game and a disk, each as a sentence's key with its values."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.errors import GameError

_REASONS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "denied",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EIO: "broken",
    errno.ENOENT: "missing",
}


class StoreError(GameError):
    """The disk refused, or what lies on it cannot be used. Nothing that was there is lost."""


class ScenarioMissing(StoreError):
    """No scenario has this id, and nothing lies at this path."""


class SaveMissing(StoreError):
    """There is no save of this name."""


class SaveTooNew(StoreError):
    """A newer version of the game wrote this save."""


class SaveDamaged(StoreError):
    """The bytes of this save are not those that were written; they are kept.

    `backup` is where the save before it lies, whole, or None: `recover` reads it.
    """

    def __init__(self, key: str, path: Path, backup: Path | None) -> None:
        super().__init__(key, path=path, backup=backup)
        self.backup = backup


def refused(action: str, path: Path, error: OSError) -> StoreError:
    """Give the error `store.cannot-<action>.<reason>` for what the system said of `path`.

    Reasons: full, denied, broken, missing, other.
    """
    reason = _REASONS.get(error.errno or 0, "other")
    code = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return StoreError(f"store.cannot-{action}.{reason}", path=path, code=code)


@contextmanager
def told_as(action: str, path: Path) -> Iterator[None]:
    """Turn an OSError in this block into a StoreError as `refused` does. Another error passes."""
    try:
        yield
    except OSError as error:
        raise refused(action, path, error) from error
