"""The window itself: opened, polled, redrawn when something has changed, and closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain

import pygame

from game.play.view import Reader
from game.scenario.model import Scenario
from game.session import Session
from game.store import StoreError, read_settings, write_settings
from game.window.aloud import Aloud
from game.window.controller import Controller
from game.window.display import SIZE, Display
from game.window.installed import WindowUnusable
from game.window.keys import Command, command
from game.window.outline import Showing
from game.window.painter import paint
from game.window.settings import as_values
from game.window.shelf import NOTHING_SETTLED, Beforehand, Shelf
from game.window.stage import Stage
from game.window.thumbnail import thumbnail

_LEAST = (640, 400)
_WAKEFUL_MS = 2000  # so long after an event the window is polled often; then idle costs 0.3 % of a core
_WAKEFUL_HZ, _IDLE_HZ = 60, 10
_LOOK_MS = 500  # so often it is looked whether an author has saved the scenario that is played


def run(
    reader: Reader,
    session: Session | None = None,
    scenario: Scenario | None = None,
    before: Beforehand = NOTHING_SETTLED,
    display: Display | None = None,
) -> int:
    """Open the window and play until it is closed; give the exit code.

    With a session it opens at that desk, with a scenario at the choice of its desks (with
    what is settled `before`), with neither at the title. A `display` that is open is used. Raises
    WindowUnusable where no window can be opened. Whenever it is closed, the play is kept: the session
    saves after every turn.
    """
    try:
        window = Window(reader, display or Display(reader.words))
        try:
            window.open(session, scenario, before)
            window.loop()
        finally:
            window.aloud.close()
    finally:
        pygame.quit()
    return 0


def poll_hz(quiet_ms: int) -> int:
    """Give how often to look for events when there has been none for so long."""
    return _WAKEFUL_HZ if quiet_ms < _WAKEFUL_MS else _IDLE_HZ


class Window:
    """A window on the machine's display, with its stage."""

    def __init__(self, reader: Reader, display: Display, shelf: Shelf | None = None) -> None:
        self._reader = reader
        self._display = display
        self._bridge = display.bridge
        self.drawn_count = 0
        self.now_ms: Callable[[], int] = pygame.time.get_ticks
        self._looked_ms = 0
        self._windowed, self._is_full = SIZE, False
        self._kept = display.frame.settings
        self.controller = Controller(shelf or Shelf(), reader, self._kept)
        self.controller.notice = display.notice
        self.stage = Stage(self.controller, display.frame, lambda: self.now_ms())
        self.controller.saving.take_picture = lambda: thumbnail(
            self.controller.ground(self.stage.frame), self.stage.frame
        )
        self.aloud = Aloud(self.stage)

    def open(self, session: Session | None, scenario: Scenario | None, before: Beforehand) -> None:
        """Show the first screen. What is slow to find is looked for once it stands."""
        if session is not None:
            self.controller.play(session)
        elif scenario is not None:
            self.controller.offer(scenario, before)
        self.stage.refresh_anew()
        with self._display_there():
            self._display.show()
        self._fill_display()
        self.aloud.after(Command("resized"), None)
        self.draw()
        if self.controller.address == "title" and self.controller.shelf.look_for_unfinished(self._reader):
            self.stage.refresh_anew()
            self.draw()

    def loop(self) -> None:
        """Poll until closed."""
        clock = pygame.time.Clock()
        last_event_ms = self.now_ms()
        while not self.controller.is_done:
            if self.step():
                last_event_ms = self.now_ms()
            clock.tick(poll_hz(self.now_ms() - last_event_ms))

    def step(self) -> bool:
        """Handle the events that have come; draw if they changed anything. Say whether any came."""
        with self._display_there():
            events = pygame.event.get()
        requests = self._bridge.asked() if self._bridge else ()
        has_changed = False
        asked_by_keys = (command(event, self.controller.settings.bindings) for event in events)
        for asked in chain(asked_by_keys, requests):
            if asked is None or self.controller.is_done:
                continue
            if asked.verb == "resized":
                self._resize()
            has_changed = self.stage.handle(asked) or has_changed
            self.aloud.after(asked, self.stage.cue)
        if self.now_ms() - self._looked_ms >= _LOOK_MS:
            self._looked_ms = self.now_ms()
            if self.controller.is_rewritten:
                has_changed = self.stage.handle(Command("reload")) or has_changed
        has_changed = self._fill_display() or has_changed
        if self.controller.has_news:
            self.controller.debriefing.go_on()
            self.stage.refresh()
            has_changed = True
        self._keep_settings()
        if has_changed and not self.controller.is_done:
            self.draw()
        self._tell()
        return bool(events or requests)

    def draw(self) -> None:
        """Draw the stage."""
        paint(self._surface(), self.stage.frame, self.stage.shown)
        with self._display_there():
            pygame.display.flip()
        self.drawn_count += 1

    def _tell(self) -> None:
        """Tell a screen reader what is shown now, if one listens."""
        if self._bridge and not self.controller.is_done:
            stage, address = self.stage, self.controller.address
            at = pygame.display.get_window_position()
            has_keyboard = pygame.key.get_focused()
            self._bridge.tell(Showing(address, stage.frame, stage.shown, has_keyboard, at))

    def _resize(self) -> None:
        width, height = self._surface().get_size()
        if (width, height) != (self.stage.frame.width_px, self.stage.frame.height_px):
            self.stage.resize(max(width, _LEAST[0]), max(height, _LEAST[1]))

    def _keep_settings(self) -> None:
        settings = self.controller.settings
        if settings == self._kept:
            return
        self._kept = settings
        try:
            write_settings({**read_settings().values, "window": as_values(settings)})
        except StoreError as error:
            self.stage.tell(self._reader.words(error.key, **error.values))

    def _fill_display(self) -> bool:
        """Fill the display or give it back, as the settings want it; say whether anything was done."""
        wanted = self.controller.settings.is_full_screen
        if wanted == self._is_full:
            return False
        self._is_full = wanted
        if wanted:
            self._windowed = self._surface().get_size()
        # of no size: that of the display itself, so that nothing is scaled
        try:
            size, kind = ((0, 0), pygame.FULLSCREEN) if wanted else (self._windowed, pygame.RESIZABLE)
            pygame.display.set_mode(size, kind)
        except pygame.error as error:
            self._is_full = False
            self._set_mode(self._windowed, pygame.RESIZABLE)
            self.controller.settings = replace(self.controller.settings, is_full_screen=False)
            self.stage.tell(self._reader.words("window.no-full-screen", reason=str(error)))
        self._resize()
        return True

    def _set_mode(self, size: tuple[int, int], kind: int) -> None:
        with self._display_there():
            pygame.display.set_mode(size, kind)

    def _surface(self) -> pygame.Surface:
        with self._display_there():
            surface = pygame.display.get_surface()
            if surface is None:
                raise pygame.error("no window")
            return surface

    @contextmanager
    def _display_there(self) -> Iterator[None]:
        """Keep the play and raise WindowUnusable where the display is lost in this block."""
        try:
            yield
        except pygame.error as error:
            session, reason = self.controller.session, str(error)
            if session is not None:
                session.save()
            if session is not None and session.warning is not None:
                trouble = self._reader.words(session.warning.key, **session.warning.values)
                raise WindowUnusable("window.display-lost-unkept", reason=reason, trouble=trouble) from error
            raise WindowUnusable("window.display-lost", reason=reason) from error
