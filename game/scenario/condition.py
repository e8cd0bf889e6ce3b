"""A condition: one line over meters, flags and players that is true or false of a state.

Grammar, read by recursive descent:

    any     = all ("or" all)*
    all     = not ("and" not)*
    not     = "not" not | test
    test    = "(" any ")" | name [comparison value | ["not"] "in" "(" value ("," value)* ")"]
    player  = side "in" "players"

Nothing else: no arithmetic, no calls, no text. The checked tree holds numbers only, and the test is
a Python function made from that tree, never from what an author typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from game.scenario.problem import nearest
from game.scenario.variable import Values, Variable

LENGTH_LIMIT = 500
TOKEN_LIMIT = 64
DEPTH_LIMIT = 8
COMPARISONS = ("==", "!=", "<=", ">=", "<", ">")

_TOKEN = re.compile(
    r"\s*(?:(?P<name>\w+(?:-\w+)*)|(?P<mark>==|!=|<=|>=|[<>()\[\],])|(?P<other>&&|\|\||=>|=<|\S))"
)
_WORDS = frozenset({"and", "or", "not", "in", "players"})
_QUOTES = "\"'“”‘’"
_MEANT = {"=": "==", "=>": ">=", "=<": "<=", "&": "and", "&&": "and", "|": "or", "||": "or", "!": "not"}


class ConditionError(Exception):
    """A condition that cannot be read: `code` and `values` as of a Problem, `offset` into its text."""

    def __init__(self, offset: int, code: str, hint: str | None = None, **values: object) -> None:
        super().__init__(code)
        self.offset = offset
        self.code = code
        self.hint = hint
        self.values = values


@dataclass(frozen=True, slots=True)
class Compare:
    """`variable` compared with a number."""

    variable: int
    sign: str
    value: int


@dataclass(frozen=True, slots=True)
class Among:
    """`variable` has one of some values."""

    variable: int
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of `part`."""

    part: Tree


@dataclass(frozen=True, slots=True)
class Both:
    """All of `parts`."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of `parts`."""

    parts: tuple[Tree, ...]


Tree = Compare | Among | Not | Both | Either


@dataclass(frozen=True, slots=True)
class Condition:
    """A checked condition. `holds(values)` tells whether it is true; two are equal if their trees are."""

    source: str = field(compare=False)
    tree: Tree
    holds: Callable[[Values], bool] = field(compare=False, repr=False)


def read_condition(source: str, variables: Mapping[str, int], table: tuple[Variable, ...]) -> Condition:
    """Read `source` over the variables of `table`, found by id through `variables`.

    A side's player variable has the id `players.<side>`. Raises ConditionError, with the place
    inside the text, for anything that is not the grammar above.
    """
    if len(source) > LENGTH_LIMIT:
        raise ConditionError(LENGTH_LIMIT, "condition-too-long", limit=LENGTH_LIMIT)
    reader = _Reader(source, variables, table)
    tree = reader.read()
    return Condition(source, tree, compile_test(tree))


def compile_test(tree: Tree) -> Callable[[Values], bool]:
    """Make a function of `tree`: flat, since explorers and machines ask it millions of times."""
    # The text is made of the numbers and signs of a checked tree; nothing an author typed is in it.
    python = f"lambda v: {_python(tree)}"
    test: Callable[[Values], bool] = eval(python, {"__builtins__": {}})  # noqa: S307
    return test


def _python(tree: Tree) -> str:
    match tree:
        case Compare(variable, sign, value):
            return f"v[{variable:d}] {COMPARISONS[COMPARISONS.index(sign)]} {value:d}"
        case Among(variable, values):
            listed = "".join(f"{value:d}, " for value in values)
            return f"v[{variable:d}] in ({listed})"
        case Not(part):
            return f"(not ({_python(part)}))"
        case Both(parts):
            return "(" + " and ".join(_python(part) for part in parts) + ")"
        case Either(parts):
            return "(" + " or ".join(_python(part) for part in parts) + ")"


def variables_read(tree: Tree) -> frozenset[int]:
    """Give the variables that `tree` looks at."""
    match tree:
        case Compare(variable) | Among(variable):
            return frozenset({variable})
        case Not(part):
            return variables_read(part)
        case Both(parts) | Either(parts):
            return frozenset().union(*(variables_read(part) for part in parts))


def _meant(word: str) -> str | None:
    """Give the word of the language that an author wrote `word` for, or None."""
    return {"is": "==", "equals": "=="}.get(word.lower(), word.lower() if word.lower() in _WORDS else None)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    offset: int
    is_name: bool


