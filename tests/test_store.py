"""Files: what is read is bounded, what is written is whole, what is damaged is kept, and where they lie."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import game
from game import store
from game.errors import GameError
from game.messages import Words
from game.store import SaveDamaged, SaveMissing, SaveTooNew, ScenarioMissing, StoreError, strictjson
from game.store.places import shipped_folder

FORMAT_1 = Path(__file__).parent / "saves" / "format-1.json"
PACKAGE = Path(game.__file__).parent

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def sentence(error: GameError) -> str:
    return Words()(error.key, **error.values)


def header(text: str, **changed: object) -> bytes:
    """Give a save of `text` whose header says something else."""
    with tempfile.TemporaryDirectory() as folder:
        store.write_save(Path(folder, "x.save"), text)
        first, _, rest = Path(folder, "x.save").read_bytes().partition(b"\n")
    return json.dumps(json.loads(first) | changed).encode() + b"\n" + rest


# --- saves ---


@given(json_values, st.sampled_from([None, 0, 2]))
def test_a_save_gives_back_what_was_saved(value: object, indent: int | None):
    """Any JSON, in any letters, on one line or many."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deep", "er", "play.save")
        store.write_save(path, text)

        assert store.read_save(path) == text


def test_a_save_can_be_read_by_people_and_begins_with_its_proof(tmp_path: Path):
    """One line of header, then the caller's text as it was given."""
    path = tmp_path / "play.save"
    store.write_save(path, '{"choices": ["รอ"]}')

    first, rest = path.read_text(encoding="utf-8").split("\n", 1)
    assert list(json.loads(first)) == ["watershed", "format", "sha256", "length"]
    assert rest == '{"choices": ["รอ"]}\n'


def test_a_save_of_every_format_there_ever_was_can_be_read():
    """The sample was written by the version that had this format, and is never written again."""
    assert json.loads(store.read_save(FORMAT_1)) == {
        "scenario": "tiny",
        "seed": 1962,
        "choices": ["wait", "sign"],
    }


def test_a_save_from_a_newer_version_is_refused_and_kept_when_saved_over(tmp_path: Path):
    """Whatever else its header says, which this version cannot know."""
    path = tmp_path / "play.save"
    newer = b'{"watershed": "save", "format": 2, "blake3": "?"}\n{}\n'
    path.write_bytes(newer)

    with pytest.raises(SaveTooNew) as caught:
        store.read_save(path)
    assert "newer version" in sentence(caught.value)

    store.write_save(path, "{}")
    assert (tmp_path / "play.save.newer-1").read_bytes() == newer


def test_a_save_survives_a_trip_that_changes_line_ends(tmp_path: Path):
    """Mail, version control and some editors do."""
    path = tmp_path / "play.save"
    store.write_save(path, '{\n"a": 1\n}')
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert store.read_save(path) == '{\n"a": 1\n}'


def test_a_damaged_save_is_kept_and_the_last_good_one_offered(tmp_path: Path):
    """Saving again renames it, every time to a new name, and leaves the good one alone."""
    path = tmp_path / "play.save"
    store.write_save(path, '"good"')
    store.write_save(path, '"lost"')
    for number in (1, 2):
        path.write_bytes(b"torn %d" % number)
        with pytest.raises(SaveDamaged) as caught:
            store.read_save(path)
        assert caught.value.backup == store.backup_path(path)
        assert store.recover(path) == '"good"'

        store.write_save(path, '"new"')
        assert path.with_name(f"play.save.damaged-{number}").read_bytes() == b"torn %d" % number
        assert (store.read_save(path), store.recover(path)) == ('"new"', '"good"')


def test_no_backup_is_offered_that_is_damaged_itself(tmp_path: Path):
    """An offer that fails is worse than none."""
    path = tmp_path / "play.save"
    for file in (path, store.backup_path(path)):
        file.write_bytes(b"torn")

    with pytest.raises(SaveDamaged) as caught:
        store.read_save(path)
    assert caught.value.backup is None


def test_a_missing_save_is_missing_and_no_damage(tmp_path: Path):
    """So is the one before the first."""
    for read in (store.read_save, store.recover):
        with pytest.raises(SaveMissing, match="save-missing"):
            read(tmp_path / "none.save")


