"""What is said of a scenario that cannot be played."""

ENGLISH = {
    "library.scenario-faulty": "{name} cannot be played: its problems, in all {count}, are listed by 'watershed check'",
}
