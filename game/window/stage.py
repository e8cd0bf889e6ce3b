"""The stage: widgets, focus and scroll of the screen on top, moved by commands. It draws nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.window import focus
from game.window.controller import Controller
from game.window.focus import Direction
from game.window.frame import Frame
from game.window.keys import Command
from game.window.painter import Shown
from game.window.screens import layout
from game.window.slip import lay_slip
from game.window.widgets import Action, Widget, Widgets

_SETTLE_MS = 500  # a held or doubled key must not seal an order that nobody has read
_SWITCHES = {"plain": "plain", "contrast": "contrast", "projector": "projector"}
_SIZES = {
    "larger": Action("resize-text", "1"),
    "smaller": Action("resize-text", "-1"),
    "usual-size": Action("text-scale", "100"),
}


class Stage:
    """What is shown now. `now_ms` is a clock of the machine, asked only when an order is to be sealed."""

    def __init__(self, controller: Controller, frame: Frame, now_ms: Callable[[], int]) -> None:
        self.controller = controller
        self.frame = frame
        self._now_ms = now_ms
        self._address = ""
        self._opened_ms = 0
        self._pressed = ""
        self._left: dict[str, tuple[str, int]] = {}  # focus and scroll of the screens below
        self.widgets: Widgets = ()
        self.focus = ""
        self.scroll_px = 0
        self.refresh()

    @property
    def shown(self) -> Shown:
        """What the painter needs."""
        return Shown(self.widgets, self.focus, self.scroll_px)

    def resize(self, width_px: int, height_px: int) -> None:
        """Lay the screen out anew for another size of window."""
        self.frame = replace(self.frame, width_px=width_px, height_px=height_px)
        self.refresh()

    def refresh(self) -> None:
        """Lay out the screen on top; a screen that was left before is found as it was left."""
        self.frame = replace(self.frame, settings=self.controller.settings)
        address = self.controller.address
        self.widgets = layout(self.controller.screen(self.frame), self.frame)
        if self.controller.said:
            self.widgets = (*self.widgets, *lay_slip(self.frame, self.controller.said))
        ids = {widget.id for widget in focus.stops(self.widgets)}
        if address != self._address:
            known = self.controller.stack[:-1]
            self._left = {left: at for left, at in self._left.items() if left in known or left == address}
            first = focus.first(self.widgets)
            self.focus, self.scroll_px = self._left.pop(address, (first, 0))
            self._address, self._opened_ms = address, self._now_ms()
        if self.focus not in ids:
            self.focus = focus.first(self.widgets)
        self.scroll_px = min(self.scroll_px, focus.scroll_limit(self.widgets))

    def refresh_anew(self) -> None:
        """Lay out the screen on top as if it had just been opened."""
        self._address = ""
        self.refresh()

    def handle(self, command: Command) -> bool:
        """Do what a command asks; say whether anything on the screen has changed."""
        before = self.shown, self.frame
        if command.verb == "resized":
            return True
        if command.verb == "close":
            self._act(Action("quit"))
        elif command.verb in _SWITCHES:
            self._act(Action("switch", _SWITCHES[command.verb]))
        elif command.verb in _SIZES:
            self._act(_SIZES[command.verb])
        elif command.verb in ("reload", "quick-save", "quick-load"):
            self._act(Action(command.verb))
        elif command.verb == "help":
            self._help()
        elif command.verb.startswith("pointer"):
            self._point(command)
        elif command.verb in ("click-on", "focus-on", "bring"):
            self._reach(command)
        elif command.verb in ("press", "key"):
            self._press(command)
        else:
            self._move(command)
        return before != (self.shown, self.frame)

    def _act(self, action: Action) -> None:
        if action.verb == "choose" and self._now_ms() - self._opened_ms < _SETTLE_MS:
            return
        if action.verb == "scroll":
            self._scroll_by(int(float(action.to) * self._page_px()))
            return
        self._left[self._address] = (self.focus, self.scroll_px)
        self.controller.act(action)
        if self.controller.address == self._address:
            self._left.pop(self._address, None)
        self.refresh()

    def _help(self) -> None:
        if self.controller.address != "help":
            self._act(Action("show", "help"))

    def _press(self, command: Command) -> None:
        wanted = self.focus if command.verb == "press" else ""
        for widget in focus.stops(self.widgets):
            if widget.action and (widget.id == wanted or (command.key and widget.shortcut == command.key)):
                self._act(widget.action)
                return
        if command.key in ("Esc", "Backspace"):
            self._act(Action("back"))
        elif command.verb == "press" and not self.focus:
            self._scroll_by(self._page_px())

    def _point(self, command: Command) -> None:
        """Press on release, and only where the press began: a slip of the hand can be taken back."""
        under: Widget | None = focus.hit(self.widgets, command.x, command.y, self.scroll_px)
        if command.verb == "pointer-down":
            self._pressed = under.id if under else ""
            return
        if under is None or under.id != self._pressed or under.action is None:
            return
        if under.action.verb != "scroll":
            self.focus = under.id
        self._act(under.action)

    def _reach(self, command: Command) -> None:
        """Do what a screen reader asks for: press a widget, put the ring on it, or bring it into sight."""
        widget = next((widget for widget in self.widgets if widget.id == command.to), None)
        if widget is None:
            return
        is_stop = widget in focus.stops(self.widgets)
        if command.verb == "bring":
            self.scroll_px = focus.scrolled_to(self.widgets, widget.id, self.scroll_px)
        elif is_stop:
            self._focus_on(widget.id)
        if command.verb == "click-on" and widget.action:
            self._act(widget.action)

    def _move(self, command: Command) -> None:
        line = self.frame.em * 3
        steps = {"next": 1, "before": -1}
        pages = {"page-up": -self._page_px(), "page-down": self._page_px(), "home": -(10**9), "end": 10**9}
        if command.verb in steps:
            self._focus_on(focus.step(self.widgets, self.focus, steps[command.verb]))
        elif command.verb in pages:
            self._scroll_by(pages[command.verb])
        elif command.verb == "wheel":
            self._scroll_by(-int(command.steps * line))
        elif command.verb in ("up", "down", "left", "right"):
            self._towards(command.verb, line)

    def _towards(self, direction: Direction, line: int) -> None:
        found = focus.towards(self.widgets, self.focus, direction, self.scroll_px)
        if found:
            self._focus_on(found)
        elif direction in ("up", "down"):
            self._scroll_by(-line if direction == "up" else line)

    def _focus_on(self, id_: str) -> None:
        self.focus = id_
        self.scroll_px = focus.scrolled_to(self.widgets, id_, self.scroll_px)

    def _scroll_by(self, length_px: int) -> None:
        self.scroll_px = min(max(self.scroll_px + length_px, 0), focus.scroll_limit(self.widgets))

    def _page_px(self) -> int:
        """A page is less than the view, so that the last lines read stay in sight."""
        return focus.view_of(self.widgets).box.height * 4 // 5
