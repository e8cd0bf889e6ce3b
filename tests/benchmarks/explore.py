"""How fast and how far exploring goes, beside random play and a plain explorer in the same run.

Run it with the game installed: `python tests/benchmarks/explore.py [DECISION_POINTS]`;
the number (80) is that of the longest synthetic story. Prints tables; ratios carry over to other
machines, seconds do not.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from oracle import Oracle
from scenario_strategy import Shape, read_story, write_story

from game.analysis.classes import every_value
from game.analysis.forward import Plan, TooMany, visit_all
from game.analysis.rules import Question, ask_about, ask_of, prepare
from game.analysis.simulate import simulate
from game.analysis.stage import POLICIES
from game.analysis.statespace import NO_LIMIT, ending_odds, explore, explore_policies
from game.library import load
from game.play import engine
from game.scenario.model import Scenario

TWELVE = Shape(
    decisions=12,
    options=(3, 4),
    meters=6,
    steps=9,
    flags=6,
    endings=8,
    reach=2,
    effects=(2, 3),
    conditions=0.3,
    weights=0.3,
    later=0.1,
    branches=0.2,
    ends=0.02,
)
TEN_PERCENT = 1.96**2 / 0.1**2  # playthroughs for 10 % at 95 %, times (1 - p) / p
COLD_RUNS = 9
PLAYS = 1_000_000
ENGINE_PLAYS = 2_000
LARGE = 100_000
GROWTH = (10, 20, 40, 80)
SIZES = ((4, 10, (3, 4)), (6, 20, (3, 5)), (8, 40, (3, 6)))  # meters, flags, options
COLD = """
import sys
from game.library import load
from game.play import engine
from game.scenario.model import Scenario
from game.analysis.rules import ask_about
from game.analysis.statespace import ending_odds
print(ending_odds(ask_about(load(sys.argv[1]))))
"""


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    found = work()
    return found, time.perf_counter() - began


def all_sides(text: str) -> Question:
    scenario = read_story(text)
    return ask_of(scenario, scenario.sides, ())


def row(*cells: object) -> None:
    print("  ".join(str(cell).rjust(13) if at else str(cell).ljust(34) for at, cell in enumerate(cells)))


def against_random_play(name: str) -> None:
    """Everything about a scenario, exactly, against an estimate of its rarest ending."""
    scenario = load(name)
    question = ask_about(scenario)
    explore(question)  # the first run warms caches up
    whole, seconds = timed(lambda: explore_policies(question))
    found = whole["uniform"]
    _, spent = timed(lambda: simulate(prepare(question), "uniform", PLAYS, 1))
    _, slow = timed(
        lambda: [play_randomly(scenario, question.playing, number) for number in range(ENGINE_PLAYS)]
    )
    print(f"\n{scenario.id}: {found.state_count:,} states, {found.playthrough_count:,} playthroughs")
    row("all states, 3 policies, effects, luck", f"{seconds:.2f} s")
    row("random play, engine", f"{ENGINE_PLAYS / slow:,.0f}/s")
    row("random play, vectorised", f"{PLAYS / spent:,.0f}/s")
    for policy in POLICIES[:2]:
        odds = [e.probability[policy] for e in found.endings.values() if e.probability[policy] > 0]
        needed = TEN_PERCENT * (1 - min(odds)) / min(odds)
        row(f"rarest ending, {policy}", f"{min(odds):.1e}", f"{needed:,.0f} plays")
        for name, each in (("engine", slow / ENGINE_PLAYS), ("vectorised", spent / PLAYS)):
            row(
                f"  to 10 % (95 %), {name}",
                f"{needed * each:.2f} s",
                f"{needed * each / seconds:.1f} x exact",
            )


def play_randomly(scenario: Scenario, playing: frozenset[str], seed: int) -> str:
    """Play once through the engine: those who play choose evenly, the others by their weights."""
    chance = random.Random(seed)
    state = engine.start(scenario, playing)
    while not engine.is_over(scenario, state):
        options = engine.probabilities(scenario, state)
        even = scenario.decisions[state.at].side in playing
        weights = None if even else [float(share) for _, share in options]
        option = chance.choices([option.id for option, _ in options], weights)[0]
        state = engine.choose(scenario, state, option)
    return state.at


def cold_start() -> None:
    """The ending probabilities of a 12-decision story from the shell, against importing numpy."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "twelve.yaml"
        path.write_text(write_story(random.Random(3), TWELVE), encoding="utf-8")
        commands = {
            "python -c 'import numpy'": ["-c", "import numpy"],
            "ending probabilities": ["-c", COLD, str(path)],
        }
        medians = {}
        for name, command in commands.items():
            runs = [timed(lambda command=command: _run(command))[1] for _ in range(COLD_RUNS)]
            medians[name] = statistics.median(runs)
    print("\nfrom the shell, a story of 12 decision points, median of", COLD_RUNS)
    for name, seconds in medians.items():
        row(name, f"{seconds * 1000:.0f} ms", f"{seconds / medians[next(iter(medians))]:.1f} x")


