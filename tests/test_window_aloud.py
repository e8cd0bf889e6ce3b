"""What is heard: off until it is wanted, told in words as well, and never waited for."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pygame
import pytest
from reading import READER
from window_room import Visitor, begun, frame, lindholm

from game.window import voice
from game.window.cues import CHANNEL, Cue
from game.window.screens import is_silent
from game.window.settings import Settings
from game.window.sound import Sounds
from game.window.tour import screens
from game.window.voice import Engine, Voice
from game.window.waves import samples

ENTER, ESC = pygame.K_RETURN, pygame.K_ESCAPE


@pytest.fixture(autouse=True)
def _silence() -> Iterator[None]:
    """Leave no mixer behind."""
    pygame.mixer.quit()
    yield
    pygame.mixer.quit()


def hearing(*switches: str) -> Visitor:
    """Give someone at the desk who has turned on sound, and switches besides."""
    visitor = Visitor(begun())
    visitor.press(pygame.K_F10, pygame.K_2)
    for switch in ("sound", *switches):
        visitor.click_on(f"switch.{switch}")
    visitor.press(ESC, ENTER)
    return visitor


# --- sounds ---


@pytest.mark.parametrize("cue", get_args(Cue))
def test_a_sound_begins_and_ends_without_a_click_and_is_never_cut(cue: Cue):
    """Loud enough to be heard, quiet enough for two at once."""
    wave = samples(cue)
    loudest = max(map(abs, wave))
    assert 2000 < loudest < 16_384
    if cue != "room":
        assert max(abs(wave[0]), abs(wave[-1])) < loudest / 20


def test_the_hum_of_the_room_has_no_seam():
    """The step from its end to its beginning is one of those that it is full of."""
    wave = samples("room")
    assert abs(wave[0] - wave[-1]) <= max(abs(after - before) for before, after in pairwise(wave))


def test_sound_is_off_until_it_is_wanted():
    """In a classroom nobody wants to be heard first: the mixer is not even started."""
    visitor = Visitor(begun())
    visitor.press(ENTER, ENTER, pygame.K_1, ENTER)

    assert pygame.mixer.get_init() is None
    assert "Sound:" not in visitor.text()


def test_the_mixer_runs_in_mono_while_sound_is_wanted():
    visitor = hearing()
    assert pygame.mixer.get_init() == (22_050, -16, 1)
    assert pygame.mixer.get_busy()
    visitor.press(pygame.K_F10, pygame.K_2)
    visitor.click_on("switch.sound")
    assert pygame.mixer.get_init() is None


def test_every_cue_is_told_in_words_on_the_screen():
    visitor = hearing()
    met = {}
    visitor.press(pygame.K_d)
    met["paper"] = visitor.text()
    visitor.press(ESC)
    met["key"] = visitor.text()
    visitor.press(pygame.K_o, pygame.K_1)
    met["relay"] = visitor.text()
    visitor.press(ENTER)
    met["teletype"] = visitor.text()
    visitor.press(pygame.K_F10, pygame.K_2)
    visitor.click_on("volume.room.75")
    met["room"] = visitor.text()

    assert set(met) == set(get_args(Cue)) == set(CHANNEL)
    for cue, text in met.items():
        assert READER.words(f"window.caption.{cue}") in text


def test_mute_is_silence_with_captions():
    visitor = hearing()
    visitor.press(pygame.K_u)
    assert not pygame.mixer.get_busy()
    visitor.press(pygame.K_d)
    assert not pygame.mixer.get_busy()
    assert "Sound: paper" in visitor.text()
    visitor.press(pygame.K_u)
    assert pygame.mixer.get_busy()


def test_a_volume_of_nothing_is_silence():
    sounds = Sounds()
    sounds.obey(Settings(has_sound=True, volumes=(0, 0, 0)))
    for cue in get_args(Cue):
        sounds.play(cue)
    assert sounds.is_open and not pygame.mixer.get_busy()

    sounds.obey(Settings(has_sound=True, volumes=(0, 25, 0)))
    sounds.play("key")
    assert not pygame.mixer.get_busy()
    sounds.play("paper")
    assert pygame.mixer.get_busy()
    sounds.close()


def test_captions_can_be_left_out():
    visitor = hearing("captions")
    visitor.press(pygame.K_d)
    assert "Sound:" not in visitor.text()


def test_the_page_that_tells_of_war_is_the_only_silent_one():
    silent = [name for name, screen in screens(lindholm(), READER, frame()) if is_silent(screen)]
    assert silent == ["ending-war"]


def test_without_a_sound_device_play_goes_on_and_the_settings_say_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    visitor = Visitor(begun())
    visitor.press(pygame.K_F10, pygame.K_2)
    visitor.click_on("switch.sound")
    assert "No sound device answered" in visitor.text()
    visitor.press(ESC, ENTER, pygame.K_d)
    assert visitor.address == "paper:0"
    assert "Sound: paper" in visitor.text()


def test_a_machine_without_sound_writes_nothing_on_stderr():
    """ALSA would write twenty lines there, past Python."""
    ask = (
        "from game.window.sound import Sounds; from game.window.settings import Settings;"
        "import sys; s = Sounds(); s.obey(Settings(has_sound=True)); s.close(); print('end', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask],
        env={**os.environ, "SDL_AUDIODRIVER": "alsa"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == "end\n"


# --- speech ---

_PROGRAM = """#!{python}
import os, sys, time
text = sys.stdin.read()
with open({log!r}, "a", encoding="utf-8") as log:
    log.write("\\t".join([*sys.argv[1:], text.replace("\\n", " ")]) + "\\n")
