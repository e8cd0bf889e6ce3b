"""How the small pictures beside saves look: framed as a print, or an empty mount where there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from io import BytesIO

import pygame

from game.window.brush import Brush
from game.window.widgets import Picture, Widget


def _picture(brush: Brush, widget: Widget) -> None:
    box, px = widget.box, brush.frame.px
    brush.fill(box, brush.palette.room)
    image = _opened(widget.figure.png) if isinstance(widget.figure, Picture) else None
    inner = box.inset(px(5))
    if image is None:
        for share in (0.25, 0.75):
            y = inner.y + int(inner.height * share)
            brush.line(
                (inner.x + inner.width // 4, y), (inner.right - inner.width // 4, y), brush.palette.contour
            )
    else:
        share = min(inner.width / image.get_width(), inner.height / image.get_height())
        size = max(1, int(image.get_width() * share)), max(1, int(image.get_height() * share))
        small = pygame.transform.smoothscale(image, size)
        x, y = inner.x + (inner.width - size[0]) // 2, inner.y + (inner.height - size[1]) // 2
        brush.surface.blit(small, (x, y + brush.dy))
    brush.frame_line(box, brush.palette.ink, max(px(2), 1))


@lru_cache(maxsize=32)
def _opened(png: bytes) -> pygame.Surface | None:
    """Unpack a picture; its sums may be right and its inside still nonsense."""
    try:
        # 24 bits without opacity: the only depth besides 32 that can be scaled smoothly
        image = pygame.image.load(BytesIO(png), "thumbnail.png")
    except pygame.error:
        return None
    plain = pygame.Surface(image.get_size(), depth=24)
    plain.blit(image, (0, 0))
    return plain


LOOKS: Mapping[str, Callable[[Brush, Widget], None]] = {"picture": _picture}
