"""The settings in five pages, each thing set by one press, and the page that waits for a new key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.messages import LANGUAGES, Words
from game.scenario.level import LEVELS
from game.window.bars import heading_bar
from game.window.bindings import EVERYWHERE, MOVING, ON_SCREENS
from game.window.buttons import Button
from game.window.compose import Flow, Sheet, centred, even, notice, sheet, show
from game.window.fonts import BODY, HEADING, SMALL, STRONG
from game.window.frame import Frame
from game.window.page import Plan, page
from game.window.parts import Card, card_rows, label
from game.window.screens.common import BACK, back_button
from game.window.screens.sight import lay_sights
from game.window.settings import CHANNELS, RATES, TEXT_SCALES, VOLUMES, Settings, Switch
from game.window.widgets import Action, Mark, Widgets

PAGES = ("look", "sound", "speech", "keys", "sight")
_WIDEST = 62  # a page of settings, in sizes of body text
_KEY_OF: Mapping[Switch, str] = {
    "plain": "F6",
    "contrast": "F7",
    "motion": "F8",
    "projector": "F9",
    "full-screen": "F11",
    "mute": "U",
    "speech": "F2",
}


@dataclass(frozen=True, slots=True)
class SettingsSheet:
    """How the window is set now; `page` is one of PAGES, `trouble` says what of it this machine lacks."""

    settings: Settings
    page: str = "look"
    trouble: str = ""
    level: str = "standard"


@dataclass(frozen=True, slots=True)
class Rebind:
    """Before another key is put in the place of a command's usual one."""

    command: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class _Pick:
    """One value of several; `is_held` claims that it is set."""

    id: str
    name: str
    action: Action
    is_held: bool


def layout_settings(screen: SettingsSheet, frame: Frame) -> Widgets:
    """Lay out a page of the settings below the row of all pages."""
    words = frame.words

    def body(flow: Flow) -> None:
        column = centred(flow, _WIDEST)
        _pages(column, screen.page)
        column.gap(26)
        if screen.trouble:
            notice(column, screen.trouble)
        _BODIES[screen.page](column, screen)
        flow.put(column.widgets)

    usual = Button("usual-keys", words("window.settings.usual-keys"), Action("usual-keys"), "R")
    has_other_keys = screen.page == "keys" and bool(screen.settings.bindings.changed)
    return page(
        frame,
        Plan(
            lambda flow: heading_bar(flow, "", words("window.settings")),
            body,
            (back_button(words), *((usual,) if has_other_keys else ())),
        ),
    )


def _pages(flow: Flow, shown: str) -> None:
    words, frame = flow.frame.words, flow.frame
    cards = tuple(
        Card(
            id=f"page.{name}",
            sayings=((words(f"window.settings.page.{name}"), STRONG, ""),),
            action=show(f"settings:{name}"),
            shortcut=str(i + 1),
            role="pick",
            states=frozenset({"selected"} if name == shown else ()),
        )
        for i, name in enumerate(PAGES)
    )
    card_rows(flow, cards, _per_row(frame, flow.width, 9, len(cards)), 12)


