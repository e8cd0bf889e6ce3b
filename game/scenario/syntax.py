"""What a fault of YAML probably is, in words an author knows, and where it must be mended."""

from __future__ import annotations

import re
from typing import Any

from game.scenario.problem import Place, Problems

# a space that is no space to YAML, where only spaces may stand; a curly quote that begins a value
_HIDDEN_SPACE = re.compile(
    "^ *[\u00a0\u2000-\u200b\u202f\u3000\ufeff]|^ *[\\w-]+:[\u00a0\u2000-\u200b\u202f\u3000]"
)
_CURLY_QUOTE = re.compile("^ *(- )?[\\w-]+: +[\u201c\u201d\u201e\u2018\u2019\u00ab]")
_KEY = re.compile(r"[\w-]+:( |$)")


def place_at(name: str, text: str, offset: int) -> Place:
    """Give the place of the letter at `offset` of `text`."""
    before = text[:offset]
    return Place(name, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def note_syntax(name: str, text: str, error: Exception, last: Any, problems: Problems) -> None:
    """Note the fault that the parser met; `last` is the event before it, or None.

    The parser names where it gave up. An author must edit where the fault began: at the quote or the
    bracket that was opened, at the tab, at the quote that closed a text too early.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        problems.add(place_at(name, text, int(getattr(error, "position", 0))), "yaml-syntax")
        return
    lines = text.splitlines()
    pasted = _pasted(lines[: mark.line + 1][-2:])
    if pasted is not None:
        code, offset, column = pasted
        problems.add(Place(name, mark.line + 1 + offset, column), code)
        return
    line = lines[mark.line] if mark.line < len(lines) else ""
    place = Place(name, mark.line + 1, mark.column + 1)
    opened = getattr(error, "context_mark", None)
    told = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    quoted = last if getattr(last, "style", None) in ("'", '"') else None
    is_at_end = not "".join(lines[mark.line :])[mark.column :].strip()
    if "\t" in line[: mark.column + 1] and line[: mark.column + 1].strip() == "":
        problems.add(Place(name, place.line, line.index("\t") + 1), "yaml-tab")
    elif "quoted scalar" in told and opened is not None:
        code = "yaml-escape" if "escape" in told else "yaml-quote"
        where = mark if code == "yaml-escape" else opened
        problems.add(Place(name, where.line + 1, where.column + 1), code)
    elif quoted is not None and quoted.end_mark.line > quoted.start_mark.line:
        start = quoted.start_mark
        problems.add(
            Place(name, start.line + 1, start.column + 1), "yaml-quote-late", line=quoted.end_mark.line + 1
        )
    elif quoted is not None and quoted.end_mark.line == mark.line and not _KEY.match(line[mark.column :]):
        end = quoted.end_mark
        problems.add(Place(name, end.line + 1, end.column), "yaml-quote-early")
    elif "flow" in told and opened is not None and is_at_end:
        problems.add(Place(name, opened.line + 1, opened.column + 1), "yaml-bracket")
    elif "flow" in told:
        problems.add(place, "yaml-comma")
    elif "simple key" in told and opened is not None:
        problems.add(Place(name, opened.line + 1, opened.column + 1), "yaml-no-colon")
    elif "mapping values" in told and not line[: mark.column].strip().count(" "):
        problems.add(Place(name, place.line, len(line) - len(line.lstrip()) + 1), "yaml-indent")
    else:
        code = _by_words(told)
        if code == "yaml-letter" and opened is not None:
            place = Place(name, opened.line + 1, opened.column + 1)
        problems.add(place, code)


def _pasted(lines: list[str]) -> tuple[str, int, int] | None:
    """Find what a word processor left in the line of the fault (the last) or the one before it.

    Gives the code, the line counted back from the last, and the column.
    """
    for number, line in enumerate(lines):
        hidden = _HIDDEN_SPACE.search(line)
        if hidden is not None:
            return "yaml-hidden-space", number - len(lines) + 1, hidden.end()
        curly = _CURLY_QUOTE.search(line)
        if curly is not None and number == len(lines) - 1:
            return "yaml-curly-quote", 0, curly.end()
    return None


def _by_words(told: str) -> str:
    if "mapping values are not allowed" in told:
        return "yaml-colon"
    if "sequence entries" in told:
        return "yaml-dash"
    if any(words in told for words in ("cannot start any token", "an anchor", "an alias", "a tag")):
        return "yaml-letter"
    return "yaml-indent" if "block" in told or "document start" in told else "yaml-syntax"
