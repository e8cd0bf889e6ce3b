"""What saves are called."""

ENGLISH = {
    "slot.comma": ", ",
    "slot.autosave": "Kept after every turn",
    "slot.quick": "Quick save",
    "slot.before-rolling-back": "Before rolling back",
    "slot.before-loading": "Before loading",
    "slot.earlier": "An earlier play",
    "slot.heading": "Saves, newest first",
    "slot.none": "Nothing is saved yet.",
    "slot.of": "{scenario}, {sides}",
    "slot.at": "{clock}: {where}",
    "slot.written": "Saved",
    "slot.stands": "Stands at",
    "slot.play": "A play of",
    "slot.load": "To load it",
    "slot.load-command": 'watershed play {scenario} --load "{name}"',
    "slot.backup": "The save before it is whole",
}
