"""Files made to hang, crash or exhaust a reader; run as a program, reads one and prints what it cost.

After `limits.md` 2.2: each must be refused with a place in under a second and 200 MB.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Hostile:
    """A file, made when asked for, with the first problem that it must have."""

    make: Callable[[], str]
    code: str
    place: str


def _bomb(link: str, levels: int) -> str:
    lines = ["a0: &a0 {k: v}" if link == "<<" else "a0: &a0 [x, x]"]
    for level in range(1, levels):
        inner = ", ".join([f"*a{level - 1}"] * 9)
        lines.append(f"a{level}: &a{level} " + (f"{{<<: [{inner}]}}" if link == "<<" else f"[{inner}]"))
    return "\n".join(lines)


def _with_condition(condition: str) -> str:
    return (
        "format: 1\nid: mill\ntitle: Mill\nsides: {miller: {name: Miller, desk: Sluice}}\n"
        "flags: {wet: {start: no}}\n"
        "decisions: {flood: {at: 1890-03-01T06:00Z, side: miller, title: Flood, situation: Wet., next: dry,\n"
        "  historical: {choice: open, why: The log.}, options: {wait: {text: Wait}, open: {text: Open,\n"
        f'  when: "{condition}"}}}}}}}}\n'
        "endings: {dry: {title: Dry, text: Dry.}}\nrecord: {ending: dry}\n"
    )


def _flags(count: int) -> str:
    return "flags:\n" + "".join(f"  f{number}: {{start: no}}\n" for number in range(count))


def _faults_beside_many_names() -> str:
    sources = "".join(f"  source-{n:05}: {{title: T, kind: primary}}\n" for n in range(5000))
    facts = "".join(
        f"  fact-{n}: {{at: 1900, text: T, status: established, confidence: low, sources: [sorce-{n}]}}\n"
        for n in range(5000)
    )
    return f"format: 1\nid: mill\ntitle: Mill\nfacts:\n{facts}sources:\n{sources}"


CASES = {
    "merge-bomb": Hostile(lambda: _bomb("<<", 9), "anchor", "scenario.yaml:1:5"),
    "alias-bomb": Hostile(lambda: _bomb("*", 9), "anchor", "scenario.yaml:1:5"),
    "nested-lists": Hostile(lambda: "[" * 100_000, "too-deep", "scenario.yaml:1:25"),
    "nested-mappings": Hostile(lambda: "{a: " * 100_000, "too-deep", "scenario.yaml:1:94"),
    "nested-dashes": Hostile(lambda: "- " * 100_000, "too-deep", "scenario.yaml:1:49"),
    "python-object": Hostile(lambda: "!!python/object/apply:os.system ['true']", "tag", "scenario.yaml:1:1"),
    "day-that-is-not": Hostile(
        lambda: "format: 1\nfacts: {a: {at: 1847-02-30}}\n", "missing-section", "scenario.yaml:1:1"
    ),
    "long-number": Hostile(lambda: f"format: {'9' * 5000}\n", "missing-section", "scenario.yaml:1:1"),
    "long-weight": Hostile(
        lambda: _with_condition("wet").replace("text: Wait", f"weight: {'9' * 5000}, text: Wait"),
        "number-too-long",
        "scenario.yaml:7:71",
    ),
    "large": Hostile(lambda: "a: " + "x" * 2_000_001, "file-too-large", "scenario.yaml:1:1"),
    "many-values": Hostile(
        lambda: "a: [" + "1," * 900_000 + "1]", "too-many-nodes", "scenario.yaml:1:199999"
    ),
    "many-keys": Hostile(
        lambda: "\n".join(f"k{n}: 1" for n in range(49_000)), "unknown-key", "scenario.yaml:1:1"
    ),
    "one-key-often": Hostile(lambda: "k: 1\n" * 49_000, "missing-section", "scenario.yaml:1:1"),
    "many-flags": Hostile(lambda: _flags(24_000), "missing-section", "scenario.yaml:1:1"),
    "many-wrong-names": Hostile(_faults_beside_many_names, "missing-section", "scenario.yaml:1:1"),
    "long-key": Hostile(lambda: f"? {'k' * 1_000_000}\n: 1\n", "missing-section", "scenario.yaml:1:1"),
    "long-line-of-brackets": Hostile(
        lambda: "a: [" + "[]," * 600_000, "too-many-nodes", "scenario.yaml:1:299996"
    ),
    "open-quote": Hostile(lambda: 'a: "' + "x " * 900_000, "yaml-quote", "scenario.yaml:1:4"),
    "power": Hostile(lambda: _with_condition("wet == 9**9**9"), "condition-letter", "scenario.yaml:8:18"),
    "shift": Hostile(lambda: _with_condition("1<<10**10"), "condition-letter", "scenario.yaml:8:15"),
    "text-times": Hostile(lambda: _with_condition("'a'*10**10"), "condition-quotes", "scenario.yaml:8:10"),
    "minus-signs": Hostile(
        lambda: _with_condition("-" * 10_000), "condition-too-long", "scenario.yaml:8:510"
    ),
    "long-sum": Hostile(
        lambda: _with_condition("wet" + "+wet" * 3000), "condition-too-long", "scenario.yaml:8:510"
    ),
    "deep-brackets": Hostile(
        lambda: _with_condition("(" * 240 + "wet" + ")" * 240),
        "condition-too-many-words",
        "scenario.yaml:8:74",
    ),
    "deep-not": Hostile(
        lambda: _with_condition("not " * 60 + "wet"), "condition-too-deep", "scenario.yaml:8:38"
    ),
    "attributes": Hostile(
        lambda: _with_condition("wet.__class__.__mro__"), "condition-letter", "scenario.yaml:8:13"
    ),
    "call": Hostile(lambda: _with_condition("__import__(os)"), "unknown-variable", "scenario.yaml:8:10"),
    "format-width": Hostile(
        lambda: _with_condition("{0:>999999999}"), "condition-letter", "scenario.yaml:8:10"
    ),
}
CODES = ("too-many-nodes", "file-too-large", "too-many-problems")


def _peak_megabytes() -> float:
    """Give the most memory that this process has held: on Linux what the kernel counts from its own start,
    since the figure of `getrusage` begins with that of the process which started it."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024**2 if sys.platform == "darwin" else 1024
    )


def main(name: str) -> None:
    """Read the hostile file `name`; print code and place of its first problem, seconds and megabytes."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from game.scenario.read import read_scenario  # noqa: PLC0415

    raw = CASES[name].make().encode()
    before = time.process_time()  # a busy machine is no fault of the reader
    read = read_scenario([("scenario.yaml", raw)])
    seconds = time.process_time() - before
    peak = _peak_megabytes()
    assert read.scenario is None
    first = read.problems[0]
    print(first.code, first.place, f"{seconds:.2f}", f"{peak:.0f}")


if __name__ == "__main__":
    main(sys.argv[1])
