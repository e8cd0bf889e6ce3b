"""Headings for what a side learns, and where on the map it lies."""

ENGLISH = {
    "view.seen": "What was seen of {side}",
    "view.seen-incident": "What befell",
    "view.near": "at {city}",
    "view.away": "about {length} km {direction} of {city}",
    "view.direction.n": "north",
    "view.direction.ne": "north-east",
    "view.direction.e": "east",
    "view.direction.se": "south-east",
    "view.direction.s": "south",
    "view.direction.sw": "south-west",
    "view.direction.w": "west",
    "view.direction.nw": "north-west",
    "view.news": "News",
    "view.left-to-record": "Not asked in this cut: {title}",
    "view.left-to-record.choice": "It fell to the record: {choice}",
}