NESTED = "[" * 41 + "]" * 41
HOSTILE = {
    "nested past the limit": NESTED,
    "nested past any stack": "[" * 100_000 + "]" * 100_000,
    "not a number": "[NaN]",
    "infinity": "[-Infinity]",
    "infinity by another name": "[1e999]",
    "key given twice": '{"a": 1, "a": 2}',
    "number of 5,000 digits": "9" * 5_000,
    "half a surrogate pair": '["\\ud800"]',
    "no JSON at all": "choices: []",
    "nothing": "",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_json_that_only_python_understands_is_refused_on_both_ways(text: str, tmp_path: Path):
    """Also where somebody made a header that fits; it is refused, and kept."""
    with pytest.raises(ValueError):
        store.write_save(tmp_path / "play.save", text)

    body = text.encode()
    forged = {"watershed": "save", "format": 1, "sha256": sha256(body).hexdigest(), "length": len(body)}
    path = tmp_path / "forged.save"
    path.write_bytes(json.dumps(forged).encode() + b"\n" + body + b"\n")
    with pytest.raises(SaveDamaged):
        store.read_save(path)


def test_brackets_in_texts_are_not_nesting():
    """Only what stands outside quotation marks nests."""
    text = json.dumps({"say": "[" * 100 + '\\"[' * 50})

    assert strictjson.parse(text) == json.loads(text)
    assert strictjson.parse(NESTED[1:-1]) is not None


@pytest.mark.parametrize(
    "changed", [{"length": 1}, {"sha256": "0" * 64}, {"format": 0}, {"more": 1}, {"length": None}]
)
def test_a_header_that_does_not_fit_is_damage(changed: dict[str, object], tmp_path: Path):
    """Every field counts, and there are no others."""
    path = tmp_path / "play.save"
    path.write_bytes(header('{"turn": 1}', **changed))

    with pytest.raises(SaveDamaged):
        store.read_save(path)


def test_a_file_too_large_for_a_save_is_not_read_whole(tmp_path: Path):
    """A file of a gigabyte with nothing in it, as a hostile or mistaken choice would be."""
    path = tmp_path / "play.save"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)

    with pytest.raises(SaveDamaged, match="too-large"):
        store.read_save(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_pipe_or_a_folder_is_refused_and_never_waited_for(tmp_path: Path):
    """Reading them might never end."""
    os.mkfifo(tmp_path / "pipe.save")
    (tmp_path / "folder.save").mkdir()
    for name in ("pipe.save", "folder.save"):
        with pytest.raises(StoreError, match="cannot-read"):
            store.read_save(tmp_path / name)


def test_saves_are_listed_newest_first_and_by_kind(home: Path):
    """The resume offer takes the first; kept files and temporary ones are not saves."""
    assert store.saves() == ()
    for age, path in enumerate([store.save_path("Before the letter"), store.autosave_path("cuba-1962")]):
        store.write_save(path, "1")
        store.write_save(path, "2")
        os.utime(path, (1_000 - age, 1_000 - age))
    (store.saves_folder() / "play.save.damaged-1").write_bytes(b"torn")

    found = [(slot.name, slot.is_autosave, store.read_save(slot.path)) for slot in store.saves()]
    assert found == [("Before-the-letter", False, "2"), ("cuba-1962", True, "2")]


@given(st.text())
def test_any_name_that_a_player_types_is_a_file_in_the_folder_of_saves(name: str):
    """No name leads out, is too long, hidden or a device, even after `.bak` and the like are put on."""
    path = store.save_path(name)

    assert path.parent == store.saves_folder()
    assert len(path.name.encode()) < 200
    assert not path.name.startswith((".", "-"))
    assert path.name.split(".")[0].lower() not in ("", "con", "nul", "aux", "prn", "com1", "lpt9")


def test_names_in_other_scripts_stay_readable():
    """Thai vowels are marks and no letters."""
    assert store.save_path("ก่อน จดหมาย").name == "ก่อน-จดหมาย.save"
    assert store.save_path("../../etc/passwd").name == "etc-passwd.save"
    assert store.save_path("CON").name == "CON-.save"


# --- settings ---


def test_settings_come_back_and_none_are_none():
    """The first start finds no file."""
    assert store.read_settings() == store.SettingsRead({})
    store.write_settings({"text": "large", "language": "ไทย"})

    assert store.read_settings().values == {"text": "large", "language": "ไทย"}


@pytest.mark.parametrize("broken", [b"", b"{", b"[1]", b"\xff\xfe", b'{"a": NaN}', b"x" * 200_000])
def test_broken_settings_are_kept_aside_and_told_once(broken: bytes):
    """The game starts with its own, and the next start does not meet them again."""
    path = store.settings_path()
    path.write_bytes(broken)

    read = store.read_settings()
    assert (dict(read.values), read.kept_aside) == ({}, path.with_name("settings.json.damaged-1"))
    assert read.kept_aside and read.kept_aside.read_bytes() == broken
    assert store.read_settings().kept_aside is None


def test_settings_written_over_broken_ones_do_not_lose_them():
    """Though nobody read them before."""
    path = store.settings_path()
    path.write_bytes(b"half")
    store.write_settings({"text": "large"})

    assert path.with_name("settings.json.damaged-1").read_bytes() == b"half"


# --- scenarios ---


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    """Give a scenario folder in three files."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    for name in ("scenario.yaml", "record.yaml", "accounts.yaml"):
        (folder / name).write_bytes(name.encode())
    return folder


def test_a_scenario_is_read_with_its_main_file_first(scenario: Path):
    """The others by name; litter of editors and systems is not read."""
    (scenario / "notes.txt").write_bytes(b"not read")
    (scenario / "._record.yaml").write_bytes(b"not read")
    (scenario / "locale").mkdir()
    (scenario / "locale" / "x.yaml").write_bytes(b"not read")
    (scenario / "folder.yaml").mkdir()

    assert store.read_scenario_files(scenario) == tuple(
        (str(scenario / name), name.encode()) for name in ("scenario.yaml", "accounts.yaml", "record.yaml")
    )
    assert store.read_scenario_files(scenario / "record.yaml") == (
        (str(scenario / "record.yaml"), b"record.yaml"),
    )


def test_a_huge_file_comes_cut_just_past_the_limit(scenario: Path):
    """Whoever reads it can say so with a place."""
    with (scenario / "record.yaml").open("wb") as file:
        file.truncate(1_000_000_000)

    assert len(dict(store.read_scenario_files(scenario))[str(scenario / "record.yaml")]) == 2_000_001


def test_huge_and_many_files_together_are_refused(scenario: Path):
    """Eight megabytes, sixty-four files."""
    for number in range(5):
        (scenario / f"part-{number}.yaml").write_bytes(b"#" * 2_000_000)
    with pytest.raises(StoreError, match="too-large"):
        store.read_scenario_files(scenario)

    for number in range(65):
        (scenario / f"part-{number}.yaml").write_bytes(b"#")
    with pytest.raises(StoreError, match="too-many-files"):
        store.read_scenario_files(scenario)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_may_not_lead_out_of_the_scenario(scenario: Path, tmp_path: Path):
    """A scenario from a stranger must not read the reader's files; a link inside is fine."""
    (scenario / "again.yaml").symlink_to("record.yaml")
    assert len(store.read_scenario_files(scenario)) == 4

    (tmp_path / "secret").write_bytes(b"secret")
    (scenario / "b.yaml").symlink_to("../secret")
    with pytest.raises(StoreError, match="leads-out") as caught:
        store.read_scenario_files(scenario)
    assert "b.yaml" in sentence(caught.value)


def test_a_scenario_that_is_not_there_is_told(tmp_path: Path):
    """Nothing at the path, or a folder without a file of the language."""
    (tmp_path / "empty").mkdir()
    for name in ("none", "empty"):
        with pytest.raises(ScenarioMissing) as caught:
            store.read_scenario_files(tmp_path / name)
        assert str(tmp_path / name) in sentence(caught.value)


def test_an_own_scenario_is_found_by_its_id(scenario: Path, home: Path):
    """As a folder or as a single file in the author's folder; a path is found as well."""
    shutil.copytree(scenario, store.author_folder() / "my-crisis")
    (store.author_folder() / "small.yaml").write_bytes(b"format: 1")

    assert store.author_folder() in store.scenario_folders()
    assert store.find_scenario("my-crisis") == store.author_folder() / "my-crisis"
    assert store.find_scenario("small") == store.author_folder() / "small.yaml"
    assert store.find_scenario(str(scenario)) == scenario
    assert store.scenarios_in(scenario) == (scenario,)


@pytest.mark.parametrize("name", ["my-crysis", "nothing-like-it", "a\0b", "x" * 5_000, ""])
def test_an_unknown_scenario_is_told_with_the_nearest(name: str, scenario: Path):
    """In one sentence, whatever was typed."""
    shutil.copytree(scenario, store.author_folder() / "my-crisis")
    with pytest.raises(StoreError) as caught:
        store.find_scenario(name)

    assert sentence(caught.value)
    assert ("my-crisis" in sentence(caught.value)) or len(name) != len("my-crysis")


def test_texts_beside_a_scenario_come_by_name_and_are_utf8(scenario: Path):
    """Catalogues, with or without the mark that Windows editors put first."""
    assert store.text_files(scenario / "locale", "*.po") == ()
    (scenario / "locale").mkdir()
    (scenario / "locale" / "th.po").write_bytes("\ufeffไทย".encode())
    (scenario / "locale" / "de.po").write_bytes("Größe".encode())
    assert store.text_files(scenario / "locale", "*.po") == (("de.po", "Größe"), ("th.po", "ไทย"))

    (scenario / "locale" / "fr.po").write_bytes("caf\xe9".encode("latin-1"))
    with pytest.raises(StoreError, match="not-utf8"):
        store.text_files(scenario / "locale", "*.po")


def test_what_the_game_ships_is_found_in_a_checkout_and_in_an_installed_package(tmp_path: Path):
    """The same package, once beside its scenarios and once with them inside."""
    installed = tmp_path / "site" / "game"
    shutil.copytree(PACKAGE / "store", installed / "store")
    for name in ("__init__.py", "errors.py"):
        shutil.copy(PACKAGE / name, installed)
    for kind in ("scenarios", "assets"):
        (installed / "data" / kind).mkdir(parents=True)
    ask = "from game import store; print(*store.scenario_folders(), sep='\\n')"
    answers = [
        subprocess.run(
            [sys.executable, "-c", ask], cwd=site, capture_output=True, text=True, check=True
        ).stdout
        for site in (PACKAGE.parent, installed.parent)
    ]

    assert answers == [f"{PACKAGE.parent / 'scenarios'}\n", f"{installed / 'data' / 'scenarios'}\n"]


@pytest.mark.parametrize("name", ["none.ttf", "../pyproject.toml", "fonts", "fonts/../../LICENSE"])
def test_an_asset_that_is_not_shipped_is_refused(name: str):
    """Nothing outside the assets is one, though it is there."""
    with pytest.raises(StoreError, match="asset-missing"):
        store.asset(name)


def test_every_shipped_asset_is_found_by_its_name():
    """With slashes on every system."""
    folder = shipped_folder("assets")
    files = [file for file in folder.rglob("*") if file.is_file()]

    assert files
    assert all(store.asset(file.relative_to(folder).as_posix()) == file.resolve() for file in files)


# --- texts named by hand ---


def test_a_report_replaces_the_old_one_whole(tmp_path: Path):
    """A folder that is not there yet is made."""
    path = tmp_path / "reports" / "class.html"
    store.write_text(path, "<p>old</p>\n")
    store.write_text(path, "<p>ใหม่</p>\n")

    assert path.read_bytes() == "<p>ใหม่</p>\n".encode()
    assert store.read_text(path) == "<p>ใหม่</p>\n"
    assert [file.name for file in path.parent.iterdir()] == ["class.html"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_link_is_followed_and_a_device_is_written_to(tmp_path: Path):
    """Neither is replaced by a file."""
    (tmp_path / "link.txt").symlink_to("real.txt")
    (tmp_path / "real.txt").write_text("old")
    store.write_text(tmp_path / "link.txt", "new")
    store.write_text(Path("/dev/null"), "gone")

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"
    assert Path("/dev/null").is_char_device()


def test_a_text_that_cannot_be_read_is_told_in_one_sentence(tmp_path: Path):
    """Missing, too large, in another encoding."""
    (tmp_path / "latin.json").write_bytes(b"caf\xe9")
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(6_000_000)
    for name in ("none.json", "latin.json", "large.json"):
        with pytest.raises(StoreError) as caught:
            store.read_text(tmp_path / name)
        assert str(tmp_path / name) in sentence(caught.value)


# --- the one room ---

OPENERS = {
    "open",
    "read_text",
    "write_text",
    "read_bytes",
    "write_bytes",
    "fdopen",
    "mkstemp",
    "NamedTemporaryFile",
}


def test_no_other_room_opens_files():
    """Only game/store calls what opens, reads or writes a file by its name."""
    found = [
        f"{source.relative_to(PACKAGE).as_posix()}:{call.lineno}"
        for source in sorted(PACKAGE.rglob("*.py"))
        for call in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and opens_a_file(call)
    ]

    assert found
    assert [place for place in found if not place.startswith("store/")] == []


def opens_a_file(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Name):
        return call.func.id == "open"
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in OPENERS:
        return False
    receiver = ast.unparse(call.func.value).lower()
    if call.func.attr == "open":  # a window opens too; `os.devnull` is no file
        is_file = receiver in ("os", "io", "codecs") or "path" in receiver
        return is_file and "os.devnull" not in ast.unparse(call)
    return receiver != "store"
