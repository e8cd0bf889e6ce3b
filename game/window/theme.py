"""The colours of the window, and the pairs of them that a reader has to tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Colour = tuple[int, int, int]


def _hex(code: str) -> Colour:
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


@dataclass(frozen=True, slots=True)
class Palette:
    """A colour for each purpose. A line of text names its ink and its ground by these fields."""

    room: Colour  # the dim room: bars and panels
    sea: Colour  # the plotting wall
    wood: Colour  # the table where the lamp lights it most
    wood_dark: Colour  # the table at its unlit edge
    paper: Colour
    manila: Colour
    card: Colour
    plain: Colour  # the page that tells of war: no warmth
    ink: Colour
    faint_ink: Colour
    ivory: Colour
    faint_ivory: Colour
    carbon: Colour
    stamp: Colour
    amber: Colour
    blue: Colour
    vermilion: Colour
    green: Colour
    line: Colour  # rules and edges on paper
    contour: Colour  # thin drawing on the wall
    land: Colour  # on the map
    coast: Colour

    def __getitem__(self, name: str) -> Colour:
        colour: Colour = getattr(self, name)
        return colour


WARM = Palette(
    room=_hex("12181B"),
    sea=_hex("16333B"),
    wood=_hex("5C3F28"),
    wood_dark=_hex("1A110B"),
    paper=_hex("EFE6CF"),
    manila=_hex("D9C08A"),
    card=_hex("F7F1E1"),
    plain=_hex("F4F2EC"),
    ink=_hex("1B1A17"),
    faint_ink=_hex("4A4536"),
    ivory=_hex("F2EBDA"),
    faint_ivory=_hex("C9C2B0"),
    carbon=_hex("1F3B73"),
    stamp=_hex("A3160F"),
    amber=_hex("F0B540"),
    blue=_hex("7FB8E6"),
    vermilion=_hex("FF8A6B"),
    green=_hex("8FD19E"),
    line=_hex("857A5E"),
    contour=_hex("6E9297"),
    land=_hex("20434B"),
    coast=_hex("B9B9A8"),
)

HIGH_CONTRAST = Palette(
    room=_hex("000000"),
    sea=_hex("000000"),
    wood=_hex("000000"),
    wood_dark=_hex("000000"),
    paper=_hex("FFFFFF"),
    manila=_hex("FFFFFF"),
    card=_hex("FFFFFF"),
    plain=_hex("FFFFFF"),
    ink=_hex("000000"),
    faint_ink=_hex("1E1E1E"),
    ivory=_hex("FFFFFF"),
    faint_ivory=_hex("EDEDED"),
    carbon=_hex("00135C"),
    stamp=_hex("7A0000"),
    amber=_hex("FFCC33"),
    blue=_hex("9ED0FF"),
    vermilion=_hex("FFA58C"),
    green=_hex("A6EDB6"),
    line=_hex("000000"),
    contour=_hex("FFFFFF"),
    land=_hex("000000"),
    coast=_hex("FFFFFF"),
)


class Pair(NamedTuple):
    """A foreground on a ground, both by name, and the WCAG ratio it must reach in the warm palette."""

    ink: str
    ground: str
    least: float


TEXT_PAIRS = (
    Pair("ivory", "room", 7.0),
    Pair("ivory", "sea", 7.0),
    Pair("ivory", "wood", 7.0),
    Pair("faint_ivory", "room", 7.0),
    Pair("faint_ivory", "wood", 4.5),
    Pair("ink", "paper", 7.0),
    Pair("ink", "manila", 7.0),
    Pair("ink", "card", 7.0),
    Pair("ink", "plain", 7.0),
    Pair("faint_ink", "paper", 7.0),
    Pair("faint_ink", "card", 7.0),
    Pair("carbon", "paper", 7.0),
    Pair("carbon", "card", 7.0),
    Pair("carbon", "manila", 4.5),
    Pair("stamp", "paper", 4.5),
)
"""Every ink and ground that text is set in; layouts use no other."""

MARK_PAIRS = (
    Pair("line", "paper", 3.0),
    Pair("line", "card", 3.0),
    Pair("ink", "manila", 3.0),
    Pair("amber", "room", 3.0),
    Pair("faint_ivory", "room", 3.0),
    Pair("faint_ivory", "wood", 3.0),
    Pair("contour", "sea", 3.0),
    Pair("contour", "room", 3.0),
    Pair("blue", "room", 3.0),
    Pair("vermilion", "room", 3.0),
    Pair("green", "room", 3.0),
    Pair("blue", "sea", 3.0),
    Pair("vermilion", "sea", 3.0),
    Pair("green", "sea", 3.0),
    Pair("amber", "sea", 3.0),
    Pair("ivory", "sea", 3.0),
    Pair("coast", "sea", 3.0),
    Pair("blue", "land", 3.0),
    Pair("vermilion", "land", 3.0),
    Pair("green", "land", 3.0),
    Pair("amber", "land", 3.0),
    Pair("ivory", "land", 3.0),
    Pair("coast", "land", 3.0),
)
"""Lines, marks and edges that carry meaning."""


def contrast(one: Colour, other: Colour) -> float:
    """Give the WCAG 2.2 contrast ratio of two colours, 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def linear(colour: Colour) -> tuple[float, float, float]:
    """Give the light of each channel of an sRGB colour, 0 to 1."""
    red, green, blue = (
        c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour
    )
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
