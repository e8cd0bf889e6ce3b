"""`watershed doctor`: what works on this machine."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from game import __version__
from game.cli import machine
from game.cli.shell import Shell, has_display, is_interactive
from game.store import StoreError, font_file, home, saves_folder, scenario_folders
from game.window.faces import all_files
from game.window.voice import installed_engine

_LIBRARIES = ("pygame-ce", "pyyaml", "transitions", "rich", "numpy", "platformdirs", "tzdata", "wcwidth")
Finding = tuple[bool, str, dict[str, object]]
"""Whether all is well, the name of the sentence, and the values for it."""


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Say what works, a line each; 1 where something that playing needs is missing."""
    is_well = True
    for is_good, key, values in _findings():
        mark = shell.words("command.doctor.good" if is_good else "command.doctor.bad")
        print(f"{mark} {shell.words(f'command.doctor.{key}', **values)}")
        is_well = is_well and (is_good or key in _OPTIONAL)
    return 0 if is_well else 1


_OPTIONAL = (
    *("no-display", "blind-display", "no-sound", "silent", "no-speech", "no-voice", "no-terminal"),
    "no-fonts",  # others of ours stand in for them
)


def _findings() -> Iterator[Finding]:
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
    yield _display()
    yield is_interactive(), "terminal" if is_interactive() else "no-terminal", {}
    yield _fonts()
    yield _sound()
    engine = installed_engine()
    yield engine is not None, "voice" if engine else "no-voice", {"program": engine.program if engine else ""}
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


def _display() -> Finding:
    found = machine.display() if has_display() else None
    if found is None:
        return False, "no-display", {}
    driver, width, height = found
    if driver in machine.BLIND:
        return False, "blind-display", {"driver": driver}
    return True, "display", {"driver": driver, "width": width, "height": height}


def _sound() -> Finding:
    driver = machine.sound()
    if driver is None:
        return False, "no-sound", {}
    return driver not in machine.SILENT, "silent" if driver in machine.SILENT else "sound", {"driver": driver}


def _fonts() -> Finding:
    """Say which fonts are missing or broken; another one stands in for each, so that play goes on."""
    broken = [name for name in all_files() if not _is_font(name)]
    if broken:
        return False, "no-fonts", {"names": ", ".join(broken)}
    return True, "fonts", {"count": len(all_files())}


def _is_font(name: str) -> bool:
    try:
        font_file(f"fonts/{name}")
    except StoreError:
        return False
    return True


def _is_writable() -> bool:
    folder = home()
    while not folder.exists():
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)
