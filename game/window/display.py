"""The display: opened with the settings that were kept, and shown once something is drawn on it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pygame

from game.messages import Words
from game.store import StoreError, font_file, read_settings
from game.window import installed
from game.window.fonts import FontBook
from game.window.frame import Frame
from game.window.installed import WindowUnusable
from game.window.settings import Settings, from_values
from game.window.theme import WARM

if TYPE_CHECKING:
    from game.window.accessible import Bridge

SIZE = (1280, 720)


class Display:
    """An open display of one window, with the bridge to screen readers where there is one.

    `frame` has its size and the kept settings; `notice` says so where those could not be read. Raises
    WindowUnusable where no window can be opened.
    """

    def __init__(self, words: Words, size: tuple[int, int] = SIZE) -> None:
        installed.check()
        self._size = size
        self._is_hidden = False
        self.bridge = self._opened()
        pygame.display.set_caption(words("window.title"))
        kept, self.notice = _settings(words)
        width, height = surface().get_size()
        self.frame = Frame(width, height, words, FontBook(font_file), kept)

    def _opened(self) -> Bridge | None:
        # without it Windows scales the picture up and blurs the text; to be set before the display is opened
        os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
        # drawing with a software renderer of its own costs memory and time here, and gains nothing
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        try:
            pygame.display.init()
            pygame.font.init()
            pygame.display.set_icon(_icon())
            if installed.serves_readers():
                # they would miss a window that was shown before its adapter was there
                self._is_hidden = True
                pygame.display.set_mode(self._size, pygame.RESIZABLE | pygame.HIDDEN)
                return _bridge()
            pygame.display.set_mode(self._size, pygame.RESIZABLE)
        except pygame.error as error:
            raise WindowUnusable("window.no-display", reason=str(error)) from error
        return None

    def show(self) -> None:
        """Show the window, if it is hidden still."""
        if self._is_hidden:
            pygame.display.set_mode(self._size, pygame.RESIZABLE | pygame.SHOWN)
            self._is_hidden = False


def surface() -> pygame.Surface:
    """Give what is drawn on."""
    found = pygame.display.get_surface()
    assert found is not None
    return found


def _bridge() -> Bridge:
    from game.window.accessible import Bridge  # noqa: PLC0415 - AccessKit is not installed everywhere

    return Bridge()


def _icon() -> pygame.Surface:
    """Give the picture for the bar of windows: the first letter of the title on the teal of the wall."""
    icon = pygame.Surface((64, 64))
    icon.fill(WARM.sea)
    letter = FontBook(font_file).font("headline", "latin", 64).render("W", True, WARM.ivory)
    icon.blit(letter, ((64 - letter.get_width()) // 2, (64 - letter.get_height()) // 2))
    return icon


def _settings(words: Words) -> tuple[Settings, str]:
    """Give the kept settings, and a sentence where they could not be read."""
    try:
        read = read_settings()
    except StoreError as error:
        return Settings(), words(error.key, **error.values)
    notice = ""
    if read.kept_aside is not None:
        notice = words("store.settings-kept-aside", path=read.kept_aside)
    values = read.values.get("window")
    return (from_values(values) if isinstance(values, dict) else Settings()), notice
