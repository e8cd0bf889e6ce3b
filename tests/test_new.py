"""`watershed new`: what it writes checks, plays, and shows every part of the language."""

from __future__ import annotations

from pathlib import Path

import pytest
from core_yaml import read_core

from game.cli.main import main
from game.library import load
from game.play.follow import POLICIES, follow
from game.play.playthrough import begin
from game.scenario import language
from game.scenario.shape import Listed, Mapped, Record, Shape

TEMPLATES = {"short": "orla.yaml", "full": "orla"}


def written(template: str, folder: Path) -> Path:
    """Write a template and give where it lies."""
    assert main(["new", "orla", "--template", template, "--out", str(folder)]) == 0
    return folder / TEMPLATES[template]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_new_scenario_has_no_problem_and_no_advice(template: str, tmp_path: Path):
    """Its tests and properties hold, and what advice there would be is silenced with a reason."""
    assert main(["check", "--advice", "--strict", str(written(template, tmp_path))]) == 0


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_ending_of_a_new_scenario_is_reached(template: str, tmp_path: Path):
    """By drawing alone, so a first player soon meets them all."""
    scenario = load(str(written(template, tmp_path)))
    assert scenario.id == "orla"
    met = {
        follow(begin(scenario, (), seed), way).ending.id for seed in range(60) for way in ("weights", "first")
    }
    assert met == set(scenario.endings)
    assert all(follow(begin(scenario, ()), way).is_over for way in POLICIES)


def test_the_full_template_shows_every_key_of_the_language(tmp_path: Path):
    """Whoever looks for a key finds it there, in its place."""
    whole = {}
    for file in sorted(written("full", tmp_path).glob("*.yaml")):
        whole.update(read_core(file.read_text(encoding="utf-8")))
    met: dict[int, set[str]] = {}
    meet(language.SCENARIO, whole, met)
    records = {name: value for name, value in vars(language).items() if isinstance(value, Record)}
    missing = {
        f"{name}.{key}"
        for name, record in records.items()
        for key in record.fields.keys() - met.get(id(record), set())
    }
    assert missing == set()


def meet(shape: Shape, value: object, met: dict[int, set[str]]) -> None:
    """Note which keys of which records stand in `value`."""
    if isinstance(shape, Record) and isinstance(value, dict) and not value.keys() & {"brief", "standard"}:
        met.setdefault(id(shape), set()).update(value)
        for key, field in shape.fields.items():
            if key in value:
                meet(field.shape, value[key], met)
    elif isinstance(shape, Mapped) and isinstance(value, dict):
        for item in value.values():
            meet(shape.item, item, met)
    elif isinstance(shape, Listed):
        for item in value if isinstance(value, list) else [value]:
            meet(shape.item, item, met)


def test_the_short_template_is_one_short_file(tmp_path: Path):
    """Read in a minute: 50 lines, comments included."""
    assert len(written("short", tmp_path).read_text(encoding="utf-8").splitlines()) <= 50


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_there_is_never_overwritten(
    template: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """A second `new` of the same id would cost an evening's work."""
    place = written(template, tmp_path)
    file = place if place.is_file() else place / "scenario.yaml"
    file.write_text("mine", encoding="utf-8")

    assert main(["new", "orla", "--template", template, "--out", str(tmp_path)]) == 1
    assert file.read_text(encoding="utf-8") == "mine"
    assert "is there already" in capsys.readouterr().err


def test_an_id_that_cannot_be_is_wrong_usage_with_a_guess(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Nothing is written under a name that no command would find."""
    assert main(["new", "The Rubicon", "--out", str(tmp_path)]) == 2
    assert "did you mean 'the-rubicon'?" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
