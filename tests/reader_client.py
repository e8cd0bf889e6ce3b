"""A screen reader of a kind, for tests: walks the window of another process through AT-SPI, and acts in it.

Run it with the Python that has the system's `gi`. It reads one request a line, as JSON, and answers each
with a line. `{"see": "Watershed"}` gives the tree of the window of that name, or null. Of an item
of the last tree, by its number, `{"where": 5}` gives the place on the display,
`{"do": 5, "action": "click"}` acts on it, `{"focus": 5}` puts the focus there, `{"bring": 5}` brings it into
sight. `{"heard": true}` gives what was announced since the last time.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

_met: list[Any] = []
_heard: list[str] = []


class Vanished(Exception):
    """The screen changed while it was being looked at."""


def switch_on() -> None:
    """Tell the desktop that a screen reader runs: applications answer nothing before."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    enabled = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    where = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
    bus.call_sync(*where, enabled, None, Gio.DBusCallFlags.NONE, 20_000)


def see(name: str) -> dict[str, Any] | None:
    """Give the window of that name with all that is in it."""
    _met.clear()
    desktop = Atspi.get_desktop(0)
    for application in _children(desktop):
        for window in _children(application):
            if window.get_name() == name:
                return _told(window)
    return None


def _children(parent: Any) -> list[Any]:
    found = (parent.get_child_at_index(i) for i in range(parent.get_child_count()))
    return [child for child in found if child is not None]


def _told(item: Any) -> dict[str, Any]:
    _met.append(item)
    number = len(_met) - 1
    held = item.get_state_set()
    if held is None:
        raise Vanished
    states = {state.value_nick for state in held.get_states()}
    told = {"number": number, "role": item.get_role_name(), "name": item.get_name(), "states": sorted(states)}
    if "focusable" in states:
        told["key"] = (item.get_description() or "").removeprefix("Key ")
        told["place"] = (item.get_attributes() or {}).get("posinset", "")
    return {**told, "children": [_told(child) for child in _children(item)]}


def where(number: int) -> list[int]:
    """Give x, y, width and height of an item on the display."""
    box = _met[number].get_extents(Atspi.CoordType.SCREEN)
    return [box.x, box.y, box.width, box.height]


def do(number: int, wanted: str) -> bool:
    """Carry out an action of an item; claim that it was accepted."""
    action = _met[number].get_action_iface()
    for i in range(action.get_n_actions()):
        if action.get_action_name(i) == wanted:
            return bool(action.do_action(i))
    return False


def heard() -> list[str]:
    """Give what was announced since the last time."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass
    said = list(_heard)
    _heard.clear()
    return said


def _answer(request: dict[str, Any]) -> Any:
    if "see" in request:
        try:
            return see(request["see"])
        except (GLib.Error, Vanished):
            return None
    if "where" in request:
        return where(request["where"])
    if "focus" in request:
        return bool(_met[request["focus"]].get_component_iface().grab_focus())
    if "bring" in request:
        return bool(_met[request["bring"]].get_component_iface().scroll_to(Atspi.ScrollType.ANYWHERE))
    if "do" in request:
        return do(request["do"], request["action"])
    return heard()


def main() -> None:
    switch_on()
    Atspi.init()
    Atspi.Accessible.set_cache_mask(Atspi.get_desktop(0), Atspi.Cache.NONE)
    listener = Atspi.EventListener.new(lambda event: _heard.append(str(event.any_data)))
    listener.register("object:announcement")
    for line in sys.stdin:
        print(json.dumps(_answer(json.loads(line))), flush=True)


main()
