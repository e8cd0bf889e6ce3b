"""What the other desks say of the same hours."""

ENGLISH = {
    "hours.title": "The same hours from the other desks",
    "hours.between": "From {since} to {until} on the clock of {side}, which was to decide: {title}",
    "hours.until": "From the beginning to {until} on the clock of {side}, which was to decide: {title}",
    "hours.desk": "{name}, where it was {clock}",
    "hours.saw": "Saw",
    "hours.seen": "{about}: {text}",
    "hours.believed": "Believed",
    "hours.did": "Decided",
    "hours.deed": "{clock}, {title}: {choice}",
    "hours.nothing": "Nothing is told of this desk in these hours.",
    "hours.letters": "On their way in these hours",
    "hours.ends": "Between",
    "hours.from-to": "{sender} to {recipient}",
    "hours.sent": "Sent",
    "hours.received": "Received",
    "hours.crossed": "Crossed on the way with",
}
