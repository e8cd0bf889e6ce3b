"""The sounds of the window: the mixer runs only while sound is wanted, and what fails is one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pygame

from game.window.cues import CHANNEL, Cue
from game.window.settings import AS_SHIPPED, Settings
from game.window.waves import RATE_HZ, samples

_BUFFER = 512  # samples, 23 ms: a press is heard as one
_ROOM = 0  # the mixer's channel for the hum, which nothing else may take


class Sounds:
    """What is heard. `trouble` is what the system said when no sound device answered, or nothing."""

    def __init__(self) -> None:
        self.trouble = ""
        self._settings = AS_SHIPPED
        self._made: dict[Cue, pygame.mixer.Sound] = {}

    @property
    def is_open(self) -> bool:
        """Claim that the mixer runs."""
        return pygame.mixer.get_init() is not None

    def obey(self, settings: Settings) -> None:
        """Open or close the mixer, and set the hum of the room, as a player wants it."""
        if not settings.has_sound:
            self.trouble = ""
            self.close()
        elif not self.is_open and not self.trouble:
            self._open()
        self._settings = settings
        if self.is_open and settings.is_audible:
            self._hum(settings.volume("room"))
        elif self.is_open:
            pygame.mixer.stop()

    def play(self, cue: Cue) -> None:
        """Let a cue be heard, at the volume of its channel."""
        volume = self._settings.volume(CHANNEL[cue])
        if cue == "room" or not (self.is_open and self._settings.is_audible and volume):
            return
        sound = self._sound(cue)
        sound.set_volume(volume / 100)
        sound.play()

    def close(self) -> None:
        """Let the sound device go."""
        if self.is_open:
            pygame.mixer.quit()
        self._made.clear()

    def _open(self) -> None:
        try:
            with _quiet():
                pygame.mixer.init(RATE_HZ, -16, 1, _BUFFER, allowedchanges=0)
        except pygame.error as error:
            self.trouble = str(error)
        else:
            pygame.mixer.set_reserved(_ROOM + 1)

    def _hum(self, volume: int) -> None:
        channel = pygame.mixer.Channel(_ROOM)
        if not volume:
            channel.stop()
            return
        if not channel.get_busy():
            channel.play(self._sound("room"), loops=-1, fade_ms=400)
        channel.set_volume(volume / 100)

    def _sound(self, cue: Cue) -> pygame.mixer.Sound:
        if cue not in self._made:
            self._made[cue] = pygame.mixer.Sound(buffer=samples(cue))
        return self._made[cue]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep from stderr what the drivers of a machine without sound write there, past Python."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.flush()
    try:
        kept = os.dup(2)
    except OSError:  # started without a stderr, as from a menu
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
