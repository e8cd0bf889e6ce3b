"""`watershed doctor`: what works on this machine."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from game import __version__
from game.cli.shell import Shell, has_display, is_interactive
from game.store import home, saves_folder, scenario_folders
from game.store.places import shipped_folder

_LIBRARIES = ("pygame-ce", "pyyaml", "transitions", "rich", "numpy", "platformdirs", "tzdata", "wcwidth")
_MIXER = "import pygame; pygame.mixer.init(); pygame.mixer.quit()"


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Say what works, a line each; 1 where something that playing needs is missing."""
    is_well = True
    for is_good, key, values in _findings():
        mark = shell.words("command.doctor.good" if is_good else "command.doctor.bad")
        print(f"{mark} {shell.words(f'command.doctor.{key}', **values)}")
        is_well = is_well and (is_good or key in _OPTIONAL)
    return 0 if is_well else 1


_OPTIONAL = ("no-display", "no-sound", "no-speech", "no-terminal")


def _findings() -> Iterator[tuple[bool, str, dict[str, object]]]:
    yield (
        True,
        "versions",
        {"watershed": __version__, "python": platform.python_version(), "system": sys.platform},
    )
    for name in _LIBRARIES:
        installed = _version(name)
        yield (
            installed is not None,
            "library" if installed else "no-library",
            {"name": name, "version": installed},
        )
    if _version("pygame") is not None and _version("pygame-ce") is not None:
        yield False, "two-pygames", {}
    yield has_display(), "display" if has_display() else "no-display", {}
    yield is_interactive(), "terminal" if is_interactive() else "no-terminal", {}
    fonts = sorted(shipped_folder("assets").rglob("*.ttf"))
    yield bool(fonts), "fonts" if fonts else "no-fonts", {"count": len(fonts)}
    yield (True, "sound", {}) if _has_sound() else (False, "no-sound", {})
    speech = _version("accesskit")
    yield speech is not None, "speech" if speech else "no-speech", {"version": speech}
    for folder in scenario_folders():
        yield True, "scenarios", {"path": folder}
    writable = _is_writable()
    yield writable, "home" if writable else "no-home", {"path": home(), "saves": saves_folder()}


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _has_sound() -> bool:
    """Try the mixer in a process of its own: without a sound card it fills stderr with a driver's notes."""
    quiet = {**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    command = [sys.executable, "-c", _MIXER]
    try:
        done = subprocess.run(command, env=quiet, capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _is_writable() -> bool:
    folder = home()
    while not folder.exists():
        folder = folder.parent
    return os.access(folder, os.W_OK)
