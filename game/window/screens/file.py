"""Papers: one in full, and all that have lain on this desk."""

from __future__ import annotations

from dataclasses import dataclass

from game.messages import Words
from game.play.view import DocumentView, View
from game.window.bars import play_bar
from game.window.buttons import Button
from game.window.compose import Flow, centred, show
from game.window.fonts import SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.papers import document
from game.window.parts import Card, card
from game.window.screens.common import back_button, leaf
from game.window.widgets import Widgets


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to read; `papers` are those that can be leafed through."""

    view: View
    papers: tuple[DocumentView, ...]
    number: int


@dataclass(frozen=True, slots=True)
class File:
    """Every paper that has lain on this desk earlier."""

    view: View


def paper_card(words: Words, address: str, paper: DocumentView, shortcut: str) -> Card:
    """Give the card under which a paper lies on the table."""
    kind = words(f"window.paper.kind.{paper.kind}")
    told = [kind, paper.received or paper.sent]
    about = "  ·  ".join(part for part in told if part)
    return Card(
        f"open.{address}", ((paper.title, STRONG, ""), (about, SMALL, "faint_ink")), show(address), shortcut
    )


def layout_paper(screen: Paper, frame: Frame) -> Widgets:
    """Lay out one document in the middle of the table."""
    words = frame.words

    def body(flow: Flow) -> None:
        column = centred(flow, 40)
        column.gap(8)
        document(column, screen.papers[screen.number])
        flow.put(column.widgets)

    return page(
        frame,
        Plan(
            lambda flow: play_bar(flow, screen.view, words("window.paper")),
            body,
            (back_button(words), Button("help", words("window.help"), show("help"), "F1")),
            leaf(words, "paper", screen.number, len(screen.papers)),
        ),
    )


def layout_file(screen: File, frame: Frame) -> Widgets:
    """Lay out the earlier papers as cards, the newest first."""
    words, view = frame.words, screen.view
    first = len(view.documents)

    def body(flow: Flow) -> None:
        column = centred(flow, 40)
        for i in reversed(range(len(view.file))):
            card(column, paper_card(words, f"paper:{first + i}", view.file[i], ""))
            column.gap(12)
        flow.put(column.widgets)

    return page(
        frame, Plan(lambda flow: play_bar(flow, view, words("window.file")), body, (back_button(words),))
    )
