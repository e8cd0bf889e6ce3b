"""The title's first picture, drawn before the rest of the game is imported: a person waits half as long."""

from __future__ import annotations

import pygame

from game.messages import Words
from game.window import focus
from game.window.display import Display, surface
from game.window.installed import WindowUnusable
from game.window.painter import Shown, paint
from game.window.title import Title, layout_title


def open_at_title(words: Words) -> Display:
    """Open the display and show the title on it; presses wait there until the window takes over.

    Raises WindowUnusable where no window can be opened.
    """
    display = Display(words)
    frame = display.frame
    if not frame.settings.is_full_screen:  # else it would be seen small first
        widgets = layout_title(Title("", display.notice), frame)
        try:
            display.show()
            paint(surface(), frame, Shown(widgets, focus.first(widgets)))
            pygame.display.flip()
        except pygame.error as error:
            raise WindowUnusable("window.no-display", reason=str(error)) from error
    return display
