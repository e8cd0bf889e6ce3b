"""`watershed saves`: what is saved, newest first."""

from __future__ import annotations

import argparse
from functools import cache

from game.cli.shell import Shell, console
from game.library import load
from game.slots import saves_page, slot
from game.store import saves


def run(args: argparse.Namespace, shell: Shell) -> int:
    """List the saves; a damaged one is named as such, with the one before it."""
    find, reader = cache(load), shell.reader()
    console("plain").show(saves_page((slot(one, find, reader) for one in saves()), shell.words))
    return 0