def _run(command: list[str]) -> None:
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, *command], check=True, cwd=root, stdout=subprocess.DEVNULL)


def random_play() -> None:
    """Random play without text on the 12-decision shape."""
    question = all_sides(write_story(random.Random(3), TWELVE))
    rules = prepare(question)
    _, seconds = timed(lambda: simulate(rules, "uniform", PLAYS, 1))
    print("\nrandom play without text, 12 decision points (vectorised, through the explorer's tables)")
    row("playthroughs per second", f"{PLAYS / seconds:,.0f}")


def against_oracle() -> None:
    """The same states with the plain explorer in floats and with numpy."""
    shape = replace(TWELVE, decisions=18, meters=5, steps=7, reach=1)
    question = all_sides(write_story(random.Random(5), shape))
    oracle = Oracle(question.scenario, question.playing, frozenset(), "uniform", float)
    masses, plain = timed(oracle.mass)
    plan = Plan(("uniform",), traced=False)
    print(f"\nthe plain-Python explorer on the same story: {len(masses):,} states")
    row("", "states", "seconds", "states/s", "ratio")
    row("plain Python, one policy", f"{len(masses):,}", f"{plain:.3f}", f"{len(masses) / plain:,.0f}")
    for name, asked in (
        ("numpy, unmerged", replace(question, classes=every_value)),
        ("numpy, merged", question),
    ):
        visits, seconds = timed(lambda asked=asked: list(visit_all(prepare(asked), plan)))
        count = sum(len(visit.layer) for visit in visits)
        rate = count / seconds
        row(name, f"{count:,}", f"{seconds:.3f}", f"{rate:,.0f}", f"{rate / (len(masses) / plain):.0f} x")
    _, seconds = timed(lambda: ending_odds(question, plan))
    row("  ending probabilities, time ratio", "", f"{seconds:.3f}", "", f"{plain / seconds:.0f} x")


def growth(longest: int) -> None:
    """Synthetic stories: time and memory grow with merged states, not with playthroughs."""
    print("\ngrowth (forward, 3 policies; bytes: peak / states of the largest layer)")
    head = ("playthroughs", "merged", "largest", "seconds", "states/s", "large/s", "bytes", "whole s")
    row("points, story, meters, flags", *head)
    for count in (size for size in GROWTH if size <= longest):
        for kind, reach in (("reconvergent", 1), ("branching", 4)):
            for meters, flags, options in SIZES:
                shape = replace(
                    TWELVE, decisions=count, reach=reach, meters=meters, flags=flags, options=options
                )
                shape = replace(shape, steps=7, effects=(1, 3), later=0.05, ends=0.03)
                _grow(f"{count}, {kind}, {meters}, {flags}", all_sides(write_story(random.Random(7), shape)))


def _grow(name: str, question: Question) -> None:
    total = largest = 0
    large_states, large_seconds = 0, 0.0
    began = last = time.perf_counter()
    try:
        for visit in visit_all(prepare(question), Plan(traced=False, total=NO_LIMIT)):
            now, size = time.perf_counter(), len(visit.layer)
            total, largest = total + size, max(largest, size)
            if size > LARGE:
                large_states, large_seconds = large_states + size, large_seconds + now - last
            last = now
    except TooMany as stop:
        _thinned(name, stop, question)
        return
    seconds = time.perf_counter() - began
    large = f"{large_states / large_seconds:,.0f}" if large_states else ""
    whole, count = "", ""
    if total < 5_000_000:
        found, spent = timed(lambda: explore(question))
        whole = f"{spent:.2f}"
        count = f"{found.playthrough_count or 0:.1e}"
    row(name, count, f"{total:,}", f"{largest:,}", f"{seconds:.3f}", f"{total / seconds:,.0f}", large,
        f"{_peak(question) / largest:.0f}", whole)  # fmt: skip


def _thinned(name: str, stop: TooMany, question: Question) -> None:
    found, seconds = timed(lambda: explore(question, plan=Plan(cap=1_000_000)))
    error = max(end.error["uniform"] for end in found.endings.values() if end.error)
    over = f"over the cap ({stop.count:,} at {stop.place})"
    row(name, over, f"thinned: {found.state_count:,} states, {seconds:.1f} s, largest error {error:.1e}")


def _peak(question: Question) -> int:
    """Give the most memory that the forward pass holds, in bytes."""
    tracemalloc.start()
    ending_odds(question)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def main() -> None:
    against_random_play("cuba-1962")
    cold_start()
    random_play()
    against_oracle()
    growth(int(sys.argv[1]) if len(sys.argv) > 1 else max(GROWTH))


if __name__ == "__main__":
    main()
