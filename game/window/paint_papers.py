"""How papers look: each kind of document has a character of its own, none of it under the text."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Mapping

import pygame

from game.window.brush import Brush
from game.window.shapes import draw_key_cap
from game.window.theme import Colour
from game.window.widgets import Box, Stamp, Widget

HOLES_PX = 64  # the left margin of punched papers, at 1080


def _sheet(brush: Brush, box: Box, colour: Colour) -> None:
    brush.shadow(box, brush.frame.px(14))
    brush.fill(box, colour)
    if brush.is_flat:
        brush.frame_line(box, brush.palette.ink, max(brush.frame.px(2), 1))
        return
    for i in range(brush.frame.px(5)):
        edge = box.inset(i)
        brush.darken(Box(edge.x, edge.bottom - 1, edge.width, 1), 0.05)
        brush.darken(Box(edge.right - 1, edge.y, 1, edge.height), 0.05)


def _paper(brush: Brush, widget: Widget) -> None:
    _sheet(brush, widget.box, brush.palette.paper)


def _plain(brush: Brush, widget: Widget) -> None:
    """The page that tells of war: nothing but a page."""
    brush.fill(widget.box, brush.palette.plain)


def _memo(brush: Brush, widget: Widget) -> None:
    _sheet(brush, widget.box, brush.palette.paper)
    if brush.is_flat:
        return
    px, box = brush.frame.px, widget.box
    x = box.x + px(HOLES_PX) // 2
    for share in (0.16, 0.5, 0.84) if box.height > px(520) else (0.25, 0.75):
        y = box.y + box.height * share
        brush.disc((x, y), px(11), brush.palette.wood_dark)
        brush.ring((x, y), px(12), brush.palette.line, 1)


def _minutes(brush: Brush, widget: Widget) -> None:
    """A ledger page: two ruled margins, the strokes of its lines only beside the text."""
    _sheet(brush, widget.box, brush.palette.paper)
    px, box = brush.frame.px, widget.box
    for offset in (44, 50):
        brush.line((box.x + px(offset), box.y), (box.x + px(offset), box.bottom - 1), brush.palette.stamp)
    if not brush.is_flat:
        for y in range(box.y + px(60), box.bottom - px(20), px(42)):
            brush.line((box.x + px(8), y), (box.x + px(36), y), brush.palette.line)


def _cable(brush: Brush, widget: Widget) -> None:
    """Off the roll of a teletype: torn above and below, its sprocket holes down both sides."""
    box, px = widget.box, brush.frame.px
    if brush.is_flat:
        _sheet(brush, box, brush.palette.paper)
        return
    tooth = px(9)
    body = Box(box.x, box.y + tooth, box.width, box.height - 2 * tooth)
    brush.shadow(body, px(14))
    points = [*_torn(box.x, box.right, box.y + tooth, -tooth, px(22))]
    points += [*reversed(_torn(box.x, box.right, box.bottom - tooth, tooth, px(26)))]
    brush.polygon(points, brush.palette.paper)
    for y in range(box.y + px(40), box.bottom - px(30), px(36)):
        for x in (box.x + px(16), box.right - px(16)):
            brush.ring((x, y), px(5), brush.palette.line, max(px(1.5), 1))


def _torn(left: int, right: int, y: int, depth: int, step: int) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = [(left, y)]
    noise = hashlib.shake_128(b"tear").digest(400)
    for i, x in enumerate(range(left + step, right - step // 2, step)):
        points.append((x, y + depth * (noise[i % 400] / 255) * (1 if i % 2 else 0.2)))
    points.append((right, y))
    return points


def _letter(brush: Brush, widget: Widget) -> None:
    """Good paper, folded twice, with a double line below the head."""
    _sheet(brush, widget.box, brush.palette.card)
    if brush.is_flat:
        return
    box = widget.box
    for share in (1 / 3, 2 / 3):
        y = box.y + int(box.height * share)
        for x, width in ((box.x, brush.frame.px(26)), (box.right - brush.frame.px(26), brush.frame.px(26))):
            brush.darken(Box(x, y, width, 1), 0.22)
            brush.darken(Box(x, y + 1, width, 1), 0.08)


def _newspaper(brush: Brush, widget: Widget) -> None:
    _sheet(brush, widget.box, brush.palette.paper)


def _columns(brush: Brush, widget: Widget) -> None:
    """Two columns of ruled lines that stand for the rest of the page, greeked as layout artists do."""
    box, px = widget.box, brush.frame.px
    gap, count = px(44), 2
    width = (box.width - gap * (count - 1)) // count
    noise = hashlib.shake_128(b"columns").digest(400)
    for column in range(count):
        x = box.x + column * (width + gap)
        for i, y in enumerate(range(box.y + px(4), box.bottom - px(4), px(15))):
            last = noise[(column * 40 + i) % 400] < 36
            brush.fill(Box(x, y, width * 3 // 5 if last else width, max(px(3), 1)), brush.palette.line)


def _broadcast(brush: Brush, widget: Widget) -> None:
    """A script on the announcer's stand: a wide margin for cues, held by a clip."""
    box, px = widget.box, brush.frame.px
    _sheet(brush, box, brush.palette.card)
    for offset in (72, 76):
        brush.line(
            (box.x + px(offset), box.y + px(30)),
            (box.x + px(offset), box.bottom - px(30)),
            brush.palette.carbon,
        )
    if brush.is_flat:
        return
    clip = Box(box.x + box.width // 2 - px(90), box.y - px(12), px(180), px(30))
    brush.fill(clip, brush.palette.room, radius=px(6))
    brush.frame_line(clip, brush.palette.contour, max(px(2), 1), radius=px(6))


def _folder(brush: Brush, widget: Widget) -> None:
    """A manila folder with a tab; an opened one has a bar at its side."""
    box, px = widget.box, brush.frame.px
    if not brush.is_flat:
        tab = Box(box.x + px(20), box.y - px(16), min(px(260), box.width // 2), px(34))
        brush.fill(tab, brush.palette.manila, radius=px(9))
    _sheet(brush, box, brush.palette.manila)
    if "selected" in widget.states:
        brush.fill(Box(box.x, box.y, px(9), box.height), brush.palette.ink)
    draw_key_cap(brush, widget, brush.palette.ink)


def _stamp(brush: Brush, widget: Widget) -> None:
    """A rubber stamp, tilted and worn; what it says stands on the page in plain text as well."""
    if brush.is_flat or not isinstance(widget.figure, Stamp):
        return
    font = brush.frame.fonts.font("typed-bold", "latin", widget.figure.px)
    text = font.render(widget.figure.text, True, brush.palette.stamp)
    pad = widget.figure.px // 2
    plate = pygame.Surface((text.get_width() + 2 * pad, text.get_height() + pad), pygame.SRCALPHA)
    pygame.draw.rect(
        plate, brush.palette.stamp, plate.get_rect(), max(widget.figure.px // 9, 2), border_radius=4
    )
    plate.blit(text, (pad, pad // 2 + widget.figure.px // 12))
    _wear(plate)
    turned = pygame.transform.rotozoom(plate, 5, 1.0)
    box = widget.box
    x = box.x + (box.width - turned.get_width()) // 2
    y = box.y + brush.dy + (box.height - turned.get_height()) // 2
    brush.surface.blit(turned, (x, y))


def _wear(plate: pygame.Surface) -> None:
    """Rub specks out of a stamp, the same ones every time."""
    width, height = plate.get_size()
    noise = hashlib.shake_128(b"stamp").digest(900)
    for i in range(0, 900, 3):
        x = noise[i] * width // 256
        y = noise[i + 1] * height // 256
        plate.fill((0, 0, 0, 0), (x, y, 1 + noise[i + 2] // 140, 1 + noise[i + 2] // 160))


def _sketch(brush: Brush, widget: Widget) -> None:
    _sheet(brush, widget.box, brush.palette.card)


def _site_plan(brush: Brush, widget: Widget) -> None:
    brush.smooth(_drawn_site_plan, widget.box, brush.palette.ink)


def _drawn_site_plan(brush: Brush, box: Box) -> None:
    """An interpreter's pencil drawing of a site: track, clearing, woods, long shapes under canvas."""
    px = brush.frame.px
    brush.fill(box, brush.palette.paper)
    pencil, width = brush.palette.ink, px(2)

    def at(x: float, y: float) -> tuple[float, float]:
        return box.x + box.width * x, box.y + box.height * y

    _hatch(brush, box)
    turns = [i / 72 * 2 * math.pi for i in range(72)]
    clearing = [
        at(0.5 + 0.36 * _wobble(turn) * math.cos(turn), 0.5 + 0.38 * _wobble(turn + 2) * math.sin(turn))
        for turn in turns
    ]
    brush.polygon(clearing, brush.palette.paper)
    brush.lines([*clearing, clearing[0]], pencil, width)
    for shift in (0.0, 0.035):
        track = [at(x / 60, 0.86 + shift - 0.5 * (x / 60) ** 1.7 + 0.02 * math.sin(x / 3)) for x in range(61)]
        brush.lines(track, pencil, width)
    for i in range(4):
        _long_shape(brush, at(0.34 + 0.09 * i, 0.36 + 0.05 * (i % 2)), px(70), px(18), 0.5)
    for i in range(3):
        _long_shape(brush, at(0.56 + 0.06 * i, 0.66), px(34), px(30), 0.1)
    for tip, tail in ((at(0.37, 0.44), at(0.24, 0.66)), (at(0.6, 0.72), at(0.78, 0.84))):
        _arrow(brush, tail, tip)
    brush.frame_line(box, brush.palette.ink, px(2))


def _hatch(brush: Brush, box: Box) -> None:
    step = brush.frame.px(20)
    for offset in range(-box.height, box.width, step):
        brush.line((box.x + offset, box.bottom), (box.x + offset + box.height, box.y), brush.palette.line, 2)


def _wobble(turn: float) -> float:
    """Give an unsteady hand's radius at an angle."""
    return 1 + 0.09 * math.sin(turn * 3) + 0.05 * math.sin(turn * 7 + 1) + 0.012 * math.sin(turn * 31)


def _long_shape(brush: Brush, at: tuple[float, float], length: float, width: float, angle: float) -> None:
    """A rectangle seen from above, turned, with a stroke along it."""
    cos, sin = math.cos(angle), math.sin(angle)
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
    points = [
        (
            at[0] + cos * a * length / 2 - sin * b * width / 2,
            at[1] + sin * a * length / 2 + cos * b * width / 2,
        )
        for a, b in corners
    ]
    brush.polygon(points, brush.palette.card)
    brush.lines(points, brush.palette.ink, max(brush.frame.px(2), 1))
    ends = [
        (at[0] - cos * length * 0.4, at[1] - sin * length * 0.4),
        (at[0] + cos * length * 0.4, at[1] + sin * length * 0.4),
    ]
    brush.line(ends[0], ends[1], brush.palette.ink, 1)


def _arrow(brush: Brush, tail: tuple[float, float], tip: tuple[float, float]) -> None:
    width, head = max(brush.frame.px(3), 1), brush.frame.px(14)
    brush.line(tail, tip, brush.palette.stamp, width)
    angle = math.atan2(tip[1] - tail[1], tip[0] - tail[0])
    for turn in (2.6, -2.6):
        end = (tip[0] + head * math.cos(angle + turn), tip[1] + head * math.sin(angle + turn))
        brush.line(tip, end, brush.palette.stamp, width)


LOOKS: Mapping[str, Callable[[Brush, Widget], None]] = {
    "paper": _paper,
    "plain": _plain,
    "memo": _memo,
    "minutes": _minutes,
    "cable": _cable,
    "letter": _letter,
    "newspaper": _newspaper,
    "broadcast": _broadcast,
    "sketch": _sketch,
    "folder": _folder,
    "columns": _columns,
    "site-plan": _site_plan,
    "stamp": _stamp,
}
