"""`watershed replay`: the same playthrough again."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.cli.play import show_comparison
from game.cli.shell import Shell, console, has_display
from game.errors import GameError
from game.library import load
from game.page import note
from game.session import Session, difference_words, restore, scenario_of


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Replay a transcript; 1 where the scenario's rules no longer let all of it be played."""
    path = Path(args.transcript)
    restored = restore(path, load(scenario_of(path)))
    if args.ui == "window":
        if not has_display():
            raise GameError("command.no-display")
        # Only the window pays for pygame.
        from game.window.app import run as open_window  # noqa: PLC0415

        session = Session(restored.playthrough, shell.reader())
        session.notice = difference_words(restored, shell.words)
        return open_window(shell.reader(), session=session)
    out = console(args.ui or "plain")
    sentence = difference_words(restored, shell.words)
    if sentence:
        out.show((note(sentence),))
    show_comparison(restored.playthrough, shell, out)
    return 0 if len(restored.playthrough.turns) == restored.turn_count else 1
