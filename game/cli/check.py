"""`watershed check`: every problem of scenarios, with its place."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from game.cli.shell import Shell
from game.library import check
from game.messages import Words
from game.scenario.problem import Problem
from game.store import scenarios_in


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Check scenarios, or folders of scenarios; 1 where a problem is found."""
    paths = [found for path in args.paths for found in scenarios_in(Path(path))]
    problems = [problem for path in paths for problem in check(path).problems]
    {"text": _as_text, "json": _as_json, "github": _as_github}[args.format](problems, shell.words)
    if args.format == "text":
        shell.say("command.check.done", scenarios=len(paths), problems=len(problems))
    return 1 if problems or not paths else 0


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


def _as_github(problems: list[Problem], words: Words) -> None:
    for problem in problems:
        place = problem.place
        hint = problem.hint(words)
        message = f"{problem.message(words)}; {hint}" if hint else problem.message(words)
        kept = message.replace("%", "%25").replace("\n", "%0A")
        level = "error" if problem.severity == "error" else "warning"
        print(
            f"::{level} file={place.file},line={place.line},col={place.column},title={problem.code}::{kept}"
        )
