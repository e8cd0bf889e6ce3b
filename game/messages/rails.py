"""What the two rails say."""

ENGLISH = {
    "rails.title": "Two rails: this road and the record",
    "rails.note": "In the order of the story's clock. Where the roads are one, one choice stands; where they part, two.",
    "rails.tie": "{clock}. {side}: {title} ({way})",
    "rails.joined": "both roads, one choice",
    "rails.parted": "both roads, two choices",
    "rails.here": "this road alone",
    "rails.record": "the record alone",
    "rails.both": "On both roads",
    "rails.this-road": "On this road",
    "rails.the-record": "In the record",
    "rails.graded": "{text} (evidence {letter})",
}
