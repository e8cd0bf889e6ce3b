"""What the charts of the meters say."""

ENGLISH = {
    "charts.title": "How things stood, hour by hour",
    "charts.note": "Neither end is good. The words are steps; no sum is made of them.",
    "charts.ends": "Between {low} and {high}",
    "charts.this-road": "On this road",
    "charts.the-record": "In the record",
    "charts.still": "{word} throughout",
    "charts.way": "{word} at first; {changes}",
    "charts.change": "{clock}: {word}",
}
