"""Names of files, made of what a player or an author called something."""

from __future__ import annotations

import unicodedata

_NAME_LIMIT = 120  # bytes; with what is appended it stays below the 255 that disks allow
# names that Windows gives to devices, whatever the suffix
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def file_name(name: str) -> str:
    """Make a file name of `name` that every disk takes: letters, marks and digits of any script, hyphens."""
    kept = (
        letter if unicodedata.category(letter)[0] in "LMN" else "-"
        for letter in unicodedata.normalize("NFC", name)
    )
    words = [word for word in "".join(kept).split("-") if word]
    short = "-".join(words).encode()[:_NAME_LIMIT].decode(errors="ignore") or "save"
    return f"{short}-" if short.lower() in _DEVICES else short
