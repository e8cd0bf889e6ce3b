"""Every sentence goes through the catalogue: none is missing, none is left over, none stands in code."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from game.messages import Words, fill

GAME = Path(__file__).parent.parent / "game"
MODULES = sorted(path.stem for path in (GAME / "messages").glob("*.py") if path.stem != "__init__")
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(GAME.rglob("*.py"))}


def english() -> dict[str, str]:
    """Give all sentences by key."""
    return {
        key: text for name in MODULES for key, text in import_module(f"game.messages.{name}").ENGLISH.items()
    }


def keys_in_code() -> tuple[set[str], list[re.Pattern[str]]]:
    """Give the keys that code names, and patterns for those it puts together."""
    exact, patterns = set(), []
    for path, tree in TREES.items():
        if path.parent.name == "messages":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                exact.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in node.values
                ]
                patterns.append(re.compile("".join(map(str, parts))))
    for file in GAME.rglob("*.j2"):
        for name, is_put_together in re.findall(
            r"words\('([a-z.-]+[a-z-])'( ~)?", file.read_text(encoding="utf-8")
        ):
            if is_put_together:
                patterns.append(re.compile(re.escape(name) + ".+"))
            else:
                exact.add(name)
    return exact, patterns


def test_every_key_that_code_names_has_a_sentence():
    """A missing key would be a traceback at the moment when it is needed."""
    known = english()
    looks_like_key = re.compile(rf"(?:{'|'.join(MODULES)})\.[a-z0-9-]+(?:\.[a-z0-9-]+)*")
    named = {text for text in keys_in_code()[0] if looks_like_key.fullmatch(text)}
    stems = {key.rpartition(".")[0] for key in known}  # of a key that is named without its last part
    named = {name for name in named if name[-1] not in ".-"}  # the beginning of a key put together
    files = {name for name in named if name.endswith((".yaml", ".json", ".py", ".md", ".po", ".html"))}
    assert named - files - set(known) - stems == set()


def test_every_sentence_is_used():
    """What nobody says is not kept, nor translated."""
    exact, patterns = keys_in_code()
    stems = {f"{text}.{form}" for text in exact for form in ("one", "other")}
    # a problem's code is named without its module, and the sentence of a code is put together in one place
    codes = {f"{name}.{text}" for name in ("check", "advice") for text in exact}
    prefixes = tuple(rf"{name}\." for name in MODULES)
    whole = [
        pattern
        for pattern in patterns
        if pattern.pattern.startswith(prefixes) and pattern.pattern not in (r"check\..+", r"advice\..+")
    ]
    whole += [
        re.compile(rf"check\.{pattern.pattern}") for pattern in patterns if pattern.pattern[:7] == r"unknown"
    ]

    def is_used(key: str) -> bool:
        return key in exact | codes | stems or any(pattern.fullmatch(key) for pattern in whole)

    assert [key for key in english() if not is_used(key)] == []


def test_no_key_stands_in_two_modules_and_each_in_its_own():
    """The part before the point names the module that holds the sentence."""
    for name in MODULES:
        assert all(key.partition(".")[0] == name for key in import_module(f"game.messages.{name}").ENGLISH)


def test_nothing_is_printed_that_is_written_in_code():
    """A sentence in a print call would never be translated."""
    literal = [
        f"{path.name}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("print", "input")
        for argument in node.args
        if isinstance(argument, ast.Constant) and re.search("[A-Za-z]{3}", str(argument.value))
    ]
    assert literal == []


def test_an_authors_braces_are_left_alone():
    """Only named slots are filled; nothing of str.format's language is understood."""
    assert fill("{name} {0} {name.__class__} {name:>9}", {"name": "x"}) == "x {0} {name.__class__} {name:>9}"
    with pytest.raises(KeyError):
        fill("{missing}", {})


def test_a_translation_is_used_and_what_it_lacks_is_said_in_english():
    """A language grows sentence by sentence."""
    words = Words("xx", {"terminal.yes": "oui"})
    assert words("terminal.yes") == "oui"
    assert words("terminal.log") == "Your turns so far"
