"""Text put on a surface: runs of one script, set on one baseline, rendered once."""

from __future__ import annotations

from collections import OrderedDict

import pygame

from game.window.faces import Face, Script
from game.window.fonts import FontBook
from game.window.text import runs
from game.window.theme import Colour
from game.window.widgets import Line
from game.wrap import shown


class Rendered:
    """Pictures of lines, the oldest forgotten once they cover too many pixels together."""

    def __init__(self, most_pixels: int = 0) -> None:
        self.most_pixels = most_pixels
        self._kept: OrderedDict[tuple[pygame.font.Font, str, Colour], pygame.Surface] = OrderedDict()
        self.pixel_count = 0

    def line(self, font: pygame.font.Font, text: str, colour: Colour) -> pygame.Surface:
        """Give the picture of `text`, rendered at most once while it is kept."""
        key = (font, text, colour)
        picture = self._kept.get(key)
        if picture is not None:
            self._kept.move_to_end(key)
            return picture
        picture = self._kept[key] = font.render(text, True, colour)
        self.pixel_count += picture.get_width() * picture.get_height()
        while self.pixel_count > self.most_pixels and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self.pixel_count -= oldest.get_width() * oldest.get_height()
        return picture


_RENDERED = Rendered()


def draw_line(surface: pygame.Surface, fonts: FontBook, line: Line, colour: Colour, dy: int) -> None:
    """Draw a line of text, moved down by `dy`."""
    # as many as the surface has are two screens full of text: enough to go back and forth
    _RENDERED.most_pixels = surface.get_width() * surface.get_height()
    main = fonts.font(line.face, "latin", line.px)
    top = line.box.y + dy + (line.box.height - main.get_height()) // 2
    x = line.box.x
    for run, script in runs(shown(line.text)):
        font = _font(fonts, line.face, script, line.px)
        picture = _RENDERED.line(font, run, colour)
        surface.blit(picture, (x, top + main.get_ascent() - font.get_ascent()))
        x += picture.get_width()


def _font(fonts: FontBook, face: Face, script: Script, px: int) -> pygame.font.Font:
    return fonts.font(face, script, px)
