"""The terminal and the command line, as a person at a keyboard or a pipe meets them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from reading import READER
from test_engine import CABLES

from game.terminal.commands import Command, read_command


@pytest.fixture
def cables(tmp_path: Path) -> Path:
    path = tmp_path / "cables.yaml"
    path.write_text(CABLES, encoding="utf-8")
    return path


def watershed(*arguments: object, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, with lines typed into it."""
    command = [sys.executable, "-m", "game", *map(str, arguments)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, timeout=60, check=False)


def test_follow_record_prints_a_comparison_without_divergence(cables: Path):
    """The record line is always playable, and says of itself that nothing differs."""
    done = watershed("play", cables, "--side", "desk", "--follow", "record", "--ui", "plain")
    assert done.returncode == 0
    assert "No divergence" in done.stdout
    assert done.stderr == ""


def test_plain_text_is_ascii_lines_without_control_sequences(cables: Path):
    """Nothing that a braille line or a pipe would stumble over."""
    done = watershed("play", cables, "--side", "desk", "--ui", "plain", typed="?\n1\nyes\n1\nyes\n\nquit\n")
    assert done.returncode == 0
    assert not any(ord(letter) < 32 and letter != "\n" for letter in done.stdout)
    assert not any("\u2500" <= letter <= "\u259f" for letter in done.stdout)


def test_a_whole_game_by_keyboard_ends_in_the_comparison(cables: Path):
    """Numbers choose, yes seals, Enter thinks again; log, documents and help answer at any time."""
    typed = "log\n9\ndocuments\nsources\nglossary x\nnonsense\n1\n\n2\nyes\n1\nyes\n\nlog\nquit\n"
    done = watershed("play", cables, "--side", "desk", "--ui", "plain", "--seed", 4, typed=typed)
    assert done.returncode == 0
    for sentence in (
        "You have not decided anything yet",
        "There is no option 9",
        "Not sealed",
        "not understood",
    ):
        assert sentence in done.stdout
    assert "this playthrough beside the record" in done.stdout


def test_an_empty_line_at_a_choice_shows_the_options_again(cables: Path):
    """Nothing was typed, so nothing is misunderstood."""
    done = watershed("play", cables, "--side", "desk", "--ui", "plain", typed="\n\nquit\n")
    assert done.stdout.count("\nOptions\n") == 3
    assert "not understood" not in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_what_one_player_saw_is_gone_before_the_next_sits_down():
    """At one keyboard the screen and its scrollback are cleared, before the curtain and after it."""
    import pty  # noqa: PLC0415 - not on Windows

    scenario = Path(__file__).parent / "scenarios" / "ferry.yaml"
    arguments = ["play", str(scenario), "--side", "town", "--side", "guild", "--ui", "text"]
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "game", *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment,
    )
    os.close(follower)
    seen = ""
    for typed in ("\n", "1\n", "yes\n", "\n"):
        os.write(leader, typed.encode())
        time.sleep(0.2)
    os.write(leader, b"quit\n")
    try:
        while chunk := os.read(leader, 65536):
            seen += chunk.decode("utf-8", errors="replace")
    except OSError:
        pass  # Linux says so when the other end has closed
    process.wait(timeout=30)
    os.close(leader)
    screens = seen.split("\x1b[2J\x1b[3J\x1b[H")
    curtains = [screen for screen in screens if "Let its player come to the keyboard" in screen]
    assert len(curtains) >= 2
    assert all("Options" not in screen for screen in curtains)


def test_what_followed_is_told_once_in_the_log():
    """The log names the option as the choice, and does not name it again above what followed."""
    typed = "1\nyes\nlog\nquit\n"
    done = watershed("play", "petrov-1983", "--side", "bunker", "--ui", "plain", "--seed", 4, typed=typed)
    log = " ".join(done.stdout.split("Your turns so far")[1].split())
    chosen = log.split("You chose: ")[1].split(" What followed: ")[0]
    assert chosen
    assert log.count(chosen) == 1


@pytest.mark.parametrize(
    ("line", "name", "argument"),
    [
        ("d", "desk", ""),
        ("d 1", "documents", "1"),
        ("h", "help", ""),
        ("h 7", "hours", "7"),
        ("l x", "load", "x"),
    ],
)
def test_a_letter_with_a_number_means_what_takes_one(line: str, name: str, argument: str):
    """A letter alone is the first word that begins so; with more behind it, the first that takes more."""
    assert read_command(line, READER.words) == Command(name, argument)


