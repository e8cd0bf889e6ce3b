"""The title: the first screen, laid out with nothing of a scenario, so that it stands at once."""

from __future__ import annotations

from dataclasses import dataclass

from game.window.buttons import Button, stack
from game.window.compose import Flow, Sheet, columns, join, notice, sheet, show
from game.window.fonts import BODY, DISPLAY, TYPED_BOLD
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.widgets import Action, Widgets


@dataclass(frozen=True, slots=True)
class Title:
    """The first screen. `resume` says which play can be gone on with; `notice` says what went wrong."""

    resume: str
    notice: str = ""


def layout_title(screen: Title, frame: Frame) -> Widgets:
    """Lay out the title: the upland with its divide above, a folder of buttons on the table below."""
    words = frame.words

    def bar(flow: Flow) -> None:
        flow.gap(20 if frame.is_low else 70)
        flow.say("title", words("window.title"), DISPLAY, "ivory", role="heading")
        flow.say("tagline", words("window.tagline"), BODY, "ivory")
        flow.gap(10 if frame.is_low else 34)

    def body(flow: Flow) -> None:
        parts = (flow, flow) if frame.is_narrow else columns(flow, (9, 11), 64)
        if screen.notice:
            notice(parts[0], screen.notice)
        stack(parts[0], _title_buttons(screen, frame))
        if parts[1] is flow:
            flow.gap(30)
        _about(parts[1])
        if parts[1] is not flow:
            join(flow, parts)

    return page(frame, Plan(bar, body, wall="upland"))


def _about(flow: Flow) -> None:
    words = flow.frame.words

    def write(inner: Flow) -> None:
        inner.say("about.heading", words("window.about"), TYPED_BOLD, role="heading")
        for name in ("options", "record", "evidence"):
            inner.gap(12)
            inner.say(f"about.{name}", words(f"window.about.{name}"), BODY)

    sheet(flow, Sheet("about", (92, 26, 44, 28), look="memo", label=words("window.about")), write)


def _title_buttons(screen: Title, frame: Frame) -> tuple[Button, ...]:
    words = frame.words
    resume = Button("resume", words("window.resume", play=screen.resume), Action("resume"), "R", "primary")
    new = Button("new", words("window.new"), show("choose"), "N", "button" if screen.resume else "primary")
    return (
        *((resume,) if screen.resume else ()),
        new,
        Button("saves", words("window.saves"), show("saves:0"), "V"),
        Button("settings", words("window.settings"), show("settings"), "S"),
        Button("help", words("window.help"), show("help"), "F1"),
        Button("quit", words("window.quit"), Action("quit"), "Q"),
    )
