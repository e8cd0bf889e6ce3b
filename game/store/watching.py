"""Files watched for changes, by looking at them now and then: works alike on every system and share."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

POLL_SECONDS = 0.3

Stamps = dict[str, tuple[int, int]]


def stamps(paths: Iterable[Path]) -> Stamps:
    """Give when each file of the scenarios at `paths` was last written, and its size.

    What cannot be looked at is left out: an editor may be putting a new file in its place.
    """
    found: Stamps = {}
    for path in paths:
        try:
            names = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
        except OSError:
            continue
        for name in names:
            try:
                state = name.stat()
            except OSError:
                continue
            found[str(name)] = (state.st_mtime_ns, state.st_size)
    return found


class Watch:
    """Scenarios under watch. A save counts once it has settled: an editor writes in several steps."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._known = self._last = stamps(self._paths)

    def has_changed(self) -> bool:
        """Claim that files have changed since this was last claimed, and not since the last look."""
        now = stamps(self._paths)
        is_settled = now == self._last
        self._last = now
        if not is_settled or now == self._known or not now:
            return False
        self._known = now
        return True

    def look(self) -> None:
        """Count what is there now as known: it is about to be read."""
        self._known = self._last = stamps(self._paths)

    def wait(self, sleep: Callable[[float], None] = time.sleep) -> None:
        """Return when files have changed. Sleeps in between."""
        while not self.has_changed():
            sleep(POLL_SECONDS)
