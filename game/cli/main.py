"""Arguments to commands, and errors to one sentence and an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from game import __version__
from game.messages import LANGUAGES, Words

COMMANDS = (
    "play",
    "replay",
    "debrief",
    "check",
    "explore",
    "graph",
    "diff",
    "new",
    "schema",
    "list",
    "saves",
    "endings",
    "doctor",
)
TEMPLATES = ("short", "full")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0, 1 where the input falls short, 2 for wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = Words(_language(given))
    _prepare_output()
    try:
        parser = _parser(words)
        args = parser.parse_args(given)
        return _run(args, words)
    except BrokenPipeError:
        # Whoever read our output has gone; a second fault while Python flushes would be noise.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _run(args: argparse.Namespace, words: Words) -> int:
    # The game is imported once the command line is known to be right: help and a slip of the
    # finger answer without it.
    from game.cli.shell import Shell  # noqa: PLC0415
    from game.errors import GameError  # noqa: PLC0415

    shell = Shell(words)
    try:
        # A command's module is imported when it is asked for, so that none pays for another.
        module = import_module(f"game.cli.{args.command or 'start'}")
        code: int = module.run(args, shell)
    except GameError as error:
        shell.problems(error.problems)
        return shell.fail(error)
    return code


def _prepare_output() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows a mark, not a fault


def _language(given: Sequence[str]) -> str:
    """Find `--lang` before the parser is made, so that its own help is in that language."""
    for number, argument in enumerate(given):
        name, _, value = argument.partition("=")
        if name == "--lang":
            wanted = value or (given[number + 1] if number + 1 < len(given) else "")
            return wanted if wanted in LANGUAGES else "en"
    return "en"


def _parser(words: Words) -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, default="en", help=words("command.lang"))
    parser = argparse.ArgumentParser(
        prog="watershed", description=words("command.about"), epilog=words("command.epilog"), parents=[shared]
    )
    parser.add_argument("--version", action="version", version=f"watershed {__version__}")
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(dest="command", metavar=words("command.metavar"))
    for name in COMMANDS:
        command = commands.add_parser(
            name,
            help=words(f"command.{name}.help"),
            description=words(f"command.{name}.help"),
            epilog=words("command.example", example=words(f"command.{name}.example")),
            parents=[shared],
        )
        _add_arguments(name, command, words)
    return parser


def _add_arguments(name: str, command: argparse.ArgumentParser, words: Words) -> None:
    uis = ("window", "text", "plain")
    match name:
        case "play":
            command.add_argument("scenario", help=words("command.scenario"))
            command.add_argument("--side", action="append", default=[], help=words("command.side"))
            command.add_argument("--ui", choices=uis, help=words("command.ui"))
            command.add_argument("--seed", type=int, help=words("command.seed"))
            command.add_argument("--cut", metavar="ID", help=words("command.cut"))
            command.add_argument("--interpretation", metavar="ID", help=words("command.interpretation"))
            command.add_argument("--follow", metavar="WAY", help=words("command.follow"))
            command.add_argument("--transcript", metavar="FILE", help=words("command.transcript"))
            command.add_argument("--load", metavar="SAVE", help=words("command.load"))
            command.add_argument(
                "--level", choices=("brief", "standard"), default="standard", help=words("command.level")
            )
        case "replay":
            command.add_argument("transcript", help=words("command.transcript-in"))
            command.add_argument("--ui", choices=uis, help=words("command.ui"))
        case "debrief":
            command.add_argument("transcripts", nargs="+", help=words("command.transcript-in"))
            forms = ("text", "html", "csv", "json")
            command.add_argument("--format", choices=forms, default="text", help=words("command.format"))
            command.add_argument("--out", metavar="FILE", help=words("command.out"))
        case "check":
            command.add_argument("paths", nargs="+", help=words("command.paths"))
            formats = ("text", "json", "github")
            command.add_argument("--format", choices=formats, default="text", help=words("command.format"))
            command.add_argument("--audit", metavar="FILE", help=words("command.check.audit"))
            for name in ("advice", "strict", "watch"):
                command.add_argument(f"--{name}", action="store_true", help=words(f"command.check.{name}"))
        case "new":
            command.add_argument("id", metavar="ID", help=words("command.new.id"))
            command.add_argument(
                "--template", choices=TEMPLATES, default=TEMPLATES[0], help=words("command.new.template")
            )
            command.add_argument("--out", metavar="DIR", help=words("command.new.out"))
        case "schema":
            command.add_argument("--part", action="store_true", help=words("command.schema.part"))
            command.add_argument("--out", metavar="FILE", help=words("command.out"))
        case "explore":
            command.add_argument("scenario", help=words("command.scenario"))
            command.add_argument("--side", help=words("command.explore-side"))
            command.add_argument("--cut", metavar="ID", help=words("command.cut"))
            command.add_argument("--interpretation", metavar="ID", help=words("command.interpretation"))
            policies = ("uniform", "weights", "record")
            command.add_argument(
                "--policy", choices=policies, default="weights", help=words("command.policy")
            )
            command.add_argument(
                "--format", choices=("text", "json", "html"), default="text", help=words("command.format")
            )
            command.add_argument("--out", metavar="FILE", help=words("command.out"))
            command.add_argument("--cap", type=int, metavar="STATES", help=words("command.cap"))
        case "endings":
            command.add_argument("scenario", help=words("command.scenario"))
        case "graph":
            command.add_argument("scenario", help=words("command.scenario"))
            drawings = ("mermaid", "dot", "svg", "html")
            command.add_argument("--format", choices=drawings, default="html", help=words("command.format"))
            command.add_argument("--out", metavar="FILE", help=words("command.out"))
        case "diff":
            command.add_argument("old", metavar="OLD", help=words("command.scenario"))
            command.add_argument("new", metavar="NEW", help=words("command.scenario"))
            command.add_argument("--side", help=words("command.explore-side"))
            command.add_argument("--interpretation", metavar="ID", help=words("command.interpretation"))
            reports = ("text", "json")
            command.add_argument("--format", choices=reports, default="text", help=words("command.format"))
            save_help = words("command.diff.save")
            command.add_argument("--save", action="append", default=[], metavar="FILE", help=save_help)
            command.add_argument("--saves", action="store_true", help=words("command.diff.saves"))
            command.add_argument("--out", metavar="FILE", help=words("command.out"))
            command.add_argument("--cap", type=int, metavar="STATES", help=words("command.cap"))
        case _:
            pass
