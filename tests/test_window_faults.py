"""What can break under a window: the display, the disk, a font. Play goes on, or ends in one sentence."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pygame
import pytest
from faulty_disk import WRITING, FaultyOs
from reading import READER
from real_window import PATIENCE_SECONDS, running, wait_for
from window_room import LINDHOLM, Visitor, begun, lindholm

from game.play.save import to_text
from game.session import unfinished
from game.store import StoreError, disk, font_file, places, read_settings, saves_folder
from game.store.places import shipped_folder
from game.window.faces import FILES, all_files
from game.window.fonts import FontBook
from game.window.frame import Frame
from game.window.installed import WindowUnusable
from game.window.tour import draw, screens

ENTER = pygame.K_RETURN


def after_a_turn() -> tuple[Visitor, str]:
    """Give someone who has taken a turn, and the play as it is then."""
    visitor = Visitor(begun())
    visitor.press(ENTER, ENTER, pygame.K_1, ENTER)
    session = visitor.window.controller.session
    assert session is not None and session.play.turns
    return visitor, to_text(session.play)


# --- the display ---


@pytest.mark.parametrize("moment", ["while waiting", "while drawing"])
def test_a_lost_display_keeps_the_play_and_ends_in_one_sentence(moment: str):
    visitor, before = after_a_turn()
    pygame.display.quit()
    with pytest.raises(WindowUnusable) as caught:
        visitor.window.step() if moment == "while waiting" else visitor.window.draw()

    assert (caught.value.key, caught.value.exit_code) == ("window.display-lost", 1)
    kept = unfinished(lindholm())
    assert kept is not None and to_text(kept.playthrough) == before


def test_a_lost_display_says_so_where_the_play_could_not_be_kept_either(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    visitor, _ = after_a_turn()
    blocked = tmp_path / "a file where the folder should be"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("WATERSHED_HOME", str(blocked))
    pygame.display.quit()
    with pytest.raises(WindowUnusable) as caught:
        visitor.window.draw()

    assert caught.value.key == "window.display-lost-unkept"
    assert str(blocked) in READER.words(caught.value.key, **caught.value.values)


def test_full_screen_that_the_display_refuses_is_told_and_play_goes_on(monkeypatch: pytest.MonkeyPatch):
    visitor = Visitor(begun())
    visitor.press(ENTER)
    set_mode = pygame.display.set_mode

    def refusing(size: tuple[int, int], kind: int = 0) -> pygame.Surface:
        if kind & pygame.FULLSCREEN:
            raise pygame.error("no such mode")
        return set_mode(size, kind)

    monkeypatch.setattr(pygame.display, "set_mode", refusing)
    visitor.press(pygame.K_F11)

    assert "no such mode" in visitor.text()
    assert not visitor.window.controller.settings.is_full_screen
    assert pygame.display.get_surface().get_size() == (1280, 720)


def test_full_screen_fills_the_display_and_gives_it_back():
    visitor = Visitor(begun())
    for keys, held in ((pygame.K_F11, 0), (ENTER, pygame.KMOD_ALT)):
        visitor.press(keys, held=held)
        size = pygame.display.get_desktop_sizes()[0]
        assert pygame.display.get_surface().get_size() == size
        assert (visitor.window.stage.frame.width_px, visitor.window.stage.frame.height_px) == size
        visitor.press(keys, held=held)
        assert pygame.display.get_surface().get_size() == (1280, 720)
    visitor.press(pygame.K_F11)
    assert Visitor(None).window.controller.settings.is_full_screen


@pytest.fixture
def own_display() -> Any:
    """Give a display that can be taken away, with its server."""
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is missing: install the system package {program.lower()}")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SDL_")}
    server = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with running(server, environment) as process:
        assert process.stdout is not None
        environment["DISPLAY"] = f":{process.stdout.readline().strip()}"
        yield environment, process


@pytest.mark.parametrize(
    "what", ["the display is taken away", "the game is told to end", "the game is killed"]
)
def test_a_window_that_is_gone_at_any_moment_has_kept_its_turns(own_display: Any, home: Path, what: str):
    """A real display, real keys; and no traceback."""
    environment, server = own_display
    game = [sys.executable, "-m", "game", "play", LINDHOLM, "--side", "lindholm"]
    with running(game, {**environment, "WATERSHED_SPEECH": "off"}, subprocess.PIPE) as playing:
        look = ["xdotool", "search", "--onlyvisible", "--pid", str(playing.pid)]

        def window() -> str:
            return subprocess.run(look, env=environment, capture_output=True, text=True).stdout.strip()

        id_ = wait_for(window, "the window").split()[0]
        subprocess.run(["xdotool", "windowfocus", "--sync", id_], env=environment, check=True)

        def has_saved() -> bool:
            subprocess.run(["xdotool", "key", "Return", "key", "1"], env=environment, check=True)
            return any(saves_folder().glob("*.autosave.save"))

        wait_for(has_saved, "a turn")
        if what == "the display is taken away":
            server.kill()
        else:
            playing.send_signal(signal.SIGTERM if what == "the game is told to end" else signal.SIGKILL)
        _, stderr = playing.communicate(timeout=PATIENCE_SECONDS)

    assert "Traceback" not in stderr
    assert what == "the game is told to end" or playing.returncode != 0
    kept = unfinished(lindholm())
    assert kept is not None and kept.playthrough.turns


# --- the disk ---


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO], ids=["full", "read-only", "broken"])
def test_a_disk_that_takes_nothing_stops_no_play_and_loses_no_turn(
    monkeypatch: pytest.MonkeyPatch, code: int
):
    """What was kept before stands; what came since is kept as soon as the disk takes it again."""
    visitor, before = after_a_turn()

    def refuse(number: int, name: str, arguments: tuple[Any, ...]) -> None:
        is_writing = name in WRITING or (name == "open" and arguments[1] & os.O_CREAT)
        if is_writing:
            raise OSError(code, os.strerror(code))

    monkeypatch.setattr(disk, "os", FaultyOs(refuse))
    visitor.press(pygame.K_F6)
    assert "settings.json" in visitor.text()
    for _ in range(6):
        visitor.press(pygame.K_1 if visitor.address == "decision" else ENTER)
    session = visitor.window.controller.session
    assert session is not None and to_text(session.play) != before
    kept = unfinished(lindholm())
    assert kept is not None and to_text(kept.playthrough) == before
    assert not visitor.window.controller.is_done

    monkeypatch.undo()
    visitor.press(pygame.K_F7)
    assert read_settings().values["window"]["plain"] is True
    session.save()
    assert session.warning is None


# --- the fonts ---


@pytest.fixture
def fonts_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of the fonts, a copy in which something may be broken."""
    copy = tmp_path / "assets" / "fonts"
    shutil.copytree(shipped_folder("assets") / "fonts", copy)
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "game")
    pygame.font.init()
    return copy


