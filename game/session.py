"""A session: one sitting at a playthrough, saved after every turn. Every front end plays through it."""

from __future__ import annotations

from pathlib import Path

from game import gallery, slots
from game.errors import GameError
from game.messages import Words
from game.play.desk import view
from game.play.luck import advance
from game.play.playthrough import Playthrough
from game.play.roads import parting
from game.play.save import Restored, from_text, scenario_id, to_text
from game.play.view import Reader, View
from game.scenario.model import Scenario
from game.store import (
    SaveMissing,
    StoreError,
    autosave_path,
    read_save,
    read_text,
    recover,
    save_path,
    write_save,
)

_ROAD_LIMIT = 20  # roads kept in memory; the newest is also a save


class Session:
    """A playthrough at the desk of whoever sits there.

    Chance and the sides that nobody takes are played at once, so that a person is to decide or play
    is over. `warning` is why the last save failed, or None: play goes on either way. `kept` is where an
    earlier, unfinished playthrough was put when this one began; `notice` is what to say on opening it.
    `left` are the roads that were left by going back, the newest first.
    """

    def __init__(self, play: Playthrough, reader: Reader) -> None:
        self.play = advance(play)
        self.reader = reader
        self.warning: GameError | None = None
        self.kept: Path | None = None
        self.notice = ""
        self.left: tuple[Playthrough, ...] = ()

    @property
    def scenario(self) -> Scenario:
        """The scenario that is played."""
        return self.play.scenario

    @property
    def autosave(self) -> Path:
        """Where this playthrough is saved after every turn."""
        return autosave_path(self.scenario.id)

    @property
    def side(self) -> str:
        """The side that must decide now; at the end, the one that decided last."""
        if not self.play.is_over:
            return self.play.decision.side
        decisions = self.scenario.decisions
        own = [decisions[turn.decision].side for turn in self.play.turns]
        seated = [side for side in own if side in self.play.players]
        return seated[-1] if seated else next(iter(self.play.players), next(iter(self.scenario.sides)))

    def view(self, side: str | None = None) -> View:
        """Give what `side` may know now, or who must decide."""
        return view(self.play, side or self.side, self.reader)

    def choose(self, option_id: str) -> None:
        """Seal a choice, let the others answer, and save. Raises NotOffered."""
        self.play = advance(self.play.choose(option_id))
        self.save()
        if self.play.is_over:
            try:
                gallery.meet(self.play)
            except StoreError as error:
                self.warning = self.warning or error

    def rollback_to(self, turn: int) -> None:
        """Open turn `turn` (from 0) again and save. Raises GameError for a turn that is not there.

        The road that this leaves stays in `left`, and is kept as a save before anything else is.
        """
        self._go_over_to(advance(self.play.rollback_to(turn)), self.left)

    def return_to(self, number: int) -> None:
        """Take up the road `left[number]` again, where it was left, and save; this one is left for it.

        Raises GameError for a road that is not there.
        """
        if not 0 <= number < len(self.left):
            raise GameError("play.no-such-road", number=number + 1, count=len(self.left))
        self._go_over_to(self.left[number], (*self.left[:number], *self.left[number + 1 :]))

    def _go_over_to(self, play: Playthrough, others: tuple[Playthrough, ...]) -> None:
        before, self.play = self.play, play
        # a road that the other one only goes on from is not lost by leaving it
        if parting(before, play) == len(before.turns):
            self.left = others
            self.save()
            return
        self.left = (before, *others)[:_ROAD_LIMIT]
        failure = None
        try:
            slots.keep(before, slots.ROLLING_BACK)
        except StoreError as error:
            failure = error
        self.save()
        self.warning = failure or self.warning

    def reload(self, scenario: Scenario) -> Restored:
        """Go on at the same turn under the rules of `scenario`, another reading of the same one, and save.

        The choices are replayed by their ids. Where one of them can no longer be made, the old rules stay:
        the answer tells how far the replay came. Raises GameError for another scenario or a side that is
        gone.
        """
        restored = from_text(to_text(self.play), scenario)
        sides = scenario.sides
        if not all(side in sides and sides[side].playable for side in self.play.players):
            raise GameError("reload.players-gone")
        if len(restored.playthrough.turns) == restored.turn_count:
            self.play = advance(restored.playthrough)
            again = tuple(from_text(to_text(road), scenario) for road in self.left)
            whole = (road for road in again if len(road.playthrough.turns) == road.turn_count)
            self.left = tuple(road.playthrough for road in whole)
            self.save()
        return restored

    def save(self) -> None:
        """Save as the running playthrough; what goes wrong stands in `warning`."""
        try:
            write_save(self.autosave, to_text(self.play))
            self.warning = None
        except StoreError as error:
            self.warning = error

    def save_as(self, name: str) -> Path:
        """Save under a name of the player's. Raises StoreError."""
        path = save_path(name)
        write_save(path, to_text(self.play))
        return path


