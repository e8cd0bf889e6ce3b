"""Slots: what each save is of, in words, and the names under which saves are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from game.errors import GameError
from game.messages import Words
from game.page import Block, Page, detail, heading, item, note
from game.play import clock
from game.play.playthrough import Playthrough
from game.play.save import Outline, outline, to_text
from game.play.view import Reader
from game.scenario.model import DecisionPoint, Scenario
from game.store import SaveDamaged, SaveSlot, read_save, save_path, write_save

QUICK, ROLLING_BACK, LOADING, EARLIER = "quick", "before-rolling-back", "before-loading", "earlier"
"""Why the game keeps a save by itself: the end of the save's name, after the scenario's id."""

_REASONS = (QUICK, ROLLING_BACK, LOADING, EARLIER)


@dataclass(frozen=True, slots=True)
class Slot:
    """A save in words. Empty strings stand for what is not known or must not be told.

    `fault` says why it cannot be loaded; then `backup` is where the save before it lies, if it is whole.
    """

    path: Path
    name: str
    written: str
    scenario_id: str = ""
    scenario: str = ""
    sides: str = ""
    where: str = ""
    clock: str = ""
    fault: str = ""
    backup: Path | None = None


def kept_path(scenario_id: str, why: str) -> Path:
    """Give where the game keeps a save of a scenario by itself."""
    return save_path(f"{scenario_id}-{why}")


def keep(play: Playthrough, why: str) -> Path:
    """Keep a play by itself; what was kept so before becomes its `.bak`. Raises StoreError."""
    path = kept_path(play.scenario.id, why)
    write_save(path, to_text(play))
    return path


def free_name(play: Playthrough, reader: Reader) -> str:
    """Give a name that no save has yet: the scenario, the date in the story and the decision point."""
    scenario = play.scenario
    place = play.ending if play.is_over else play.decision
    at = place.at or (scenario.decisions[play.turns[-1].decision].at if play.turns else None)
    title = reader.texts(place.title)
    if not play.is_over and len(play.players) > 1:
        title = reader.texts(scenario.sides[play.decision.side].desk)  # as in `_told`
    name = " ".join(part for part in (scenario.id, f"{at:%Y-%m-%d}" if at else "", title) if part)
    if not save_path(name).exists():
        return name
    return next(f"{name} {n}" for n in count(2) if not save_path(f"{name} {n}").exists())


def slot(save: SaveSlot, find: Callable[[str], Scenario], reader: Reader) -> Slot:
    """Say what a save is of; `find` gives a scenario by id. Nothing is replayed, and no error is raised."""
    words = reader.words
    written = _written(reader, save.written)
    try:
        found = outline(read_save(save.path))
        scenario = find(found.scenario)
    except GameError as error:
        backup = error.backup if isinstance(error, SaveDamaged) else None
        fault = words(error.key, **error.values)
        return Slot(save.path, save.name, written, fault=fault, backup=backup)
    return Slot(
        save.path, _name(save, scenario, reader), written, scenario.id, *_told(scenario, found, reader)
    )


def saves_page(shown: Iterable[Slot], words: Words) -> Page:
    """Give the saves as a page for a terminal, each with the words that load it."""
    blocks: list[Block] = []
    for slot_ in shown:
        blocks.append(item("", slot_.name))
        if slot_.fault:
            blocks.append(note(slot_.fault))
        if slot_.backup:
            blocks.append(detail(words("slot.backup"), str(slot_.backup)))
        if slot_.scenario:
            told = words("slot.of", scenario=slot_.scenario, sides=slot_.sides)
            blocks.append(detail(words("slot.play"), told))
        if slot_.where:
            where = words("slot.at", clock=slot_.clock, where=slot_.where) if slot_.clock else slot_.where
            blocks.append(detail(words("slot.stands"), where))
        blocks.append(detail(words("slot.written"), slot_.written))
        if slot_.scenario_id:
            blocks.append(detail(words("slot.load"), _load_words(slot_, words)))
    return (heading(words("slot.heading")), *blocks) if blocks else (note(words("slot.none")),)


def _load_words(shown: Slot, words: Words) -> str:
    return words("slot.load-command", scenario=shown.scenario_id, name=shown.path.stem)


def _written(reader: Reader, moment: datetime) -> str:
    return clock.full(reader.words, moment.astimezone())


def _name(save: SaveSlot, scenario: Scenario, reader: Reader) -> str:
    if save.is_autosave:
        return reader.words("slot.autosave")
    for why in _REASONS:
        if save.path == kept_path(scenario.id, why):
            return reader.words(f"slot.{why}")
    return save.name


def _told(scenario: Scenario, found: Outline, reader: Reader) -> tuple[str, str, str, str]:
    """Give title, sides, situation and clock of a save."""
    words, texts = reader.words, reader.texts
    names = [texts(scenario.sides[side].name) for side in found.players if side in scenario.sides]
    sides = words("slot.comma").join(names)
    at = found.at or scenario.start
    decision, ending = scenario.decisions.get(at), scenario.endings.get(at)
    if decision is not None:
        # where several people play, what one of them is to decide is for that one alone
        where = (
            texts(decision.title) if len(found.players) == 1 else texts(scenario.sides[decision.side].desk)
        )
        return texts(scenario.title), sides, where, _clock(scenario, decision, words)
    return texts(scenario.title), sides, texts(ending.title) if ending else "", ""


def _clock(scenario: Scenario, decision: DecisionPoint, words: Words) -> str:
    city = scenario.sides[decision.side].clock if decision.side in scenario.sides else None
    zone = scenario.clocks[city].zone if city else None
    return clock.short(words, clock.local(decision.at, zone))
