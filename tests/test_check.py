"""Bad files: every problem of each, where an author must mend it, told once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import hostile
import pytest
from reading import ROOT, scenario_from

from game.library import check_wishes
from game.messages import Words
from game.messages.check import ENGLISH
from game.play.record_line import check_record_line
from game.scenario.problem import Problem
from game.scenario.read import read_scenario

BAD = Path(__file__).parent / "bad"
WISHES = Path(__file__).parent / "bad-wishes"  # what an author asks of the checker, badly or in vain
PLACES = {path.name: path for folder in (BAD, WISHES) for path in folder.iterdir() if path.suffix != ".txt"}
CASES = sorted(PLACES)
GOOD = (ROOT / "tests" / "scenarios" / "smallest.yaml").read_text(encoding="utf-8")
PART_OF_A_SENTENCE = ("also", "found", "wants", "wanted", "did-you-mean")
ELSEWHERE = {"property-unfinished"}  # wants more states than a file here should have; see test_author_tests


def problems_of(path: Path) -> tuple[Problem, ...]:
    """Check a file or a folder; places are named from the folder that it lies in."""
    files = [path] if path.is_file() else sorted(path.iterdir(), key=lambda p: (p.stem != "scenario", p.name))
    read = read_scenario([(file.relative_to(path.parent).as_posix(), file.read_bytes()) for file in files])
    line = check_record_line(read.scenario) if read.scenario is not None else ()
    return (*read.problems, *line, *check_wishes(read))


def row(problem: Problem) -> str:
    """Write a problem as a line of expected.txt."""
    return f"{problem.place} {problem.code}" + (f" -> {problem.nearest}" if problem.nearest else "")


def expected() -> dict[str, list[str]]:
    """Read expected.txt: the rows of each case."""
    rows: dict[str, list[str]] = {name: [] for name in CASES}
    for folder in (BAD, WISHES):
        for line in (folder / "expected.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                rows[line.partition(":")[0].partition("/")[0]].append(line)
    return rows


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_has_exactly_these_problems(name: str):
    """One fault each, so mostly one row: no echo, and the place where the author must edit."""
    found = problems_of(PLACES[name])
    assert [row(problem) for problem in found] == expected()[name]
    assert all(problem.line(Words()) for problem in found)  # every slot of its sentence is filled


def test_every_problem_code_has_a_bad_file():
    """A sentence that nothing can bring out would be dead."""
    shown = {problem.code for name in CASES for problem in problems_of(PLACES[name])} | set(hostile.CODES)
    told = {key.partition(".")[2] for key in ENGLISH}
    codes = {code for code in told if code.partition(".")[0] not in PART_OF_A_SENTENCE}
    assert codes == shown | ELSEWHERE


@pytest.mark.parametrize("name", hostile.CASES)
def test_a_hostile_file_is_refused_with_a_place_in_200_mb(name: str):
    """In a process of its own, since the usual tools hang or crash on some of these.

    How long each takes, `tests/benchmarks/hostile_files.py` tells.
    """
    ran = subprocess.run(
        [sys.executable, hostile.__file__, name], cwd=ROOT, capture_output=True, text=True, timeout=30
    )
    assert ran.returncode == 0, ran.stderr
    code, place, _, megabytes = ran.stdout.split()
    assert code == hostile.CASES[name].code
    assert place == hostile.CASES[name].place
    assert float(megabytes) < 200


ODD = {
    "no": "no",
    "NO": "NO",
    "12:30": "12:30",
    "010": "010",
    "1e3": "1e3",
    "1962-10-22": "1962-10-22",
    "~": "~",
    "null": "null",
    ".5": ".5",
    "ความลับ": "ความลับ",
    "Карибский кризис": "Карибский кризис",
    "it's 5 o'clock": "it's 5 o'clock",
    "100%": "100%",
    "a #1 hit": "a",
    "'a #1 hit'": "a #1 hit",
    '"tab\\tin it"': "tab\tin it",
}


@pytest.mark.parametrize("written", ODD)
def test_a_text_is_what_the_author_typed(written: str):
    """YAML 1.1 makes 750 of 12:30, 8 of 010 and False of no; a comment sign after a space ends a text."""
    text = GOOD.replace("record: {", f"summary: {written}\nrecord: {{")
    summary = scenario_from(text).summary
    assert summary is not None
    assert summary.standard == ODD[written]


@pytest.mark.parametrize("word", ["yes", "Yes", "YES", "on", "On", "true", "True"])
def test_yes_may_be_written_in_every_way_that_yaml_knows(word: str):
    """As a value, as a flag's start and in a condition."""
    flags = f"flags: {{on: {{start: {word}}}, off: {{start: no}}}}\n"
    text = flags + GOOD.replace(
        "open: {text: Open it}", f"open: {{text: Open it, when: on and not off == {word}}}"
    )
    scenario = scenario_from(text)
    assert [variable.start for variable in scenario.variables[:2]] == [1, 0]
    assert check_record_line(scenario) == ()


ENCODINGS = {
    "utf-8": GOOD.encode(),
    "with a byte order mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "utf-16, either order": GOOD.encode("utf-16"),
    "utf-16 big-endian": b"\xfe\xff" + GOOD.encode("utf-16-be"),
    "Windows line ends": GOOD.replace("\n", "\r\n").encode(),
    "old Macintosh line ends": GOOD.replace("\n", "\r").encode(),
    "no line end at the end": GOOD.rstrip("\n").encode(),
    "a tab before a comment and inside a line": GOOD.replace("format: 1", "format:\t1\t# one").encode(),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_a_file_may_be_saved_by_any_editor(name: str):
    """What an editor does to a file is not the author's fault."""
    read = read_scenario([("scenario.yaml", ENCODINGS[name])])
    assert [problem.line(Words()) for problem in read.problems] == []
    assert read.scenario is not None


def test_sections_go_on_from_file_to_file():
    """The first file by the folder's order holds the rest; decisions may be split."""
    first, record = GOOD.split("record: {")
    files = [("scenario.yaml", first.encode()), ("record.yaml", ("record: {" + record).encode())]
    assert read_scenario(files).scenario is not None


def test_all_problems_are_told_at_once_in_the_order_of_the_files():
    """Three faults in two sections: three problems, from top to bottom."""
    text = GOOD.replace("title: A letter", "titel: A letter").replace("next: evening", "next: evning")
    read = read_scenario([("scenario.yaml", text.replace("ending: evening", "ending: evenin").encode())])
    assert [(problem.code, problem.nearest) for problem in read.problems] == [
        ("unknown-key", "title"),
        ("unknown-next", "evening"),
        ("unknown-ending", "evening"),
    ]
