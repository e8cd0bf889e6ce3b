"""Text cut into runs of one script and broken into lines, for scripts with and without spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from game.window.fonts import Face, FontBook, Script, script_of

ZERO_WIDTH_SPACE = "\u200b"
LONGEST_LINE = 80  # characters; longer lines lose the reader's eye

_NOT_DRAWN = str.maketrans({ZERO_WIDTH_SPACE: None, "\u2011": "-", "\u2060": None, "\ufeff": None})
_WORD = re.compile("[^ \t\u200b]+[ \t\u200b]*|[ \t\u200b]+")
# inside a word: after a dash, and after a hyphen with three letters on both sides (never in "U-2")
_INSIDE = re.compile("(?<=\u2014)(?=\\w)|(?<=\\w\\w\\w-)(?=\\w\\w\\w)")
_THAI_LEADING_VOWELS = "เแโใไ"  # written before the consonant they follow
_THAI_TRAILING_VOWELS = "ะาำๅๆ"


def drawn(text: str) -> str:
    """Give what is drawn of `text`: no zero-width spaces, no letters that the fonts lack."""
    return text.translate(_NOT_DRAWN)


@lru_cache(maxsize=8192)
def runs(text: str) -> tuple[tuple[str, Script], ...]:
    """Cut `text` into runs of one script; spaces and commas stay with the run before them."""
    cut: list[tuple[str, Script]] = []
    for letter in text:
        script = script_of(letter) or (cut[-1][1] if cut else "latin")
        if cut and cut[-1][1] == script:
            cut[-1] = (cut[-1][0] + letter, script)
        else:
            cut.append((letter, script))
    return tuple(cut)


@lru_cache(maxsize=32768)
def width(fonts: FontBook, text: str, face: Face, px: int) -> int:
    """Give the width of `text` on one line, in pixels."""
    return sum(fonts.font(face, script, px).size(run)[0] for run, script in runs(drawn(text)))


@lru_cache(maxsize=4096)
def wrap(fonts: FontBook, text: str, face: Face, px: int, widest: int) -> tuple[str, ...]:
    """Break `text` into lines no wider than `widest` pixels and no longer than LONGEST_LINE.

    A newline always ends a line; an empty line stays as an empty line. Lines break at spaces and
    zero-width spaces; a piece that is still too wide breaks between clusters.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(fonts, paragraph, (face, px), widest))
    return tuple(lines)


def _wrap_paragraph(fonts: FontBook, paragraph: str, type_: tuple[Face, int], widest: int) -> list[str]:
    def fits(line: str) -> bool:
        shown = drawn(line).rstrip()
        return len(shown) <= LONGEST_LINE and width(fonts, shown, *type_) <= widest

    lines, line = [], ""
    for piece in pieces(paragraph):
        if fits(line + piece):
            line += piece
            continue
        if line.strip():
            lines.append(drawn(line).strip())
        *full, line = [piece] if fits(piece) else _fill(clusters(piece), fits)
        lines.extend(drawn(part).strip() for part in full)
    lines.append(drawn(line).strip())
    return lines


def _fill(parts: tuple[str, ...], fits: Callable[[str], bool]) -> list[str]:
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
