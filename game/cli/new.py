"""`watershed new`: a scenario to begin with, which checks, plays and shows every part."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from game.cli.shell import Shell, UsageError
from game.scenario.json_schema import part_schema
from game.scenario.shape import is_id, suggest_id
from game.store import template_files, write_new


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Write the files of a template under the new id. What is there already is never overwritten."""
    if not is_id(args.id):
        meant = suggest_id(args.id)
        key = "command.new.bad-id-near" if meant else "command.new.bad-id"
        raise UsageError(key, id=args.id, meant=meant)
    files = {
        name.replace("TEMPLATE", args.id): text.replace("TEMPLATE", args.id)
        for name, text in template_files(args.template)
    }
    folder = Path(args.out or ".")
    is_folder = len(files) > 1
    place = folder / args.id if is_folder else folder / next(iter(files))
    if is_folder:  # the files name it in their first line, for an editor
        files["watershed.schema.json"] = json.dumps(part_schema(shell.words), ensure_ascii=False, indent=1)
    write_new(place, files)
    for name in files:
        shell.say("command.new.written", path=place / name if is_folder else place)
    shell.say("command.new.next", path=place)
    return 0
