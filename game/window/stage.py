"""The stage: widgets, focus and scroll of the screen on top, moved by commands. It draws nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.window import cues, focus
from game.window.controller import Controller
from game.window.cues import Cue
from game.window.focus import Direction
from game.window.frame import Frame
from game.window.keys import Command
from game.window.painter import Shown
from game.window.screens import is_silent, layout
from game.window.settings import SWITCHES
from game.window.slip import lay_slip
from game.window.widgets import Action, Plot, Widget, Widgets

_NEAR = 34  # pixels at 1080 from a symbol to a click that means it
_SETTLE_MS = 500  # a held or doubled key must not seal an order, or turn a page, that nobody has read
_CLOSER = {"larger": 1, "smaller": -1}  # the same keys, without Ctrl, where there is a map
_SIZES = {
    "larger": Action("resize-text", "1"),
    "smaller": Action("resize-text", "-1"),
    "usual-size": Action("text-scale", "100"),
}
_SCREENS = ("help", "settings")
# what a presenter's remote may press at a page's end or its beginning: neither a seal nor a choice
_ONWARDS = {"page-down": ("forward", "after"), "page-up": ("before",)}
_TURNS_PAGE = ("show", "onwards", "sit-down")
_TURNED_BACK = ("decision", "seal", "paper", "advisers", "consequence", "comparison")


class Stage:
    """What is shown now. `now_ms` is a clock of the machine, asked where a press can come too early.

    `cue` is the sound of the last command, if it made one; `is_silent` claims that this screen has none.
    """

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
        self.cue: Cue | None = None
        self.is_silent = False
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
        settings = self.controller.settings
        self.frame = replace(self.frame, settings=settings, words=self.controller.reader.words)
        address = self.controller.address
        screen = self.controller.screen(self.frame)
        self.is_silent = is_silent(screen)
        self.frame = replace(self.frame, caption=self._caption())
        self.widgets = layout(screen, self.frame)
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

    def _caption(self) -> str:
        """Give the last sound in words, where they are wanted."""
        settings = self.controller.settings
        if self.cue is None or self.is_silent or not (settings.has_sound and settings.has_captions):
            return ""
        return self.frame.words(f"window.caption.{self.cue}")

    def refresh_anew(self) -> None:
        """Lay out the screen on top as if it had just been opened."""
        self._address = ""
        self.refresh()

    def tell(self, sentence: str) -> None:
        """Show a sentence on a slip over the screen until the next press."""
        self.controller.said = sentence
        self.refresh()

    def handle(self, command: Command) -> bool:
        """Do what a command asks; say whether anything on the screen has changed."""
        before = self.shown, self.frame
        self.cue = None
        if command.verb == "resized":
            return True
        if command.verb == "close":
            self._act(Action("quit"))
        elif self.controller.address.startswith("rebind:") and command.key:
            self._act(Action("new-key", command.key))
        elif command.verb in SWITCHES:
            self._act(Action("switch", command.verb))
        elif command.verb in _CLOSER and command.key and self._chart() is not None:
            self._act(Action("map", f"zoom {_CLOSER[command.verb]}"))
        elif command.verb in _SIZES:
            self._act(_SIZES[command.verb])
        elif command.verb in ("reload", "quick-save", "quick-load"):
            self._act(Action(command.verb))
        elif command.verb in _SCREENS:
            if self._address.partition(":")[0] != command.verb:
                self._act(Action("show", command.verb))
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
        is_early = self._now_ms() - self._opened_ms < _SETTLE_MS
        if action.verb == "choose" and is_early:
            return
        if action.verb == "scroll":
            self._scroll_by(int(float(action.to) * self._page_px()))
            return
        self._left[self._address] = (self.focus, self.scroll_px)
        before = self._address
        self.controller.act(action)
        if self.controller.address == self._address:
            self._left.pop(self._address, None)
        if action.verb == "volume":
            self.cue = cues.tried(action.to.partition(":")[0])
        else:
            self.cue = cues.heard(before, self.controller.address)
        self.refresh()
        if action.verb == "map":
            self._show_picked()

    def _show_picked(self) -> None:
        """Scroll the list to the mark that is picked, where the map stands fixed beside it."""
        chart = self._chart()
        picked = [widget.id for widget in self.widgets if widget.action and "selected" in widget.states]
        if chart is not None and not chart.inside and picked:
            self.scroll_px = focus.scrolled_to(self.widgets, picked[0], self.scroll_px)

    def _chart(self) -> Widget | None:
        """Give the map that can be looked around on, where the screen has one."""
        return next(
            (widget for widget in self.widgets if widget.action and isinstance(widget.figure, Plot)), None
        )

    def _press(self, command: Command) -> None:
        wanted = self.focus if command.verb == "press" else ""
        name = self.frame.key_name(command.key)
        for widget in focus.stops(self.widgets):
            if widget.action and (widget.id == wanted or (command.key and widget.shortcut == name)):
                self._act(widget.action)
                return
        if command.verb == "key" and command.key in self._back_keys():
            self._act(Action("back"))
        elif command.verb == "press" and not self.focus:
            self._scroll_by(self._page_px())

    def _back_keys(self) -> tuple[str, ...]:
        bindings = self.controller.settings.bindings
        return (*bindings.keys("Esc"), *bindings.keys("Backspace"))

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
        if isinstance(under.figure, Plot):
            box = focus.shown_box(under, self.scroll_px)
            mark = under.figure.nearest(command.x - box.x, command.y - box.y, self.frame.px(_NEAR))
            if mark:
                self._act(Action("map", f"pick {mark}"))
            return
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
        if command.verb in steps:
            self._focus_on(focus.step(self.widgets, self.focus, steps[command.verb]))
        elif command.verb in _ONWARDS:
            self._page(command.verb)
        elif command.verb in ("home", "end"):
            self._scroll_by(-(10**9) if command.verb == "home" else 10**9)
        elif command.verb == "wheel":
            self._wheel(command, line)
        elif command.verb in ("up", "down", "left", "right"):
            self._towards(command.verb, line)

    def _page(self, verb: str) -> None:
        """Scroll a page; at its end go on, at its beginning back, as a presenter's remote wants it."""
        at = self.scroll_px
        self._scroll_by(self._page_px() if verb == "page-down" else -self._page_px())
        if self.scroll_px != at or self._now_ms() - self._opened_ms < _SETTLE_MS:
            return
        for widget in focus.stops(self.widgets):
            if widget.id in _ONWARDS[verb] and widget.action and widget.action.verb in _TURNS_PAGE:
                self._act(widget.action)
                return
        kind = self._address.partition(":")[0]
        if verb == "page-up" and kind in _TURNED_BACK and len(self.controller.stack) > 1:
            self._act(Action("back"))

    def _wheel(self, command: Command, line: int) -> None:
        """Look closer or further with the pointer over a map that does not scroll itself; else scroll."""
        chart = self._chart()
        if chart is not None and not chart.inside and chart.box.holds_point(command.x, command.y):
            self._act(Action("map", f"zoom {1 if command.steps > 0 else -1}"))
        else:
            self._scroll_by(-int(command.steps * line))

    def _towards(self, direction: Direction, line: int) -> None:
        chart = self._chart()
        if chart is not None and self.focus == chart.id:
            self._act(Action("map", f"pan {direction}"))
            return
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
