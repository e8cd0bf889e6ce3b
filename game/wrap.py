"""Breaking text into lines, in scripts with spaces between words and in scripts without.

A line may break at a space, at U+200B (which a translator puts between words of a script that has no
spaces), after a dash, and after a hyphen with three letters on both sides (never in "U-2"). What is
still too wide breaks between clusters, never before a combining mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

ZERO_WIDTH_SPACE = "\u200b"

_NOT_SHOWN = str.maketrans({ZERO_WIDTH_SPACE: None, "\u2011": "-", "\u2060": None, "\ufeff": None})
_WORD = re.compile("[^ \t\u200b]+[ \t\u200b]*|[ \t\u200b]+")
_INSIDE = re.compile("(?<=\u2014)(?=\\w)|(?<=\\w\\w\\w-)(?=\\w\\w\\w)")
_THAI_LEADING_VOWELS = "เแโใไ"  # written before the consonant they follow
_THAI_TRAILING_VOWELS = "ะาำๅๆ"

Fits = Callable[[str], bool]
"""Whether a line, as it is shown, fits."""


def shown(text: str) -> str:
    """Give what is shown of `text`: no zero-width spaces, no letters that fonts and terminals lack."""
    return text.translate(_NOT_SHOWN)


def wrap(text: str, fits: Fits) -> list[str]:
    """Give the lines of `text`, all of which fit where a cluster fits at all.

    A newline always ends a line; an empty line stays an empty line. Spaces at a line's ends are dropped.
    """
    return [line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, fits)]


def _wrap_paragraph(paragraph: str, fits_shown: Fits) -> list[str]:
    def fits(line: str) -> bool:
        return fits_shown(shown(line).rstrip())

    lines, line = [], ""
    for piece in pieces(paragraph):
        if fits(line + piece):
            line += piece
            continue
        if line.strip():
            lines.append(shown(line).strip())
        *full, line = [piece] if fits(piece) else _fill(clusters(piece), fits)
        lines.extend(shown(part).strip() for part in full)
    lines.append(shown(line).strip())
    return lines


def _fill(parts: tuple[str, ...], fits: Fits) -> list[str]:
    lines = [""]
    for part in parts:
        if lines[-1] and not fits(lines[-1] + part):
            lines.append("")
        lines[-1] += part
    return lines


def pieces(text: str) -> tuple[str, ...]:
    """Cut `text` where a line may break, each piece with the space that follows it."""
    return tuple(piece for word in _WORD.findall(text) for piece in _INSIDE.split(word))


def clusters(text: str) -> tuple[str, ...]:
    """Cut `text` into letters with the marks and vowels that may not be parted from them."""
    cut: list[str] = []
    for letter in text:
        follows = letter in _THAI_TRAILING_VOWELS or unicodedata.category(letter) in ("Mn", "Mc", "Me")
        if cut and (follows or cut[-1][-1] in _THAI_LEADING_VOWELS or letter == ZERO_WIDTH_SPACE):
            cut[-1] += letter
        else:
            cut.append(letter)
    return tuple(cut)
