"""What a layout is made for: a window's size, the reader's settings, the words and the fonts."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.messages import Words
from game.window.bindings import MOVING
from game.window.faces import Face
from game.window.fonts import BODY, FontBook, Type, plain_face
from game.window.settings import AS_SHIPPED, Settings
from game.window.text import width, wrap
from game.window.theme import HIGH_CONTRAST, WARM, Palette

LINE_SPACING = 1.5
_LEAST_UNIT = 0.6  # body text of 17 pixels
_PROJECTOR_SCALE = 38 / 28  # body text of 38 px at 1080, for the back of a classroom


# keys whose names are words; the others are called by the sign that stands on them
_WORDED = frozenset(key for keys in MOVING.values() for key in keys)


@dataclass(frozen=True, slots=True)
class Frame:
    """A window of `width_px` by `height_px` with everything that a layout may ask about it.

    `caption` is the last sound in words, for the strip below every page.
    """

    width_px: int
    height_px: int
    words: Words
    fonts: FontBook = field(repr=False)
    settings: Settings = AS_SHIPPED
    caption: str = ""

    @property
    def unit(self) -> float:
        """The pixels that stand for one pixel of a window 1080 high.

        Narrow windows count by their width. A very small window gets no smaller text: it scrolls.
        """
        return max(min(self.height_px, self.width_px * 3 / 4) / 1080, _LEAST_UNIT)

    def px(self, length: float) -> int:
        """Scale a length of a 1080 window: for gaps, edges and targets, which text size leaves alone."""
        return max(1, round(length * self.unit))

    @property
    def palette(self) -> Palette:
        """The palette that this reader asked for."""
        return HIGH_CONTRAST if self.settings.is_high_contrast else WARM

    def key(self, usual: str) -> str:
        """Give the name of the key that stands for the usual one with this player."""
        return self.key_name(self.settings.bindings.shown(usual)) if usual else ""

    def key_name(self, key: str) -> str:
        """Give what a key is called."""
        return self.words(f"window.keyname.{key.lower().replace(' ', '-')}") if key in _WORDED else key

    def face(self, type_: Type) -> Face:
        """Give the face in which `type_` is set for this reader."""
        return plain_face(type_.face) if self.settings.is_plain else type_.face

    def text_px(self, type_: Type) -> int:
        """Give the size at which `type_` is set.

        Large sizes grow less than body text: a heading at 200 % must still fit beside its page.
        """
        scale = self.settings.text_scale / 100
        if self.settings.is_projector:
            scale *= _PROJECTOR_SCALE
        base = type_.size * self.unit
        return round(
            base * scale if type_.size <= _GROWS_FULLY else base + _GROWS_FULLY * self.unit * (scale - 1)
        )

    def line_px(self, type_: Type) -> int:
        """Give the height of one line; headlines are set closer than text to be read."""
        spacing = LINE_SPACING if type_.size <= _GROWS_FULLY else 1.25
        return round(self.text_px(type_) * spacing)

    def measure(self, text: str, type_: Type) -> int:
        """Give the width of `text` on one line."""
        return width(self.fonts, text, self.face(type_), self.text_px(type_))

    def wrap(self, text: str, type_: Type, widest: int) -> tuple[str, ...]:
        """Break `text` into lines of at most `widest` pixels."""
        return wrap(self.fonts, text, self.face(type_), self.text_px(type_), max(widest, 1))

    @property
    def em(self) -> int:
        """The size of body text."""
        return self.text_px(BODY)

    @property
    def is_narrow(self) -> bool:
        """Claim that two columns of text would be too thin to read; then everything goes into one."""
        return self.width_px < 46 * self.em

    @property
    def is_low(self) -> bool:
        """Claim that fixed bars would leave the page too little room; then they scroll with it."""
        return self.height_px < 24 * self.em


_GROWS_FULLY = 30
