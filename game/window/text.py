"""Text cut into runs of one script and broken into lines, for scripts with and without spaces."""

from __future__ import annotations

from functools import lru_cache

from game.window.faces import Face, Script
from game.window.fonts import FontBook, script_of
from game.wrap import shown
from game.wrap import wrap as wrap_lines

LONGEST_LINE = 80  # characters; longer lines lose the reader's eye


@lru_cache(maxsize=2048)
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


@lru_cache(maxsize=4096)
def width(fonts: FontBook, text: str, face: Face, px: int) -> int:
    """Give the width of `text` on one line, in pixels."""
    return sum(fonts.font(face, script, px).size(run)[0] for run, script in runs(shown(text)))


@lru_cache(maxsize=512)
def wrap(fonts: FontBook, text: str, face: Face, px: int, widest: int) -> tuple[str, ...]:
    """Break `text` into lines no wider than `widest` pixels and no longer than LONGEST_LINE."""

    def fits(line: str) -> bool:
        return len(line) <= LONGEST_LINE and width(fonts, line, face, px) <= widest

    return tuple(wrap_lines(text, fits))
