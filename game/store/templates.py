"""Templates: the scenarios that are shipped to begin a new one with, and writing one out."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from game.store import disk
from game.store.errors import StoreError, told_as
from game.store.places import shipped_folder
from game.store.scenarios import text_files


def template_files(name: str) -> tuple[tuple[str, str], ...]:
    """Give the files of a template as (name, text); the id to be put in stands as TEMPLATE."""
    folder = shipped_folder("assets") / "templates" / name
    files = text_files(folder, "*.yaml")
    if not files:
        raise StoreError("store.asset-missing", name=f"templates/{name}", folder=folder)
    return files


def write_new(place: Path, files: Mapping[str, str]) -> None:
    """Write `files` into the new folder `place`, or the only one as the new file `place`.

    Raises StoreError where something is there already; nothing is written then.
    """
    with told_as("write", place):
        if os.path.lexists(place):
            raise StoreError("store.already-there", path=place)
        if len(files) == 1:
            for text in files.values():
                disk.replace_file(place, text.encode())
            return
        place.mkdir(parents=True)
        for name, text in files.items():
            disk.replace_file(place / name, text.encode())
