"""A brush: the strokes from which every look is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.window.frame import Frame
from game.window.theme import Colour, Palette
from game.window.widgets import Box

Point = tuple[float, float]


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
        """Fill a box."""
        pygame.draw.rect(self.surface, colour, self.rect(box), border_radius=radius)

    def frame_line(self, box: Box, colour: Colour, width: int, radius: int = 0) -> None:
        """Draw the edge of a box, inwards."""
        pygame.draw.rect(self.surface, colour, self.rect(box), width=width, border_radius=radius)

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
        pygame.draw.circle(self.surface, colour, (centre[0], centre[1] + self.dy), radius)

    def ring(self, centre: Point, radius: float, colour: Colour, width: int) -> None:
        """Draw a circle."""
        pygame.draw.circle(self.surface, colour, (centre[0], centre[1] + self.dy), radius, width)

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
