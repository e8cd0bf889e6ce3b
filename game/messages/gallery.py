"""The gallery of endings: what was met, and no more than how much was not."""

ENGLISH = {
    "gallery.heading": "Endings met: {scenario}",
    "gallery.none-met": "No ending has been met here yet.",
    "gallery.all-met": "Every ending of this scenario has been met.",
    "gallery.unmet.one": "{count} ending has not been met.",
    "gallery.unmet.other": "{count} endings have not been met.",
    "gallery.in-phase": "{count} Roads lead there in the phase '{first}'.",
    "gallery.between-phases": "{count} Roads lead there from the phase '{first}' to the phase '{last}'.",
}
