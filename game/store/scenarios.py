"""Scenarios on a disk: which there are, and the bytes of one, bounded and from its own folder only."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from game.store import disk
from game.store.errors import ScenarioMissing, StoreError, told_as
from game.store.places import scenario_folders
from game.store.texts import decode

FILE_LIMIT = 2_000_000  # bytes: four times the thousand decision points that were measured
_COUNT_LIMIT = 64
_TOTAL_LIMIT = 8_000_000
_MAIN = "scenario.yaml"


def scenarios_in(folder: Path) -> tuple[Path, ...]:
    """Give the scenarios at `folder`: itself where it holds `scenario.yaml`, else those directly in it.

    A file is itself; the others come by name. Raises ScenarioMissing where nothing lies at `folder`.
    """
    with told_as("read", folder):
        if not folder.exists():
            raise ScenarioMissing("store.scenario-missing-path", path=folder)
        if folder.is_file() or (folder / _MAIN).is_file():
            return (folder,)
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
        return tuple(entry for entry in entries if (entry / _MAIN).is_file() or _is_yaml(entry))


def scenario_paths() -> tuple[Path, ...]:
    """Give every scenario that can be played by its id: the shipped ones, then the author's own.

    An own scenario whose id is already taken by an earlier one is left out.
    """
    found: dict[str, Path] = {}
    for folder in scenario_folders():
        for path in scenarios_in(folder):
            found.setdefault(_id(path), path)
    return tuple(found.values())


def find_scenario(name: str) -> Path:
    """Give the scenario with the id `name`, or at the path `name`.

    Raises ScenarioMissing, with the nearest known id where there is one near.
    """
    known = {_id(path): path for path in scenario_paths()}
    if name in known:
        return known[name]
    path = Path(name)
    with told_as("read", path):
        if name and path.exists():
            return path
    nearest = get_close_matches(name, known, n=1)
    if nearest:
        raise ScenarioMissing("store.scenario-missing-near", name=name, nearest=nearest[0])
    raise ScenarioMissing("store.scenario-missing", name=name, known=", ".join(known) or "-")


def read_scenario_files(path: Path) -> tuple[tuple[str, bytes], ...]:
    """Give the files of the scenario at `path` as (name to show, bytes).

    `scenario.yaml` comes first, the others by name. A file longer than FILE_LIMIT comes as its first
    FILE_LIMIT + 1 bytes, so that whoever reads it can say so with a place. Raises StoreError: nothing
    there, too much there, a link that leads out.
    """
    with told_as("read", path):
        if not path.exists():
            raise ScenarioMissing("store.scenario-missing-path", path=path)
    names = _main_first(_inside(path, "*.yaml")) if path.is_dir() else (path,)
    if not names:
        raise ScenarioMissing("store.scenario-empty", path=path)
    return tuple((str(name), content) for name, content in _read_all(path, names))


def text_files(folder: Path, pattern: str) -> tuple[tuple[str, str], ...]:
    """Give the files of `folder` whose names match `pattern` (such as `*.po`) as (name, text), by name.

    None where there is no such folder. Raises StoreError as `read_scenario_files` does, and for a
    text that is not UTF-8 or longer than FILE_LIMIT.
    """
    if not folder.is_dir():
        return ()
    return tuple(
        (name.name, decode(name, raw, FILE_LIMIT))
        for name, raw in _read_all(folder, _inside(folder, pattern))
    )


def _inside(folder: Path, pattern: str) -> tuple[Path, ...]:
    """Find files directly in `folder`; names with a leading dot are the litter of editors and systems."""
    with told_as("read", folder):
        names = sorted(
            name for name in folder.iterdir() if name.match(pattern) and not name.name.startswith(".")
        )
    if len(names) > _COUNT_LIMIT:
        raise StoreError("store.too-many-files", path=folder, limit=_COUNT_LIMIT)
    root = folder.resolve()
    for name in names:
        if not name.resolve().is_relative_to(root):
            raise StoreError("store.leads-out", path=name, folder=folder)
    return tuple(name for name in names if not name.is_dir())


def _read_all(path: Path, names: tuple[Path, ...]) -> list[tuple[Path, bytes]]:
    files: list[tuple[Path, bytes]] = []
    for name in names:
        with told_as("read", name):
            files.append((name, disk.read_up_to(name, FILE_LIMIT)))
        if sum(len(content) for _, content in files) > _TOTAL_LIMIT:
            raise StoreError("store.scenario-too-large", path=path, limit=_TOTAL_LIMIT)
    return files


def _main_first(names: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(sorted(names, key=lambda name: (name.name != _MAIN, name.name)))


def _is_yaml(path: Path) -> bool:
    return path.suffix == ".yaml" and path.is_file()


def _id(path: Path) -> str:
    return path.stem if path.suffix == ".yaml" else path.name
