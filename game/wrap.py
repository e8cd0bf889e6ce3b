"""Breaking text into lines, in scripts with spaces between words and in scripts without.

A line may break at a space, at U+200B (which a translator puts between words of a script that has no
spaces), after a dash, and after a hyphen with three letters on both sides (never in "U-2"). A word
wider than a line breaks between clusters, never before a combining mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

_BREAK = re.compile("([ \t\n]+|\u200b|(?<=\u2014)(?=\\w)|(?<=\\w\\w\\w-)(?=\\w\\w\\w))")
_LEADING_VOWELS = "เแโใไ"
_SARA_AM = "ำ"


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Give the lines of `text`, none wider than `width` by `measure`, where a cluster fits at all.

    Spaces at a line's ends are dropped; at least one line comes, empty for an empty text.
    """
    lines: list[str] = []
    line = ""
    for word, gap in _words(text):
        if line and measure(line + word) > width:
            lines.append(line.rstrip())
            line = ""
        while measure(word) > width:
            head = _fitting(word, width, measure)
            if len(head) == len(word):
                break
            lines.append(head)
            word = word[len(head) :]
        line += word + gap
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Give each word with the gap behind it: a space, or nothing."""
    parts = _BREAK.split(text.strip())
    for number in range(0, len(parts), 2):
        gap = parts[number + 1] if number + 1 < len(parts) else ""
        if parts[number]:
            yield parts[number], " " if gap.strip("\u200b") else ""


def clusters(text: str) -> list[str]:
    """Split `text` into what a reader sees as one letter, marks included."""
    found: list[str] = []
    for letter in text:
        joins = unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf") or letter == _SARA_AM
        if found and (joins or found[-1][-1] in _LEADING_VOWELS or found[-1][-1] == "\u200d"):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _fitting(word: str, width: float, measure: Callable[[str], float]) -> str:
    """Give the longest beginning of `word` that fits, at least one cluster."""
    parts = clusters(word)
    low, high = 1, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        if measure("".join(parts[:middle])) <= width:
            low = middle
        else:
            high = middle - 1
    return "".join(parts[:low])