time.sleep({seconds})
with open({log!r}, "a", encoding="utf-8") as log:
    log.write("end\\n")
"""


class Speaker:
    """A speech program in the place of the system's: it writes down what it is to say, and takes its time."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self._log = folder / "said.txt"
        program = folder / "espeak-ng"
        text = _PROGRAM.format(python=sys.executable, log=str(self._log), seconds=seconds)
        program.write_text(text, encoding="utf-8")
        program.chmod(0o755)

    def lines(self) -> list[str]:
        return self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []

    def wait_for(self, claim: Callable[[list[str]], bool]) -> list[str]:
        for _ in range(400):
            if claim(self.lines()):
                return self.lines()
            time.sleep(0.025)
        raise AssertionError(self.lines())

    def says(self, words: str) -> list[str]:
        return self.wait_for(lambda lines: bool(lines) and words in lines[-1])


@pytest.fixture
def slow_speaker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Speaker:
    """Put a speech program that needs a minute for each text on the path."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(voice, "_ELSEWHERE", (voice._ESPEAK_NG,))
    monkeypatch.setattr(sys, "platform", "linux")
    return Speaker(tmp_path, seconds=60)


@pytest.fixture
def listener(slow_speaker: Speaker) -> Iterator[Visitor]:
    """Give someone at the desk with speech on."""
    visitor = Visitor(begun())
    visitor.press(ENTER, pygame.K_F2)
    yield visitor
    visitor.window.aloud.close()


def test_a_new_screen_is_read_and_then_what_the_ring_comes_to(listener: Visitor, slow_speaker: Speaker):
    said = slow_speaker.says("The night pilot says")[-1]
    assert said.startswith("--stdin\t-s\t175\t")
    assert "The options. Key O." in said
    listener.press(pygame.K_o)
    slow_speaker.says("Choose one")
    listener.press(pygame.K_TAB)
    focused = next(w for w in listener.window.stage.widgets if w.id == listener.window.stage.focus)
    assert "Choose one" not in slow_speaker.says(focused.label.partition("\n")[0])[-1]


def test_new_words_interrupt_and_nothing_waits_for_the_voice(listener: Visitor, slow_speaker: Speaker):
    """Each text takes a minute; ten of them are over in a moment, and none was finished."""
    slow_speaker.says("night pilot")
    begin = time.monotonic()
    for _ in range(10):
        listener.press(pygame.K_TAB)
    assert time.monotonic() - begin < 10
    focused = next(w for w in listener.window.stage.widgets if w.id == listener.window.stage.focus)
    assert "end" not in slow_speaker.says(focused.label.partition("\n")[0])


def test_the_last_words_are_said_again(listener: Visitor, slow_speaker: Speaker):
    for key in (pygame.K_F12, pygame.K_r):
        count = len(slow_speaker.says("night pilot"))
        listener.press(key)
        lines = slow_speaker.wait_for(lambda lines, count=count: len(lines) > count)
        assert lines[-1] == lines[-2]


def test_a_switch_says_what_it_is_now(listener: Visitor, slow_speaker: Speaker):
    listener.press(pygame.K_F10)
    listener.click_on("switch.plain")
    assert "Plain style." in slow_speaker.says(" On.")[-1]
    listener.press(ENTER)
    slow_speaker.says(" Off.")


def test_the_rate_is_handed_on(listener: Visitor, slow_speaker: Speaker):
    listener.press(pygame.K_F10, pygame.K_3)
    listener.click_on("rate.200")
    slow_speaker.wait_for(lambda lines: any("-s\t350\t" in line for line in lines))


def test_closing_the_window_ends_the_voice(listener: Visitor, slow_speaker: Speaker):
    slow_speaker.says("night pilot")
    listener.window.aloud.close()
    assert [thread for thread in threading.enumerate() if thread.name == "voice"] == []
    assert "end" not in slow_speaker.lines()


def test_speech_is_off_until_it_is_wanted(slow_speaker: Speaker):
    visitor = Visitor(begun())
    visitor.press(ENTER, pygame.K_TAB, pygame.K_F12)
    assert [thread for thread in threading.enumerate() if thread.name == "voice"] == []
    assert slow_speaker.lines() == []


def test_a_player_across_the_table_hears_nothing_of_the_other_desk(slow_speaker: Speaker):
    visitor = Visitor(begun("lindholm", "sund"))
    visitor.press(pygame.K_F2)
    said = slow_speaker.says("Hand over the keyboard")
    assert "night pilot" not in " ".join(said)
    visitor.window.aloud.close()


def test_without_a_speech_program_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    visitor = Visitor(begun())
    visitor.press(ENTER, pygame.K_F2)
    assert "No speech program is installed" in visitor.text()
    visitor.press(pygame.K_d)
    assert "No speech program" not in visitor.text()
    visitor.press(pygame.K_F10, pygame.K_3)
    assert "No speech program is installed" in visitor.text()


def test_a_speech_program_that_has_gone_is_no_fault():
    speaking = Voice(Engine("no-such-program", lambda rate: ()))
    speaking.say("Nobody hears this.", 100)
    speaking.say("Nor this.", 100)
    speaking.close()
    assert [thread for thread in threading.enumerate() if thread.name == "voice"] == []


@pytest.mark.parametrize(
    "engine", [voice._SPD, voice._ESPEAK_NG, voice._ESPEAK, voice._SAY, voice._POWERSHELL]
)
def test_every_engine_has_arguments_of_its_own_for_every_rate(engine: Engine):
    rates = [engine.arguments(rate) for rate in (50, 100, 200)]
    assert len(set(rates)) == 3
    assert all(isinstance(part, str) for arguments in rates for part in arguments)
