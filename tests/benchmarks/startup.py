"""How long a player waits for the first line or the first frame, beside an empty Python and an empty window.

Run it with the game installed: `python tests/benchmarks/startup.py [SCENARIO] [RUNS]`. Prints a table of
medians with ratios, what each command imports beyond its need, and its dearest imports.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from game import store

sys.path.insert(0, str(Path(__file__).parent.parent))
from real_window import virtual_display

RUNS = 15
DEAREST_COUNT = 8

EMPTY_WINDOW = """
import pygame
pygame.display.init()
pygame.font.init()
screen = pygame.display.set_mode((1280, 720))
screen.fill((0, 0, 0))
pygame.display.flip()
"""

# the game's own window, stopped after its first frame
FIRST_FRAME = """
import os, runpy, sys
import pygame

def stopping(show):
    def shown(*args):
        show(*args)
        os._exit(0)
    return shown

pygame.display.flip = stopping(pygame.display.flip)
pygame.display.update = stopping(pygame.display.update)
sys.argv = ["watershed", *sys.argv[1:]]
runpy.run_module("game", run_name="__main__")
"""

# a command, and then what it has imported
IMPORTED = """
import runpy, sys
sys.argv = ["watershed", *sys.argv[1:]]
try:
    runpy.run_module("game", run_name="__main__")
except SystemExit:
    pass
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""

# what only a window, a colourful terminal, the explorer or the classroom needs
NOT_NEEDED = {"pygame", "numpy", "rich", "asyncio", "socket"}


def run(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command, nothing = [sys.executable, *arguments], subprocess.DEVNULL
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, stdin=nothing, check=False
    )


def whole_run(*arguments: str, environment: dict[str, str] | None = None) -> Callable[[], float]:
    """Give a measure of a process from its start to its end."""

    def measure() -> float:
        began = time.perf_counter()
        ended = run(*arguments, environment=environment)
        seconds = time.perf_counter() - began
        if ended.returncode != 0:
            sys.exit(f"{arguments} ended with {ended.returncode}: {ended.stderr[-2000:]}")
        return seconds

    return measure


def first_line(*arguments: str) -> Callable[[], float]:
    """Give a measure of a process from its start to its first line."""

    def measure() -> float:
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-u", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            seconds = time.perf_counter() - began
            process.kill()
        if not line.strip():
            sys.exit(f"{arguments} printed nothing")
        return seconds

    return measure


def report_times(scenario: str, run_count: int) -> None:
    play = ("play", scenario, "--ui")
    measures: dict[str, Callable[[], float]] = {
        "python -c pass": whole_run("-c", "pass"),
        "empty pygame window": whole_run("-c", EMPTY_WINDOW),
        "play --ui plain, first line": first_line("-m", "game", *play, "plain"),
        "play --ui text, first line": first_line("-m", "game", *play, "text"),
        "title screen, first frame": whole_run("-c", FIRST_FRAME),
        "play --ui window, first frame": whole_run("-c", FIRST_FRAME, *play, "window"),
    }
    report(measures, run_count, "empty pygame window")


def report_display(run_count: int) -> None:
    """Measure the same on a display, with screen readers served and without."""
    with virtual_display((1280, 720)) as environment:
        environment |= {"SDL_VIDEODRIVER": "x11", "SDL_FRAMEBUFFER_ACCELERATION": "0"}
        served, without = ({**environment, "WATERSHED_SPEECH": way} for way in ("on", "off"))
        measures = {
            "python -c pass": whole_run("-c", "pass"),
            "empty window on a display": whole_run("-c", EMPTY_WINDOW, environment=environment),
            "title, screen readers served": whole_run("-c", FIRST_FRAME, environment=served),
            "title, speech off": whole_run("-c", FIRST_FRAME, environment=without),
        }
        report(measures, run_count, "empty window on a display")


def report(measures: dict[str, Callable[[], float]], run_count: int, window: str) -> None:
    # in turn, so that a busy moment of the machine falls on all alike
    for measure in measures.values():
        measure()  # compiles; a player's second start is what counts
    seconds: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(run_count):
        for name, measure in measures.items():
            seconds[name].append(measure())
    medians = {name: statistics.median(values) for name, values in seconds.items()}

    print(f"{'median of ' + str(run_count):32} {'ms':>6} {'x pass':>7} {'x window':>9}")
    for name, median in medians.items():
        over_pass, over_window = median / medians["python -c pass"], median / medians[window]
        print(f"{name:32} {median * 1000:6.0f} {over_pass:7.1f} {over_window:9.1f}")


def report_imports(scenario: str) -> None:
    for command in (
        ("list",),
        ("check", scenario_path(scenario)),
        ("play", scenario, "--follow", "first", "--ui", "plain"),
    ):
        imported = set(run("-c", IMPORTED, *command).stderr.splitlines()[-1].split())
        unneeded = ", ".join(sorted(imported & NOT_NEEDED)) or "none"
        print(f"\n{' '.join(command)}: imports without need: {unneeded}")
        for line in dearest_imports(command):
            print(f"  {line}")


def scenario_path(name: str) -> str:
    return str(store.find_scenario(name))


def dearest_imports(command: tuple[str, ...]) -> list[str]:
    """Give the packages that took longest to import, each with what itself imported first."""
    lines = run("-X", "importtime", "-m", "game", *command).stderr.splitlines()
    rows = [line.removeprefix("import time:").split("|") for line in lines if line.startswith("import time:")]
    spent: dict[str, int] = {}
    for own, _, module in rows:
        if own.strip().isdigit():
            package = module.strip().partition(".")[0]
            spent[package] = spent.get(package, 0) + int(own)
    dearest = sorted(spent.items(), key=lambda item: -item[1])[:DEAREST_COUNT]
    return [f"{microseconds / 1000:6.1f} ms  {package}" for package, microseconds in dearest]


if __name__ == "__main__":
    os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    chosen = sys.argv[1] if len(sys.argv) > 1 else "cuba-1962"
    run_count = int(sys.argv[2]) if len(sys.argv) > 2 else RUNS
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"WATERSHED_HOME": home, "PYTHONPYCACHEPREFIX": home}
        report_times(chosen, run_count)
        if shutil.which("Xvfb"):
            report_display(run_count)
        report_imports(chosen)
