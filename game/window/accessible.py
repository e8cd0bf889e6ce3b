"""The bridge to screen readers: hands them the outline of a screen, and takes what they ask for.

The only module that knows AccessKit, and imported only where that is installed.
"""

from __future__ import annotations

import sys
from collections import deque
from typing import Any

import accesskit
import pygame

from game.window.focus import scroll_limit
from game.window.frame import Frame
from game.window.keys import Command, Verb
from game.window.outline import WINDOW, Item, Showing, outline
from game.window.painter import Shown
from game.window.widgets import Box

_ROLES = {
    "window": accesskit.Role.WINDOW,
    "page": accesskit.Role.SCROLL_VIEW,
    "sheet": accesskit.Role.ARTICLE,
    "list": accesskit.Role.LIST,
    "heading": accesskit.Role.HEADING,
    "text": accesskit.Role.LABEL,
    "gauge": accesskit.Role.LABEL,  # in words, as it is drawn: a reader gets no number either
    "drawing": accesskit.Role.IMAGE,
    "button": accesskit.Role.BUTTON,
    "switch": accesskit.Role.CHECK_BOX,
    "pick": accesskit.Role.RADIO_BUTTON,
}
_LIVE = {"polite": accesskit.Live.POLITE, "assertive": accesskit.Live.ASSERTIVE}
_VERBS: dict[int, Verb] = {
    int(accesskit.Action.CLICK): "click-on",
    int(accesskit.Action.FOCUS): "focus-on",
    int(accesskit.Action.SCROLL_INTO_VIEW): "bring",
    int(accesskit.Action.SCROLL_UP): "page-up",
    int(accesskit.Action.SCROLL_DOWN): "page-down",
}
_ROOT = 0

Placed = tuple[Item, tuple[int, ...]]
"""An item with the numbers of its children, which are others on every screen."""


class Bridge:
    """The adapter of one window, made while that is still hidden.

    A reader's thread may call in at any time: it only sets a mark or leaves a request, and the
    loop comes for both. So nothing is drawn, built or locked on two threads, and nobody is woken.
    """

    def __init__(self) -> None:
        self._is_listening = False
        self._told: Showing | None = None
        self._known: dict[int, Placed] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._last_number = _ROOT
        self._requests: deque[Any] = deque()
        self._adapter = _adapter(self._begin, self._requests.append, self._end)

    def _begin(self) -> None:
        """Begin to listen; the tree comes with the loop's next look. Until then there is an empty window.

        The adapter holds its own lock here and waits for Python's. Whoever calls the adapter holds
        Python's, so it must not be called before this has been.
        """
        self._told = None
        self._is_listening = True

    def _end(self) -> None:
        self._is_listening = False

    def tell(self, showing: Showing) -> None:
        """Hand over what has changed since the last time; costs nothing where nobody listens."""
        if not self._is_listening or showing == self._told:
            return
        if self._told is None:
            self._known = {}
        self._told = showing
        items = outline(showing.frame, showing.shown)
        self._count(showing.address, items)
        now = {self._numbers[showing.address, item.id]: self._placed(showing.address, item) for item in items}
        changed = [(number, placed) for number, placed in now.items() if self._known.get(number) != placed]
        update = accesskit.TreeUpdate(self._numbers[showing.address, showing.shown.focus or WINDOW])
        update.tree = accesskit.Tree(_ROOT)
        update.nodes = [(number, _node(showing, *placed)) for number, placed in changed]
        self._known = now
        _tell_window(self._adapter, showing)
        events = self._adapter.update_if_active(lambda: update)
        if events is not None:
            events.raise_events()

    def asked(self) -> tuple[Command, ...]:
        """Give what readers have asked for since the last look, in order."""
        found = []
        while self._requests:
            request = self._requests.popleft()
            verb, placed = _VERBS.get(int(request.action)), self._known.get(request.target)
            if verb and placed:
                found.append(Command(verb, to=placed[0].id))
        return tuple(found)

    def _count(self, address: str, items: tuple[Item, ...]) -> None:
        """Give each item of a screen a number of its own; one that has gone never gets it back.

        So what stands on two screens alike, such as the button that goes on, is met as new.
        """
        numbers = {(address, WINDOW): _ROOT}
        for item in items[1:]:
            key = address, item.id
            if key not in self._numbers:
                self._last_number += 1
            numbers[key] = self._numbers.get(key, self._last_number)
        self._numbers = numbers

    def _placed(self, address: str, item: Item) -> Placed:
        return item, tuple(self._numbers[address, child] for child in item.children)


