"""Saves: a header that proves the text below it, the last good one kept, a damaged one never overwritten.

A save is one line of JSON (`watershed`, `format`, `sha256`, `length`) and below it the caller's text,
which is JSON too: nothing in a save can run code. What the text means is the caller's business.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from game.store import disk, strictjson
from game.store.errors import SaveDamaged, SaveMissing, SaveTooNew, StoreError, refused, told_as
from game.store.names import file_name
from game.store.pictures import picture_path
from game.store.places import saves_folder

FORMAT = 1
_SIZE_LIMIT = 5_000_000
_SUFFIX = ".save"
_AUTOSAVE_SUFFIX = ".autosave.save"


@dataclass(frozen=True, slots=True)
class SaveSlot:
    """A save that lies in the folder of saves; whether it can be read shows when it is read."""

    path: Path
    name: str
    is_autosave: bool
    written: datetime  # by the clock of the computer, UTC


def autosave_path(scenario_id: str) -> Path:
    """Give where the running playthrough of a scenario is saved after every turn."""
    return saves_folder() / f"{file_name(scenario_id)}{_AUTOSAVE_SUFFIX}"


def save_path(name: str) -> Path:
    """Give where a save that the player called `name` lies, whatever letters the name has."""
    return saves_folder() / f"{file_name(name)}{_SUFFIX}"


def saves() -> tuple[SaveSlot, ...]:
    """Give all saves, newest first; none where there is no folder yet."""
    folder = saves_folder()
    with told_as("read", folder):
        entries = [entry for entry in _entries(folder) if entry.name.endswith(_SUFFIX) and entry.is_file()]
        slots = [_slot(Path(entry.path), entry.stat().st_mtime) for entry in entries]
    return tuple(sorted(slots, key=lambda slot: (-slot.written.timestamp(), slot.name)))


def write_save(path: Path, text: str) -> None:
    """Save `text` (JSON) as `path`; what was there becomes `<path>.bak`.

    Whatever happens meanwhile, `path` is the old save whole or the new one. A save that cannot be
    read is no `.bak`: it is renamed to `<path>.damaged-1` (or `.newer-1`), and the `.bak` stays.
    Raises StoreError where the disk refuses, and ValueError for a text that could not be read back.
    """
    content = _wrap(text)
    with told_as("write", path):
        with disk.arriving(path, content) as temporary:
            _keep_previous(path)
            disk.move(temporary, path)
        disk.settle(path.parent)


def read_save(path: Path) -> str:
    """Give the text that was saved as `path`, as `write_save` was given it but for the line ends.

    Raises SaveMissing, SaveTooNew or SaveDamaged; the file stays as it is.
    """
    return _unwrap(path, _load(path))


def recover(path: Path) -> str:
    """Give the text of the last good save before `path`. Raises as `read_save` does."""
    return read_save(backup_path(path))


def delete_save(path: Path) -> None:
    """Delete a save with its picture and the save before it. Raises SaveMissing and StoreError."""
    if not path.exists():
        raise SaveMissing("store.save-missing", path=path)
    with told_as("delete", path):
        # the save goes last: what is left over by a crash still stands in the list
        for one in (picture_path(path), backup_path(path), path):
            with suppress(FileNotFoundError):
                os.unlink(one)
        disk.settle(path.parent)


def find_save(name: str) -> Path:
    """Give the save at the path `name`, or the one that is called so. Raises SaveMissing."""
    named = saves_folder() / f"{Path(name).name}{_SUFFIX}"  # also `<scenario>.autosave`
    for path in (Path(name), save_path(name), named, autosave_path(name)):
        if path.is_file():
            return path
    raise SaveMissing("store.save-unknown", name=name)


def backup_path(path: Path) -> Path:
    """Give where the last good save before `path` is kept."""
    return path.with_name(f"{path.name}.bak")


def _wrap(text: str) -> bytes:
    strictjson.parse(text)
    body = _plain_line_ends(text.encode())
    if len(body) > _SIZE_LIMIT - 1000:
        raise ValueError(f"a save of {len(body)} bytes could not be read back")
    header = {"watershed": "save", "format": FORMAT, "sha256": _digest(body), "length": len(body)}
    return json.dumps(header).encode() + b"\n" + body + b"\n"


def _load(path: Path) -> bytes:
    try:
        return disk.read_up_to(path, _SIZE_LIMIT)
    except FileNotFoundError as error:
        raise SaveMissing("store.save-missing", path=path) from error
    except OSError as error:
        raise refused("read", path, error) from error


def _unwrap(path: Path, content: bytes) -> str:
    if len(content) > _SIZE_LIMIT:
        raise _damaged(path, "too-large")
    first, _, rest = _plain_line_ends(content).partition(b"\n")
    header = _header(first)
    if header is None:
        raise _damaged(path, "no-header")
    form = header.get("format")
    if isinstance(form, int) and form > FORMAT:
        raise SaveTooNew("store.save-too-new", path=path, format=form, known=FORMAT)
    body = rest.removesuffix(b"\n")
    if header != {"watershed": "save", "format": FORMAT, "sha256": _digest(body), "length": len(body)}:
        raise _damaged(path, "cut" if _is_cut(header, body) else "changed")
    try:
        text = body.decode()
        strictjson.parse(text)
    except ValueError as error:  # proved by its header, yet nothing that write_save would have written
        raise _damaged(path, "no-header") from error
    return text


def _header(line: bytes) -> dict[str, object] | None:
    try:
        header = strictjson.parse(line.decode())
    except ValueError:
        return None
    return header if isinstance(header, dict) and header.get("watershed") == "save" else None


def _is_cut(header: dict[str, object], body: bytes) -> bool:
    length = header.get("length")
    return isinstance(length, int) and len(body) < length


def _damaged(path: Path, fault: str) -> SaveDamaged:
    backup = backup_path(path)
    try:
        read_save(backup)
    except StoreError:
        return SaveDamaged(f"store.save-damaged.{fault}", path, None)
    return SaveDamaged(f"store.save-damaged.{fault}", path, backup)


def _keep_previous(path: Path) -> None:
    """Make room for a new save: keep the old one as .bak, or aside where it cannot be read."""
    try:
        content = disk.read_up_to(path, _SIZE_LIMIT)
        _unwrap(path, content)
    except FileNotFoundError:
        return
    except SaveDamaged:
        disk.set_aside(path, "damaged")
    except SaveTooNew:
        disk.set_aside(path, "newer")
    else:
        disk.keep_copy(path, content, backup_path(path))


def _plain_line_ends(content: bytes) -> bytes:
    # mail and version control may change them on the way; in JSON they stand for nothing
    return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except FileNotFoundError:
        return []


def _slot(path: Path, modified: float) -> SaveSlot:
    is_autosave = path.name.endswith(_AUTOSAVE_SUFFIX)
    name = path.name.removesuffix(_AUTOSAVE_SUFFIX if is_autosave else _SUFFIX)
    return SaveSlot(path, name, is_autosave, datetime.fromtimestamp(modified, UTC))
