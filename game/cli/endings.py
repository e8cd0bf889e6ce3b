"""`watershed endings`: which endings of a scenario have been met here."""

from __future__ import annotations

import argparse

from game.cli.shell import Shell, console
from game.gallery import gallery, gallery_page
from game.library import load


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Tell the endings that were met, and how many were not."""
    console("plain").show(gallery_page(gallery(load(args.scenario), shell.reader()), shell.words))
    return 0
