"""What is said when a scenario is read again during play."""

ENGLISH = {
    "reload.done": "The scenario has been read again; the play stands at the same turn.",
    "reload.kept": "The rules stay as they were: {reason}",
    "reload.problems.one": "The rules stay as they were: the scenario has a problem.\n\n{problems}",
    "reload.problems.other": "The rules stay as they were: the scenario has {count} problems. The first of them:\n\n{problems}",
    "reload.players-gone": "a side that a person plays is no longer there, or may not be taken",
}
