"""Whether the pygame that is installed can be used at all."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

import pygame

from game.errors import GameError


class WindowUnusable(GameError):
    """No window can be opened here; the sentence says why and what to do."""


def check() -> None:
    """Raise WindowUnusable where pygame and pygame-ce have overwritten each other.

    Both install the same folder. `pip check` does not notice, and removing one breaks the other.
    """
    if not hasattr(pygame, "init") or not hasattr(pygame, "font"):
        raise WindowUnusable("window.library-broken")
    if is_installed("pygame") and is_installed("pygame-ce"):
        raise WindowUnusable("window.library-mixed")


def is_installed(distribution: str) -> bool:
    """Claim that a distribution of this name is installed."""
    try:
        version(distribution)
    except PackageNotFoundError:
        return False
    return True
