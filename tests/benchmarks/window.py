"""What the window costs: redrawing, answering a key, lying idle, and remembering a long play.

`python tests/benchmarks/window.py [--idle SECONDS]`; needs Linux, Xvfb and the game installed. Times are
medians beside the blit of one full-screen surface in the same process; idle use stands beside a loop that
only waits.
How soon the first frame comes is measured by `startup.py`.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import pygame  # noqa: E402
from real_window import running, virtual_display  # noqa: E402
from window_room import Visitor  # noqa: E402

from game.library import load  # noqa: E402
from game.messages import Words  # noqa: E402
from game.play.playthrough import begin  # noqa: E402
from game.play.view import Reader  # noqa: E402
from game.scenario.text import Catalogue  # noqa: E402
from game.session import Session, new_session  # noqa: E402
from game.window.keys import Command  # noqa: E402
from game.window.painter import paint  # noqa: E402

SCENARIO, SIDE = "cuba-1962", "washington"
SIZES = ((1920, 1080), (3840, 2160))
REPEATS = 25
SETTLING_SECONDS = 8  # until the window has been drawn and polls seldom
TURNS, ROLLBACKS, FEW_TURNS = 200, 50, 20

WAITING = """
import pygame
pygame.display.init()
pygame.display.set_mode((1280, 720))
while True:
    pygame.event.wait()
"""


def session() -> Session:
    return new_session(begin(load(SCENARIO), (SIDE,), 1), Reader(Words(), Catalogue()))


def median_ms(measured: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """Give the median of many, each after a preparation that is not measured."""
    times = []
    for _ in range(REPEATS):
        before()
        began = time.perf_counter()
        measured()
        times.append(time.perf_counter() - began)
    return statistics.median(times) * 1000


def measure_drawing(width: int, height: int) -> dict[str, float]:
    """Measure in this process, on the display that it has."""
    visitor = Visitor(session(), (width, height))
    window = visitor.window
    surface = pygame.display.get_surface()
    assert surface is not None and surface.get_size() == (width, height)
    picture = surface.copy()
    found = {"blit": median_ms(lambda: surface.blit(picture, (0, 0))), "flip": median_ms(pygame.display.flip)}

    def redraw() -> None:
        paint(surface, window.stage.frame, window.stage.shown)

    def post(key: int) -> None:
        visitor.wait()
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))

    def press(key: int) -> None:
        post(key)
        window.step()

    for name, key in (
        ("briefing", None),
        ("desk", pygame.K_RETURN),
        ("options", pygame.K_RETURN),
        ("order", pygame.K_1),
    ):
        if key is not None:
            press(key)
        found[f"redraw {name}"] = median_ms(redraw)
    press(pygame.K_BACKSPACE)
    found["key to ring moved"] = median_ms(window.step, lambda: post(pygame.K_TAB))
    press(pygame.K_ESCAPE)

    def close_and_ask() -> None:
        if visitor.address != "desk":
            press(pygame.K_ESCAPE)
        post(pygame.K_d)

    found["key to paper opened"] = median_ms(window.step, close_and_ask)
    return found


def measure_memory() -> dict[str, float]:
    """Play many turns with many rollbacks; give the resident memory in MB on the way."""
    visitor = Visitor(session())
    controller, found = visitor.window.controller, {"at the first desk": resident_mb()}
    taken = rolled_back = 0
    while taken < TURNS or rolled_back < ROLLBACKS:
        current = controller.session
        assert current is not None
        before = len(current.play.own_turns(SIDE))
        kind = visitor.address.partition(":")[0]
        if kind in ("desk", "ending") and before and (kind == "ending" or taken > 4 * rolled_back):
            roll_back(visitor, current.play.own_turns(SIDE)[0 if kind == "ending" else -1])
            rolled_back += 1
            continue
        visitor.press(an_option(visitor, taken) if kind == "decision" else pygame.K_RETURN)
        if len(current.play.own_turns(SIDE)) > before:
            taken += 1
            if taken == FEW_TURNS:
                found[f"after {taken} turns, {rolled_back} rollbacks"] = resident_mb()
    found[f"after {taken} turns, {rolled_back} rollbacks"] = resident_mb()
    return found


def an_option(visitor: Visitor, number: int) -> int:
    """Give the key of one of the options, another one from turn to turn."""
    keys = [widget.shortcut for widget in visitor.window.stage.widgets if widget.id.startswith("option.")]
    return pygame.K_0 + int(keys[number % len(keys)])


def roll_back(visitor: Visitor, turn: int) -> None:
    """Go back to a turn by the log, as a player does."""
    if visitor.address == "ending":
        visitor.press(pygame.K_RETURN)
    visitor.press(pygame.K_l)
    visitor.window.stage.handle(Command("click-on", to=f"log.{turn}.back"))
    visitor.press(pygame.K_y)


def resident_mb() -> float:
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6


def processor_seconds(process_id: int) -> float:
    """Give the time that all threads of a process have run, to the microsecond."""
    threads = Path(f"/proc/{process_id}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def report_idle(environment: dict[str, str], seconds: float) -> None:
    game = [sys.executable, "-m", "game", "play", SCENARIO, "--side", SIDE]
    with (
        running(game, environment) as window,
        running([sys.executable, "-c", WAITING], environment) as waiting,
    ):
        time.sleep(SETTLING_SECONDS)
        processes = {"the window": window, "an empty event.wait loop": waiting}
        before = {name: processor_seconds(process.pid) for name, process in processes.items()}
        time.sleep(seconds)
        print(f"\n{f'idle for {seconds:g} s':40} {'% of a core':>12}")
        for name, process in processes.items():
            share = (processor_seconds(process.pid) - before[name]) / seconds
            print(f"{name:40} {share * 100:12.2f}")


def report_drawing(environment: dict[str, str]) -> None:
    for width, height in SIZES:
        found = child(["--draw", f"{width}x{height}"], environment)
        print(f"\n{f'{width} x {height}, median of {REPEATS}':40} {'ms':>8} {'x blit':>8}")
        for name, ms in found.items():
            print(f"{name:40} {ms:8.2f} {ms / found['blit']:8.1f}")


def report_memory(environment: dict[str, str]) -> None:
    print(f"\n{'resident memory':40} {'MB':>8}")
    for name, megabytes in child(["--memory"], {**environment, "SDL_VIDEODRIVER": "dummy"}).items():
        print(f"{name:40} {megabytes:8.1f}")


def child(arguments: list[str], environment: dict[str, str]) -> dict[str, float]:
    """Measure in a process of its own."""
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--idle", type=float, default=60, metavar="SECONDS")
    parser.add_argument("--draw", metavar="WxH", help="one size, in this process, as JSON")
    parser.add_argument("--memory", action="store_true", help="memory alone, in this process, as JSON")
    asked = parser.parse_args()
    if asked.draw:
        width, height = map(int, asked.draw.split("x"))
        print(json.dumps(measure_drawing(width, height)))
    elif asked.memory:
        print(json.dumps(measure_memory()))
    else:
        with tempfile.TemporaryDirectory() as home, virtual_display(SIZES[-1]) as environment:
            environment |= {"WATERSHED_HOME": home, "PYTHONPATH": str(ROOT)}
            report_drawing(environment)
            report_idle(environment, asked.idle)
            report_memory(environment)


if __name__ == "__main__":
    main()
