"""A tour of every screen as pictures, the same ones in every run: for tests, for README, and for looking.

`python -m game.window.tour --out DIR` draws them without a display.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

import pygame

from game.library import known, load
from game.messages import Words
from game.play.desk import view
from game.play.follow import follow, historical_option
from game.play.luck import advance
from game.play.playthrough import Playthrough, begin
from game.play.shown import document
from game.play.view import Reader, View
from game.scenario.model import Scenario
from game.scenario.text import Catalogue
from game.session import Session
from game.slots import Slot
from game.store import asset, backup_path
from game.window import focus
from game.window.controller import Controller
from game.window.fonts import FontBook
from game.window.frame import Frame
from game.window.painter import Shown as Painted
from game.window.painter import paint
from game.window.screens import Screen, layout
from game.window.screens.after import Consequence, Ending, Handover
from game.window.screens.file import Paper
from game.window.screens.front import Title
from game.window.screens.help import Leave
from game.window.screens.saves import Delete, Saves, Shown
from game.window.screens.settings import PAGES, Rebind, SettingsSheet
from game.window.screens.table import Advisers
from game.window.settings import TEXT_SCALES, Settings
from game.window.shelf import Shelf
from game.window.thumbnail import thumbnail

SIZES = ((1280, 720), (1920, 1080))
_SEED = 1962
_WRITTEN = "Monday 22 October 2012, 19:00"
_WARS_TRIED = 300


def screens(scenario: Scenario, reader: Reader, frame: Frame) -> Iterator[tuple[str, Screen]]:
    """Give every screen with a name, in the order in which a player meets them. Nothing is saved."""
    side = next(side.id for side in scenario.sides.values() if side.playable)
    start = advance(begin(scenario, [side], _SEED))
    words = reader.words
    play_words = words(
        "window.resume.play", scenario=reader.texts(scenario.title), sides=side.title(), turn=4
    )
    yield "title", Title(play_words)
    shelf = Shelf(paths=tuple)
    shelf.put(scenario)
    yield "choose", shelf.choose("", frozenset(), reader)
    yield from _at_desk(start, side, reader, frame)
    after = advance(start.choose(historical_option(start)))
    yield "consequence", Consequence(view(after, side, reader))
    other = [one for one in scenario.sides.values() if one.id != side]
    if other:
        yield "handover", Handover(reader.texts(other[0].name), reader.texts(other[0].desk))
    yield from _at_end(scenario, side, reader, frame)
    yield from _at_saves(start, reader, frame)
    yield "settings", SettingsSheet(frame.settings)
    for shown in PAGES[1:]:
        yield f"settings-{shown}", SettingsSheet(frame.settings, shown)
    yield "rebind", Rebind("L", frame.settings)
    yield "leave", Leave(in_play=True)


def _at_saves(play: Playthrough, reader: Reader, frame: Frame) -> Iterator[tuple[str, Screen]]:
    """Give the saves with one of each kind: whole, damaged with a save before it, without a picture."""
    scenario, words = play.scenario, reader.words
    desk = _screen(play, ["desk"], reader, frame)
    sides = ", ".join(reader.texts(scenario.sides[side].name) for side in play.players)
    of = reader.texts(scenario.title), sides, reader.texts(play.decision.title)
    named = Slot(Path(f"{scenario.id}-{of[2]}.save"), f"{scenario.id} {of[2]}", _WRITTEN, scenario.id, *of)
    quick = Slot(Path("quick.save"), words("slot.quick"), _WRITTEN, scenario.id, *of)
    path = Path("monday.save")
    damaged = Slot(
        path, "monday", _WRITTEN, fault=words("store.save-damaged.cut", path=path), backup=backup_path(path)
    )
    shown = (Shown(quick, thumbnail(desk, frame)), Shown(damaged), Shown(named))
    yield "saves", Saves(shown, 0, 2, in_play=True)
    yield "delete", Delete(named)


def _at_desk(play: Playthrough, side: str, reader: Reader, frame: Frame) -> Iterator[tuple[str, Screen]]:
    seen = view(play, side, reader)
    for name in ("briefing", "desk", "scales", "decision"):
        yield name, _screen(play, [name], reader, frame)
    yield from _papers(play.scenario, seen, reader)
    for number in range(len(seen.advisers[:1])):
        yield "advisers", Advisers(seen, number)
    yield "seal", _screen(play, ["desk", "decision", f"seal:{seen.options[0].id}"], reader, frame)
    yield "sources", _screen(play, ["desk", "sources"], reader, frame)
    yield "glossary", _screen(play, ["desk", "glossary"], reader, frame)
    yield "help", _screen(play, ["desk", "help"], reader, frame)


def _papers(scenario: Scenario, seen: View, reader: Reader) -> Iterator[tuple[str, Screen]]:
    """Give the first paper of each kind."""
    kinds = {paper.kind: paper.id for paper in reversed(tuple(scenario.documents.values()))}
    for kind, id_ in sorted(kinds.items()):
        yield f"paper-{kind}", Paper(seen, (document(scenario, id_, reader),), 0)


def _at_end(scenario: Scenario, side: str, reader: Reader, frame: Frame) -> Iterator[tuple[str, Screen]]:
    record = follow(begin(scenario, [side], _SEED), "record")
    yield "ending", _screen(record, ["ending"], reader, frame)
    yield "comparison-record", _screen(record, ["ending", "comparison"], reader, frame)
    own = record.own_turns(side)
    if len(own) > 1:
        middle = record.rollback_to(own[1])
        yield "desk-later", _screen(middle, ["desk"], reader, frame)
        yield "file", _screen(middle, ["desk", "file"], reader, frame)
    yield "log", _screen(record, ["ending", "log"], reader, frame)
    gone_back = Session(record, reader)
    fourth = record.rollback_to(own[min(len(own) - 1, 3)])
    gone_back.left = (follow(fourth, "weights"), _another_road(scenario, side))
    yield "roads", _screen_of(gone_back, ["ending", "log", "roads:0"], reader, frame)
    yield "rollback", _screen(record, ["ending", "log", f"rollback:{own[-1]}"], reader, frame)
    yield "comparison", _screen(_another_road(scenario, side), ["ending", "comparison"], reader, frame)
    war = _war(scenario, side)
    if war is not None:
        seen = view(war, side, reader)
        assert seen.ending is not None
        yield "ending-war", Ending(seen, seen.ending)


def _another_road(scenario: Scenario, side: str) -> Playthrough:
    """Leave the record at the side's first turn, and take what is offered first from there on."""
    play = advance(begin(scenario, [side], _SEED))
    others = [option.id for option in play.offered() if option.id != play.decision.historical.choice]
    return follow(play.choose(others[0]), "first")


