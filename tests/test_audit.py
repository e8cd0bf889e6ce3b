"""The audit: every claim with what it rests on, and what it lacks."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from reading import ROOT, scenario_from
from test_advice import CLEAN

from game.advice.claims import claims, lacking
from game.cli.main import main

ROUGH = (
    CLEAN.replace(
        "kind: primary}", "kind: primary, year: 1889, made: 1890}, letter: {title: A letter, kind: account}"
    )
    .replace(
        "role: Smith}",
        "role: Smith, positions: [{at: 1890-02, text: For waiting., sources: [log]},"
        " {at: 1890-01, text: '=For opening.', sources: [log]}]}",
    )
    .replace("title: A page, text: Water.", "title: A page, sent: 1890-02-28, text: Water.")
    .replace("why: The log says so.", "why: The log says so., sources: [log]")
)


def test_what_each_claim_lacks_is_told_at_its_line():
    """A position before the one above it, a source made after it was printed, a source that nobody cites."""
    lacks = {claim.path: claim.lacks for claim in lacking(claims(scenario_from(ROUGH)))}
    assert lacks == {
        "people.smith.positions.1": ("out-of-order",),
        "sources.log": ("out-of-order",),
        "sources.letter": ("unused",),
    }
    bare = {claim.path: claim.lacks for claim in lacking(claims(scenario_from(CLEAN)))}
    assert bare == {
        "decisions.flood.historical": ("no-source",),
        "people.smith": ("no-source",),
        "documents.page": ("undated",),
    }


def test_a_source_is_told_with_the_number_of_claims_that_cite_it():
    """Options, consequences and papers count alike."""
    cited = {claim.path: claim.cited for claim in claims(scenario_from(CLEAN)) if claim.kind == "source"}
    assert cited == {"sources.log": 3}


def test_the_file_is_a_table_or_a_text_by_its_ending(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A cell that begins like a formula stays text; what is lacking stands at the end of the text."""
    path = tmp_path / "mill.yaml"
    path.write_text(ROUGH, encoding="utf-8")
    table, text = tmp_path / "claims.csv", tmp_path / "claims.txt"
    assert main(["check", str(path), "--audit", str(table)]) == 0
    assert main(["check", str(path), "--audit", str(text), "--strict"]) == 1
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    position = next(row for row in rows if row["text"] == "'=For opening.")
    assert (position["kind"], position["date"], position["sources"]) == ("position", "1890-01", "log")
    assert position["lacks"] == "a date in order with the one before"
    assert text.read_text(encoding="utf-8").splitlines()[-1].endswith("sources.letter: a claim that cites it")
    assert "3 of them lacking something" in capsys.readouterr().out


def test_a_scenario_with_problems_is_not_audited(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Half of it could not be read; one sentence says so, and nothing is written."""
    path, file = tmp_path / "mill.yaml", tmp_path / "claims.txt"
    path.write_text(CLEAN.replace("next: dry", "next: dri"), encoding="utf-8")
    assert main(["check", str(path), "--audit", str(file)]) == 1
    assert "mend the problems first" in capsys.readouterr().err
    assert not file.exists()


def test_no_claim_of_a_shipped_scenario_lacks_anything(tmp_path: Path):
    """Each has its sources, each source is cited, and dates are in order."""
    assert main(["check", str(ROOT / "scenarios"), "--audit", str(tmp_path / "all.csv"), "--strict"]) == 0
