"""Where things lie: what the game ships, and the folder of whoever plays or writes here."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from game.store.errors import StoreError

_PACKAGE = Path(__file__).resolve().parent.parent


def home() -> Path:
    """Give the folder of saves, settings and own scenarios, which may not exist yet.

    The variable WATERSHED_HOME names another one: a stick, a pupil's folder, a test's.
    """
    chosen = os.environ.get("WATERSHED_HOME")
    if chosen:
        return Path(chosen).absolute()
    return platformdirs.user_data_path("watershed", appauthor=False)


def saves_folder() -> Path:
    """Give the folder of saves."""
    return home() / "saves"


def reports_folder() -> Path:
    """Give the folder of reports that the window writes: it lies beside that of the saves."""
    return home() / "reports"


def author_folder() -> Path:
    """Give the folder where the game looks for scenarios that it does not ship."""
    return home() / "scenarios"


def shipped_folder(name: str) -> Path:
    """Give the shipped folder `name`: inside the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def scenario_folders() -> tuple[Path, ...]:
    """Give the folders that hold scenarios and exist: shipped ones first, then the author's."""
    return tuple(folder for folder in (shipped_folder("scenarios"), author_folder()) if folder.is_dir())


def asset(name: str) -> Path:
    """Give the shipped font, picture or sound `name`, a path with slashes such as `fonts/Plain.ttf`.

    Raises StoreError where there is none, or where `name` leads out of the assets.
    """
    folder = shipped_folder("assets").resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        raise StoreError("store.asset-missing", name=name, folder=folder)
    return path
