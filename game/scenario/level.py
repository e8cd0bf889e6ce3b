"""The levels at which a reader can have a text, the easier first."""

from __future__ import annotations

from typing import Literal

Level = Literal["brief", "standard"]
LEVELS: tuple[Level, ...] = ("brief", "standard")
USUAL_LEVEL: Level = "standard"
