"""Colours as people see them who lack one kind of cone.

The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation
of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, for
severity 1.0; they are for linear RGB.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from game.window.theme import Colour, linear

Sight = Literal["usual", "protan", "deutan", "tritan"]
SIGHTS: tuple[Sight, ...] = get_args(Sight)

_Row = tuple[float, float, float]
_MATRICES: Mapping[Sight, tuple[_Row, _Row, _Row]] = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(colour: Colour, sight: Sight) -> Colour:
    """Give the colour that looks to everyone as `colour` looks to someone with this sight."""
    if sight == "usual":
        return colour
    light = linear(colour)
    red, green, blue = (
        sum(share * part for share, part in zip(row, light, strict=True)) for row in _MATRICES[sight]
    )
    return _encoded(red), _encoded(green), _encoded(blue)


def _encoded(light: float) -> int:
    """Give a channel of sRGB, 0 to 255; what lies outside the screen's colours is cut off."""
    held = min(max(light, 0.0), 1.0)
    return round(255 * (12.92 * held if held <= 0.0031308 else 1.055 * held ** (1 / 2.4) - 0.055))
