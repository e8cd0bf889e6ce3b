"""Whatever happens while a save is written: the old one whole or the new one, and never a false "saved"."""

from __future__ import annotations

import errno
import itertools
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import faulty_disk
import pytest

from game.messages import Words
from game.store import (
    SaveDamaged,
    SaveTooNew,
    StoreError,
    autosave_path,
    disk,
    read_save,
    recover,
    write_save,
)
from game.store.saves import backup_path

OLDER, OLD, NEW = '{"turn": 1}', '{"turn": 2}', '{"turn": 3, "texts": "' + "x" * 20_000 + '"}'

SAVER = """
import sys
from pathlib import Path
from game.store import write_save
path, first = Path(sys.argv[1]), int(sys.argv[2])
for turn in range(first, first + 10_000):
    write_save(path, '{"turn": %d, "filler": "%s"}' % (turn, "x" * 5000))
    print(turn, flush=True)
"""


@pytest.fixture
def save(tmp_path: Path) -> Path:
    """Give a save that holds OLD, with OLDER as the one before it."""
    return fresh_save(tmp_path / "slot")


def fresh_save(folder: Path) -> Path:
    path = folder / "play.save"
    write_save(path, OLDER)
    write_save(path, OLD)
    return path


@pytest.mark.parametrize("code", ["ENOSPC", "EIO", "EROFS", "EACCES", "EDQUOT"])
def test_a_refused_call_loses_nothing_and_is_told(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Each call in turn fails: a StoreError with a sentence, or the new save is there; always a whole one."""
    kept_quiet = []
    for number in itertools.count(1):
        path = fresh_save(tmp_path / str(number))
        refused: list[str] = []
        layer = faulty_disk.FaultyOs(refuse_at(number, getattr(errno, code), refused))
        with monkeypatch.context() as patch:
            patch.setattr(disk, "os", layer)
            told = sentence_of_failed_save(path)
        assert read_save(path) in ((OLD, NEW) if told else (NEW,))
        assert recover(path) in (OLDER, OLD)
        if not refused:
            break
        assert told is None or str(path) in told
        kept_quiet += [] if told else refused
        write_save(path, NEW)
        assert read_save(path) == NEW

    assert number > 15
    assert set(kept_quiet) <= {"link", "unlink"}  # copied instead; litter that is swept away later


def refuse_at(number: int, code: int, refused: list[str]) -> Any:
    def fault(call: int, name: str, args: tuple[Any, ...]) -> None:
        if call == number:
            refused.append(name)
            raise OSError(code, os.strerror(code))

    return fault


def sentence_of_failed_save(path: Path) -> str | None:
    try:
        write_save(path, NEW)
    except StoreError as error:
        return Words()(error.key, **error.values)
    return None


def test_a_process_that_dies_at_any_call_leaves_a_whole_save(tmp_path: Path):
    """The process ends at each call in turn, a write half done, and nothing is cleaned up."""
    statuses = []
    for number in itertools.count(1):
        path = fresh_save(tmp_path / str(number))
        script = [sys.executable, faulty_disk.__file__, str(path), NEW, str(number)]
        statuses.append(subprocess.run(script, check=False, capture_output=True).returncode)
        assert read_save(path) in (OLD, NEW)
        assert recover(path) in (OLDER, OLD)
        write_save(path, NEW)
        assert read_save(path) == NEW
        if statuses[-1] != faulty_disk.DIED:
            break

    assert statuses[-1] == 0
    assert len(statuses) >= 15


def test_a_process_killed_at_random_moments_loses_the_save_in_flight_at_most(tmp_path: Path):
    """Five hundred autosaves and more, killed again and again."""
    path = tmp_path / "play.autosave.save"
    moments = random.Random(1962)
    turn = saves = kills = 0
    while saves < 500:
        with subprocess.Popen(
            [sys.executable, "-c", SAVER, str(path), str(turn + 1)], stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            told = [int(child.stdout.readline()) for _ in range(moments.randrange(1, 25))]
            time.sleep(moments.uniform(0, 0.006))  # a save takes about half of that
            child.kill()
            told += [int(line) for line in child.stdout if line.endswith("\n")]
        kills += 1
        saves += len(told)
        turn = turn_of(read_save(path))
        assert told[-1] <= turn <= told[-1] + 1

    assert kills >= 10


def turn_of(text: str) -> int:
    return int(text.partition('"turn": ')[2].partition(",")[0])


def test_a_disk_that_takes_one_byte_at_a_time_still_gets_it_all(save: Path, monkeypatch: pytest.MonkeyPatch):
    """The system may write less than it was given."""
    with monkeypatch.context() as patch:
        patch.setattr(disk.os, "write", lambda handle, content, write=os.write: write(handle, content[:1]))
        write_save(save, NEW)

    assert read_save(save) == NEW


@pytest.mark.parametrize("refusal", [errno.EPERM, errno.ENOTSUP, errno.EMLINK])
def test_a_disk_without_hard_links_keeps_the_last_save_too(
    refusal: int, save: Path, monkeypatch: pytest.MonkeyPatch
):
    """The last good save is copied there."""

    def link(*_: object) -> None:
        raise OSError(refusal, os.strerror(refusal))

    monkeypatch.setattr(disk.os, "link", link)
    write_save(save, NEW)

    assert (read_save(save), recover(save)) == (NEW, OLD)


def test_nothing_but_saves_is_left_behind(save: Path):
    """No temporary file stays, also where the last save and the kept one were the same file."""
    backup_path(save).unlink()
    os.link(save, backup_path(save))
    write_save(save, NEW)

    assert sorted(file.name for file in save.parent.iterdir()) == ["play.save", "play.save.bak"]
    assert recover(save) == OLD


def test_what_a_killed_process_left_is_swept_away_later(save: Path):
    """An hour, so that a game that saves at this moment is not disturbed."""
    old, young = save.with_name(".play.save.1-new.tmp"), save.with_name(".play.save.2-new.tmp")
    for file in (old, young):
        file.write_bytes(b"half a s")
    os.utime(old, (0, 0))
    write_save(save, NEW)

    assert not old.exists()
    assert young.exists()


def test_flipped_bytes_give_the_same_text_or_one_clear_error(tmp_path: Path):
    """Five thousand flips: no other text ever comes back, and reading changes nothing."""
    path = tmp_path / "play.save"
    text = '{"choices": ["' + '", "'.join(f"choice-{n}" for n in range(60)) + '"], "of": "ประวัติศาสตร์"}'
    write_save(path, text)
    whole = path.read_bytes()
    draw = random.Random(27)
    for _ in range(5_000):
        spot = draw.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[spot] ^= draw.randrange(1, 256)
        assert_same_or_told(path, bytes(flipped), text)


def test_truncations_give_the_same_text_or_one_clear_error(tmp_path: Path):
    """Five hundred lengths, the empty file among them."""
    path = tmp_path / "play.save"
    text = '{"choices": ["' + "x" * 2000 + '"]}'
    write_save(path, text)
    whole = path.read_bytes()
    for length in [0, *random.Random(28).sample(range(len(whole)), 499)]:
        assert_same_or_told(path, whole[:length], text)


def assert_same_or_told(path: Path, content: bytes, text: str) -> None:
    path.write_bytes(content)
    try:
        assert read_save(path) == text
    except (SaveDamaged, SaveTooNew) as error:
        assert str(path) in Words()(error.key, **error.values)
    assert path.read_bytes() == content


@pytest.mark.parametrize("folder_exists", [True, False])
def test_a_home_that_cannot_be_written_is_told_in_one_sentence(
    folder_exists: bool, home: Path, monkeypatch: pytest.MonkeyPatch
):
    """The game may go on; nothing appears half made. (Refused by the layer: root may write anywhere.)"""
    path = autosave_path("tiny")
    if folder_exists:
        path.parent.mkdir(parents=True)
    refused = {"makedirs", "open"}

    def fault(call: int, name: str, args: tuple[Any, ...]) -> None:
        if name in refused:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(disk, "os", faulty_disk.FaultyOs(fault))
    with pytest.raises(StoreError) as caught:
        write_save(path, NEW)

    assert "WATERSHED_HOME" in Words()(caught.value.key, **caught.value.values)
    assert caught.value.exit_code == 1


@dataclass
class PowerLoss:
    """A model of a disk that keeps what was synced, and any part of the rest.

    Content that was not synced may be missing, cut or whole; of the changes of names that were not
    synced, any may be missing, in any combination that still makes sense.
    """

    names: dict[str, int]
    contents: list[bytes]
    synced: list[bool]
    pending: list[tuple[str, str, str]] = field(default_factory=list)  # (call, from, to)
    handles: dict[int, int | None] = field(default_factory=dict)  # None: a folder
    live: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.live = dict(self.names)

    def note(self, name: str, args: tuple[Any, ...], result: Any) -> None:
        """Follow one call that succeeded."""
        if name == "open":
            self._note_open(Path(args[0]), args[1], result)
        elif name == "write":
            inode = self.handles[args[0]]
            assert inode is not None
            self.contents[inode] += bytes(args[1])[:result]
            self.synced[inode] = False
        elif name == "fsync":
            inode = self.handles[args[0]]
            if inode is None:
                self.names, self.pending = dict(self.live), []
            else:
                self.synced[inode] = True
        elif name in ("link", "replace", "unlink"):
            self._change(name, Path(args[0]).name, Path(args[-1]).name)

    def _note_open(self, path: Path, flags: int, handle: int) -> None:
        if flags & os.O_CREAT:
            self.contents.append(b"")
            self.synced.append(False)
            self.live[path.name] = len(self.contents) - 1
            self.pending.append(("create", str(len(self.contents) - 1), path.name))
        self.handles[handle] = self.live.get(path.name)

    def _change(self, call: str, source: str, target: str) -> None:
        self.pending.append((call, source, target))
        apply(self.live, call, source, target)

    def states(self) -> set[tuple[tuple[str, bytes], ...]]:
        """Give every state that could be found after the power fails now."""
        found = set()
        for chosen in itertools.product((True, False), repeat=len(self.pending)):
            names = dict(self.names)
            for change in itertools.compress(self.pending, chosen):
                apply(names, *change)
            for cut in (0.0, 0.5, 1.0):
                found.add(tuple(sorted((name, self._content(inode, cut)) for name, inode in names.items())))
        return found

    def _content(self, inode: int, cut: float) -> bytes:
        whole = self.contents[inode]
        return whole if self.synced[inode] else whole[: int(len(whole) * cut)]


def apply(names: dict[str, int], call: str, source: str, target: str) -> None:
    """Change `names` as the call would; a change whose source never arrived does nothing."""
    if call == "create":
        names[target] = int(source)
    elif source in names:
        if call == "link":
            names.setdefault(target, names[source])
        elif call == "unlink":
            del names[source]
        elif names.get(target) != names[source]:
            names[target] = names.pop(source)


def test_a_power_failure_at_any_call_leaves_a_whole_save(save: Path, monkeypatch: pytest.MonkeyPatch):
    """Every state of a disk that keeps only what was synced; once write_save returns, it is the new save."""
    files = sorted(save.parent.iterdir())
    model = PowerLoss(
        {file.name: number for number, file in enumerate(files)},
        [file.read_bytes() for file in files],
        [True] * len(files),
    )
    during: set[tuple[tuple[str, bytes], ...]] = set()
    layer = faulty_disk.FaultyOs(lambda call, name, args: during.update(model.states()))
    layer.after = model.note
    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", layer)
        write_save(save, NEW)

    assert len(during) > 10
    for state in during:
        assert reread(save, state) in (OLD, NEW)
        assert recover(save) in (OLDER, OLD)
    assert {reread(save, state) for state in model.states()} == {NEW}


def reread(save: Path, state: tuple[tuple[str, bytes], ...]) -> str:
    for file in save.parent.iterdir():
        file.unlink()
    for name, content in state:
        save.with_name(name).write_bytes(content)
    return read_save(save)
