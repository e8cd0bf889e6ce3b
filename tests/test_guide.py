"""The authors' guide: its stages play, its tables are the language, its examples give those problems."""

from __future__ import annotations

import re
from pathlib import Path

import hostile
import pytest
from reading import ROOT, scenario_from
from test_check import ELSEWHERE, PART_OF_A_SENTENCE, PLACES, problems_of

from game.analysis.command import Wanted, run_explore
from game.library import check_wishes
from game.messages import Words, finding, schema
from game.messages.check import ENGLISH
from game.play.follow import POLICIES, follow
from game.play.playthrough import begin
from game.play.record_line import check_record_line
from game.scenario import language
from game.scenario.read import read_scenario
from game.scenario.shape import Record

GUIDE = (ROOT / "scenarios" / "README.md").read_text(encoding="utf-8")
STAGES = re.findall(r"<!-- stage -->\n```yaml\n(.*?)```", GUIDE, flags=re.DOTALL)
ENTRIES = re.findall(
    r"^#### `(?P<code>[\w-]+)`\n\n(?:```yaml\n(?P<line>.*?)```\n\n)?`(?P<told>[^`\n]+)`\n\nMend: [^\n]+$",
    GUIDE,
    flags=re.MULTILINE | re.DOTALL,
)
BIG = {"file-too-large": "large", "too-many-nodes": "many-values", "too-many-problems": "many-keys"}


@pytest.mark.parametrize("number", range(4))
def test_a_stage_of_the_worked_example_plays(number: int):
    """Each is a whole scenario; a reader who copies it must not meet a problem."""
    scenario = scenario_from(STAGES[number])
    assert check_record_line(scenario) == ()
    for seed in range(20):
        for way in POLICIES:
            assert follow(begin(scenario, tuple(scenario.sides)[:1], seed), way).is_over


def test_the_tests_and_properties_of_the_guide_hold_in_its_last_stage():
    """Added below it, they are carried out and say nothing."""
    (wishes,) = re.findall(r"<!-- wishes -->\n```yaml\n(.*?)```", GUIDE, flags=re.DOTALL)
    read = read_scenario([("scenario.yaml", (STAGES[-1] + wishes).encode())])
    assert [len(read.wishes.tests), len(read.wishes.properties)] == [3, 3]
    assert [problem.line(Words()) for problem in (*read.problems, *check_wishes(read))] == []


def test_the_source_check_and_the_model_card_of_the_guide_go_below_its_last_stage():
    """Added below it, they are read and say nothing."""
    (accounts,) = re.findall(r"<!-- accounts -->\n```yaml\n(.*?)```", GUIDE, flags=re.DOTALL)
    scenario = scenario_from(STAGES[-1] + accounts)
    assert [len(scenario.accounts), len(scenario.source_checks), len(scenario.assumptions)] == [2, 1, 1]


def test_what_a_key_means_is_said_in_the_same_words_by_the_guide_and_by_an_editor():
    """The descriptions of the JSON Schema are the tables' last column."""
    told = set(re.findall(r"^\| `([\w-]+)`(?: \*)? \| .+? \| (.+) \|$", GUIDE, flags=re.MULTILINE))
    for key, meaning in schema.ENGLISH.items():
        name = key.rpartition(".")[2]
        assert (name, meaning) in told or key.startswith(("schema.beat.", "schema.title-"))


def test_the_worked_example_grows_from_ten_lines():
    """Four stages, the first of ten lines."""
    counts = [len(stage.splitlines()) for stage in STAGES]
    assert counts[0] == 10
    assert counts == sorted(counts)
    assert len(counts) == 4


def test_the_last_stage_shows_every_key_of_a_decision_point():
    """Its parts too: options, advisers, sightings, consequences, delayed effects."""
    written = set(re.findall(r"([a-z][a-z-]*):", STAGES[-1]))
    for record in (
        language.DECISION,
        language.OPTION,
        language.ADVISER,
        language.SIGHTING,
        language.CONSEQUENCE,
    ):
        left_out = set(record.fields) - written - {"at", "links", "when"}
        assert not left_out


def test_the_tables_hold_every_key_and_mark_those_that_must_be_there():
    """One table for every block that the language knows, in the language's order."""
    tables = {
        tuple(re.findall(r"^\| `([\w-]+)`( \*)? \|", table, flags=re.MULTILINE))
        for table in re.split(r"^##+ ", GUIDE, flags=re.MULTILINE)
    }
    records = [value for value in vars(language).values() if isinstance(value, Record)]
    for record in records:
        if record is not language.BEAT:
            rows = tuple((name, " *" if key.is_required else "") for name, key in record.fields.items())
            assert rows in tables, list(record.fields)


@pytest.mark.parametrize(("code", "line", "told"), ENTRIES, ids=[entry[0] for entry in ENTRIES])
def test_an_example_gives_exactly_what_the_guide_says(code: str, line: str, told: str):
    """The line stands in the bad file, and its problem reads so, place and all."""
    if code in BIG:
        problems = read_scenario([("scenario.yaml", hostile.CASES[BIG[code]].make().encode())]).problems
    else:
        file = PLACES[told.partition(":")[0]]
        problems = problems_of(file)
        assert line in file.read_text(encoding="utf-8", errors="replace")
    assert told in [problem.line(Words()) for problem in problems]
    assert f"[{code}]" in told


def test_every_problem_code_is_in_the_guide():
    """An author who meets a problem finds it there."""
    told = {key.partition(".")[2] for key in ENGLISH}
    codes = {code for code in told if code.partition(".")[0] not in PART_OF_A_SENTENCE}
    assert codes == {code for code, _, _ in ENTRIES} | ELSEWHERE


def test_the_contents_lead_to_headings():
    """A heading that is renamed takes its link along."""
    headings = re.findall(r"^#+ (.+)$", GUIDE, flags=re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([\w-]+)\)", GUIDE)) <= anchors


def test_the_guide_fits_its_page():
    """Read in an editor as well as in a browser: prose keeps to 120 letters."""
    prose = re.sub(r"```.*?```|^\|.*$|^`.*$", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
    assert [line for line in prose.splitlines() if len(line) > 120] == []
    assert Path(ROOT / "scenarios" / "README.md").stat().st_size < 110_000


def test_the_guide_lists_every_finding():
    """What explore can say is in the table, and nothing else is."""
    told = set(re.findall(r"^\| `([\w-]+)` \| ", GUIDE.partition("### What it finds")[2], flags=re.MULTILINE))
    codes = {key.removeprefix("finding.") for key in finding.ENGLISH}
    assert {code for code in codes if not code.startswith("because-")} <= told


def test_the_guide_shows_what_explore_prints_of_a_stage():
    """Letter by letter, but for the seconds."""
    (shown,) = re.findall(r"<!-- explored -->\n```text\n(.*?)```", GUIDE, flags=re.DOTALL)
    read = read_scenario([("stage3.yaml", STAGES[2].encode())])
    assert read.scenario is not None
    printed = run_explore(read.scenario, Wanted(), "text", Words())
    assert re.sub(r"in [\d.]+ s\.", "in 0.01 s.", printed) == shown