def test_going_back_opens_the_turn_again(cables: Path):
    """Rolled back, the first decision point is open again, and the other road can be taken."""
    typed = "1\nyes\nback 1\n2\nyes\n1\nyes\n\nback\n1\nyes\n\nquit\n"
    done = watershed("play", cables, "--side", "desk", "--ui", "plain", "--seed", 1, typed=typed)
    assert done.stdout.count("Rolled back to before: A cable") == 1
    assert done.stdout.count("Rolled back to before: The hour itself") == 1
    assert done.returncode == 0


def test_the_end_of_the_input_loses_nothing_and_says_how_to_go_on(cables: Path, home: Path):
    """The line it prints really goes on where play was left."""
    done = watershed("play", cables, "--side", "desk", "--ui", "plain", typed="1\nyes\n")
    assert done.returncode == 0
    assert "--load" in done.stdout
    save = home / "saves" / "cables.autosave.save"
    again = watershed("play", cables, "--ui", "plain", "--load", save, typed="log\nquit\n")
    assert "You chose" in again.stdout


def test_an_interrupt_loses_nothing(cables: Path, home: Path):
    """Ctrl-C at the prompt saves and says so."""
    command = [sys.executable, "-m", "game", "play", str(cables), "--side", "desk", "--ui", "plain"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, env=os.environ, **pipes) as play:
        assert play.stdin is not None and play.stdout is not None
        play.stdin.write("1\nyes\n")
        play.stdin.flush()
        save = home / "saves" / "cables.autosave.save"
        for _ in range(200):
            if save.exists():
                break
            time.sleep(0.05)
        time.sleep(0.2)
        play.send_signal(signal.SIGINT)
        out, err = play.communicate(timeout=20)
    assert play.returncode == 0
    assert "To go on" in out
    assert "Traceback" not in err


def test_a_transcript_replays_and_debriefs(cables: Path, tmp_path: Path):
    """What --transcript writes is JSON that replay and debrief read."""
    out = tmp_path / "one.json"
    watershed("play", cables, "--follow", "send,hold,stay", "--transcript", out, "--ui", "plain")
    json.loads(out.read_text(encoding="utf-8"))
    assert watershed("replay", out).returncode == 1  # no scenario of that id is known yet
    (Path(os.environ["WATERSHED_HOME"]) / "scenarios").mkdir(parents=True)
    (Path(os.environ["WATERSHED_HOME"]) / "scenarios" / "cables.yaml").write_text(CABLES, encoding="utf-8")
    replayed = watershed("replay", out, "--ui", "plain")
    assert replayed.returncode == 0
    assert "Divergence at turn 1" in replayed.stdout
    told = json.loads(watershed("debrief", out, "--format", "json").stdout)
    assert told[0]["ending_id"] == "cold"
    assert [step["choice"] for step in told[0]["steps"]] == ["send", "hold", "stay"]
    assert told[0]["divergence"] == 0


def test_a_save_of_changed_rules_offers_its_last_valid_turn(cables: Path, tmp_path: Path):
    """Yes goes on from there; anything else leaves the file as it is."""
    out = tmp_path / "one.json"
    watershed("play", cables, "--follow", "shout,hold,go", "--transcript", out, "--ui", "plain")
    cables.write_text(CABLES.replace("      go: {", "      leave: {"), encoding="utf-8")
    refused = watershed("play", cables, "--load", out, "--ui", "plain", typed="\n")
    assert refused.returncode == 1
    assert "can no longer be played; the last valid turn is 2 of 3" in refused.stdout
    accepted = watershed("play", cables, "--load", out, "--ui", "plain", typed="yes\nlog\nquit\n")
    assert accepted.returncode == 0
    assert "The hour itself" in accepted.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["play", "no-such-scenario"], 1, "There is no scenario"),
        (["play", "{cables}", "--side", "nobody"], 2, "nobody"),
        (["play", "{cables}", "--follow", "send,hold"], 1, "before an ending"),
        (["play", "{cables}", "--follow", "send,yield"], 1, "not offered"),
        (["play", "{cables}", "--ui", "window"], 1, "no display"),
        (["play", "{cables}", "--load", "nowhere.json", "--ui", "plain"], 1, "nowhere.json"),
        (["replay", "{cables}"], 1, "no transcript"),
        (["check", "nowhere"], 1, "nowhere"),
        (["debrief"], 2, "usage"),
        (["fly"], 2, "usage"),
    ],
)
def test_a_wrong_request_gets_one_sentence_and_its_exit_code(
    arguments: list[str], code: int, said: str, cables: Path, monkeypatch: pytest.MonkeyPatch
):
    """Never a traceback; 1 where the input falls short, 2 for wrong usage."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    done = watershed(*(argument.replace("{cables}", str(cables)) for argument in arguments))
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_display_or_terminal_the_record_line_is_demonstrated(monkeypatch: pytest.MonkeyPatch):
    """A build machine gets a sentence, a comparison and exit code 0."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    done = watershed()
    assert done.returncode == 0
    assert "No divergence" in done.stdout


