"""What is said aloud: the whole of a new screen, then whatever the ring comes to, each in reading order."""

from __future__ import annotations

from game.messages import Words
from game.window.compose import PAGE
from game.window.frame import Frame
from game.window.outline import HEARD, WINDOW, Item, outline
from game.window.painter import Shown

_READ = ("heading", "text", "gauge", "drawing")


def screen_words(frame: Frame, shown: Shown) -> str:
    """Say all that a screen tells and offers, and last what the ring is on."""
    items = tuple(item for item in outline(frame, shown) if item.id not in (WINDOW, PAGE, HEARD))
    told = [item.label for item in items if item.kind in _READ and item.label]
    return _joined((*told, ring_words(frame, shown)))


def ring_words(frame: Frame, shown: Shown) -> str:
    """Say what the ring is on, whether it is set, its place among its like, and its key."""
    item = next((item for item in outline(frame, shown) if item.id == shown.focus), None)
    if item is None:
        return ""
    words = frame.words
    return _joined((item.label, _state(words, item), _place(words, item), _key(words, item)))


def _state(words: Words, item: Item) -> str:
    return "" if item.is_on is None else words("window.spoken.on" if item.is_on else "window.spoken.off")


def _place(words: Words, item: Item) -> str:
    return words("window.spoken.place", place=item.place, count=item.count) if item.count else ""


def _key(words: Words, item: Item) -> str:
    return words("window.spoken.key", key=item.shortcut) if item.shortcut else ""


def _joined(texts: tuple[str, ...]) -> str:
    """Put texts into one, with a full stop where one ends without: voices pause there."""
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    return "\n".join(line if line[-1] in ".!?:;" else f"{line}." for line in lines)
