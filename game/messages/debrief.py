"""What the debrief says."""

ENGLISH = {
    "debrief.chance": "Chance",
    "debrief.title": "{scenario}: this playthrough beside the record",
    "debrief.unfinished": "This playthrough was left after {count} turns, before an ending.",
    "debrief.this-ending": "This ending",
    "debrief.record-ending": "The record's ending",
    "debrief.no-divergence": "No divergence: every choice and every outcome is that of the record.",
    "debrief.divergence": (
        "Divergence at turn {turn} ({clock}, {side}: {title}). Here: {chosen} In the record: {historical}"
    ),
    "debrief.divergence-unrecorded": (
        "Divergence at turn {turn} ({clock}, {side}: {title}). Here: {chosen} The record never came to this point."
    ),
    "debrief.steps": "Decision point by decision point",
    "debrief.steps-note": "The record is what happened. It is not the right answer, and nothing here is marked.",
    "debrief.step": "{clock}. {side}: {title}",
    "debrief.chosen": "Chosen here",
    "debrief.chosen-as-record": "Chosen here, as in the record",
    "debrief.chosen-unsettled": "Drawn here; the record does not settle which it was",
    "debrief.historical": "In the record",
    "debrief.never-came": "The record never came to this decision point.",
    "debrief.why": "Why the record went so",
    "debrief.followed": "What followed here",
    "debrief.evidence": "Evidence",
    "debrief.mechanism": "How it would come about",
    "debrief.against": "What speaks against it",
    "debrief.sources": "Sources",
    "debrief.dimensions": "How it ended, beside the record",
    "debrief.same": "Here and in the record",
    "debrief.here": "Here",
    "debrief.record": "In the record",
    "debrief.how-evidenced": "How well this road is evidenced",
    "debrief.turns": "turns {turns}",
    "debrief.facts": "The record, fact by fact",
    "debrief.fact": "{date}. {text}",
    "debrief.fact-status": "{status}; {confidence}",
    "debrief.accounts-differ": "Accounts differ",
    "debrief.believed": "What {side} believed then",
    "debrief.learned": "Learned by {side}",
    "debrief.world": "the world",
    "debrief.of": "Playthrough {number} of {count}",
}
