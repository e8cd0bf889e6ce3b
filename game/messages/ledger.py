"""What the ledger says."""

ENGLISH = {
    "ledger.title": "What nobody at that desk could know",
    "ledger.note": "Facts of the record beside what a desk believed at the hour. The author says what was believed and learned; the ledger claims no more.",
    "ledger.empty": "The record of this scenario does not say what a desk did not know.",
    "ledger.side": "The ledger of {side}",
    "ledger.after-parting": "The roads had parted before what follows. It is the record's; on this road it may have been otherwise.",
    "ledger.evidence": "Evidence",
    "ledger.believed": "This desk believed",
    "ledger.known-to": "Known to {side} since",
    "ledger.until": "Until",
    "ledger.until.both": "{learned}; the world learned it in {world}",
    "ledger.until.world-too": "{learned}, when the world learned it too",
    "ledger.until.learned": "{learned}",
    "ledger.until.world": "the world learned it in {world}",
    "ledger.until.cited": "the record used here does not say; of the later sources it cites, the earliest is of {year}",
    "ledger.until.untold": "the record used here does not say",
    "ledger.unknown-at": "Unknown here at",
    "ledger.hour": "turn {turn}, {title}",
}
