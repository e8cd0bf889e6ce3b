"""Ways to begin: length, reading of the evidence and level of the texts, each with one that holds."""

from __future__ import annotations

from dataclasses import dataclass

from game.window.compose import Flow
from game.window.fonts import SMALL, STRONG
from game.window.parts import Card, card_rows, label
from game.window.widgets import Action, Mark

_LEAST_EM = 8  # a pick is never narrower, in sizes of body text


@dataclass(frozen=True, slots=True)
class Pick:
    """One way to begin; `about` is read where it holds."""

    id: str
    name: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways of which one holds: `kind` is length, interpretation or level. `key` goes to the next one."""

    kind: str
    key: str
    picks: tuple[Pick, ...]
    picked: str


def lay_ways(flow: Flow, ways: Ways) -> None:
    """Lay the picks side by side, as many as can be read, and below them what the one that holds means."""
    label(flow, f"ways.{ways.kind}", flow.frame.words(f"window.ways.{ways.kind}"))
    at = next((i for i, pick in enumerate(ways.picks) if pick.id == ways.picked), 0)
    following = (at + 1) % len(ways.picks)
    cards = tuple(
        _card(ways, pick, ways.key if i == following else "", "on" if i == at else "off")
        for i, pick in enumerate(ways.picks)
    )
    fitting = max(1, flow.width // (_LEAST_EM * flow.frame.em))
    card_rows(flow, cards, min(fitting, len(cards)), 12)
    if ways.picks[at].about:
        flow.gap(6)
        flow.say(f"ways.{ways.kind}.about", ways.picks[at].about, SMALL, "ivory")


def _card(ways: Ways, pick: Pick, shortcut: str, state: str) -> Card:
    return Card(
        id=f"ways.{ways.kind}.{pick.id or 'usual'}",
        sayings=((pick.name, STRONG, ""),),
        action=Action("settle", f"{ways.kind}:{pick.id}"),
        shortcut=shortcut,
        role="pick",
        states=frozenset({"on"} if state == "on" else ()),
        figure=Mark("tick" if state == "on" else "box", "ink"),
    )
