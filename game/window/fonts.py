"""The licensed fonts, opened once a size, each with the script it is to shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pygame

from game.errors import GameError
from game.window.faces import Face, Script, candidates

_PLAIN: dict[Face, Face] = {"typed": "sans", "typed-bold": "sans-bold", "headline": "sans-bold"}


@dataclass(frozen=True, slots=True)
class Type:
    """A face and its size in pixels at a window 1080 pixels high."""

    face: Face
    size: int


BODY = Type("sans", 28)
STRONG = Type("sans-bold", 28)
ASIDE = Type("sans-italic", 28)
SMALL = Type("sans", 22)
LABEL = Type("sans-bold", 22)
HEADING = Type("sans-bold", 37)
TITLE = Type("sans-bold", 54)
TYPED = Type("typed", 29)
TYPED_BOLD = Type("typed-bold", 29)
TYPED_SMALL = Type("typed", 24)
TYPED_TITLE = Type("typed-bold", 36)
HEADLINE = Type("headline", 76)
NAMEPLATE = Type("headline", 60)
DISPLAY = Type("headline", 190)

ALL_TYPES = (
    *(BODY, STRONG, ASIDE, SMALL, LABEL, HEADING, TITLE),
    *(TYPED, TYPED_BOLD, TYPED_SMALL, TYPED_TITLE, HEADLINE, NAMEPLATE, DISPLAY),
)


def plain_face(face: Face) -> Face:
    """Give the sans face that stands for `face` where a player asked for one plain face."""
    return _PLAIN.get(face, face)


class FontBook:
    """The fonts that the game ships; `find` gives the path of one. Needs `pygame.font.init`, no display.

    Where a file is missing or broken another one of ours stands in for it, and in the end the library's.
    """

    def __init__(self, find: Callable[[str], Path]) -> None:
        self._find = find
        self.font = lru_cache(maxsize=256)(self._open)

    def _open(self, face: Face, script: Script, px: int) -> pygame.font.Font:
        font = self._first(candidates(face, script), px)
        if script == "thai":
            # without it every Thai font draws tone marks through its vowels (seen, nine of nine)
            font.set_script("Thai")
        return font

    def _first(self, names: tuple[str, ...], px: int) -> pygame.font.Font:
        for name in names:
            try:
                return pygame.font.Font(str(self._find(f"fonts/{name}")), px)
            except (GameError, OSError, pygame.error):
                continue
        return pygame.font.Font(None, px)


def script_of(letter: str) -> Script | None:
    """Give the script whose font a letter needs, or None for what any font draws alike (spaces, commas)."""
    code = ord(letter)
    if 0x0E00 <= code <= 0x0E7F:
        return "thai"
    if 0x0400 <= code <= 0x04FF or code == 0x2116:
        return "cyrillic"
    if 0x2190 <= code <= 0x27BF:
        return "sign"
    return "latin" if letter.isalnum() or code > 0x20CF else None
