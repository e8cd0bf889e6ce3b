"""The voice of this machine: its own speech program, run beside the game, so that nothing waits for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

_WORDS_PER_MINUTE = 175  # the usual rate of espeak and of say
_SAPI = (
    "$r = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8); "
    "Add-Type -AssemblyName System.Speech; "
    "$v = New-Object System.Speech.Synthesis.SpeechSynthesizer; $v.Rate = {rate}; $v.Speak($r.ReadToEnd())"
)
_WITHOUT_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # else Windows opens a console for each sentence


@dataclass(frozen=True, slots=True)
class Engine:
    """A speech program. It gets the text on its standard input, where no letter of it is an order.

    `arguments` gives those for a rate in per cent; `silence` are those that stop a service which may go on
    speaking when the program has ended.
    """

    program: str
    arguments: Callable[[int], tuple[str, ...]]
    silence: tuple[str, ...] = ()


def _words_per_minute(rate: int) -> str:
    return str(_WORDS_PER_MINUTE * rate // 100)


_SPD = Engine(
    # -100 to 100; its usual rate is 0, and its ends are about half and twice as fast
    "spd-say",
    lambda rate: ("--wait", "--pipe-mode", "--rate", str(rate - 100 if rate > 100 else 2 * (rate - 100))),
    ("--cancel",),
)
_ESPEAK_NG = Engine("espeak-ng", lambda rate: ("--stdin", "-s", _words_per_minute(rate)))
_ESPEAK = Engine("espeak", lambda rate: ("--stdin", "-s", _words_per_minute(rate)))
_SAY = Engine("say", lambda rate: ("-r", _words_per_minute(rate), "-f", "-"))
_POWERSHELL = Engine(
    # -10 to 10, three times as fast and a third as fast
    "powershell",
    lambda rate: (
        *("-NoProfile", "-NonInteractive", "-Command"),
        _SAPI.replace("{rate}", str(round((rate - 100) / 15 if rate > 100 else (rate - 100) / 8))),
    ),
)
_ENGINES: Mapping[str, tuple[Engine, ...]] = {"darwin": (_SAY,), "win32": (_POWERSHELL,)}
_ELSEWHERE = (_SPD, _ESPEAK_NG, _ESPEAK)


def installed_engine() -> Engine | None:
    """Give the speech program of this machine, or None."""
    engines = _ENGINES.get(sys.platform, _ELSEWHERE)
    return next((engine for engine in engines if shutil.which(engine.program)), None)


class Voice:
    """Speaks one text at a time; a new one interrupts. No call waits: a thread does, for the program."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._change = threading.Condition()
        self._next: tuple[str, int] | None = None
        self._speaking: subprocess.Popen[bytes] | None = None
        self._is_closed = False
        self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
        self._thread.start()

    def say(self, text: str, rate: int) -> None:
        """Speak `text` at a rate in per cent, in place of what is being said."""
        with self._change:
            self._next = (text, rate)
            self._interrupt()
            self._change.notify()

    def close(self) -> None:
        """Say no more, for good; the program has ended when this returns."""
        with self._change:
            self._is_closed = True
            self._next = None
            self._interrupt()
            self._change.notify()
        self._thread.join(timeout=3)

    def _interrupt(self) -> None:
        if self._speaking is not None:
            self._speaking.kill()

    def _work(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._next is not None or self._is_closed)
            self._silence()
            with self._change:
                if self._next is None:
                    return
                (text, rate), self._next = self._next, None
                speaking = self._speaking = self._start(rate)
            if speaking is not None:
                self._listen(speaking, text)

    def _listen(self, speaking: subprocess.Popen[bytes], text: str) -> None:
        """Hand over the text and wait until it is said or interrupted."""
        try:
            speaking.communicate(text.encode("utf-8", "replace"))
        except OSError:  # interrupted before it had read all
            speaking.wait()
        with self._change:
            self._speaking = None

    def _start(self, rate: int) -> subprocess.Popen[bytes] | None:
        try:
            return subprocess.Popen(
                (self._engine.program, *self._engine.arguments(rate)),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=_WITHOUT_WINDOW,
            )
        except OSError:  # gone since it was looked for: the game is played in silence
            return None

    def _silence(self) -> None:
        if not self._engine.silence:
            return
        command = (self._engine.program, *self._engine.silence)
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(command, capture_output=True, check=False, timeout=2)