def _per_row(frame: Frame, width: int, least_em: float, count: int) -> int:
    return min(count, max(1, int(width // (least_em * frame.em))))


def _picks(flow: Flow, id_: str, heading: str, picks: tuple[_Pick, ...]) -> None:
    """Lay values side by side, the one that is set with a tick."""
    label(flow, id_, heading)
    cards = tuple(
        Card(
            id=pick.id,
            sayings=((pick.name, STRONG, ""),),
            action=pick.action,
            role="pick",
            states=frozenset({"on"} if pick.is_held else ()),
            figure=Mark("tick" if pick.is_held else "box", "ink"),
        )
        for pick in picks
    )
    widest = max(flow.frame.measure(pick.name, STRONG) for pick in picks) + flow.frame.px(100)
    card_rows(flow, cards, _per_row(flow.frame, flow.width, widest / flow.frame.em, len(cards)), 12)


def _switches(flow: Flow, settings: Settings, switches: tuple[Switch, ...]) -> None:
    """Lay switches as cards, two side by side where there is room."""
    words = flow.frame.words
    cards = tuple(
        Card(
            id=f"switch.{name}",
            sayings=(
                (words(f"window.settings.{name}"), STRONG, ""),
                (words(f"window.settings.{name}.means"), SMALL, "faint_ink"),
            ),
            action=Action("switch", name),
            shortcut=_KEY_OF.get(name, ""),
            role="toggle",
            states=frozenset({"on"} if settings.is_on(name) else ()),
            figure=Mark("tick" if settings.is_on(name) else "box", "ink"),
        )
        for name in switches
    )
    card_rows(flow, cards, _per_row(flow.frame, flow.width, 20, min(2, len(cards))), 12)


def _look(flow: Flow, screen: SettingsSheet) -> None:
    words, now = flow.frame.words, screen.settings
    scales = tuple(
        _Pick(
            f"size.{scale}",
            words("window.settings.per-cent", number=scale),
            Action("text-scale", str(scale)),
            scale == now.text_scale,
        )
        for scale in TEXT_SCALES
    )
    _picks(flow, "settings.size", words("window.settings.size"), scales)
    flow.gap(24)
    label(flow, "settings.views", words("window.settings.views"))
    _switches(flow, now, ("plain", "contrast", "motion", "projector", "full-screen"))


def _sound(flow: Flow, screen: SettingsSheet) -> None:
    words, now = flow.frame.words, screen.settings
    _switches(flow, now, ("sound", "mute", "captions"))
    for channel in CHANNELS:
        flow.gap(24)
        picks = tuple(
            _Pick(
                f"volume.{channel}.{volume}",
                words("window.settings.per-cent", number=volume),
                Action("volume", f"{channel}:{volume}"),
                volume == now.volume(channel),
            )
            for volume in VOLUMES
        )
        _picks(flow, f"settings.volume.{channel}", words(f"window.settings.volume.{channel}"), picks)


def _speech(flow: Flow, screen: SettingsSheet) -> None:
    words, now = flow.frame.words, screen.settings
    _switches(flow, now, ("speech",))
    flow.gap(12)
    key = flow.frame.key("F12")
    flow.say("settings.repeat", words("window.settings.repeat", key=key), BODY, "ivory")
    flow.gap(24)
    rates = tuple(
        _Pick(
            f"rate.{rate}",
            words("window.settings.per-cent", number=rate),
            Action("rate", str(rate)),
            rate == now.speech_rate,
        )
        for rate in RATES
    )
    _picks(flow, "settings.rate", words("window.settings.rate"), rates)
    flow.gap(24)
    levels = tuple(
        _Pick(
            f"level.{level}",
            words(f"window.ways.level.{level}"),
            Action("level", level),
            level == screen.level,
        )
        for level in LEVELS
    )
    _picks(flow, "settings.level", words("window.ways.level"), levels)
    flow.gap(24)
    label(flow, "settings.language", words("window.settings.language"))
    names = words("window.list.comma").join(words(f"window.language.{code}") for code in LANGUAGES)
    flow.say("settings.languages", words("window.settings.languages", names=names), BODY, "ivory")


def _keys(flow: Flow, screen: SettingsSheet) -> None:
    words = flow.frame.words
    flow.say("settings.keys.hint", words("window.settings.keys.hint"), BODY, "ivory")
    groups = (("everywhere", EVERYWHERE), ("moving", MOVING), ("screens", ON_SCREENS))
    for name, commands in groups:
        flow.gap(24)
        label(flow, f"settings.keys.{name}", words(f"window.settings.keys.{name}"))
        cards = tuple(_key_card(flow.frame, command, usual) for command, usual in commands.items())
        card_rows(flow, cards, _per_row(flow.frame, flow.width, 18, 2), 12)


def _key_card(frame: Frame, command: str, usual: tuple[str, ...]) -> Card:
    words, now = frame.words, frame.settings.bindings.keys(command)
    keys, usually = (words("window.list.comma").join(map(frame.key_name, each)) for each in (now, usual))
    told = words(
        "window.settings.keys.usual" if now == usual else "window.settings.keys.other",
        key=keys,
        usual=usually,
    )
    return Card(
        f"bind.{command}",
        ((command_words(words, command), STRONG, ""), (told, SMALL, "carbon")),
        show(f"rebind:{command}"),
    )


def command_words(words: Words, command: str) -> str:
    """Say what a command does."""
    if command.isdigit():
        return words("bind.digit", digit=command)
    return words(f"bind.{command.lower()}")


_BODIES: Mapping[str, Callable[[Flow, SettingsSheet], None]] = {
    "look": _look,
    "sound": _sound,
    "speech": _speech,
    "keys": _keys,
    "sight": lambda flow, screen: lay_sights(flow),
}


def layout_rebind(screen: Rebind, frame: Frame) -> Widgets:
    """Ask for the new key of a command."""
    words = frame.words
    now = words("window.list.comma").join(map(frame.key_name, screen.settings.bindings.keys(screen.command)))

    def write(inner: Flow) -> None:
        inner.say("rebind.command", command_words(words, screen.command), HEADING, role="heading")
        inner.gap(12)
        inner.say("rebind.now", words("window.rebind.now", key=now))
        inner.gap(12)
        inner.say("rebind.hint", words("window.rebind.hint"))

    def body(flow: Flow) -> None:
        column = centred(flow, 36)
        column.gap(30)
        sheet(column, Sheet("rebind", even(48, 36)), write)
        flow.put(column.widgets)

    keep = Button("back", words("window.rebind.keep"), BACK, "Esc")
    return page(frame, Plan(lambda flow: heading_bar(flow, "", words("window.rebind")), body, (keep,)))
