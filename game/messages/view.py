"""Headings for what a side learns."""

ENGLISH = {
    "view.seen": "What was seen of {side}",
    "view.seen-incident": "What befell",
    "view.news": "News",
    "view.left-to-record": "Not asked in this cut: {title}",
    "view.left-to-record.choice": "It fell to the record: {choice}",
}