def _node(showing: Showing, item: Item, children: tuple[int, ...]) -> Any:
    node = accesskit.Node(_role(item))
    if item.kind in ("text", "gauge"):
        node.set_value(item.label)
    elif item.label:
        node.set_label(item.label)
    node.set_bounds(_rect(item.box))
    node.set_children(list(children))
    if item.shortcut:
        _set_key(node, item.shortcut, showing.frame)
    if item.kind == "page":
        _set_scroll(node, showing.shown)
    elif item.kind != "window":
        node.add_action(accesskit.Action.SCROLL_INTO_VIEW)
    if item.verb:
        node.add_action(accesskit.Action.CLICK)
    if item.verb and item.verb != "scroll":
        node.add_action(accesskit.Action.FOCUS)
    _set_states(node, item)
    return node


def _role(item: Item) -> Any:
    return accesskit.Role.GROUP if item.kind == "sheet" and not item.label else _ROLES[item.kind]


def _set_key(node: Any, key: str, frame: Frame) -> None:
    node.set_keyboard_shortcut(key)
    if sys.platform not in ("win32", "darwin"):
        # AT-SPI has a place for keys, which the adapter leaves empty
        node.set_description(frame.words("window.key", key=key))


def _set_states(node: Any, item: Item) -> None:
    if item.kind in ("switch", "pick"):
        node.set_toggled(accesskit.Toggled.TRUE if item.is_on else accesskit.Toggled.FALSE)
    elif item.is_on:
        node.set_selected(True)
    if item.live in _LIVE:
        node.set_live(_LIVE[item.live])
    if item.place:
        node.set_position_in_set(item.place - 1)
    if item.count:
        node.set_size_of_set(item.count)


def _set_scroll(node: Any, shown: Shown) -> None:
    limit = scroll_limit(shown.widgets)
    node.set_scroll_y_min(0.0)
    node.set_scroll_y_max(float(limit))
    node.set_scroll_y(float(shown.scroll_px))
    if limit:
        node.add_action(accesskit.Action.SCROLL_UP)
        node.add_action(accesskit.Action.SCROLL_DOWN)


def _rect(box: Box) -> Any:
    return accesskit.Rect(float(box.x), float(box.y), float(box.right), float(box.bottom))


def _adapter(begin: Any, act: Any, end: Any) -> Any:
    """Make the adapter of this system for the window that pygame has opened and not yet shown."""
    if sys.platform == "win32":
        return accesskit.windows.SubclassingAdapter(pygame.display.get_wm_info()["window"], begin, act)
    if sys.platform == "darwin":
        # SDL gives the keyboard to the window itself, where macOS looks for the focus in its content
        accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        window = pygame.display.get_wm_info()["window"]
        return accesskit.macos.SubclassingAdapter.for_window(window, begin, act)
    return accesskit.unix.Adapter(begin, act, end)


def _tell_window(adapter: Any, showing: Showing) -> None:
    """Tell what the system itself does not: on Linux where the window stands, and whether it has the keys."""
    if sys.platform == "win32":
        return
    if sys.platform == "darwin":
        events = adapter.update_view_focus_state(showing.has_keyboard)
        if events is not None:
            events.raise_events()
        return
    frame = showing.frame
    whole = _rect(Box(*showing.at, frame.width_px, frame.height_px))
    adapter.set_root_window_bounds(whole, whole)
    adapter.update_window_focus_state(showing.has_keyboard)