@pytest.mark.parametrize("name", all_files())
def test_another_of_our_fonts_stands_in_for_one_that_is_missing(name: str, fonts_folder: Path):
    book = FontBook(font_file)
    usual = {(face, script): book.font(face, script, 24).name for face in FILES for script in FILES[face]}
    (fonts_folder / name).unlink()
    book = FontBook(font_file)
    for face, files in FILES.items():
        for script, file in files.items():
            found = book.font(face, script, 24).name
            assert found in usual.values()
            assert file == name or found == usual[face, script]


@pytest.mark.parametrize("cut_at", [0, 3, 11, 200, 20_000])
def test_a_font_that_was_cut_short_is_never_opened(cut_at: int, fonts_folder: Path):
    """The library would die of it, and the game with it."""
    path = fonts_folder / "LibreFranklin-Regular.ttf"
    path.write_bytes(path.read_bytes()[:cut_at])
    with pytest.raises(StoreError, match="font-damaged"):
        font_file("fonts/LibreFranklin-Regular.ttf")
    assert FontBook(font_file).font("sans", "latin", 24).name == "Libre Franklin"  # the bold one


def test_a_file_that_is_no_font_is_never_opened(fonts_folder: Path):
    (fonts_folder / "LibreFranklin-Regular.ttf").write_bytes(b"no font at all, but long enough to be one")
    assert FontBook(font_file).font("sans", "latin", 24).name == "Libre Franklin"


def test_without_any_of_our_fonts_the_window_is_drawn_in_the_library_s(fonts_folder: Path):
    for path in fonts_folder.iterdir():
        path.unlink()
    shown = Frame(1280, 720, READER.words, FontBook(font_file))
    for name, screen in screens(lindholm(), READER, shown):
        if name in ("title", "decision", "paper-cable"):
            draw(screen, shown)
    assert shown.fonts.font("sans", "latin", 24).name == pygame.font.Font(None, 24).name


def test_doctor_names_the_font_that_is_missing_and_tells_a_silent_driver(tmp_path: Path):
    """It is asked of the installed copy, whose assets lie inside the package."""
    site = tmp_path / "site"
    package = Path(__file__).parent.parent
    shutil.copytree(package / "game", site / "game", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(package / "assets", site / "assets")
    shutil.copytree(package / "scenarios", site / "scenarios")
    (site / "assets" / "fonts" / "LeagueGothic-Regular.ttf").unlink()
    (site / "assets" / "fonts" / "CourierPrime-Bold.ttf").write_bytes(b"no font at all")
    done = subprocess.run(
        [sys.executable, "-m", "game", "doctor"], cwd=site, capture_output=True, text=True, check=True
    )

    assert "missing fonts: CourierPrime-Bold.ttf, LeagueGothic-Regular.ttf; others stand in" in done.stdout
    assert "missing a sound device: the driver 'dummy' is silent" in done.stdout
    assert "missing a display for the window: the driver 'dummy' draws where nobody sees it" in done.stdout
