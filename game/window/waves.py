"""The sounds as samples, computed: a key, a relay, paper, the teletype, the hum of the room."""

from __future__ import annotations

import hashlib
import math
from array import array
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from game.window.cues import Cue

RATE_HZ = 22_050
_PEAK = 22_000  # of 32,767: room for two at once
Samples: TypeAlias = "array[int]"
Wave = list[float]


def samples(cue: Cue) -> Samples:
    """Give the sound of a cue as 16-bit samples of one channel, the same ones every time."""
    wave = _WAVES[cue]()
    loudest = max(max(wave), -min(wave))
    level = _LEVELS[cue] * _PEAK / loudest
    return array("h", (round(value * level) for value in wave))


def _noise(seed: str, count: int) -> Wave:
    """Give noise between -1 and 1."""
    return [byte / 127.5 - 1 for byte in hashlib.shake_128(seed.encode()).digest(count)]


def _softened(wave: Iterable[float], share: float) -> Wave:
    """Let a one-pole filter take the highs out of a wave; a smaller share leaves less of them."""
    held, softened = 0.0, []
    for value in wave:
        held += share * (value - held)
        softened.append(held)
    return softened


def _strike(seed: str, tone_hz: float, length_ms: int) -> Wave:
    """Give a blow on something hard: noise and a tone that die away at once."""
    count = RATE_HZ * length_ms // 1000
    noise = _softened(_noise(seed, count), 0.5)
    turn = 2 * math.pi * tone_hz / RATE_HZ
    return [
        (noise[i] + 0.45 * math.sin(turn * i)) * math.exp(-6.0 * i / count) * min(i / 8, 1.0)
        for i in range(count)
    ]


def _sequence(blows: Iterable[tuple[float, Wave]], length_s: float) -> Wave:
    """Lay waves over one another, each from its second on."""
    whole = [0.0] * round(RATE_HZ * length_s)
    for second, wave in blows:
        start = round(second * RATE_HZ)
        for i, value in enumerate(wave[: len(whole) - start]):
            whole[start + i] += value
    return whole


def _key() -> Wave:
    return _strike("key", 1850, 28)


def _relay() -> Wave:
    return _sequence(((0.0, _strike("pull", 2600, 12)), (0.045, _strike("fall", 1400, 18))), 0.08)


def _paper() -> Wave:
    """A sheet drawn over a table: soft noise that swells twice."""
    count = RATE_HZ * 34 // 100
    rough, smooth = _noise("paper", count), _softened(_noise("grain", count), 0.02)
    return [
        (value - low * 3) * math.sin(math.pi * i / count) ** 2 * (0.55 + 0.45 * math.sin(11 * i / count))
        for i, (value, low) in enumerate(zip(_softened(rough, 0.6), smooth, strict=True))
    ]


def _teletype() -> Wave:
    """A dozen blows in the uneven beat of a machine that sets six letters in a second."""
    beat = [0.0, 0.11, 0.2, 0.33, 0.42, 0.53, 0.66, 0.75, 0.86, 0.97, 1.1, 1.18]
    blows = tuple((second, _strike(f"type {i}", 1700 + 90 * (i % 4), 30)) for i, second in enumerate(beat))
    return _sequence(blows, 1.3)


def _room() -> Wave:
    """Two seconds of ventilation and mains hum whose end runs into its beginning."""
    count, overlap = RATE_HZ * 2, RATE_HZ // 2
    air = _softened(_softened(_noise("room", count + overlap), 0.05), 0.05)
    hum = 2 * math.pi * 60 / RATE_HZ  # 120 whole turns in two seconds
    wave = [value + 0.05 * math.sin(hum * i) for i, value in enumerate(air)]
    for i in range(overlap):  # the tail fades over the head, so that the seam is not heard
        share = i / overlap
        wave[i] = wave[i] * share + wave[count + i] * (1 - share)
    return wave[:count]


_WAVES: Mapping[Cue, Callable[[], Wave]] = {
    "key": _key,
    "relay": _relay,
    "paper": _paper,
    "teletype": _teletype,
    "room": _room,
}
_LEVELS: Mapping[Cue, float] = {"key": 0.5, "relay": 0.6, "paper": 0.45, "teletype": 0.7, "room": 0.25}
