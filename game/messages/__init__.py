"""Every sentence that a person sees, found by a stable key.

A key is `<module>.<name>`: `check.unknown-key` stands in `game/messages/check.py`, in the mapping
`ENGLISH`. A module of sentences is imported when its first sentence is asked for, so a command pays
only for what it says. Another language is a mapping from the same keys (a gettext catalogue with the
key as its context); what it lacks is said in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module

LANGUAGES = ("en",)
"""The languages that are installed."""

_SLOT = re.compile(r"\{([a-z_]+)\}")


def fill(template: str, values: Mapping[str, object]) -> str:
    """Put `values` into the named slots of `template`.

    Only `{name}` is understood: an author's or translator's text never reaches `str.format`, whose
    attribute look-ups and widths are a way in. Raises KeyError for a slot without a value.
    """
    return _SLOT.sub(lambda slot: str(values[slot[1]]), template)


class Words:
    """The sentences of one language, called with a key and the values for its slots."""

    def __init__(self, language: str = "en", translations: Mapping[str, str] | None = None) -> None:
        self.language = language
        self._translations = translations or {}

    def __call__(self, key: str, /, **values: object) -> str:
        """Give the sentence `key`. Raises KeyError where English has none: that is a fault of ours."""
        template = self._translations.get(key)
        return fill(english(key) if template is None else template, values)

    def count(self, key: str, count: int, /, **values: object) -> str:
        """Give the sentence `key.one` or `key.other` for `count`, which fills `{count}`."""
        form = "one" if count == 1 else "other"
        return self(f"{key}.{form}", count=count, **values)


def english(key: str) -> str:
    """Give the English template of `key`."""
    module = import_module(f"game.messages.{key.partition('.')[0]}")
    template: str = module.ENGLISH[key]
    return template
