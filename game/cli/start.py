"""`watershed` alone: the title screen, the terminal, or a demonstration where there is neither."""

from __future__ import annotations

import argparse

from game.cli.shell import Shell, has_display, is_interactive


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Open what suits this place; each way pays only for what it uses."""
    if has_display():
        from game.window.opening import open_at_title  # noqa: PLC0415

        display = open_at_title(shell.words)
        from game.window.app import run as open_window  # noqa: PLC0415

        return open_window(shell.reader(), display=display)
    from game.cli.start_text import demonstrate, start_in_terminal  # noqa: PLC0415

    return start_in_terminal(shell) if is_interactive() else demonstrate(shell)
