"""A brush: the strokes from which every look is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import pygame

from game.window.frame import Frame
from game.window.theme import Colour, Palette
from game.window.widgets import Box

Point = tuple[float, float]


_FINE = 3  # how many times larger a thing is drawn before it is made small and soft


@dataclass(frozen=True, slots=True)
class Brush:
    """Draws on `surface` in a palette; everything is moved down by `dy`, as the page is scrolled."""

    surface: pygame.Surface
    palette: Palette
    frame: Frame
    dy: int

    @property
    def is_flat(self) -> bool:
        """Claim that this reader wants no ornament: no shadows, stamps, holes or tears."""
        return self.frame.settings.is_plain or self.frame.settings.is_high_contrast

    def rect(self, box: Box) -> pygame.Rect:
        """Give where a box lies on the surface."""
        return pygame.Rect(box.x, box.y + self.dy, box.width, box.height)

    def fill(self, box: Box, colour: Colour, radius: int = 0) -> None:
        """Fill a box; with a radius its corners are round."""
        if radius < 2:
            self.surface.fill(colour, self.rect(box))
            return
        rect, corner = self.rect(box), min(radius, box.width // 2, box.height // 2)
        self.surface.fill(colour, rect.inflate(0, -2 * corner))
        self.surface.fill(colour, rect.inflate(-2 * corner, 0))
        self._corners(rect, _round_corners(corner, corner, colour))

    def frame_line(self, box: Box, colour: Colour, width: int, radius: int = 0) -> None:
        """Draw the edge of a box, inwards; with a radius its corners are round."""
        rect, corner = self.rect(box), min(radius, box.width // 2, box.height // 2)
        corner = corner if corner >= 2 else 0
        for y in (rect.top, rect.bottom - width):
            self.surface.fill(colour, (rect.left + corner, y, rect.width - 2 * corner, width))
        for x in (rect.left, rect.right - width):
            self.surface.fill(colour, (x, rect.top + corner, width, rect.height - 2 * corner))
        if corner:
            self._corners(rect, _round_corners(corner, min(width, corner), colour))

    def _corners(self, rect: pygame.Rect, sprites: tuple[pygame.Surface, ...]) -> None:
        size = sprites[0].get_width()
        right, bottom = rect.right - size, rect.bottom - size
        places = ((rect.left, rect.top), (right, rect.top), (rect.left, bottom), (right, bottom))
        for sprite, place in zip(sprites, places, strict=True):
            self.surface.blit(sprite, place)

    def smooth(self, draw: Drawing, box: Box, edge: Colour, *details: object) -> None:
        """Draw something once, three times as large, and lay it here with soft edges.

        `edge` is the colour of its outline; `details` are what `draw` needs besides, hashable.
        """
        sprite = _sprite(draw, (self.palette, self.frame), (box.width, box.height), edge, details)
        self.surface.blit(sprite, (box.x, box.y + self.dy))

    def line(self, start: Point, end: Point, colour: Colour, width: int = 1) -> None:
        """Draw a straight line."""
        (ax, ay), (bx, by) = start, end
        if width <= 1 and ax != bx and ay != by:
            pygame.draw.aaline(self.surface, colour, (ax, ay + self.dy), (bx, by + self.dy))
        else:
            pygame.draw.line(self.surface, colour, (ax, ay + self.dy), (bx, by + self.dy), width)

    def lines(self, points: Sequence[Point], colour: Colour, width: int = 1) -> None:
        """Draw a line through points."""
        for start, end in pairwise(points):
            self.line(start, end, colour, width)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill a shape."""
        pygame.draw.polygon(self.surface, colour, [(x, y + self.dy) for x, y in points])

    def disc(self, centre: Point, radius: float, colour: Colour) -> None:
        """Fill a circle."""
        self._round(centre, round(radius), round(radius), colour)

    def ring(self, centre: Point, radius: float, colour: Colour, width: int) -> None:
        """Draw a circle."""
        self._round(centre, round(radius), width, colour)

    def _round(self, centre: Point, radius: int, width: int, colour: Colour) -> None:
        x, y = round(centre[0]), round(centre[1]) + self.dy
        rect = pygame.Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        self._corners(rect, _round_corners(max(radius, 1), width, colour))

    def darken(self, box: Box, share: float) -> None:
        """Dim what lies in a box already, by a share of its light."""
        level = round(255 * (1 - share))
        self.surface.fill((level, level, level), self.rect(box), pygame.BLEND_MULT)

    def shadow(self, box: Box, depth: int) -> None:
        """Dim what lies around the foot and the sides of a sheet, less and less away from it."""
        if self.is_flat:
            return
        for i in range(depth):
            share = 0.16 * (1 - i / depth)
            low = Box(box.x + depth // 3 - i, box.bottom + i, box.width - depth // 3 + 2 * i, 1)
            self.darken(low, share * 2.2)
            self.darken(Box(box.right + i, box.y + depth // 2, 1, box.height - depth // 2 + i), share * 1.6)
            self.darken(Box(box.x - 1 - i, box.y + depth, 1, box.height - depth + i), share)


Drawing = Callable[..., None]


@lru_cache(maxsize=256)
def _round_corners(radius: int, width: int, colour: Colour) -> tuple[pygame.Surface, ...]:
    """Give the four corners of a round edge `width` pixels thick: the library draws none with soft edges."""
    large = pygame.Surface((radius * 8, radius * 8), pygame.SRCALPHA)
    large.fill((*colour, 0))
    centre = (radius * 4, radius * 4)
    pygame.draw.circle(large, colour, centre, radius * 4)
    if width < radius:
        pygame.draw.circle(large, (*colour, 0), centre, (radius - width) * 4)
    soft = pygame.transform.smoothscale(large, (radius * 2, radius * 2))
    places = ((0, 0), (radius, 0), (0, radius), (radius, radius))
    return tuple(soft.subsurface((x, y, radius, radius)).copy() for x, y in places)


@lru_cache(maxsize=48)
def _sprite(
    draw: Drawing,
    look: tuple[Palette, Frame],
    size: tuple[int, int],
    edge: Colour,
    details: tuple[object, ...],
) -> pygame.Surface:
    palette, frame = look
    large = replace(frame, width_px=frame.width_px * _FINE, height_px=frame.height_px * _FINE)
    surface = pygame.Surface((size[0] * _FINE, size[1] * _FINE), pygame.SRCALPHA)
    surface.fill((*edge, 0))  # else the soft edge would darken towards transparent black
    draw(Brush(surface, palette, large, 0), Box(0, 0, size[0] * _FINE, size[1] * _FINE), *details)
    return pygame.transform.smoothscale(surface, size)
