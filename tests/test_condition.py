"""Conditions: they mean what they say, and whatever is typed gives a condition or one error."""

from __future__ import annotations

import operator
from collections.abc import Callable

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from game.scenario.condition import Condition, ConditionError, read_condition
from game.scenario.variable import Values, Variable

TABLE = (
    Variable("trust", "meter", ("hostile", "wary", "even", "warm", "close"), 2),
    Variable("pledge", "flag", ("none", "private", "public"), 0),
    Variable("boom-laid", "flag", ("no", "yes"), 0),
    Variable("on", "flag", ("no", "yes"), 0),
    Variable("players.north", "player", ("no", "yes"), 0),
)
IDS = {variable.id: index for index, variable in enumerate(TABLE)}
SIGNS = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
Meaning = Callable[[Values], bool]
Written = tuple[str, Meaning]


def read(source: str) -> Condition:
    return read_condition(source, IDS, TABLE)


def compare(variable: Variable, sign: str, step: str) -> Written:
    index, value = IDS[variable.id], variable.steps.index(step)
    return f"{variable.id}{sign}{step}", lambda values: SIGNS[sign](values[index], value)


def among(variable: Variable, steps: list[str], is_negated: bool) -> Written:
    index, wanted = IDS[variable.id], {variable.steps.index(step) for step in steps}
    word = "not in" if is_negated else "in"
    return (
        f"{variable.id} {word} ({', '.join(steps)})",
        lambda values: (values[index] in wanted) != is_negated,
    )


@st.composite
def single_tests(draw: st.DrawFn) -> Written:
    """Write one test of a variable, with what it means."""
    variable = draw(st.sampled_from(TABLE))
    if variable.kind == "player":
        return "north in players", lambda values: values[4] == 1
    if variable.is_yes_no and draw(st.booleans()):
        index = IDS[variable.id]
        return variable.id, lambda values: values[index] == 1
    if draw(st.booleans()):
        steps = draw(st.lists(st.sampled_from(variable.steps), min_size=1, max_size=4))
        return among(variable, steps, draw(st.booleans()))
    signs = list(SIGNS) if variable.kind == "meter" else ["==", "!="]
    return compare(variable, draw(st.sampled_from(signs)), draw(st.sampled_from(variable.steps)))


def negated(part: Written) -> Written:
    return f"not ({part[0]})", lambda values: not part[1](values)


def joined(parts: tuple[Written, Written, str]) -> Written:
    (left, left_means), (right, right_means), word = parts
    if word == "and":
        return f"({left}) and ({right})", lambda values: left_means(values) and right_means(values)
    return f"(({left}) or {right})", lambda values: left_means(values) or right_means(values)


CONDITIONS = st.recursive(
    single_tests(),
    lambda parts: st.one_of(
        parts.map(negated), st.tuples(parts, parts, st.sampled_from(["and", "or"])).map(joined)
    ),
    max_leaves=6,
)
VALUES = st.tuples(*(st.integers(0, variable.top) for variable in TABLE))


@settings(max_examples=500)
@given(CONDITIONS, st.lists(VALUES, min_size=1, max_size=5))
def test_a_condition_means_what_an_independent_evaluator_says(written: Written, many: list[Values]):
    """The text is built beside its meaning, so both sides share nothing but the grammar."""
    source, means = written
    try:
        condition = read(source)
    except ConditionError as error:
        assert error.code in ("condition-too-deep", "condition-too-many-words", "condition-too-long")
        return
    for values in many:
        assert condition.holds(values) is bool(means(values)), source


PIECES = [
    *IDS,
    "north",
    "players",
    "wary",
    "public",
    "yes",
    "NO",
    *SIGNS,
    "and",
    "or",
    "not",
    "in",
    "(",
    ")",
    ",",
]
PIECES += [
    "[",
    "]",
    "=",
    "&&",
    '"',
    "'",
    "3",
    "-",
    "_",
    ".",
    "**",
    "lambda",
    "__class__",
    "ไทย",
    "\u2028",
    "\t",
    "  ",
]


@settings(max_examples=1000)
@given(st.one_of(st.text(max_size=600), st.lists(st.sampled_from(PIECES), max_size=90).map(" ".join)))
def test_any_text_gives_a_condition_or_a_condition_error(source: str):
    """Nothing else, whatever is typed, and with an offset inside the text."""
    try:
        condition = read(source)
    except ConditionError as error:
        assert 0 <= error.offset <= len(source)
    else:
        assert condition.holds(tuple(variable.start for variable in TABLE)) in (True, False)


@pytest.mark.parametrize(
    ("source", "true_of"),
    [
        ("trust >= warm", (3, 0, 0, 0, 0)),
        ("not pledge == public", (0, 1, 0, 0, 0)),
        ("not on and boom-laid", (0, 0, 1, 0, 0)),
        ("on or boom-laid and trust == close", (0, 0, 0, 1, 0)),
        ("pledge not in [none, private]", (0, 2, 0, 0, 0)),
        ("boom-laid == YES", (0, 0, 1, 0, 0)),
        ("not (north in players)", (0, 0, 0, 0, 0)),
    ],
)
def test_and_binds_before_or_and_not_before_both(source: str, true_of: Values):
    """As in school, and as every programming language has it."""
    assert read(source).holds(true_of)
