"""How long a hostile file is looked at before it is refused, beside reading the largest shipped scenario.

Run it with the game installed: `python tests/benchmarks/hostile_files.py`. Each file is read in a process of
its own; limits.md asks for less than a second of processor time and 200 MB on an idle machine.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from game import library
from game.scenario.read import read_scenario

sys.path.insert(0, str(Path(__file__).parent.parent))
import hostile

HIGHEST_SECONDS, HIGHEST_MEGABYTES = 1.0, 200.0


def honest_seconds() -> float:
    """Give the processor time that reading the largest scenario of the shelf takes."""
    folders = [path for path in library.known() if path.is_dir()]
    largest = max(folders, key=lambda path: sum(part.stat().st_size for part in path.iterdir()))
    files = [(part.name, part.read_bytes()) for part in sorted(largest.glob("*.yaml"))]
    before = time.process_time()
    read_scenario(files)
    return time.process_time() - before


def main() -> None:
    """Print the table; exit 1 where a file takes longer or needs more than it may."""
    honest = honest_seconds()
    print(f"{'file':<23}{'refused as':<22}{'seconds':>8}{'× honest':>10}{'MB':>6}")
    is_over = False
    for name in hostile.CASES:
        ran = subprocess.run(
            [sys.executable, hostile.__file__, name], capture_output=True, text=True, check=True, timeout=60
        )
        code, _, seconds, megabytes = ran.stdout.split()
        print(f"{name:<23}{code:<22}{seconds:>8}{float(seconds) / honest:>10.2f}{megabytes:>6}")
        is_over = is_over or float(seconds) >= HIGHEST_SECONDS or float(megabytes) >= HIGHEST_MEGABYTES
    sys.exit(is_over)


if __name__ == "__main__":
    main()