def new_session(play: Playthrough, reader: Reader) -> Session:
    """Sit down at a playthrough just begun. An unfinished one of its scenario is kept as `<id>-earlier`."""
    session = Session(play, reader)
    earlier = unfinished(play.scenario)
    if earlier is not None and earlier.turn_count:
        try:
            session.kept = slots.keep(earlier.playthrough, slots.EARLIER)
        except StoreError as error:
            session.warning = error
    return session


def sit_down_at(text: str, scenario: Scenario, reader: Reader, running: Session | None) -> Session:
    """Go on with the save `text`. The play of its scenario that this leaves is kept first, and `kept` says
    where: nothing is ever lost by loading. Raises GameError; then nothing has changed.
    """
    restored = from_text(text, scenario)
    left = _left(scenario, running)
    is_left = left is not None and to_text(left) != to_text(restored.playthrough)
    kept = slots.keep(left, slots.LOADING) if left is not None and is_left else None
    session = Session(restored.playthrough, reader)
    session.kept, session.notice = kept, difference_words(restored, reader.words)
    session.save()
    return session


def _left(scenario: Scenario, running: Session | None) -> Playthrough | None:
    """Give the play of `scenario` that would be left, if a turn was taken in it."""
    if running is not None and running.scenario.id == scenario.id:
        return running.play if running.play.turns else None
    earlier = unfinished(scenario)
    return earlier.playthrough if earlier else None


def unfinished(scenario: Scenario) -> Restored | None:
    """Give the playthrough of `scenario` that was left before its ending, or None."""
    path = autosave_path(scenario.id)
    try:
        restored = from_text(read_last_good(path), scenario)
    except GameError:
        return None  # what is damaged is kept by the store; there is nothing to offer
    return None if restored.playthrough.is_over or not restored.turn_count else restored


def difference_words(restored: Restored, words: Words) -> str:
    """Say where a save and today's rules first differ, or nothing where they do not."""
    found = restored.difference
    if found is None:
        return ""
    return words(
        f"save.{found.kind}",
        turn=found.turn,
        decision=found.decision,
        option=found.option,
        then=found.then,
        now=found.now,
        valid=len(restored.playthrough.turns),
        count=restored.turn_count,
    )


def read_last_good(path: Path) -> str:
    """Give a save's text; where it is damaged, that of the save before it. Raises StoreError."""
    try:
        return read_save(path)
    except SaveMissing:
        raise
    except StoreError as error:
        try:
            return recover(path)
        except StoreError:
            raise error from None


def read_transcript(path: Path) -> str:
    """Give the text of a save or of a plain transcript. Raises StoreError."""
    try:
        text = read_text(path)
    except StoreError:
        return read_save(path)  # says what is wrong with a save in a sentence of its own
    return read_save(path) if '"watershed"' in text[:200].partition("\n")[0] else text


def scenario_of(path: Path) -> str:
    """Give the id of the scenario that the save or transcript at `path` belongs to. Raises GameError."""
    return scenario_id(read_transcript(path))


def restore(path: Path, scenario: Scenario) -> Restored:
    """Replay the save or transcript at `path` under today's rules. Raises GameError."""
    return from_text(read_transcript(path), scenario)
