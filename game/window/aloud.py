"""What of a window can be heard: its sounds and its voice, kept to the settings after every command."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.window.cues import Cue
from game.window.keys import Command
from game.window.sound import Sounds
from game.window.spoken import ring_words, screen_words
from game.window.stage import Stage
from game.window.voice import Voice, installed_engine


@dataclass(frozen=True, slots=True)
class _Heard:
    """What was on the screen when something was last said."""

    address: str
    focus: str
    ring: str
    slip: str


class Aloud:
    """The sounds and the voice of a window. Where the machine has none, the settings and a slip say so."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._sounds = Sounds()
        self._voice: Voice | None = None
        self._heard: _Heard | None = None
        self._said = ""

    def obey(self) -> None:
        """Open and close what the settings ask for, and say what this machine lacks of it."""
        stage, settings = self._stage, self._stage.controller.settings
        self._sounds.obey(replace(settings, is_muted=settings.is_muted or stage.is_silent))
        words = stage.frame.words
        trouble = self._sounds.trouble
        self._trouble("sound", words("window.no-sound", reason=trouble) if trouble else "")
        if settings.speaks and self._voice is None:
            engine = installed_engine()
            self._voice = Voice(engine) if engine else None
            self._trouble("speech", "" if engine else words("window.no-speech"))
        elif not settings.speaks:
            self._trouble("speech", "")
            self._end_speech()

    def after(self, command: Command, cue: Cue | None) -> None:
        """Let be heard what a command has done."""
        self.obey()
        if cue is not None:
            self._sounds.play(cue)
        self._speak()
        if self._is_repeat(command) and self._voice is not None:
            self._voice.say(self._said, self._stage.controller.settings.speech_rate)

    def close(self) -> None:
        """Fall silent."""
        self._sounds.close()
        self._end_speech()

    def _is_repeat(self, command: Command) -> bool:
        """Claim that the last words are asked for again; R is the key for it where it has no other use."""
        stage = self._stage
        letter = stage.frame.key("R")
        is_free = all(widget.shortcut != letter for widget in stage.widgets)
        return command.verb == "repeat" or (command.verb == "key" and command.key == letter and is_free)

    def _trouble(self, page: str, sentence: str) -> None:
        troubles = self._stage.controller.troubles
        if troubles.get(page, "") == sentence:
            return
        troubles[page] = sentence
        if sentence and not self._stage.controller.address.startswith("settings"):
            self._stage.tell(sentence)
        else:
            self._stage.refresh()

    def _end_speech(self) -> None:
        if self._voice is not None:
            self._voice.close()
        self._voice = self._heard = None

    def _speak(self) -> None:
        """Say what is new: all of another screen, or the ring's new place, or a slip."""
        if self._voice is None:
            return
        stage, before = self._stage, self._heard
        ring = ring_words(stage.frame, stage.shown)
        now = _Heard(stage.controller.address, stage.focus, ring, stage.controller.said)
        self._heard = now
        if now == before:
            return
        if before is None or now.address != before.address:
            text = screen_words(stage.frame, stage.shown)
        else:
            text = ring if (now.focus, now.ring) != (before.focus, before.ring) else ""
            if now.slip != before.slip:
                text = f"{now.slip}\n{text}".strip()
        if text:
            self._said = text
            self._voice.say(text, stage.controller.settings.speech_rate)
