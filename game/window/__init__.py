"""The window: papers on a lit table below a dim plotting wall, drawn with pygame.

`game.window.app.run` opens it. Screens are laid out without a display; only `painter` draws.
"""

import os

# Before anything here imports pygame: its greeting would stand in the middle of JSON on stdout.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
