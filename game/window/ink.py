"""Text put on a surface: runs of one script, set on one baseline, rendered once."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.window.fonts import Face, FontBook, Script
from game.window.text import runs
from game.window.theme import Colour
from game.window.widgets import Line
from game.wrap import shown


@lru_cache(maxsize=2048)
def _rendered(font: pygame.font.Font, text: str, colour: Colour) -> pygame.Surface:
    return font.render(text, True, colour)


def draw_line(surface: pygame.Surface, fonts: FontBook, line: Line, colour: Colour, dy: int) -> None:
    """Draw a line of text, moved down by `dy`."""
    main = fonts.font(line.face, "latin", line.px)
    top = line.box.y + dy + (line.box.height - main.get_height()) // 2
    x = line.box.x
    for run, script in runs(shown(line.text)):
        font = _font(fonts, line.face, script, line.px)
        picture = _rendered(font, run, colour)
        surface.blit(picture, (x, top + main.get_ascent() - font.get_ascent()))
        x += font.size(run)[0]


def _font(fonts: FontBook, face: Face, script: Script, px: int) -> pygame.font.Font:
    return fonts.font(face, script, px)
