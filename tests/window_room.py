"""A window for tests: a scenario with a paper of every kind, frames of any size, someone to press keys."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pygame
from reading import READER

from game.library import load
from game.play.playthrough import begin
from game.scenario.model import Scenario
from game.session import Session, new_session
from game.store import font_file
from game.window.app import Window
from game.window.display import Display
from game.window.fonts import FontBook
from game.window.frame import Frame
from game.window.settings import Settings
from game.window.shelf import Shelf

LINDHOLM = str(Path(__file__).parent / "scenarios" / "lindholm.yaml")
SIZES = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))
WARMED_UP_MS = 10_000  # long after the last screen was opened


@cache
def lindholm() -> Scenario:
    """Give the scenario of the tests: two desks, a fog bank, and a paper of every kind."""
    return load(LINDHOLM)


def fonts() -> FontBook:
    """Give the shipped fonts; a window that was closed has taken those before it along."""
    if not pygame.font.get_init():
        pygame.font.init()
        _opened_fonts.cache_clear()
    return _opened_fonts()


@cache
def _opened_fonts() -> FontBook:
    return FontBook(font_file)


def frame(size: tuple[int, int] = (1280, 720), settings: Settings | None = None) -> Frame:
    """Give a frame of a size."""
    return Frame(*size, READER.words, fonts(), settings or Settings())


class Visitor:
    """Someone at the window, with a keyboard, a pointer and all the time in the world."""

    def __init__(self, session: Session | None, size: tuple[int, int] = (1280, 720)) -> None:
        shelf = Shelf(lambda _: lindholm(), lambda: (Path(LINDHOLM),))
        self.window = Window(READER, Display(READER.words, size), shelf)
        self._now_ms = 0
        self.window.now_ms = lambda: self._now_ms
        self.window.open(session, None, None)

    @property
    def address(self) -> str:
        """Where the visitor is."""
        return self.window.controller.address

    def wait(self, milliseconds: int = WARMED_UP_MS) -> None:
        """Let time pass."""
        self._now_ms += milliseconds

    def press(self, *keys: int, held: int = 0) -> None:
        """Press keys one after another, looking at the screen between them."""
        for key in keys:
            self.wait()
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=held, unicode="", scancode=0))
            self.window.step()

    def click(self, x: int, y: int) -> None:
        """Click once."""
        self.wait()
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, button=1, pos=(x, y)))
        self.window.step()

    def click_on(self, id_: str) -> None:
        """Click on a widget, scrolling to it with clicks on the scroll's buttons where it is out of sight."""
        for _ in range(60):
            stage = self.window.stage
            widget = next(widget for widget in stage.widgets if widget.id == id_)
            view = next(widget.box for widget in stage.widgets if widget.role == "scroll")
            box = widget.box.moved(0, -stage.scroll_px if widget.inside else 0)
            x, y = box.x + box.width // 2, box.y + min(box.height // 2, 20)
            if not widget.inside or view.inset(4).holds_point(x, y):
                self.click(x, y)
                return
            self.click_on("scroll.down" if y >= view.bottom - 4 else "scroll.up")
        raise AssertionError(f"{id_} cannot be scrolled to")

    def ids(self) -> Iterable[str]:
        """Give the ids of what is on the screen."""
        return [widget.id for widget in self.window.stage.widgets]

    def text(self) -> str:
        """Give all that the screen says."""
        return "\n".join(widget.label for widget in self.window.stage.widgets)


def begun(*sides: str, seed: int = 7) -> Session:
    """Give a session of the tests' scenario that has just begun."""
    return new_session(begin(lindholm(), sides or ("lindholm",), seed), READER)
