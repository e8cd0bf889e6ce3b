"""A tour of every screen as pictures, the same ones in every run: for tests, for README, and for looking.

`python -m game.window.tour --out DIR` draws them without a display and reviews each; `--every` does so in
every theme, at both ends of the text size, in four sizes.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import pygame

from game.analysis.road import Atlas
from game.debrief.comparison import compare
from game.debrief.odds import road_odds
from game.debrief.source_checks import source_checks
from game.gallery import Gallery, Meeting, MetEnding
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
from game.store import backup_path, font_file, reports_folder
from game.window import focus
from game.window.controller import Controller
from game.window.fonts import FontBook
from game.window.frame import Frame
from game.window.maplook import MapLook, after
from game.window.painter import Shown as Painted
from game.window.painter import paint
from game.window.review import drawn_faults, faults
from game.window.screens import Screen, layout
from game.window.screens.after import Consequence, Ending, Handover
from game.window.screens.checks import Answered, Weighing
from game.window.screens.endings import Endings
from game.window.screens.file import Paper
from game.window.screens.help import Leave
from game.window.screens.odds import Computing, OddsSheet
from game.window.screens.report import Report
from game.window.screens.saves import Delete, Saves, Shown
from game.window.screens.settings import PAGES, Rebind, SettingsSheet
from game.window.screens.table import Advisers
from game.window.screens.wall import Wall
from game.window.settings import TEXT_SCALES, Settings
from game.window.shelf import Shelf
from game.window.thumbnail import thumbnail
from game.window.title import Title

SIZES = ((1280, 720), (1920, 1080))
EVERY_SIZE = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
EVERY_SETTINGS = tuple(
    replace(theme, text_scale=scale)
    for theme in (
        Settings(),
        Settings(is_projector=True),
        Settings(is_high_contrast=True),
        Settings(is_plain=True),
    )
    for scale in (TEXT_SCALES[0], TEXT_SCALES[-1])
)
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
    yield "endings", _gallery_screen(scenario, reader)
    yield from _at_saves(start, reader, frame)
    yield "settings", SettingsSheet(frame.settings)
    for shown in PAGES[1:]:
        yield f"settings-{shown}", SettingsSheet(frame.settings, shown)
    yield "rebind", Rebind("L", frame.settings)
    yield "leave", Leave(in_play=True)


def _gallery_screen(scenario: Scenario, reader: Reader) -> Endings:
    """Give the gallery after three plays that met half of the endings."""
    sides = [reader.texts(side.name) for side in scenario.sides.values() if side.playable]
    half = list(scenario.endings.values())[: (len(scenario.endings) + 1) // 2]
    days = ("22 October 2012", "23 October 2012")
    met = tuple(
        MetEnding(one.id, reader.texts(one.title), tuple(map(Meeting, sides[: 1 + i % 2], days)))
        for i, one in enumerate(half)
    )
    phases = [reader.texts(phase.name) for phase in scenario.phases.values()]
    title, count = reader.texts(scenario.title), len(scenario.endings) - len(half)
    return Endings(Gallery(title, met, count, phases[0], phases[-1]))


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
    yield from _debrief(record, reader, frame, "-record")
    yield from _walls(record, side, reader)
    yield "log", _screen(record, ["ending", "log"], reader, frame)
    gone_back = Session(record, reader)
    fourth = record.rollback_to(own[min(len(own) - 1, 3)])
    gone_back.left = (follow(fourth, "weights"), _another_road(scenario, side))
    yield "roads", _screen_of(gone_back, ["ending", "log", "roads:0"], reader, frame)
    yield "rollback", _screen(record, ["ending", "log", f"rollback:{own[-1]}"], reader, frame)
    another = _another_road(scenario, side)
    yield "comparison", _screen(another, ["ending", "comparison"], reader, frame)
    yield from _debrief(another, reader, frame)
    war = _war(scenario, side)
    if war is not None:
        seen = view(war, side, reader)
        assert seen.ending is not None
        yield "ending-war", Ending(seen, seen.ending)


def _debrief(
    play: Playthrough, reader: Reader, frame: Frame, suffix: str = ""
) -> Iterator[tuple[str, Screen]]:
    """Give the screens that stand beside the comparison."""
    for address in ("rails", "step:0", "ledger", "hours", "charts"):
        name = address.partition(":")[0]
        yield f"{name}{suffix}", _screen(play, ["ending", "comparison", address], reader, frame)
    if not suffix:
        title = reader.texts(play.scenario.title)
        yield "odds", OddsSheet(title, road_odds(play, Atlas().road(play), compare(play, reader)))
        yield from _checks(play, reader, frame)
        yield "odds-computing", OddsSheet(title, Computing(0.4))
        saved = reader.words("sheet.report.saved", path=f"{reports_folder().name}/{play.scenario.id}-1.html")
        yield "report", Report(saved, 1.0)
        yield "report-waiting", Report("", 0.4)


def _walls(record: Playthrough, side: str, reader: Reader) -> Iterator[tuple[str, Screen]]:
    """Give the map at the hour at which most is marked on it: as it opens, from close by, and elsewhere."""
    hours = [view(record.rollback_to(turn), side, reader) for turn in record.own_turns(side)]
    seen = max(hours, key=lambda hour: len(hour.map.marks) if hour.map else 0)
    wall = seen.map
    if wall is None:
        return
    look = MapLook()
    yield "map", Wall(seen, look, hours.index(seen))
    for asked in ("next 1", "next 1", "next 1", "zoom 1", "zoom 1", "zoom 1"):
        look = after(look, asked, wall)
    yield "map-close", Wall(seen, look, hours.index(seen))
    look = after(after(MapLook(back=1), "chart 1", wall), "layer places", wall)
    yield "map-chart", Wall(seen, look, hours.index(seen))
    yield "map-far", Wall(seen, MapLook(zoom=-3), 0)


def _checks(play: Playthrough, reader: Reader, frame: Frame) -> Iterator[tuple[str, Screen]]:
    """Give the source checks, one of them weighed, and the model card before and after play."""
    yield "checks", _screen(play, ["ending", "comparison", "checks"], reader, frame)
    yield "card", _screen(play, ["ending", "comparison", "checks", "card"], reader, frame)
    checks, title = source_checks(play, reader), reader.texts(play.scenario.title)
    if checks:
        yield "check", Weighing(title, checks, 0)
        yield "answer", Answered(title, checks, 0, checks[0].weighings[0])


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


@dataclass(frozen=True, slots=True)
class Tour:
    """A tour of a scenario's screens in one size and one reader's settings; `only` names screens, or all."""

    scenario: str
    size: tuple[int, int]
    settings: Settings
    out: Path | None
    only: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Give the folder of its pictures: the size, and what is unlike the usual settings."""
        settings = self.settings
        marks = (
            ("-projector", settings.is_projector),
            ("-high-contrast", settings.is_high_contrast),
            ("-plain", settings.is_plain),
            (f"-{settings.text_scale}", settings.text_scale != TEXT_SCALES[0]),
        )
        return f"{self.size[0]}x{self.size[1]}" + "".join(mark for mark, is_set in marks if is_set)


