"""What a screen or a desk mentions: glossary terms in its words, sources in its papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.play.view import SourceView, TermView, View


def terms(glossary: tuple[TermView, ...], text: str) -> frozenset[str]:
    """Give the ids of the terms whose words occur in `text`."""
    folded = text.casefold()
    return frozenset(
        term.id for term in glossary if any(_occurs(word.casefold(), folded) for word in term.words)
    )


def _occurs(word: str, text: str) -> bool:
    if not word.isascii():
        return word in text  # scripts without spaces have no word ends to look for
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def sources(view: View) -> tuple[SourceView, ...]:
    """Give every source that the desk names, once each, in the order in which they are met."""
    return tuple({source.id: source for source in _met(view)}.values())


def _met(view: View) -> Iterator[SourceView]:
    for document in (*view.documents, *view.file):
        yield from document.sources
    for adviser in view.advisers:
        yield from adviser.sources
    for option in view.options:
        yield from option.sources
