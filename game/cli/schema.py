"""`watershed schema`: the JSON Schema of the language, for editors."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from game.cli.shell import Shell
from game.scenario.json_schema import part_schema, whole_schema
from game.store import write_text


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Write the schema of a scenario in one file, or with --part of a file in a scenario's folder."""
    schema = (part_schema if args.part else whole_schema)(shell.words)
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    if args.out:
        write_text(Path(args.out), text)
    else:
        print(text, end="")
    return 0
