"""What is said of a transcript that cannot be read, or that today's rules replay differently."""

ENGLISH = {
    "save.not-a-save": "this is no transcript of a playthrough",
    "save.too-new": "this transcript has format {found}; this version of the game reads up to {known}",
    "save.other-scenario": "this transcript belongs to the scenario '{found}', not to '{wanted}'",
    "save.changed": (
        "the scenario's rules have changed since this was saved: at turn {turn} ('{decision}', choice '{option}')"
        " it led to {then}, now to {now}"
    ),
    "save.gone": (
        "the scenario's rules have changed since this was saved: turn {turn} ('{decision}', choice '{option}')"
        " can no longer be played; the last valid turn is {valid} of {count}"
    ),
}
