"""Advice for good history teaching: each rule on the smallest scenario that it speaks of."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
from reading import ROOT

from game.advice import CODES, RULES, advise, silence_idle
from game.advice.english import grade, sentence_count, syllable_count, words
from game.advice.luck import is_tell
from game.cli.main import main
from game.messages import Words
from game.scenario.problem import Problem
from game.scenario.read import read_scenario

CLEAN = """\
format: 1
id: mill
title: The mill race
sides: {miller: {name: The miller, desk: The sluice}}
phases: {rain: {name: Rain}}
decisions:
  flood:
    phase: rain
    at: 1890-03-01T06:00+00:00
    side: miller
    title: The water rises
    situation: The water is at the second mark.
    documents: [page]
    options:
      open:
        text: Open the sluice
        advocates: [smith]
        consequence: {text: It runs., grade: A, sources: [log]}
      wait: {text: Wait for noon, sources: [log], consequence: {text: It rains., grade: E}}
    next: dry
    historical: {choice: open, why: The log says so.}
endings: {dry: {title: A dry mill, text: The water falls.}}
record: {ending: dry}
people: {smith: {name: Tom Dale, role: Smith}}
documents: {page: {kind: memo, title: A page, text: Water., sources: [log]}}
sources: {log: {title: The log, kind: primary}}
"""
LONG = " ".join(["The water rose by a hand and then it fell."] * 13)
HARD = (
    "Notwithstanding considerable institutional reservations, the municipal administration subsequently"
    " authorised comprehensive precautionary evacuations, simultaneously commissioning additional"
    " hydrological investigations throughout neighbouring jurisdictions and coordinating interdepartmental"
    " communication arrangements for several exceptionally inaccessible agricultural communities."
)
EASY = " ".join(["The rain came down and the mill stood still."] * 4)


def given(text: str) -> tuple[Problem, ...]:
    """Give the advice on a scenario."""
    read = read_scenario([("mill.yaml", text.encode())])
    assert read.scenario is not None, [problem.line(Words()) for problem in read.problems]
    return advise(read.scenario, read.wishes.silences)


def codes(text: str) -> list[str]:
    """Give the codes of the advice on a scenario."""
    return [problem.code for problem in given(text)]


def test_a_scenario_that_heeds_the_advice_gets_none():
    """What is told of the changes below is told of nothing else."""
    assert codes(CLEAN) == []


SITUATION = "situation: The water is at the second mark."
ONE_CHANGE = {
    "choice-praised": ("text: Open the sluice", "text: Wisely open the sluice"),
    "consequence-ungraded": ("{text: It rains., grade: E}", "{text: It rains., sources: [log]}"),
    "option-unsupported": ("text: Wait for noon, sources: [log],", "text: Wait for noon,"),
    "text-length": (SITUATION, f"situation: {LONG}"),
    "reading-level": (SITUATION, f"situation: {HARD}"),
    "side-without-choice": (
        "desk: The sluice}",
        "desk: The sluice}, farmer: {name: The farmer, desk: A gate}",
    ),
    "phase-empty": ("rain: {name: Rain}", "rain: {name: Rain}, sun: {name: Sun}"),
    "document-unshown": ("    documents: [page]\n", ""),
    "source-uncited": ("kind: primary}", "kind: primary}, letter: {title: A letter, kind: account}"),
    "person-absent": ("role: Smith}", "role: Smith}, reed: {name: Ann Reed, role: Miller}"),
}


@pytest.mark.parametrize("code", ONE_CHANGE)
def test_a_rule_tells_of_one_change_at_its_place(code: str):
    """Once, with a place in the file, and with what can be done."""
    old, new = ONE_CHANGE[code]
    text = CLEAN.replace(old, new)
    found = given(text)
    assert [problem.code for problem in found] == [code]
    assert found[0].severity == "advice"
    assert text.splitlines()[found[0].place.line - 1].strip()
    assert re.fullmatch(rf"mill\.yaml:\d+:\d+: advice \[{code}\] [^;]+; .+", found[0].line(Words()))


def test_a_consequence_without_grade_or_source_is_told_twice():
    """Two things are missing, and two must be written."""
    bare = CLEAN.replace("{text: It rains., grade: E}", "It rains.")
    assert codes(bare) == ["consequence-ungraded", "consequence-unsourced"]


@pytest.mark.parametrize("name", ["Ann Reed", "Captain Ann Reed Jr.", "Ann Cole (Reed)", "Ann Reed (Cole)"])
def test_a_person_who_is_named_in_a_text_appears(name: str):
    """By the last word of a name, or of the one in brackets."""
    text = CLEAN.replace("role: Smith}", f"role: Smith}}, reed: {{name: {name}, role: Miller}}")
    assert codes(text) == ["person-absent"]
    assert codes(text.replace("second mark.", "second mark. Reed has gone.")) == []


def test_a_plain_consequence_text_is_told_where_it_stands():
    """It has no keys of its own."""
    found = given(CLEAN.replace("{text: It rains., grade: E}", "It rains."))
    line = CLEAN.splitlines().index(next(row for row in CLEAN.splitlines() if "wait:" in row)) + 1
    assert {problem.place.line for problem in found} == {line}


def many(count: int, option: str, favours: str | None = None) -> str:
    """Give a scenario of `count` decision points of three options, of which the record took `option`."""
    texts = {"first": "Open it", "second": "Open the sluice and ring the bell", "third": "Go home now"}
    options = "".join(f"\n      {name}: {{text: {text}, sources: [log]}}" for name, text in texts.items())
    voice = f"\n    advisers: [{{person: smith, favours: {favours}, says: So.}}]" if favours else ""
    points = "".join(
        f"\n  day-{day}:\n    at: 1890-03-{day:02}T06:00+00:00\n    side: miller\n    title: Day"
        f"\n    situation: Rain.{voice}\n    options:{options}"
        f"\n    next: {f'day-{day + 1}' if day < count else 'dry'}"
        f"\n    historical: {{choice: {option}, why: It was.}}"
        for day in range(1, count + 1)
    )
    return (
        "format: 1\nid: mill\ntitle: Mill\nsides: {miller: {name: Miller, desk: Sluice}}\ndecisions:"
        f"{points}\nendings: {{dry: {{title: Dry, text: Dry.}}}}\nrecord: {{ending: dry}}\n"
        "people: {smith: {name: Tom Dale, role: Smith}}\n"
        "sources: {log: {title: The log of Dale, kind: primary}}\n"
    )


def test_a_historical_choice_that_always_stands_first_or_last_is_told_once():
    """At three decision points or more; two prove nothing."""
    assert codes(many(2, "first")) == []
    assert codes(many(3, "first")) == ["choice-by-length", "choice-by-position"]
    assert [problem.message(Words()) for problem in given(many(3, "third"))] == [
        "the historical choice is written last at 3 of 3 decision points"
    ]


def test_a_historical_choice_that_is_always_the_longest_is_told():
    """Authors know most about what was done."""
    assert [problem.message(Words()) for problem in given(many(3, "second"))] == [
        "the historical choice is the longest option at 3 of 3 decision points"
    ]


def test_a_voice_that_the_record_never_follows_is_told_and_one_that_it_always_follows():
    """Both tell the answer: one by its name, the other against it."""
    assert "adviser-never-right" not in codes(many(2, "second", favours="third"))
    assert "adviser-never-right" in codes(many(3, "second", favours="third"))
    assert "adviser-always-right" not in codes(many(4, "second", favours="second"))
    assert "adviser-always-right" in codes(many(5, "second", favours="second"))


def test_a_tell_is_what_always_holds_or_is_rare_by_chance():
    """Ten of ten thirds is one in 59,049; four of ten is what chance would do."""
    thirds = [Fraction(1, 3)] * 10
    assert is_tell(10, thirds)
    assert is_tell(8, thirds)  # 201 in 59,049
    assert not is_tell(7, thirds)  # 1,161 in 59,049, just under two in a hundred
    assert is_tell(3, thirds[:3])
    assert not is_tell(2, thirds[:2])


def test_brief_texts_are_held_to_less():
    """Sixty words and grade 8, beside 120 and grade 10."""
    middling = " ".join(["The committee considered the matter and adjourned."] * 5)
    assert 8 < grade(middling) <= 12
    levels = f'situation: {{brief: "{LONG[:330]}", standard: "{LONG[:500]}"}}'
    found = given(CLEAN.replace(SITUATION, levels))
    assert [(problem.code, dict(problem.values)["level"]) for problem in found] == [("text-length", "brief")]


# silences


def test_advice_is_silenced_by_its_code_with_a_reason():
    """Everywhere, or at a path and below it."""
    old, new = ONE_CHANGE["option-unsupported"]
    loud = CLEAN.replace(old, new)
    for at in ("", ", at: decisions", ", at: decisions.flood.options.wait"):
        silence = f'silence:\n  - {{code: option-unsupported{at}, reason: "A mill keeps no minutes."}}\n'
        assert codes(loud + silence) == []


def test_a_silence_that_silences_nothing_is_told():
    """What it was written for has been mended, or stands elsewhere."""
    old, new = ONE_CHANGE["option-unsupported"]
    silence = 'silence:\n  - {code: option-unsupported, at: decisions.flood.options.open, reason: "None."}\n'
    assert codes(CLEAN + silence) == ["silence-idle"]
    assert sorted(codes(CLEAN.replace(old, new) + silence)) == ["option-unsupported", "silence-idle"]


# the command


def test_advice_alone_ends_with_0_and_with_strict_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """It is no fault, unless whoever builds with it says so."""
    path = tmp_path / "mill.yaml"
    old, new = ONE_CHANGE["phase-empty"]
    path.write_text(CLEAN.replace(old, new), encoding="utf-8")

    assert main(["check", str(path)]) == 0
    assert "phase-empty" not in capsys.readouterr().out
    assert main(["check", "--advice", str(path)]) == 0
    assert "problems: 0; pieces of advice: 1" in capsys.readouterr().out
    assert main(["check", "--advice", "--strict", str(path)]) == 1
    capsys.readouterr()
    assert main(["check", "--advice", "--format", "json", str(path)]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert list(row) == ["file", "line", "column", "severity", "code", "message", "hint"]
    assert (row["severity"], row["code"], row["line"]) == ("advice", "phase-empty", 5)


# English in numbers

SYLLABLES = {
    "the": 1, "mill": 1, "water": 2, "missile": 2, "quarantine": 3, "nuclear": 3, "people": 2, "agreed": 2,
    "wanted": 2, "allies": 2, "created": 3, "government": 3, "radio": 3, "fired": 1, "houses": 2,
    "Khrushchev": 2, "situation": 4, "diplomatic": 4, "settled": 2, "27": 2, "USSR": 4, "area": 3,
}  # fmt: skip


@pytest.mark.parametrize("word", SYLLABLES)
def test_syllables_are_counted_by_spelling(word: str):
    """As a reader would say them, but for a name or two."""
    assert syllable_count(word) == SYLLABLES[word]


def test_sentences_end_where_they_end():
    """Not after an initial, a title or an hour."""
    assert sentence_count('Mr. Dale came at 6 a.m. by train. "Open it!" he said. Was J. Reed there?') == 3


def test_the_grade_is_that_of_the_formula():
    """0.39 words to a sentence, 11.8 syllables to a word, less 15.59."""
    assert words("The mill's wheel stood, for once.") == ["The", "mill's", "wheel", "stood", "for", "once"]
    assert grade("The rain came down. The mill stood still.") == pytest.approx(0.39 * 4 + 11.8 - 15.59)
    assert grade(EASY) < 8 < 20 < grade(HARD)


def test_what_stands_side_by_side_is_told_where_it_is_longer_than_forty_words():
    """An assumption and its counter-view, each by itself; a model card is one page."""
    card = "assumptions: {one: {name: One, text: %s, counter: %s, sources: [log]}}\n"
    assert codes(CLEAN + card % ("It rained. " * 20, "Or not.")) == []
    found = given(CLEAN + card % ("It rained.", "It did not rain. " * 11))
    assert [(problem.code, dict(problem.values)["count"]) for problem in found] == [("account-length", "44")]


# the manual


def test_every_rule_has_an_entry_in_the_guide_which_is_its_own_text():
    """One file for each rule; what it says of itself is what an author reads."""
    guide = (ROOT / "scenarios" / "README.md").read_text(encoding="utf-8")
    for rule in (*RULES, silence_idle):
        assert rule.__doc__ is not None
        assert f"#### `{rule.CODE}`\n\n{rule.__doc__.strip()}\n" in guide
    assert set(re.findall(r"^    \"advice\.hint\.([\w-]+)\"", _sentences(), flags=re.MULTILINE)) == set(CODES)


def _sentences() -> str:
    return (ROOT / "game" / "messages" / "advice.py").read_text(encoding="utf-8")
