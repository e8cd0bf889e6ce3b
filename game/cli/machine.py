"""What this machine has for a window, asked in processes of their own: drivers write notes, hang or fall."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

_WAIT_SECONDS = 20
_DISPLAY = """
import json, pygame
pygame.display.init()
print(json.dumps({"driver": pygame.display.get_driver(), "size": pygame.display.get_desktop_sizes()[0]}))
"""
_SOUND = """
import json, pygame
pygame.mixer.init()
print(json.dumps({"driver": pygame.mixer.get_driver()}))
"""
BLIND = ("dummy", "offscreen")
"""Drivers of displays that nobody sees."""
SILENT = ("dummy", "disk")
"""Drivers of sound that nobody hears."""


def display() -> tuple[str, int, int] | None:
    """Give the driver of the display with its width and height, or None where no window can be opened."""
    told = _asked(_DISPLAY)
    return None if told is None else (told["driver"], *told["size"])


def sound() -> str | None:
    """Give the driver of the sound device, or None where none answers."""
    told = _asked(_SOUND)
    return None if told is None else str(told["driver"])


def _asked(code: str) -> Any:
    quiet = {**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    command = [sys.executable, "-c", code]
    try:
        done = subprocess.run(
            command, env=quiet, capture_output=True, text=True, timeout=_WAIT_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return json.loads(done.stdout) if done.returncode == 0 else None
