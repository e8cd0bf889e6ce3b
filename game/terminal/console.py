"""Showing pages and asking for a line: plain, or with rich's colours and rules.

Plain is for a screen reader, a braille line or a pipe: no colour, no box drawing, no cursor
movement, one idea to a line, the number first.
"""

from __future__ import annotations

import shutil
import sys
from typing import Any, Protocol

from wcwidth import wcswidth

from game.page import Block, Page
from game.wrap import wrap

WIDEST = 100


class Console(Protocol):
    """Where the terminal writes and asks."""

    def show(self, page: Page) -> None:
        """Write a page."""

    def ask(self, prompt: str) -> str:
        """Ask for one line. Raises EOFError at the end of the input."""

    def hide(self) -> None:
        """Put what was shown out of sight, so that the keyboard can change hands."""


def columns(text: str) -> int:
    """Give how many columns of a terminal `text` takes."""
    return max(wcswidth(text), 0)


def _width() -> int:
    return max(20, min(shutil.get_terminal_size().columns, WIDEST))


def lines(block: Block) -> list[str]:
    """Give the lines of a block as plain text."""
    if block.kind == "item":
        start = f"{block.label}. " if block.label else ""
    else:
        start = f"{block.label}: " if block.label else ""
    widest = _width()
    return wrap(start + block.text, lambda line: columns(line) <= widest)


class PlainConsole:
    """Lines of text, and nothing else."""

    def show(self, page: Page) -> None:
        for number, block in enumerate(page):
            if number and block.kind in ("title", "heading", "item", "text"):
                print()
            for line in lines(block):
                print(line)
        print(flush=True)

    def ask(self, prompt: str) -> str:
        answer = input(f"{prompt} ")
        if not sys.stdin.isatty():
            print(answer)  # so that a transcript of a pipe reads like a conversation
        return answer.strip()

    def hide(self) -> None:
        if sys.stdout.isatty():  # a pipe or a transcript has nothing to hide
            print("\n" * shutil.get_terminal_size().lines, end="", flush=True)


class RichConsole:
    """The same pages with colour and weight; importing rich costs 50 ms, so only this one does."""

    def __init__(self) -> None:
        from rich.console import Console as Rich  # noqa: PLC0415

        self._rich = Rich(highlight=False, width=_width() if sys.stdout.isatty() else None)

    def show(self, page: Page) -> None:
        for number, block in enumerate(page):
            if number and block.kind in ("heading", "item", "text"):
                self._rich.print()
            self._block(block)
        self._rich.print()

    def _block(self, block: Block) -> None:
        if block.kind == "title":
            self._rich.rule(self._styled(block.text, "bold"), style="dim")
            return
        shown = self._styled("\n".join(lines(block)), _STYLES[block.kind])
        if block.label:
            shown.stylize("bold yellow" if block.kind == "item" else "cyan", 0, len(block.label) + 1)
        self._rich.print(shown)

    def _styled(self, text: str, style: str) -> Any:
        # An author's text is never read as markup.
        from rich.text import Text  # noqa: PLC0415

        return Text(text, style=style)

    def ask(self, prompt: str) -> str:
        answer = self._rich.input(self._styled(f"{prompt} ", "bold yellow"))
        return answer.strip()

    def hide(self) -> None:
        if self._rich.is_terminal:
            # the lines above too: a terminal keeps what has scrolled out of its window
            self._rich.file.write("\x1b[2J\x1b[3J\x1b[H")
            self._rich.file.flush()


_STYLES = {
    "title": "bold",
    "heading": "bold underline",
    "text": "",
    "item": "",
    "detail": "",
    "note": "italic",
}