def _war(scenario: Scenario, side: str) -> Playthrough | None:
    for seed in range(_WARS_TRIED):
        play = follow(begin(scenario, [side], seed), "weights")
        if play.ending.is_war:
            return play
    return None


def _screen(play: Playthrough, stack: list[str], reader: Reader, frame: Frame) -> Screen:
    return _screen_of(Session(play, reader), stack, reader, frame)


def _screen_of(session: Session, stack: list[str], reader: Reader, frame: Frame) -> Screen:
    controller = Controller(Shelf(paths=tuple), reader, frame.settings)
    controller.play(session)
    controller.stack = stack
    return controller.screen(frame)


def draw(screen: Screen, frame: Frame) -> pygame.Surface:
    """Give a picture of `screen` as it is first seen. Needs `pygame.font.init`, and no display."""
    widgets = layout(screen, frame)
    surface = pygame.Surface((frame.width_px, frame.height_px))
    paint(surface, frame, Painted(widgets, focus.first(widgets)))
    return surface


def draw_end(screen: Screen, frame: Frame) -> pygame.Surface | None:
    """Give a picture of the end of a page that is longer than the window, or None."""
    widgets = layout(screen, frame)
    limit = focus.scroll_limit(widgets)
    if not limit:
        return None
    surface = pygame.Surface((frame.width_px, frame.height_px))
    paint(surface, frame, Painted(widgets, "", limit))
    return surface


def main(arguments: list[str] | None = None) -> None:
    """Draw the tour into a folder."""
    parser = argparse.ArgumentParser(prog="python -m game.window.tour", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scenario", help="id or path; the first that is found")
    parser.add_argument("--size", action="append", metavar="WxH", help="1280x720 and 1920x1080")
    parser.add_argument("--text-scale", type=int, default=100, choices=TEXT_SCALES)
    parser.add_argument("--high-contrast", action="store_true")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--projector", action="store_true")
    parser.add_argument("--only", action="append", help="names of screens")
    args = parser.parse_args(arguments)
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.font.init()
    settings = Settings(args.text_scale, args.plain, args.high_contrast, args.projector)
    reader = Reader(Words(), Catalogue())
    scenario = load(args.scenario or str(known()[0]))
    fonts = FontBook(asset)
    for width, height in _sizes(args.size):
        frame = Frame(width, height, reader.words, fonts, settings)
        folder = args.out / f"{width}x{height}"
        folder.mkdir(parents=True, exist_ok=True)
        for name, screen in screens(scenario, reader, frame):
            if args.only and name not in args.only:
                continue
            pygame.image.save(draw(screen, frame), str(folder / f"{name}.png"))
            end = draw_end(screen, frame)
            if end is not None:
                pygame.image.save(end, str(folder / f"{name}-end.png"))


def _sizes(wanted: list[str] | None) -> tuple[tuple[int, int], ...]:
    if not wanted:
        return SIZES
    return tuple((int(width), int(height)) for width, _, height in (size.partition("x") for size in wanted))


if __name__ == "__main__":
    main()
