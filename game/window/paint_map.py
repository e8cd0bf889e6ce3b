"""How a chart looks: coast in thin ivory on the teal wall, ranges, grease pencil, and symbols."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import pygame

from game.window import coast
from game.window.brush import Brush, Point
from game.window.frame import Frame
from game.window.plot import RING
from game.window.shapes import draw_shape
from game.window.theme import Palette
from game.window.widgets import Box, Pin, Plot, Stroke, Widget


def _plot(brush: Brush, widget: Widget) -> None:
    """Lay down a chart that was drawn once; it is drawn anew only when anything on it has changed."""
    if isinstance(widget.figure, Plot):
        box = widget.box
        frame = replace(brush.frame, caption="")  # what a caption says changes nothing here
        drawn = _chart(widget.figure, (box.width, box.height), brush.palette, frame)
        brush.surface.blit(drawn, (box.x, box.y + brush.dy))


@lru_cache(maxsize=4)
def _chart(shown: Plot, size: tuple[int, int], palette: Palette, frame: Frame) -> pygame.Surface:
    surface = pygame.Surface(size)
    surface.fill(palette.sea)
    brush = Brush(surface, palette, frame, 0)
    _draw_land(brush, shown)
    for stroke in shown.strokes:
        _MANNERS[stroke.manner](brush, stroke)
    for pin in shown.pins:
        _draw_leader(brush, pin)
    for start, end in shown.leaders:
        pygame.draw.aaline(surface, palette.ivory, start, end, max(frame.px(2), 1))
    for plate in shown.plates:
        brush.fill(plate, palette.sea, radius=frame.px(4))
    for pin in shown.pins:
        _draw_pin(brush, pin)
    _draw_scale(brush, shown.bar)
    edge = max(frame.px(2), 1)
    brush.frame_line(Box(0, 0, *size), palette.contour, edge)
    return surface


def _draw_scale(brush: Brush, bar: Box) -> None:
    if not bar.width:
        return
    brush.fill(bar, brush.palette.ivory)
    edge = max(brush.frame.px(2), 1)
    half = Box(bar.x + edge, bar.y + edge, bar.width // 2 - edge, bar.height - 2 * edge)
    brush.fill(half, brush.palette.sea)


def _draw_land(brush: Brush, shown: Plot) -> None:
    """Fill all land that can be seen, then draw its coasts."""
    width, height = brush.surface.get_size()
    k, (east, north) = shown.px_per_km, shown.middle
    half_x, half_y = width / 2 / k, height / 2 / k
    seen = [
        (ring, [(width / 2 + (x - east) * k, height / 2 - (y - north) * k) for x, y in ring.places])
        for ring in coast.land(shown.centre)
        if ring.bounds[0] < east + half_x
        and ring.bounds[2] > east - half_x
        and ring.bounds[1] < north + half_y
        and ring.bounds[3] > north - half_y
    ]
    for _, places in seen:
        # the library looks at every corner for every row, so those out of sight cost much
        inside = _clipped(_clipped(places, 0, width), 1, height)
        if len(inside) > 2:
            pygame.draw.polygon(brush.surface, brush.palette.land, inside)
    thick = max(brush.frame.px(1.5), 1)
    for ring, places in seen:
        for (start, end), is_coast in zip(pairwise(places), ring.is_coast, strict=True):
            is_left_or_right = max(start[0], end[0]) < 0 or min(start[0], end[0]) > width
            is_above_or_below = max(start[1], end[1]) < 0 or min(start[1], end[1]) > height
            if is_coast and not is_left_or_right and not is_above_or_below:
                pygame.draw.aaline(brush.surface, brush.palette.coast, start, end, thick)


def _clipped(places: Sequence[Point], axis: int, most: float) -> Sequence[Point]:
    """Cut a shape to what lies from 0 to `most` along an axis, after Sutherland and Hodgman (1974)."""
    for limit, sign in ((0.0, 1), (most, -1)):
        kept: list[Point] = []
        for start, end in zip(places, (*places[1:], *places[:1]), strict=True):
            before, now = (start[axis] - limit) * sign, (end[axis] - limit) * sign
            if before >= 0:
                kept.append(start)
            if (before < 0) != (now < 0):
                share = before / (before - now)
                kept.append((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
        places = kept
    return places


def _draw_range(brush: Brush, stroke: Stroke) -> None:
    """A range ring: long dashes, so that no coast is taken for one."""
    px = brush.frame.px
    for start, end in _dashes(stroke.places, px(22), px(10)):
        _line(brush, stroke, start, end, 2.5)


def _draw_track(brush: Brush, stroke: Stroke) -> None:
    """A flight: short dashes, with a point at its end."""
    px = brush.frame.px
    for start, end in _dashes(stroke.places, px(8), px(7)):
        _line(brush, stroke, start, end, 3)
    (ax, ay), (bx, by) = stroke.places[-2:]
    angle, size = math.atan2(by - ay, bx - ax), px(16)
    tip = [(bx - size * math.cos(angle + turn), by - size * math.sin(angle + turn)) for turn in (0.45, -0.45)]
    brush.polygon([(bx, by), *tip], brush.palette[stroke.ink])


def _draw_pencil(brush: Brush, stroke: Stroke) -> None:
    """Grease pencil on acetate: it wobbles, and lies thick where it was gone over twice."""
    if brush.is_flat:
        for start, end in pairwise(stroke.places):
            _line(brush, stroke, start, end, 4)
        return
    for number, width in enumerate((4.5, 3, 2)):
        for start, end in pairwise(tuple(_wobbling(brush, stroke, number))):
            _line(brush, stroke, start, end, width)


def _wobbling(brush: Brush, stroke: Stroke, number: int) -> Iterator[Point]:
    """Move every point a little, the same way in every run."""
    noise = hashlib.shake_128(f"{stroke.mark}/{number}".encode()).digest(2 * len(stroke.places))
    sway = brush.frame.unit * 2.2
    for i, (x, y) in enumerate(stroke.places):
        yield x + (noise[2 * i] / 127.5 - 1) * sway, y + (noise[2 * i + 1] / 127.5 - 1) * sway


def _line(brush: Brush, stroke: Stroke, start: Point, end: Point, width: float) -> None:
    wide, high = brush.surface.get_size()
    if pygame.Rect(-9, -9, wide + 18, high + 18).clipline(start, end):
        thick = max(brush.frame.px(width * (1.7 if stroke.is_picked else 1)), 1)
        pygame.draw.aaline(brush.surface, brush.palette[stroke.ink], start, end, thick)


def _dashes(places: tuple[Point, ...], dash: float, gap: float) -> Iterator[tuple[Point, Point]]:
    """Cut a line through points into dashes of equal length."""
    walked = 0.0
    for (ax, ay), (bx, by) in pairwise(places):
        length = math.hypot(bx - ax, by - ay)
        at = 0.0
        while at < length:
            phase = walked % (dash + gap)
            step = min((dash if phase < dash else dash + gap) - phase, length - at) or 0.01
            if phase < dash:
                one, other = at / length, (at + step) / length
                yield (
                    (ax + (bx - ax) * one, ay + (by - ay) * one),
                    (ax + (bx - ax) * other, ay + (by - ay) * other),
                )
            at += step
            walked += step


_MANNERS: Mapping[str, Callable[[Brush, Stroke], None]] = {
    "range": _draw_range,
    "track": _draw_track,
    "pencil": _draw_pencil,
}


def _middle(box: Box) -> Point:
    return box.x + box.width / 2, box.y + box.height / 2


def _draw_leader(brush: Brush, pin: Pin) -> None:
    """A thin line from where a mark belongs to where it found room."""
    if math.dist(_middle(pin.box), pin.foot) > 2:
        thick = max(brush.frame.px(2), 1)
        pygame.draw.aaline(brush.surface, brush.palette.ivory, pin.foot, _middle(pin.box), thick)
        brush.disc(pin.foot, max(brush.frame.px(4), 2), brush.palette.ivory)


def _draw_pin(brush: Brush, pin: Pin) -> None:
    px = brush.frame.px
    if pin.is_picked:
        brush.ring(_middle(pin.box), pin.box.width * 0.5 + px(RING), brush.palette.amber, max(px(4), 2))
    if pin.kind == "city":
        brush.disc(_middle(pin.box), pin.box.width / 2, brush.palette.sea)
        brush.ring(_middle(pin.box), pin.box.width / 2 - px(1), brush.palette.ivory, max(px(3), 2))
        return
    box = pin.box
    brush.fill(box.inset(-px(2)), brush.palette.sea, radius=px(4))
    low = pin.kind in _HULLS
    shape = Box(box.x + box.width // 6, box.y, box.width * 2 // 3, box.height * 2 // 3) if low else box
    colour = brush.palette[_INKS.get(pin.shape, "ivory")]
    draw_shape(brush, shape, pin.shape or "diamond", colour)
    brush.smooth(_drawn_sign, box, colour, pin.kind, pin.shape)


_INKS = {"square": "blue", "triangle": "vermilion", "circle": "green", "diamond": "amber"}
_HULLS = ("ship", "submarine")


def _drawn_sign(brush: Brush, box: Box, kind: str, shape: str) -> None:
    """Draw the sign of a kind over its side's shape: a rocket, a chevron, wings, a hull, a cross, a ring."""
    colour = brush.palette[_INKS.get(shape, "ivory")]
    dark, w = brush.palette.sea, box.width

    def at(*places: Point) -> list[Point]:
        return [(x * w, y * w) for x, y in places]

    if kind == "missile-site":
        brush.polygon(at((0.5, 0.34), (0.6, 0.52), (0.6, 0.9), (0.4, 0.9), (0.4, 0.52)), dark)
    elif kind == "sam-site":
        brush.lines(at((0.32, 0.82), (0.5, 0.52), (0.68, 0.82)), dark, w // 9)
    elif kind == "airfield":
        brush.lines(at((0.2, 0.74), (0.8, 0.74)), dark, w // 8)
        brush.lines(at((0.5, 0.45), (0.5, 0.95)), dark, w // 8)
    elif kind == "flight":
        brush.lines(at((0.28, 0.28), (0.72, 0.72)), dark, w // 8)
        brush.lines(at((0.72, 0.28), (0.28, 0.72)), dark, w // 8)
    elif kind == "base":
        brush.polygon(at((0.3, 0.34), (0.7, 0.34), (0.7, 0.7), (0.3, 0.7)), dark)
    elif kind == "ship":
        brush.polygon(at((0, 0.74), (1, 0.74), (0.82, 1), (0.18, 1)), colour)
    elif kind == "submarine":
        pygame.draw.ellipse(brush.surface, colour, (0, 0.7 * w, w, 0.3 * w))
        brush.lines(at((0.12, 0.85), (0.88, 0.85)), dark, w // 12)


LOOKS: Mapping[str, Callable[[Brush, Widget], None]] = {"plot": _plot}
