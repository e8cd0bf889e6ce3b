"""`watershed check`: every problem of scenarios, with its place, and advice where it is asked for."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from game.advice import advise
from game.cli.audit import write_audit
from game.cli.shell import Shell, UsageError
from game.errors import GameError
from game.library import check, check_wishes
from game.messages import Words
from game.scenario.problem import ADVICE, Problem
from game.store import Watch, scenarios_in


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Check scenarios, or folders of scenarios; 1 where a problem is found, or with --strict advice."""
    if args.watch:
        if args.format != "text":
            raise UsageError("command.watch-is-text")
        if args.audit:
            raise UsageError("audit.is-once")
        return _watch(args, shell)
    paths = _paths(args)
    found = _found(paths, args)
    {"text": _as_text, "json": _as_json, "github": _as_github}[args.format](found, shell.words)
    if args.format == "text":
        _say_done(len(paths), found, args, shell)
    short = _audit(paths, args, shell) if args.audit else 0
    told = found if args.strict else [one for one in found if one.severity != ADVICE]
    return 1 if told or not paths or (short and args.strict) else 0


def _audit(paths: list[Path], args: argparse.Namespace, shell: Shell) -> int:
    """Write the audit of all scenarios that have no problem; give how many claims lack something."""
    scenarios = [read.scenario for read in map(check, paths) if read.scenario is not None]
    if not scenarios:
        raise GameError("audit.none")
    return write_audit(scenarios, Path(args.audit), shell)


def _paths(args: argparse.Namespace) -> list[Path]:
    return [found for path in args.paths for found in scenarios_in(Path(path))]


def _found(paths: list[Path], args: argparse.Namespace) -> list[Problem]:
    """Give the problems of each scenario in turn, then what its author asked for, then advice."""
    found: list[Problem] = []
    for path in paths:
        read = check(path)
        found += (*read.problems, *check_wishes(read))
        if args.advice and read.scenario is not None:
            found += advise(read.scenario, read.wishes.silences)
    return found


def _say_done(count: int, found: list[Problem], args: argparse.Namespace, shell: Shell) -> None:
    advice = sum(one.severity == ADVICE for one in found)
    values = {"scenarios": count, "problems": len(found) - advice, "advice": advice}
    shell.say("command.check.done-advice" if args.advice else "command.check.done", **values)


def _watch(args: argparse.Namespace, shell: Shell) -> int:
    """Check at once and again after every save, telling only what changed, until Ctrl-C."""
    # What is watched is named: a folder of scenarios too, so that one added later is found.
    watch = Watch([*_paths(args), *(Path(path) for path in args.paths)])
    known: Counter[tuple[object, ...]] = Counter()
    try:
        while True:
            known = _tell_changes(known, args, shell)
            watch.wait()
    except KeyboardInterrupt:
        return 0


def _tell_changes(
    known: Counter[tuple[object, ...]], args: argparse.Namespace, shell: Shell
) -> Counter[tuple[object, ...]]:
    """Tell what is new and what is mended since the last check; a moved line is neither."""
    try:
        paths = _paths(args)
        found = _found(paths, args)
    except GameError as error:
        shell.fail(error)
        return known
    now = Counter(_what(problem) for problem in found)
    fresh = now - known
    for problem in found:
        if fresh[_what(problem)] > 0:
            fresh[_what(problem)] -= 1
            print(problem.line(shell.words), flush=True)
    for (file, code, *_), count in (known - now).items():
        shell.say("command.check.mended", file=file, code=code, count=count)
    _say_done(len(paths), found, args, shell)
    return now


def _what(problem: Problem) -> tuple[object, ...]:
    return (problem.place.file, problem.code, problem.values)


def _as_text(problems: list[Problem], words: Words) -> None:
    for problem in problems:
        print(problem.line(words))


def _as_json(problems: list[Problem], words: Words) -> None:
    rows = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message(words),
            "hint": problem.hint(words),
        }
        for problem in problems
    ]
    print(json.dumps(rows, ensure_ascii=False, indent=2))


_LEVELS = {"error": "error", ADVICE: "notice"}


def _as_github(problems: list[Problem], words: Words) -> None:
    for problem in problems:
        place = problem.place
        hint = problem.hint(words)
        message = f"{problem.message(words)}; {hint}" if hint else problem.message(words)
        kept = message.replace("%", "%25").replace("\n", "%0A")
        level = _LEVELS.get(problem.severity, "warning")
        print(
            f"::{level} file={place.file},line={place.line},col={place.column},title={problem.code}::{kept}"
        )
