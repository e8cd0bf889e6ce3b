"""What the debrief says."""

ENGLISH = {
    "debrief.chance": "Chance",
}
