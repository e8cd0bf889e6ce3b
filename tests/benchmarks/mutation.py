"""Mutate the shipped scenarios by thousands: `python tests/benchmarks/mutation.py [COUNT]`.

Prints how many edits went unnoticed, how many problems one edit brings, the slowest reading, and
every mutant that broke the promise: no traceback, no place outside the file, no hang. Exit 1 if any did.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from mutation import Files, misplaced, mutant, problems_of  # noqa: E402

from game.messages import Words  # noqa: E402

HANG_SECONDS = 10.0


def main(count: int) -> int:
    """Read `count` mutants of every scenario; give the exit code."""
    fallen = 0
    for folder in [
        *sorted((ROOT / "scenarios").iterdir()),
        *sorted((ROOT / "tests" / "scenarios").iterdir()),
    ]:
        files = _files(folder)
        if files:
            fallen += _mutate(folder.name, files, count)
    return 1 if fallen else 0


def _files(path: Path) -> Files:
    paths = [path] if path.is_file() else sorted(path.glob("*.yaml"), key=lambda p: p.name != "scenario.yaml")
    return tuple((file.name, file.read_bytes()) for file in paths if file.suffix == ".yaml")


def _mutate(name: str, files: Files, count: int) -> int:
    fallen, slowest, words = 0, 0.0, Words()
    sizes: Counter[int] = Counter()
    for seed in range(count):
        edited = mutant(files, seed)
        before = time.process_time()  # a busy machine is no fault of the reader
        try:
            problems = problems_of(edited.files)
            lost = misplaced(edited.files, problems)
            told = [problem.line(words) for problem in problems]
        except Exception:  # noqa: BLE001 - a mutant may break anything: that is what is being counted
            print(f"{name}: {edited.told}\n{traceback.format_exc()}")
            fallen += 1
            continue
        seconds = time.process_time() - before
        slowest = max(slowest, seconds)
        sizes[min(len(told), 10)] += 1
        if lost or seconds > HANG_SECONDS:
            print(f"{name}: {edited.told}: {[problem.line(words) for problem in lost]} {seconds:.1f} s")
            fallen += 1
    spread = ", ".join(f"{size}{'+' if size == 10 else ''}: {n}" for size, n in sorted(sizes.items()))
    print(f"{name}: {count} mutants, {fallen} fell; slowest {slowest:.2f} s; problems told - {spread}")
    return fallen


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000))