class _Reader:
    def __init__(self, source: str, variables: Mapping[str, int], table: tuple[Variable, ...]) -> None:
        self._source = source
        self._variables = variables
        self._table = table
        self._tokens = list(self._split(source))
        self._at = 0

    def _split(self, source: str) -> Iterator[_Token]:
        end = len(source.rstrip())
        at = 0
        count = 0
        while at < end:
            found = _TOKEN.match(source, at)
            assert found is not None  # any character matches one of the three groups
            kind = found.lastgroup or "other"
            text, offset = found[kind], found.start(kind)
            count += 1
            if kind == "other":
                code = "condition-quotes" if text in _QUOTES else "condition-letter"
                raise ConditionError(offset, code, _MEANT.get(text), letter=text)
            if count > TOKEN_LIMIT:
                raise ConditionError(offset, "condition-too-many-words", limit=TOKEN_LIMIT)
            yield _Token(text, offset, kind == "name")
            at = found.end()

    def read(self) -> Tree:
        if not self._tokens:
            raise ConditionError(0, "condition-empty")
        tree = self._any(1)
        if self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.text == ")":
                raise ConditionError(token.offset, "condition-not-opened")
            raise ConditionError(token.offset, "condition-more", _meant(token.text), word=token.text)
        return tree

    def _peek(self) -> str:
        return self._tokens[self._at].text if self._at < len(self._tokens) else ""

    def _take(self, wanted: str) -> _Token:
        if self._at >= len(self._tokens):
            raise ConditionError(len(self._source.rstrip()), "condition-ends", wanted=wanted)
        self._at += 1
        return self._tokens[self._at - 1]

    def _any(self, depth: int) -> Tree:
        parts = [self._all(depth)]
        while self._peek() == "or":
            self._at += 1
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self, depth: int) -> Tree:
        parts = [self._not(depth)]
        while self._peek() == "and":
            self._at += 1
            parts.append(self._not(depth))
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def _not(self, depth: int) -> Tree:
        if depth > DEPTH_LIMIT:
            raise ConditionError(self._tokens[self._at - 1].offset, "condition-too-deep", limit=DEPTH_LIMIT)
        if self._peek() == "not":
            self._at += 1
            return Not(self._not(depth + 1))
        return self._test(depth)

    def _test(self, depth: int) -> Tree:
        token = self._take("name")
        if token.text == "(":
            tree = self._any(depth + 1)
            if self._peek() != ")":
                raise ConditionError(token.offset, "condition-not-closed")
            self._at += 1
            return tree
        if not token.is_name or token.text in _WORDS:
            raise ConditionError(token.offset, "condition-wants-name", word=token.text)
        if self._peek() == "in" and self._next_is_players():
            return self._player(token)
        index = self._variable(token)
        variable = self._table[index]
        following = self._peek()
        if following in COMPARISONS:
            return self._compare(index, variable)
        if following in ("in", "not"):
            return self._among(index, variable)
        if not variable.is_yes_no:
            code = "condition-wants-comparison"
            hint = f"{token.text} ==" if following in ("is", "equals") else None
            raise ConditionError(token.offset, code, hint, name=variable.id, steps=", ".join(variable.steps))
        return Compare(index, "==", 1)

    def _next_is_players(self) -> bool:
        return self._at + 1 < len(self._tokens) and self._tokens[self._at + 1].text == "players"

    def _player(self, token: _Token) -> Tree:
        self._at += 2
        index = self._variables.get(f"players.{token.text}")
        if index is None:
            sides = [name.partition(".")[2] for name in self._variables if name.startswith("players.")]
            hint = nearest(token.text, sides)
            raise ConditionError(token.offset, "unknown-side", hint, name=token.text)
        return Compare(index, "==", 1)

    def _variable(self, token: _Token) -> int:
        index = self._variables.get(token.text)
        if index is None:
            known = [name for name in self._variables if "." not in name]
            hint = nearest(token.text, known)
            raise ConditionError(token.offset, "unknown-variable", hint, name=token.text)
        return index

    def _compare(self, index: int, variable: Variable) -> Tree:
        sign = self._take("comparison")
        value = self._value(variable)
        if sign.text not in ("==", "!=") and variable.kind != "meter":
            raise ConditionError(sign.offset, "condition-not-ordered", name=variable.id, sign=sign.text)
        if self._peek() in COMPARISONS:
            offset = self._tokens[self._at].offset
            raise ConditionError(offset, "condition-chained", "and")
        return Compare(index, sign.text, value)

    def _among(self, index: int, variable: Variable) -> Tree:
        is_negated = self._peek() == "not"
        if is_negated:
            self._at += 1
        token = self._take("in")
        if token.text != "in":
            raise ConditionError(token.offset, "condition-wants-in", word=token.text)
        opening = self._take("list")
        closing = {"(": ")", "[": "]"}.get(opening.text)
        if closing is None:
            raise ConditionError(opening.offset, "condition-wants-list", word=opening.text)
        values = [self._value(variable)]
        while self._peek() == ",":
            self._at += 1
            values.append(self._value(variable))
        if self._peek() != closing:
            raise ConditionError(opening.offset, "condition-not-closed")
        self._at += 1
        among = Among(index, tuple(sorted(set(values))))
        return Not(among) if is_negated else among

    def _value(self, variable: Variable) -> int:
        token = self._take("value")
        word = token.text
        if variable.is_yes_no:
            word = YES_NO.get(word.lower(), word)
        if word not in variable.steps:
            code = "unknown-step" if variable.kind == "meter" else "unknown-value"
            hint = nearest(word, variable.steps)
            steps = ", ".join(variable.steps)
            raise ConditionError(token.offset, code, hint, name=word, variable=variable.id, steps=steps)
        return variable.steps.index(word)


YES_NO = {"yes": "yes", "true": "yes", "on": "yes", "no": "no", "false": "no", "off": "no"}
