"""The JSON Schema, judged by an independent validator that reads YAML as an editor does."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from core_yaml import read_core
from jsonschema import Draft202012Validator
from reading import ROOT
from test_check import CASES, PLACES, problems_of

from game.cli.main import main
from game.messages import Words
from game.scenario.json_schema import part_schema, whole_schema

STRUCTURAL = frozenset(
    {
        "bad-id",
        "chance-declared",
        "comma-in-text",
        "condition-empty",
        "condition-too-long",
        "effect-empty",
        "effects-not-mapping",
        "empty-value",
        "fact-without-dispute",
        "flag-values",
        "later-when",
        "meter-steps",
        "missing-key",
        "missing-section",
        "option-none",
        "property-one",
        "sketch-without-alt",
        "step-twice",
        "text-too-long",
        "unknown-format",
        "unknown-key",
        "unknown-keys",
        "unknown-word",
        "wrong-count",
        "wrong-type",
        "wrong-value",
    }
)
"""The codes of faults in the shape of a value: every file with one of them fails the schema."""

ALSO_CAUGHT = frozenset(
    {
        "date-in-words.yaml",  # an editor knows how a date looks, not which days there are
        "effect-long-minus.yaml",  # a dash that is no minus sign
        "effect-zero.yaml",
        "moment-of-day-only.yaml",
        "section-line-missing.yaml",  # its lines stand under the section before
    }
)
GOOD = [
    ROOT / "scenarios" / "cuba-1962",
    ROOT / "scenarios" / "july-1914",
    *sorted((ROOT / "tests" / "scenarios").glob("*.yaml")),
]


@cache
def whole() -> Any:
    """Give the validator of a whole scenario."""
    return Draft202012Validator(whole_schema(Words()))


@cache
def part() -> Any:
    """Give the validator of one file of a folder."""
    return Draft202012Validator(part_schema(Words()))


def files_of(path: Path) -> list[Path]:
    """Give the files of a scenario."""
    return [path] if path.is_file() else sorted(path.glob("*.yaml"))


def joined(path: Path) -> dict[str, Any]:
    """Give a scenario's files as one document."""
    found: dict[str, Any] = {}
    for file in files_of(path):
        for key, value in read_core(file.read_text(encoding="utf-8")).items():
            found[key] = {**found[key], **value} if isinstance(found.get(key), dict) else value
    return found


def faults(validator: Any, value: object) -> list[str]:
    """Give what a validator says, with the path of each."""
    return [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message}"
        for error in validator.iter_errors(value)
    ]


def test_the_schema_is_one_of_draft_2020_12_with_a_name_a_title_and_words_for_every_key():
    """An editor shows the words beside the key."""
    for schema in (whole_schema(Words()), part_schema(Words())):
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"].endswith("2020-12/schema")
        assert schema["$id"].startswith("urn:watershed:")
        assert schema["title"]
        for body in (schema, *schema["$defs"].values()):
            for named in (body, *body.get("anyOf", ())):
                keys = {} if "brief" in named.get("properties", {}) else named.get("properties", {})
                assert all(key["description"] for key in keys.values())


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_scenario_without_problems_fits_the_schema(path: Path):
    """Whole, and where it is a folder, each of its files as a part."""
    assert faults(whole(), joined(path)) == []
    for file in files_of(path):
        assert faults(part(), read_core(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("template", ["short", "full"])
def test_a_template_fits_the_schema(template: str, tmp_path: Path):
    """What `new` writes is marked by no editor."""
    assert main(["new", "orla", "--template", template, "--out", str(tmp_path)]) == 0
    path = next(tmp_path.iterdir())
    assert faults(whole(), joined(path)) == []
    assert path.is_file() or all(faults(part(), read_core(file.read_text())) == [] for file in files_of(path))


def test_the_files_of_the_full_template_name_the_schema_beside_them(tmp_path: Path):
    """By the first line, which the YAML extension of common editors reads."""
    main(["new", "orla", "--template", "full", "--out", str(tmp_path)])
    for file in files_of(tmp_path / "orla"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=watershed.schema.json"
    beside = json.loads((tmp_path / "orla" / "watershed.schema.json").read_text(encoding="utf-8"))
    assert beside == part_schema(Words())


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_fails_the_schema_if_its_fault_is_one_of_shape(name: str):
    """And only then, but for a few that a pattern happens to catch: an editor marks nothing that is right."""
    try:
        value = joined(PLACES[name])
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError, TypeError):
        return  # not YAML, or not a block of keys: every editor marks that without a schema
    codes = {problem.code for problem in problems_of(PLACES[name])}
    if codes & STRUCTURAL:
        assert faults(whole(), value) != []
    elif not any(code.startswith(("yaml-", "too-deep", "merge-key")) for code in codes):
        assert (faults(whole(), value) != []) == (name in ALSO_CAUGHT or name == "duplicate-option.yaml")


WAYS = {
    "yes, as YAML 1.1 has it": "playable: Yes",
    "true, as YAML 1.2 has it": "playable: true",
    "a year as a name": "leader: 1890",
    "a number as a text": "briefing: 12.5",
}


@pytest.mark.parametrize("way", WAYS)
def test_what_an_author_may_write_is_not_marked(way: str):
    """An editor reads types where the game reads words."""
    text = (ROOT / "tests" / "scenarios" / "smallest.yaml").read_text(encoding="utf-8")
    value = read_core(text)
    side = next(iter(value["sides"].values()))
    side.update(read_core(WAYS[way]))
    assert faults(whole(), value) == []


def test_the_command_writes_the_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """To the screen or to a file; with --part that of a folder's files."""
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["required"]
    assert main(["schema", "--part", "--out", str(tmp_path / "part.json")]) == 0
    assert json.loads((tmp_path / "part.json").read_text(encoding="utf-8"))["required"] == []
