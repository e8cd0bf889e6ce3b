"""`watershed diff`: two versions of a scenario, compared by how they play."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.analysis.command import Wanted, explore_whole
from game.analysis.compare import Difference, compare
from game.analysis.forward import CAP, Plan
from game.analysis.render_compare import difference_json, difference_text
from game.cli.shell import Shell
from game.library import load
from game.scenario.model import Scenario
from game.session import difference_words, restore, scenario_of
from game.store import saves
from game.store.texts import write_text


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Compare and tell; a difference is no fault, so the exit code is 0."""
    old, new = load(args.old), load(args.new)
    found = _compare(
        old, new, Wanted(args.side, interpretation=args.interpretation), Plan(cap=args.cap or CAP)
    )
    told = dict(_replays(args, new, shell))
    if args.format == "json":
        text = difference_json(found, told, shell.words)
    else:
        lines = list(told.values()) or ([shell.words("diff.no-saves")] if args.saves else [])
        text = difference_text(found, (args.old, args.new), lines, shell.words)
    if args.out:
        write_text(Path(args.out), text)
    else:
        print(text, end="")
    return 0


def _compare(old: Scenario, new: Scenario, wanted: Wanted, plan: Plan) -> Difference:
    before, told_before = explore_whole(old, wanted, plan)
    after, told_after = explore_whole(new, wanted, plan)
    return compare(before["weights"], after["weights"], (told_before, told_after))


def _replays(args: argparse.Namespace, new: Scenario, shell: Shell) -> list[tuple[str, str]]:
    """Say of each save that is named, and with --saves of each in the player's folder, how it replays."""
    named = [(Path(name), True) for name in args.save]
    kept = [(slot.path, False) for slot in saves()] if args.saves else []
    told = []
    for path, is_named in (*named, *kept):
        if scenario_of(path) != new.id:
            if is_named:
                told.append((str(path), shell.words("diff.save-other", file=path.name)))
            continue
        sentence = difference_words(restore(path, new), shell.words)
        line = f"{path.name}: {sentence}" if sentence else shell.words("diff.save-holds", file=path.name)
        told.append((str(path), line))
    return told