def walk(tour: Tour) -> tuple[int, tuple[str, ...]]:
    """Draw and review every screen of a tour; give the number of pictures and what is wrong."""
    pygame.font.init()
    reader = Reader(Words(), Catalogue())
    frame = Frame(*tour.size, reader.words, FontBook(font_file), tour.settings)
    found: list[str] = []
    count = 0
    for name, screen in screens(load(tour.scenario), reader, frame):
        if tour.only and name not in tour.only:
            continue
        widgets = layout(screen, frame)
        found += (f"{name}: {fault}" for fault in faults(widgets, frame))
        limit = focus.scroll_limit(widgets)
        for part, scroll_px in (("", 0), ("-end", limit))[: 2 if limit else 1]:
            surface = pygame.Surface(tour.size)
            paint(surface, frame, Painted(widgets, "" if part else focus.first(widgets), scroll_px))
            found += (f"{name}{part}: {fault}" for fault in drawn_faults(surface, widgets, frame, scroll_px))
            count += 1
            if tour.out is not None:
                folder = tour.out / tour.name
                folder.mkdir(parents=True, exist_ok=True)
                pygame.image.save(surface, str(folder / f"{name}{part}.png"))
    return count, tuple(found)


def draw(screen: Screen, frame: Frame) -> pygame.Surface:
    """Give a picture of `screen` as it is first seen. Needs `pygame.font.init`, and no display."""
    widgets = layout(screen, frame)
    surface = pygame.Surface((frame.width_px, frame.height_px))
    paint(surface, frame, Painted(widgets, focus.first(widgets)))
    return surface


def main(arguments: list[str] | None = None) -> int:
    """Draw the tour into a folder and review every picture; give 1 where anything is wrong with one."""
    args = _parser().parse_args(arguments)
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    tours = [
        Tour(args.scenario or str(known()[0]), size, settings, args.out, tuple(args.only or ()))
        for settings in (EVERY_SETTINGS if args.every else (_settings(args),))
        for size in (EVERY_SIZE if args.every else _sizes(args.size))
    ]
    found: list[str] = []
    count = 0
    # a new process for each tour gives back what the backdrops of its size took
    with get_context("spawn").Pool(args.jobs, maxtasksperchild=1) if args.jobs > 1 else nullcontext() as pool:
        walked = pool.imap(walk, tours) if pool else map(walk, tours)
        for tour, (pictures, faults_found) in zip(tours, walked, strict=True):
            count += pictures
            found += (f"{tour.name}/{fault}" for fault in faults_found)
    for fault in found:
        print(fault)
    print(f"pictures: {count}, faults: {len(found)}")
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m game.window.tour", description=__doc__)
    parser.add_argument("--out", type=Path, help="folder for the pictures; without it they are only reviewed")
    parser.add_argument("--scenario", help="id or path; the first that is found")
    parser.add_argument(
        "--every", action="store_true", help="every theme, both ends of text size, four sizes"
    )
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--size", action="append", metavar="WxH", help="1280x720 and 1920x1080")
    parser.add_argument("--text-scale", type=int, default=100, choices=TEXT_SCALES)
    parser.add_argument("--high-contrast", action="store_true")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--projector", action="store_true")
    parser.add_argument("--only", action="append", help="names of screens")
    return parser


def _settings(args: argparse.Namespace) -> Settings:
    return Settings(
        text_scale=args.text_scale,
        is_plain=args.plain,
        is_high_contrast=args.high_contrast,
        is_projector=args.projector,
    )


def _sizes(wanted: list[str] | None) -> tuple[tuple[int, int], ...]:
    if not wanted:
        return SIZES
    return tuple((int(width), int(height)) for width, _, height in (size.partition("x") for size in wanted))


if __name__ == "__main__":
    sys.exit(main())
