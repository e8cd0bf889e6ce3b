"""A small picture of a screen, as the PNG that is kept beside a save."""

from __future__ import annotations

from io import BytesIO

import pygame

from game.window.frame import Frame
from game.window.painter import Shown, paint
from game.window.screens import Screen, layout

_WIDTH, _HIGHEST = 384, 384


def thumbnail(screen: Screen, frame: Frame) -> bytes:
    """Draw a screen and give it as a small PNG, cut below where the window is high and thin."""
    surface = pygame.Surface((frame.width_px, frame.height_px))
    paint(surface, frame, Shown(layout(screen, frame)))
    height = min(_WIDTH * frame.height_px // frame.width_px, _HIGHEST)
    cut = surface.subsurface((0, 0, frame.width_px, min(height * frame.width_px // _WIDTH, frame.height_px)))
    small = pygame.transform.smoothscale(cut, (_WIDTH, height))
    png = BytesIO()
    pygame.image.save(small, png, "thumbnail.png")
    return png.getvalue()
