"""While an author writes: checking again after every save, and going on with a play by the new rules."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame
import pytest
from reading import READER
from test_engine import CABLES
from window_room import Visitor

from game.library import load
from game.play.playthrough import begin
from game.play.save import to_text
from game.reload import Live
from game.session import Session, new_session
from game.store import Watch

WORDS = READER.words


@pytest.fixture
def cables(tmp_path: Path) -> Path:
    path = tmp_path / "cables.yaml"
    path.write_text(CABLES, encoding="utf-8")
    return path


def save(path: Path, text: str) -> None:
    """Save as an editor does, later than the save before even on a disk with coarse times."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def begun(path: Path) -> Session:
    """Give a session that has just begun."""
    scenario = load(str(path))
    return new_session(begin(scenario, [next(iter(scenario.sides))], 4), READER)


# watching


def test_a_change_is_told_once_and_only_when_it_has_settled(cables: Path):
    """An editor empties a file and then fills it; half a file has problems that nobody made."""
    watch = Watch([cables])
    assert not watch.has_changed()
    save(cables, "")
    assert not watch.has_changed()  # seen, perhaps half written
    save(cables, CABLES + "# more\n")
    assert not watch.has_changed()
    assert watch.has_changed()
    assert not watch.has_changed()


def test_a_file_that_is_put_in_another_s_place_is_waited_for(cables: Path):
    """Some editors write a new file and move it over the old one."""
    watch = Watch([cables])
    cables.unlink()
    assert not watch.has_changed()
    assert not watch.has_changed()
    save(cables, CABLES + "# more\n")
    assert not watch.has_changed()
    assert watch.has_changed()


def test_a_new_file_in_the_folder_counts(tmp_path: Path):
    """A section may go on in another file."""
    save(tmp_path / "scenario.yaml", CABLES)
    watch = Watch([tmp_path])
    save(tmp_path / "more.yaml", "summary: Cables.\n")
    watch.has_changed()
    assert watch.has_changed()


@contextmanager
def watched(path: Path) -> Iterator[tuple[subprocess.Popen[str], queue.Queue[str]]]:
    """Run `check --watch` with its lines as they come."""
    command = [sys.executable, "-m", "game", "check", "--watch", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        lines: queue.Queue[str] = queue.Queue()

        def read() -> None:
            assert process.stdout is not None
            for line in process.stdout:
                lines.put(line.rstrip())

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        try:
            yield process, lines
        finally:
            process.kill()
            reader.join(timeout=10)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_check_watch_tells_only_what_changed_and_ends_well(cables: Path):
    """The same problem a line further down is no news."""
    with watched(cables) as (process, lines):
        assert lines.get(timeout=20) == "1 scenarios checked; 0 problems"

        save(cables, CABLES + "sumary: x\n")
        assert "[unknown-key]" in lines.get(timeout=20)
        assert lines.get(timeout=20) == "1 scenarios checked; 1 problems"

        save(cables, "# a line before all others\n" + CABLES + "sumary: x\n")
        assert lines.get(timeout=20) == "1 scenarios checked; 1 problems"

        save(cables, CABLES)
        assert "mended [unknown-key]" in lines.get(timeout=20)
        assert lines.get(timeout=20) == "1 scenarios checked; 0 problems"

        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0


# going on by new rules


def test_a_corrected_text_is_shown_at_the_same_turn(cables: Path):
    """The play is the same; the words are new."""
    session = begun(cables)
    live = Live(session)
    before = to_text(session.play)
    title = session.view().title
    save(cables, CABLES.replace(title, "Another title"))

    assert [live.has_changed(), live.has_changed()] == [False, True]
    assert live.reload(WORDS) == (True, "")
    assert session.view().title == "Another title"
    assert to_text(session.play) == before


def test_a_scenario_with_problems_changes_nothing(cables: Path):
    """The author reads the first of them, and plays on by the old rules."""
    session = begun(cables)
    old = session.scenario
    save(cables, CABLES.replace("title:", "titel:", 1))

    is_done, told = Live(session).reload(WORDS)
    assert not is_done
    assert "did you mean 'title'?" in told
    assert session.scenario is old


def test_a_turn_that_is_gone_keeps_the_old_rules_and_says_which(cables: Path):
    """Another choice is never taken silently."""
    session = begun(cables)
    option = session.view().options[0].id
    session.choose(option)
    before = to_text(session.play)
    save(cables, CABLES.replace(f"{option}:", f"{option}-now:").replace(f": {option}", f": {option}-now"))

    is_done, told = Live(session).reload(WORDS)
    assert not is_done
    assert "turn 1 (" in told
    assert to_text(session.play) == before


def test_a_scenario_that_is_gone_is_said_in_a_sentence(cables: Path):
    """A moved folder ends no play."""
    session = begun(cables)
    cables.unlink()
    is_done, told = Live(session).reload(WORDS)
    assert (is_done, "stay as they were" in told) == (False, True)


def test_the_terminal_reads_the_scenario_again_on_command(cables: Path):
    """`reload` is there for authors, and goes on at the same turn."""
    command = [sys.executable, "-m", "game", "play", str(cables), "--ui", "plain", "--seed", "4"]
    typed = "reload\nquit\n"
    done = subprocess.run(command, input=typed, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0
    assert "read again; the play stands at the same turn" in done.stdout.replace("\n", " ")


def test_the_window_shows_a_save_by_itself_and_at_f5(cables: Path):
    """Nobody has to begin again to see a comma mended."""
    session = begun(cables)
    visitor = Visitor(session)
    while visitor.address != "desk":
        visitor.press(pygame.K_RETURN)
    title = session.view().title

    save(cables, CABLES.replace(title, "First title"))
    for _ in range(2):  # one look to see it, one to see that it has settled
        visitor.wait()
        visitor.window.step()
    assert "First title" in visitor.text()

    save(cables, CABLES.replace(title, "Second title"))
    visitor.press(pygame.K_F5)
    assert "Second title" in visitor.text()
    visitor.press(pygame.K_F1)
    assert visitor.address == "help"  # what F5 has read is not read again

    save(cables, CABLES.replace("title:", "titel:", 1))
    visitor.press(pygame.K_F5)
    assert "did you mean 'title'?" in visitor.text()
    assert "Second title" in visitor.text()
