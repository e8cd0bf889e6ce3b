"""The choice of a scenario and of the desks to sit at."""

from __future__ import annotations

from dataclasses import dataclass

from game.messages import Words
from game.window.bars import heading_bar
from game.window.buttons import Button
from game.window.compose import Flow, columns, join, notice, show
from game.window.fonts import BODY, HEADING, LABEL, SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import Card, Saying, card, label
from game.window.screens.common import back_button
from game.window.screens.ways import Ways, lay_ways
from game.window.widgets import Action, Mark, Widgets


@dataclass(frozen=True, slots=True)
class Seat:
    """A side that a person may take."""

    id: str
    name: str
    desk: str
    shape: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A scenario on the shelf."""

    id: str
    title: str
    summary: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """The shelf, with the scenario, the sides and the ways to begin that are picked so far."""

    folders: tuple[Folder, ...]
    scenario: str
    sides: frozenset[str]
    notice: str = ""
    ways: tuple[Ways, ...] = ()


def layout_choose(screen: Choose, frame: Frame) -> Widgets:
    """Lay out the shelf: folders to the left, the desks of the opened one to the right."""
    words = frame.words
    opened = next((folder for folder in screen.folders if folder.id == screen.scenario), None)

    def bar(flow: Flow) -> None:
        heading_bar(flow, "", words("window.choose"))

    def body(flow: Flow) -> None:
        if screen.notice:
            notice(flow, screen.notice)
        parts = (flow,) if frame.is_narrow else columns(flow, (5, 4), 48)
        _folders(parts[0], screen)
        if opened:
            if frame.is_narrow:
                flow.gap(28)
            _seats(parts[-1], opened, screen.sides)
            for ways in screen.ways:
                parts[-1].gap(20)
                lay_ways(parts[-1], ways)
        if not frame.is_narrow:
            join(flow, parts)

    begin = Button("begin", words("window.begin"), Action("begin"), "B", "primary")
    ready = opened is not None and bool(screen.sides)
    met = Button("endings", words("window.endings"), show(f"endings:{screen.scenario}"), "E")
    assumed = Button("card", words("sheet.model-card"), show(f"card:{screen.scenario}"), "M")
    back = (back_button(words), *((met, assumed) if opened else ()))
    return page(frame, Plan(bar, body, back, (begin,) if ready else ()))


def _folders(flow: Flow, screen: Choose) -> None:
    label(flow, "choose.scenarios", flow.frame.words("window.scenarios"))
    flow.gap(12)
    for i, folder in enumerate(screen.folders):
        flow.gap(32 if i else 4)
        is_open = folder.id == screen.scenario
        card(
            flow,
            Card(
                id=f"folder.{folder.id}",
                sayings=_on_folder(flow.frame.words, folder, screen.scenario),
                action=Action("open", folder.id),
                look="folder",
                role="pick",
                states=frozenset({"selected"} if is_open else ()),
                ground="manila",
            ),
        )


def _on_folder(words: Words, folder: Folder, opened: str) -> tuple[Saying, ...]:
    said: list[Saying] = [(folder.title, HEADING, "")]
    if folder.summary:
        said.append((folder.summary, BODY, ""))
    state = words("window.folder.opened" if folder.id == opened else "window.folder.open")
    return (*said, (state, LABEL, "carbon"))


def _seats(flow: Flow, folder: Folder, taken: frozenset[str]) -> None:
    words = flow.frame.words
    label(flow, "choose.sides", words("window.sides"))
    for i, seat in enumerate(folder.seats):
        flow.gap(12 if i else 4)
        is_taken = seat.id in taken
        state = words("window.side.taken" if is_taken else "window.side.open")
        card(
            flow,
            Card(
                id=f"side.{seat.id}",
                sayings=((seat.name, STRONG, ""), (seat.desk, SMALL, "faint_ink"), (state, LABEL, "carbon")),
                action=Action("sit", seat.id),
                shortcut=str(i + 1),
                role="toggle",
                states=frozenset({"on"} if is_taken else ()),
                figure=Mark(seat.shape, "ink"),
            ),
        )
    flow.gap(16)
    flow.say("choose.hint", words("window.sides.hint"), SMALL, "ivory")
