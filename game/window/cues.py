"""What is heard and when: a sound for a press, a paper or news, told from what the screen was and is now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from game.window.settings import Channel

Cue = Literal["key", "relay", "paper", "teletype", "room"]

CHANNEL: Mapping[Cue, Channel] = {
    "key": "interface",
    "relay": "interface",
    "paper": "papers",
    "teletype": "papers",
    "room": "room",
}
_ARRIVING: Mapping[str, Cue] = {
    "paper": "paper",
    "file": "paper",
    "briefing": "paper",
    "log": "paper",
    "consequence": "teletype",
    "handover": "relay",
    "seal": "relay",
}


def heard(before: str, after: str) -> Cue:
    """Give the sound of a press that led from one address to another, or stayed."""
    kind = after.partition(":")[0]
    return _ARRIVING.get(kind, "key") if before != after else "key"


def tried(channel: str) -> Cue:
    """Give the sound by which a channel's volume is tried."""
    first: Mapping[str, Cue] = {"interface": "key", "papers": "paper"}
    return first.get(channel, "room")
