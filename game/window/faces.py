"""The font files that the game ships: which one serves which face and script, and what stands in for one."""

from __future__ import annotations

from typing import Literal

Script = Literal["latin", "cyrillic", "thai", "sign"]
Face = Literal["sans", "sans-bold", "sans-italic", "typed", "typed-bold", "headline"]

_THAI = "IBMPlexSansThaiLooped-Regular.ttf"
_THAI_BOLD = "IBMPlexSansThaiLooped-SemiBold.ttf"
_MONO = "IBMPlexMono-Regular.ttf"
_MONO_BOLD = "IBMPlexMono-SemiBold.ttf"
_SANS = "LibreFranklin-Regular.ttf"
_SANS_BOLD = "LibreFranklin-SemiBold.ttf"

# SDL_ttf never looks into a second font for a letter that the first lacks, so we do.
FILES: dict[Face, dict[Script, str]] = {
    "sans": {"latin": _SANS, "cyrillic": _SANS, "thai": _THAI, "sign": _MONO},
    "sans-bold": {"latin": _SANS_BOLD, "cyrillic": _SANS_BOLD, "thai": _THAI_BOLD, "sign": _MONO_BOLD},
    "sans-italic": {
        "latin": "LibreFranklin-Italic.ttf",
        "cyrillic": "LibreFranklin-Italic.ttf",
        "thai": _THAI,
        "sign": _MONO,
    },
    "typed": {"latin": "CourierPrime-Regular.ttf", "cyrillic": _MONO, "thai": _THAI, "sign": _MONO},
    "typed-bold": {
        "latin": "CourierPrime-Bold.ttf",
        "cyrillic": _MONO_BOLD,
        "thai": _THAI_BOLD,
        "sign": _MONO_BOLD,
    },
    "headline": {
        "latin": "LeagueGothic-Regular.ttf",
        "cyrillic": _SANS_BOLD,
        "thai": _THAI_BOLD,
        "sign": _MONO_BOLD,
    },
}


def candidates(face: Face, script: Script) -> tuple[str, ...]:
    """Give the files for `script`: that of `face` first, then those that can stand in for it."""
    return tuple(dict.fromkeys((FILES[face][script], *(files[script] for files in FILES.values()))))


def all_files() -> tuple[str, ...]:
    """Give every file that the game needs, by name."""
    return tuple(sorted({name for files in FILES.values() for name in files.values()}))