def test_a_reader_that_leaves_early_causes_no_noise(cables: Path):
    """`watershed … | head -1` ends quietly."""
    command = f'"{sys.executable}" -m game play "{cables}" --follow record --ui plain | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""


def test_check_tells_every_problem_in_three_formats(tmp_path: Path):
    """Text, JSON and GitHub name the same places and codes."""
    path = tmp_path / "bad.yaml"
    path.write_text(
        CABLES.replace("to: cold", "to: colt").replace("sent: yes", "semt: yes"), encoding="utf-8"
    )
    text, as_json, github = (
        watershed("check", path, "--format", form) for form in ("text", "json", "github")
    )
    assert text.returncode == as_json.returncode == github.returncode == 1
    rows = json.loads(as_json.stdout)
    assert [row["code"] for row in rows] == ["unknown-variable", "unknown-next"]
    assert set(rows[0]) == {"file", "line", "column", "severity", "code", "message", "hint"}
    for row in rows:
        assert f"{row['file']}:{row['line']}:{row['column']}: error [{row['code']}]" in text.stdout
        assert f"line={row['line']},col={row['column']}" in github.stdout
    assert "did you mean 'cold'?" in text.stdout


def test_a_save_is_listed_and_loaded_by_its_name(cables: Path):
    """The play that loading leaves is kept, and the command line takes the same name."""
    typed = "save monday\n1\nyes\nload monday\nload friday\nsaves\nquit\n"
    done = watershed("play", cables, "--side", "desk", "--ui", "plain", "--seed", 4, typed=typed)
    for sentence in ("Loaded: monday", "before-loading", "There is no save friday", "Saves, newest first"):
        assert sentence in done.stdout

    again = watershed("play", cables, "--ui", "plain", "--load", "monday", typed="log\nquit\n")
    assert (again.returncode, again.stderr) == (0, "")
    assert "You have not decided anything yet" in again.stdout
    never = watershed("play", cables, "--ui", "plain", "--load", "friday")
    assert (never.returncode, never.stdout) == (1, "")
    assert never.stderr.startswith("watershed: There is no save friday")


def test_saves_names_a_damaged_one_and_the_save_before_it(home: Path):
    """What cannot be read is named and never hides the rest."""
    watershed("play", "petrov-1983", "--ui", "plain", typed="save monday\nsave monday\nsave tuesday\nquit\n")
    monday = home / "saves" / "monday.save"
    monday.write_bytes(monday.read_bytes()[:-30])

    done = watershed("saves")
    assert (done.returncode, done.stderr) == (0, "")
    told = " ".join(done.stdout.split())
    for sentence in ("its end is missing", "monday.save.bak", 'watershed play petrov-1983 --load "tuesday"'):
        assert sentence in told


def test_the_road_that_was_left_is_told_beside_the_new_one(cables: Path):
    """What both share stands once; where nothing was left, that is said."""
    typed = "roads\n1\nyes\nback 1\nroads\nquit\n"
    done = watershed("play", cables, "--side", "desk", "--ui", "plain", "--seed", 4, typed=typed)
    assert "No road has been left by going back." in done.stdout
    _, _, told = done.stdout.partition("The road that you are on")
    here, _, left = told.partition("The road that you left\n")
    assert "You chose" not in here
    assert "You chose" in left
