"""A page: headings, paragraphs and numbered items, before any front end gives them a look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["title", "heading", "text", "item", "detail", "note"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page. `label` stands before the text: the number of an item, the name of a detail.

    A detail belongs to the block above it; a note is an aside of the game, not of the scenario.
    """

    kind: BlockKind
    text: str
    label: str = ""


Page = tuple[Block, ...]


def title(text: str) -> Block:
    """Make the heading of a whole page."""
    return Block("title", text)


def heading(text: str) -> Block:
    """Make the heading of a part."""
    return Block("heading", text)


def text(words: str) -> Block:
    """Make a paragraph."""
    return Block("text", words)


def item(label: str, words: str) -> Block:
    """Make an entry of a list, its label first."""
    return Block("item", words, label)


def detail(label: str, words: str) -> Block:
    """Make a line that belongs to the block above."""
    return Block("detail", words, label)


def note(words: str) -> Block:
    """Make an aside of the game."""
    return Block("note", words)
