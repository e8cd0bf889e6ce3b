"""What a player typed, as a command with its argument."""

from __future__ import annotations

from dataclasses import dataclass

from game.messages import Words

NAMES = (
    "desk",
    "documents",
    "map",
    "log",
    "back",
    "roads",
    "glossary",
    "sources",
    "save",
    "saves",
    "endings",
    "load",
    "record",
    "compare",
    "check",
    "card",
    "rails",
    "ledger",
    "hours",
    "meters",
    "odds",
    "reload",
    "help",
    "quit",
)
# the commands that something can be said to: a beginning with more behind it means one of these first
ASKING = ("documents", "back", "glossary", "save", "load", "check", "hours")


@dataclass(frozen=True, slots=True)
class Command:
    """One line of input: `name` is one of NAMES, `choose` for a number, `nothing` or `unknown`."""

    name: str
    argument: str = ""


def read_command(line: str, words: Words) -> Command:
    """Read a line: a number, or a command's word (or its beginning) and what follows.

    A beginning that several words share is the first of them: "d" the desk, but "d 1" document 1.
    """
    first, _, rest = line.strip().partition(" ")
    typed = first.casefold()
    if not typed:
        return Command("nothing")
    if typed.isdecimal():
        return Command("choose", str(int(typed[:6])))
    if typed == "?" or line.strip().casefold() == "h":
        return Command("help")
    for name in (*ASKING, *NAMES) if rest.strip() else NAMES:
        known = words(f"terminal.word.{name}").casefold().split()
        if any(word.startswith(typed) for word in known):
            return Command(name, rest.strip())
    return Command("unknown", line.strip())
