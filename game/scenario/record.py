"""The values of the record: what happened, who held what, the papers and their sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario.text import Text


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a reader could ask an archive for."""

    id: str
    title: Text
    author: Text | None
    year: str | None
    kind: str
    made: str | None
    url: str | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Position:
    """What a person held from a date on."""

    at: str
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who speaks or is spoken of."""

    id: str
    name: Text
    role: Text
    side: str | None
    positions: tuple[Position, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A paper that may lie on a desk, always paraphrased."""

    id: str
    kind: str
    title: Text
    sender: Text | None
    recipient: Text | None
    sent: str | None
    received: str | None
    text: Text
    alt: Text | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry; `also` are other words for the same."""

    id: str
    term: Text
    also: tuple[Text, ...]
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of the record, with what each side believed then and who learned it when."""

    id: str
    at: str
    phase: str | None
    text: Text
    status: str
    confidence: str
    sources: tuple[str, ...]
    dispute: Text | None
    believed: Mapping[str, Text]
    learned: Mapping[str, str]
