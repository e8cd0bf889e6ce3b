"""The timeline: a side's own turns as marks on a rail, by phase and date, each a way back to its turn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.messages import Words
from game.play.view import LogEntry, View
from game.window.compose import Flow, Sheet, even, set_text, sheet, show
from game.window.fonts import LABEL, SMALL, STRONG
from game.window.widgets import Action, Box, Mark, Widget

_MARK, _PAD, _GAP = 26, 10, 12  # pixels at 1080: a mark, the edge of a stop, the gap between two


@dataclass(frozen=True, slots=True)
class _Stop:
    """A mark before it has a place; `shape` tells what it stands for without any colour."""

    id: str
    phase: str
    clock: str
    word: str
    label: str
    shape: str
    action: Action | None


def lay_timeline(flow: Flow, view: View) -> None:
    """Lay the rail in rows: oldest turn first, the present one last and marked."""
    words = flow.frame.words
    stops = (*(_stop(words, view, entry) for entry in view.log), *_present(words, view))
    sheet(
        flow,
        Sheet("timeline", even(20, 14), "panel", "room", words("window.timeline"), "list"),
        lambda inner: _lay_rows(inner, stops),
    )


def _stop(words: Words, view: View, entry: LogEntry) -> _Stop:
    if entry.fell_to_record:
        word, shape, action = words("window.timeline.record"), "diamond", None
    else:
        number = view.asked.index(entry) + 1
        word, shape = words("window.timeline.turn", number=number), "circle"
        action = show(f"rollback:{entry.turn}")
    label = words(
        "window.timeline.stop", clock=entry.clock, title=entry.title, word=word, choice=entry.choice
    )
    return _Stop(f"timeline.{entry.turn}", entry.phase, entry.clock, word, label, shape, action)


def _present(words: Words, view: View) -> tuple[_Stop, ...]:
    """Give the mark of where play stands: what is to be decided now, or the ending."""
    if view.ending:
        word, title = words("window.timeline.ended"), view.ending.title
    elif view.is_deciding:
        word, title = words("window.timeline.now"), view.title
    else:
        return ()
    label = words("window.timeline.present", clock=view.now, title=title, word=word)
    return (_Stop("timeline.now", view.phase, view.now, word, label, "square", None),)


def _lay_rows(flow: Flow, stops: tuple[_Stop, ...]) -> None:
    frame = flow.frame
    texts = [frame.measure(text, SMALL) for stop in stops for text in (stop.clock, stop.word)]
    least = max([*texts, frame.px(120)]) + 2 * frame.px(_PAD)
    per_row = max(1, min(len(stops), (flow.width + frame.px(_GAP)) // (least + frame.px(_GAP))))
    for start in range(0, len(stops), per_row):
        if start:
            flow.gap(10)
        _lay_row(flow, stops[start : start + per_row], per_row)


def _lay_row(flow: Flow, stops: tuple[_Stop, ...], per_row: int) -> None:
    """Lay the names of phases above the stops where each begins, and below them the rail with its marks."""
    frame, gap = flow.frame, flow.frame.px(_GAP)
    width = (flow.width - gap * (per_row - 1)) // per_row
    firsts = [i for i, stop in enumerate(stops) if not i or stop.phase != stops[i - 1].phase]
    step = width + gap
    heads = [flow.column(flow.x + i * step, _run(firsts, i, len(stops)) * step - gap) for i in firsts]
    for i, head in zip(firsts, heads, strict=True):
        if stops[i].phase:
            head.say(f"{stops[i].id}.phase", stops[i].phase, LABEL, "faint_ivory")
        flow.put(head.widgets)
    y = max(head.y for head in heads)
    middle = y + frame.px(_PAD + _MARK // 2)
    rail = Box(flow.x, middle - frame.px(2), len(stops) * (width + gap) - gap, frame.px(4))
    flow.place(Widget(f"{stops[0].id}.rail", "drawing", "", rail, "rule", figure=Mark("line", "contour")))
    for i, stop in enumerate(stops):
        flow.place(_widget(flow, stop, Box(flow.x + i * (width + gap), y, width, 0)))


def _run(firsts: list[int], start: int, count: int) -> int:
    """Give how many stops stand under the name of the phase that begins at `start`."""
    return next((first for first in firsts if first > start), count) - start


def _widget(flow: Flow, stop: _Stop, box: Box) -> Widget:
    frame = flow.frame
    inner = Flow(frame, box.inset(frame.px(_PAD)), "room")
    inner.y = box.y + frame.px(_PAD + _MARK + 4)
    word, inner.y = set_text(inner, stop.word, STRONG if stop.shape == "square" else SMALL, "ivory")
    clock, bottom = set_text(inner, stop.clock, SMALL, "faint_ivory")
    return Widget(
        stop.id,
        "button" if stop.action else "text",
        stop.label,
        replace(box, height=bottom + frame.px(_PAD) - box.y),
        "stop",
        (*word, *clock),
        action=stop.action,
        figure=Mark(stop.shape, "amber" if stop.shape == "square" else "ivory"),
    )
