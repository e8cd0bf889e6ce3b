"""Whether the pygame that is installed can be used at all."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pygame

from game.errors import GameError

SPEECH = "WATERSHED_SPEECH"
"""The variable of the environment that switches the screen readers' side off: `off`."""


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
    """Claim that a distribution lies beside the pygame that was imported."""
    name = distribution.replace("-", "_")
    beside = Path(pygame.__file__ or "").parent.parent
    return any(beside.glob(f"{name}-*.dist-info"))  # importlib.metadata says the same 8 ms later


def serves_readers() -> bool:
    """Claim that screen readers are served: AccessKit and a screen are there, and nobody switched it off."""
    is_wanted = os.environ.get(SPEECH, "").casefold() not in ("off", "0", "no")
    is_seen = pygame.display.get_driver() not in ("dummy", "offscreen")
    return is_wanted and is_seen and find_spec("accesskit") is not None
