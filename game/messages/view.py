"""Headings for what a side learns."""

ENGLISH = {
    "view.seen": "What was seen of {side}",
    "view.seen-incident": "What befell",
    "view.news": "News",
}
