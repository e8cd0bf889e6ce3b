"""How a player wants the window: a value, the changes that a press makes in it, and its form in a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar, get_args

from game.scenario.level import LEVELS, Level
from game.window.bindings import USUAL_KEYS, Bindings, read

TEXT_SCALES = (100, 125, 150, 175, 200)  # per cent
VOLUMES = (0, 25, 50, 75, 100)  # per cent
RATES = (50, 75, 100, 125, 150, 200)  # per cent of the usual rate of speech

Channel = Literal["interface", "papers", "room"]
CHANNELS: tuple[Channel, ...] = get_args(Channel)

Switch = Literal[
    "plain", "contrast", "motion", "projector", "full-screen", "sound", "mute", "captions", "speech"
]
SWITCHES: Mapping[Switch, str] = {
    "plain": "is_plain",
    "contrast": "is_high_contrast",
    "motion": "is_still",
    "projector": "is_projector",
    "full-screen": "is_full_screen",
    "sound": "has_sound",
    "mute": "is_muted",
    "captions": "has_captions",
    "speech": "speaks",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """How a player wants the window. Figures are per cent: `text_scale` is one of TEXT_SCALES, the
    volumes are of VOLUMES, in the order of CHANNELS, `speech_rate` is of RATES. No `level` means that the
    command line decides."""

    text_scale: int = 100
    is_plain: bool = False
    is_high_contrast: bool = False
    is_projector: bool = False
    is_still: bool = False
    is_full_screen: bool = False
    has_sound: bool = False
    is_muted: bool = False
    has_captions: bool = True
    volumes: tuple[int, ...] = (50, 50, 25)
    speaks: bool = False
    speech_rate: int = 100
    level: Level | None = None
    bindings: Bindings = USUAL_KEYS

    @property
    def is_audible(self) -> bool:
        """Claim that sounds are to be played."""
        return self.has_sound and not self.is_muted

    def volume(self, channel: Channel) -> int:
        """Give the volume of a channel, per cent."""
        return self.volumes[CHANNELS.index(channel)]

    def is_on(self, switch: Switch) -> bool:
        """Claim that a switch is on."""
        found: bool = getattr(self, SWITCHES[switch])
        return found


AS_SHIPPED = Settings()


def changed(settings: Settings, verb: str, to: str) -> Settings:
    """Give the settings after a press: `text-scale 150`, `switch plain`, `volume papers:25`, `bind log=K`."""
    match verb:
        case "text-scale":
            return replace(settings, text_scale=int(to))
        case "resize-text":
            at = TEXT_SCALES.index(settings.text_scale) + int(to)
            return replace(settings, text_scale=TEXT_SCALES[min(max(at, 0), len(TEXT_SCALES) - 1)])
        case "switch":
            return _switched(settings, switch_of(to))
        case "volume":
            channel, _, per_cent = to.partition(":")
            volumes = tuple(
                int(per_cent) if name == channel else volume
                for name, volume in zip(CHANNELS, settings.volumes, strict=True)
            )
            return replace(settings, volumes=volumes)
        case "rate":
            return replace(settings, speech_rate=int(to))
        case "level":
            return replace(settings, level=next(level for level in LEVELS if level == to))
        case "bind":
            command, _, key = to.partition("=")
            return replace(settings, bindings=settings.bindings.bound(command, key))
        case "usual-keys":
            return replace(settings, bindings=USUAL_KEYS)
    raise KeyError(verb)


VERBS = ("text-scale", "resize-text", "switch", "volume", "rate", "level", "bind", "usual-keys")
"""The verbs that `changed` knows."""


def switch_of(name: str) -> Switch:
    """Give the switch of a name."""
    return next(switch for switch in SWITCHES if switch == name)


def _switched(settings: Settings, switch: Switch) -> Settings:
    change: dict[str, Any] = {SWITCHES[switch]: not settings.is_on(switch)}
    return replace(settings, **change)


def as_values(settings: Settings) -> dict[str, Any]:
    """Give what is written into the file of settings."""
    return {
        "text-scale": settings.text_scale,
        **{switch: settings.is_on(switch) for switch in SWITCHES},
        "volumes": dict(zip(CHANNELS, settings.volumes, strict=True)),
        "speech-rate": settings.speech_rate,
        **({"level": settings.level} if settings.level else {}),
        "keys": dict(settings.bindings.changed),
    }


def from_values(values: Mapping[str, Any]) -> Settings:
    """Make settings of what a file holds; what it lacks, or what makes no sense there, is as usual."""
    usual = AS_SHIPPED
    volumes = values.get("volumes")
    found = volumes if isinstance(volumes, dict) else {}
    return Settings(
        text_scale=_one_of(TEXT_SCALES, values.get("text-scale"), usual.text_scale),
        volumes=tuple(_one_of(VOLUMES, found.get(name), usual.volume(name)) for name in CHANNELS),
        speech_rate=_one_of(RATES, values.get("speech-rate"), usual.speech_rate),
        level=_one_of((*LEVELS, None), values.get("level"), None),
        bindings=read(values.get("keys")),
        **{
            field: value if isinstance(value := values.get(switch), bool) else getattr(usual, field)
            for switch, field in SWITCHES.items()
        },
    )


_Value = TypeVar("_Value")


def _one_of(known: tuple[_Value, ...], value: object, usual: _Value) -> _Value:
    """Give the known value that equals `value`; True is no number here."""
    return next((one for one in known if type(one) is type(value) and one == value), usual)
