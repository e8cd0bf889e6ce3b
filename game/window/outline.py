"""The outline of a screen: its widgets as the tree of names and states that a screen reader walks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import Literal

from game.window import focus
from game.window.compose import PAGE
from game.window.frame import Frame
from game.window.painter import Shown
from game.window.widgets import Box, Role, Widget, Widgets

WINDOW = "window"
"""The id of the item that holds all others; no widget is called so."""
HEARD = "heard"
"""The id of the item that says again what is read unasked when a screen opens."""

Kind = Literal[
    "window", "page", "sheet", "heading", "text", "gauge", "drawing", "list", "button", "switch", "pick"
]
Live = Literal["off", "polite", "assertive"]

_KINDS: dict[Role, Kind] = {
    "heading": "heading",
    "text": "text",
    "meter": "gauge",
    "clock": "gauge",
    "drawing": "drawing",
    "paper": "sheet",
    "list": "sheet",
    "button": "button",
    "toggle": "switch",
    "pick": "pick",
}
_HEARD_AT_ONCE = 1500  # letters, some two minutes of speech; what is left is reached by walking
_URGENT = ("slip.text", "notice.text")


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a screen reader can come to; `children` are ids, in reading order.

    `box` is where it stands in the window. `is_on` is None where there is nothing to switch. A list has
    `count` items, each with its `place` from 1; both are 0 elsewhere.
    """

    id: str
    kind: Kind
    label: str
    box: Box
    children: tuple[str, ...] = ()
    shortcut: str = ""
    live: Live = "off"
    verb: str = ""
    is_on: bool | None = None
    place: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class Showing:
    """What the window shows, at which address of the controller, and whether and where it stands."""

    address: str
    frame: Frame
    shown: Shown
    has_keyboard: bool
    at: tuple[int, int]


Nested = tuple[Item, str]
"""An item with the id of the one that holds it, or nothing."""


def outline(frame: Frame, shown: Shown) -> tuple[Item, ...]:
    """Give the items of a screen: the window, what stands above the page, the page, what stands below it.

    Nothing that is drawn as text is left out; what is ornament alone is.
    """
    view = focus.view_of(shown.widgets)
    fixed = [widget for widget in shown.widgets if not widget.inside and widget is not view]
    above = tuple(widget for widget in fixed if widget.box.bottom <= view.box.y)
    # such as the map, which stands still beside its list and comes before it
    beside = tuple(takewhile(lambda widget: not widget.inside, shown.widgets))
    before = (*above, *(widget for widget in fixed if widget in beside and widget not in above))
    below = tuple(widget for widget in fixed if widget not in before)
    inside = tuple(widget.moved(0, -shown.scroll_px) for widget in shown.widgets if widget.inside)
    tops: list[str] = []
    items: list[Item] = []
    for part in (before, inside, below):
        nested = tuple(_gathered(tuple(_nested(part))))
        children = tuple(item.id for item, parent in nested if not parent)
        if part is inside:
            items.append(Item(PAGE, "page", "", view.box, children))
            children = (PAGE,)
        tops.extend(children)
        items.extend(_with_children(nested))
    window = Box(0, 0, frame.width_px, frame.height_px)
    title = Item(WINDOW, "window", frame.words("window.title"), window, (*tops, HEARD))
    return (title, *items, _heard(items, window))


def _nested(widgets: Widgets) -> Iterator[Nested]:
    """Give each widget that says or does something, with the id of the sheet that it lies on or nothing."""
    sheets: list[Item] = []
    for widget in widgets:
        kind = _KINDS.get(widget.role)
        if kind is None or not (widget.label or widget.action or kind == "sheet"):
            continue
        while sheets and not sheets[-1].box.holds(widget.box):
            sheets.pop()
        item = Item(
            id=widget.id,
            kind=kind,
            label=widget.label,
            box=widget.box,
            shortcut=widget.shortcut,
            verb=widget.action.verb if widget.action else "",
            is_on=_is_on(widget, kind),
        )
        yield item, sheets[-1].id if sheets else ""
        if kind == "sheet":
            sheets.append(item)


def _is_on(widget: Widget, kind: Kind) -> bool | None:
    if kind in ("switch", "pick"):
        return bool(widget.states & {"on", "selected"})
    return True if widget.states & {"lifted", "selected"} else None


def _with_children(nested: tuple[Nested, ...]) -> Iterator[Item]:
    children: dict[str, tuple[str, ...]] = {}
    for item, parent in nested:
        children[parent] = (*children.get(parent, ()), item.id)
    for item, _ in nested:
        yield replace(item, children=children.get(item.id, ()))


def _heard(items: list[Item], window: Box) -> Item:
    """Give what is read unasked when a screen opens, what went wrong or was just done first.

    In one piece: pieces would be heard in any order.
    """
    urgent = [item for item in items if item.id in _URGENT]
    said: list[str] = []
    left = _HEARD_AT_ONCE
    for item in (*urgent, *(item for item in items if item not in urgent)):
        if item.kind in ("heading", "text") and left > 0:
            said.append(item.label)
            left -= len(item.label)
    corner = Box(window.x, window.bottom - 1, 1, 1)
    return Item(HEARD, "text", "\n".join(said), corner, live="assertive" if urgent else "polite")


def _gathered(nested: tuple[Nested, ...]) -> Iterator[Nested]:
    """Gather what stands together, such as options, name cards or papers, in a list of its own."""
    for (family, parent), run in groupby(nested, key=lambda pair: (_family(pair[0]), pair[1])):
        alike = tuple(item for item, _ in run)
        if not family or len(alike) < 2:
            yield from ((item, parent) for item in alike)
            continue
        whole = Item(f"list:{alike[0].id}", "list", "", _around(alike), count=len(alike))
        yield whole, parent
        yield from ((replace(item, place=place), whole.id) for place, item in enumerate(alike, 1))


def _family(item: Item) -> str:
    """Give what the id of something to press begins with, such as `option` of `option.wait`."""
    return item.id.rpartition(".")[0] if item.verb and item.verb != "scroll" else ""


def _around(items: tuple[Item, ...]) -> Box:
    x, y = min(item.box.x for item in items), min(item.box.y for item in items)
    right, bottom = max(item.box.right for item in items), max(item.box.bottom for item in items)
    return Box(x, y, right - x, bottom - y)
