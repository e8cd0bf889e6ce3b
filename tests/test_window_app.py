"""The window on the machine: opened, quiet when nothing happens, closed without loss."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pygame
import pytest
from reading import READER
from window_room import LINDHOLM, Visitor, begun, frame, lindholm

from game.play.save import to_text
from game.session import unfinished
from game.window import app, installed
from game.window.installed import WindowUnusable
from game.window.screens import Screen
from game.window.tour import draw, main, screens


def test_nothing_is_drawn_while_nothing_changes():
    visitor = Visitor(begun())
    drawn = visitor.window.drawn_count
    for _ in range(50):
        visitor.window.step()
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(1, 1), buttons=(0, 0, 0)))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F12, mod=0, unicode="", scancode=0))
    visitor.window.step()
    assert visitor.window.drawn_count == drawn

    visitor.press(pygame.K_TAB)
    assert visitor.window.drawn_count == drawn + 1


def test_many_events_at_once_are_drawn_once():
    visitor = Visitor(begun())
    drawn = visitor.window.drawn_count
    for _ in range(20):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="", scancode=0))
    visitor.window.step()
    assert visitor.window.drawn_count == drawn + 1


def test_the_window_looks_for_events_seldom_once_it_is_quiet():
    assert (app.poll_hz(0), app.poll_hz(1999), app.poll_hz(2000)) == (60, 60, 10)


def test_another_size_is_laid_out_anew():
    visitor = Visitor(begun())
    pygame.display.set_mode((1024, 768), pygame.RESIZABLE)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, w=1024, h=768, size=(1024, 768)))
    visitor.window.step()

    assert (visitor.window.stage.frame.width_px, visitor.window.stage.frame.height_px) == (1024, 768)


def test_closing_the_window_at_any_screen_keeps_every_turn_taken():
    visitor = Visitor(begun())
    visitor.press(pygame.K_RETURN, pygame.K_RETURN, pygame.K_1, pygame.K_RETURN)
    session = visitor.window.controller.session
    assert session is not None
    before = to_text(session.play)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    visitor.window.loop()

    kept = unfinished(lindholm())
    assert visitor.window.controller.is_done
    assert kept is not None and to_text(kept.playthrough) == before


def test_without_a_display_there_is_one_sentence_and_no_traceback(monkeypatch: pytest.MonkeyPatch):
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "no-such-driver")
    with pytest.raises(WindowUnusable) as caught:
        app.run(READER)
    assert (caught.value.key, caught.value.exit_code) == ("window.no-display", 1)


def test_two_libraries_in_one_place_are_told_apart(monkeypatch: pytest.MonkeyPatch):
    """pip lets both be installed, and removing one breaks the other."""
    monkeypatch.setattr(installed, "is_installed", lambda name: True)
    with pytest.raises(WindowUnusable) as caught:
        installed.check()
    assert caught.value.key == "window.library-mixed"


def test_one_library_is_enough():
    installed.check()
    assert installed.is_installed("pygame-ce")
    assert not installed.is_installed("pygame")


def test_stdout_stays_free_of_the_library_s_greeting():
    """It would stand in the middle of JSON."""
    greeting = "PYGAME_HIDE_SUPPORT_PROMPT"
    ended = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import os; os.environ.pop({greeting!r}, None); import game.window.app",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, "")


def test_the_tour_draws_the_same_pictures_every_time():
    shown = frame()
    for name, screen in screens(lindholm(), READER, shown):
        once, again = draw(screen, shown), draw(screen, shown)
        assert (name, pygame.image.tobytes(once, "RGB")) == (name, pygame.image.tobytes(again, "RGB"))


def test_the_tour_has_every_screen_and_every_kind_of_paper():
    shown = frame()
    found = dict(screens(lindholm(), READER, shown))
    kinds = ("memo", "cable", "letter", "minutes", "sketch", "newspaper", "broadcast")
    assert {f"paper-{kind}" for kind in kinds} <= set(found)
    assert {type(screen) for screen in found.values()} == set(get_args(Screen))


def test_the_tour_writes_pictures_of_both_sizes(tmp_path: Path):
    asked = ["--out", str(tmp_path), "--scenario", LINDHOLM, "--only", "title", "--only", "decision"]
    main(asked)

    written = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.png")}
    assert written >= {
        f"{size}/{name}.png" for size in ("1280x720", "1920x1080") for name in ("title", "decision")
    }
