"""The odds computed beside the window: in a thread of their own, so that no key waits for them."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Any

from game.debrief.comparison import compare
from game.debrief.odds import RoadOdds, road_odds
from game.play.playthrough import Playthrough
from game.play.view import Reader
from game.window.screens.odds import Computing

if TYPE_CHECKING:
    from game.analysis.forward import Progress
    from game.analysis.road import Atlas, Road


class _Dropped(Exception):
    """Nobody waits for these odds any more."""


class Reckoning:
    """Odds on order, one road at a time. What has been found for a road is kept until another is asked about.

    The states of a scenario are visited once for its players and interpretation, and kept as long.
    """

    def __init__(self) -> None:
        self._atlas: Atlas | None = None
        self._job: _Job | None = None
        self._told: object = None

    def odds(self, play: Playthrough, reader: Reader) -> RoadOdds | Computing | str:
        """Give the odds of `play`, how far they have come, or why there are none. Never waits."""
        if not play.is_over:
            return reader.words("sheet.odds.unfinished")
        job = self._job
        if job is None or job.play is not play:
            if job is not None:
                job.is_dropped = True
            job = self._job = _Job(self, play, job)
        self._told = job.standing
        if job.fault is not None:
            raise job.fault  # a fault of ours, found in the other thread: it must stay visible
        if job.road is not None:
            return road_odds(play, job.road, compare(play, reader))
        return reader.words("odds.too-many") if job.is_hopeless else Computing(job.share)

    @property
    def has_news(self) -> bool:
        """Claim that a screen of the odds would show something else by now."""
        return self._job is not None and self._job.standing != self._told

    def atlas(self) -> Atlas:
        """Give the one atlas; only the thread at work calls this."""
        # numpy takes 100 ms: only who looks at the odds pays for it, and not in the window's thread
        from game.analysis.road import Atlas  # noqa: PLC0415

        if self._atlas is None:
            self._atlas = Atlas()
        return self._atlas


class _Job:
    """One road at work. The thread writes, the window reads: single values, so neither waits."""

    def __init__(self, desk: Reckoning, play: Playthrough, before: _Job | None) -> None:
        self.play = play
        self.share = 0.0
        self.road: Road | None = None
        self.is_hopeless = False
        self.is_dropped = False
        self.fault: BaseException | None = None
        self._desk = desk
        self._before = before
        # a daemon: closing the window does not wait for it
        self.thread = Thread(target=self._work, daemon=True)
        self.thread.start()

    @property
    def standing(self) -> Any:
        """What a screen shows of it: whole per cent while it is at work."""
        return id(self.play), round(self.share * 100), self.road is not None, self.is_hopeless, self.fault

    def _work(self) -> None:
        if self._before is not None:
            self._before.thread.join()  # one at a time: two maps may not fit into memory
            self._before = None
        from game.analysis.forward import TooMany  # noqa: PLC0415 - as above

        try:
            self.road = self._desk.atlas().road(self.play, self._watch)
        except (TooMany, MemoryError):
            self.is_hopeless = True
        except _Dropped:
            pass
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, which raises it
            self.fault = error

    def _watch(self, progress: Progress) -> None:
        if self.is_dropped:
            raise _Dropped
        self.share = progress.done / max(progress.total, 1)
