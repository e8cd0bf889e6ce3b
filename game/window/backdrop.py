"""The table under its lamp and the contour lines of the wall, drawn once a size."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from functools import lru_cache

import pygame

from game.window.theme import Colour, Palette

_LAMP = (0.40, 0.34)  # where the lamp stands, as shares of the window
_GRID = 48, 27


@lru_cache(maxsize=1)
def table(palette: Palette, width: int, height: int) -> pygame.Surface:
    """Give a wooden table whose lamplight falls off towards the edges, with grain along its planks."""
    if palette.wood == palette.wood_dark:
        flat = pygame.Surface((width, height))
        flat.fill(palette.wood)
        return flat
    surface = pygame.transform.smoothscale(_lamplight(palette), (width, height))
    surface.blit(_grain(width, height), (0, 0), special_flags=pygame.BLEND_MULT)
    plank = max(height // 5, 1)
    for y in range(plank, height, plank):
        surface.fill((120, 120, 120), (0, y, width, max(1, height // 540)), pygame.BLEND_MULT)
    return surface


def _lamplight(palette: Palette) -> pygame.Surface:
    """Give the wood under the lamp, small; every shade is mixed once."""
    across, down = _GRID
    shades = [bytes(_mixed(palette.wood, palette.wood_dark, (i / 255) ** 1.35)) for i in range(256)]
    pixels = b"".join(
        shades[min(int(math.hypot(x / across - _LAMP[0], (y / down - _LAMP[1]) * 0.9) / 0.82 * 255), 255)]
        for y in range(down)
        for x in range(across)
    )
    return pygame.image.frombuffer(pixels, _GRID, "RGB")


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _noise(name: str, count: int) -> bytes:
    """Give the same bytes in every run, on every machine."""
    return hashlib.shake_128(name.encode()).digest(count)


def _grain(width: int, height: int) -> pygame.Surface:
    columns, rows = 14, 216
    levels = _noise("wood", columns * rows)
    # only ever darkens: the lit wood of the palette stays the brightest ground that text can meet
    pixels = bytes(value for level in levels for value in (255 - level // 6,) * 3)
    small = pygame.image.frombuffer(pixels, (columns, rows), "RGB")
    return pygame.transform.smoothscale(small, (width, height))


def height_at(x: float, y: float) -> float:
    """Give the height of an imagined upland at a point of the wall, about -1 to 2."""
    ridge = 1.5 * math.exp(-(((y - 0.5 - 0.16 * math.sin(x * 2.1)) / 0.30) ** 2))
    return (
        ridge
        + 0.30 * math.sin(x * 3.1 + 0.6) * math.cos(y * 4.3)
        + 0.16 * math.sin(x * 7.3 - y * 5.1)
        + 0.09 * math.cos(x * 13.0 + y * 9.0)
    )


Segment = tuple[tuple[float, float], tuple[float, float]]


@lru_cache(maxsize=8)
def contours(aspect: float, level_count: int = 9) -> tuple[tuple[Segment, ...], ...]:
    """Give the contour lines of the upland, level by level, in shares of a wall.

    `aspect` is its width over its height. Marching squares on a coarse grid:
    enough for thin lines in the dark.
    """
    rows = 34
    across = max(8, min(round(rows * aspect), 240))
    heights = [[height_at(x / rows, y / rows) for x in range(across + 1)] for y in range(rows + 1)]
    levels = [-0.3 + 2.0 * i / (level_count - 1) for i in range(level_count)]
    # below which level each point lies: most cells have all four corners between the same two
    below = [[int((height + 0.3) * (level_count - 1) / 2.0 + 1) for height in row] for row in heights]
    found: list[list[Segment]] = [[] for _ in levels]
    for y in range(rows):
        for x in range(across):
            places = below[y][x], below[y][x + 1], below[y + 1][x + 1], below[y + 1][x]
            if places[0] == places[1] == places[2] == places[3]:
                continue
            corners = (heights[y][x], heights[y][x + 1], heights[y + 1][x + 1], heights[y + 1][x])
            low, high = min(corners), max(corners)
            for i in range(max(min(places) - 1, 0), min(max(places) + 1, level_count)):
                if low < levels[i] <= high:
                    crossings = [
                        ((x + across_cell) / across, (y + down_cell) / rows)
                        for across_cell, down_cell in _crossings(corners, levels[i])
                    ]
                    found[i].extend(zip(crossings[::2], crossings[1::2], strict=True))
    return tuple(tuple(lines) for lines in found)


_CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))


def _crossings(heights: tuple[float, float, float, float], level: float) -> Iterator[tuple[float, float]]:
    """Give where a level crosses the four sides of a cell; there are two such places, or four."""
    for i in range(4):
        a, b = heights[i] - level, heights[(i + 1) % 4] - level
        if (a < 0) != (b < 0):
            (ax, ay), (bx, by) = _CORNERS[i], _CORNERS[(i + 1) % 4]
            share = a / (a - b)
            yield ax + (bx - ax) * share, ay + (by - ay) * share


@lru_cache(maxsize=6)
def wall(palette: Palette, width: int, height: int) -> pygame.Surface:
    """Give the dim wall behind a bar: contour lines only just lighter than the room."""
    surface = pygame.Surface((width, height))
    surface.fill(palette.room)
    if palette.room != palette.sea:
        _draw_contours(surface, palette.sea, contours(round(min(width / max(height, 1), 12), 1)))
    return surface


@lru_cache(maxsize=1)
def upland(palette: Palette, width: int, height: int) -> pygame.Surface:
    """Give the wall of the title: an upland whose lines stand out only where no text is set."""
    surface = pygame.Surface((width, height))
    surface.fill(palette.sea)
    for i, level in enumerate(contours(round(width / max(height, 1), 1), 13)):
        shares = [_QUIET + (0.25 + i * 0.02) * _eased(place / _SHADES) for place in range(_SHADES + 1)]
        shades = [_mixed(palette.sea, palette.contour, share) for share in shares]
        for (ax, ay), (bx, by) in level:
            shade = shades[round(min(max((ax - 0.5) / 0.3, 0), 1) * _SHADES)]
            pygame.draw.aaline(surface, shade, (ax * width, ay * height), (bx * width, by * height))
    return surface


_SHADES = 24  # from quiet to clear: more would not be told apart


_QUIET = 0.22  # so faint that ivory on a line keeps 7:1


def _eased(share: float) -> float:
    """Go from 0 to 1 without a corner."""
    inside = min(max(share, 0), 1)
    return inside * inside * (3 - 2 * inside)


def _draw_contours(surface: pygame.Surface, colour: Colour, levels: tuple[tuple[Segment, ...], ...]) -> None:
    width, height = surface.get_size()
    for level in levels:
        for (ax, ay), (bx, by) in level:
            pygame.draw.aaline(surface, colour, (ax * width, ay * height), (bx * width, by * height))
