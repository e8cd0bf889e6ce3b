"""The words for how far evidence carries, how probable a thing was, and how good the evidence is."""

ENGLISH = {
    "evidence.grade.A": "Documented",
    "evidence.grade.B": "Planned or promised",
    "evidence.grade.C": "Argued by historians",
    "evidence.grade.D": "Plausible, unattested",
    "evidence.grade.E": "Game device",
    "evidence.grade": "{letter}: {name}",
    "evidence.likelihood.almost-certain": "almost certain",
    "evidence.likelihood.probable": "probable",
    "evidence.likelihood.about-even": "about even",
    "evidence.likelihood.probably-not": "probably not",
    "evidence.likelihood.almost-certainly-not": "almost certainly not",
    "evidence.confidence.low": "low confidence",
    "evidence.confidence.moderate": "moderate confidence",
    "evidence.confidence.high": "high confidence",
    "evidence.horizon": "The record cannot carry us further.",
    "evidence.status.established": "established",
    "evidence.status.disputed": "disputed",
    "evidence.status.contradicted": "contradicted by the record",
}
