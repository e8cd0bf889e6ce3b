"""The audit of scenarios as a file: every claim with its sources, as text or as CSV by the file's ending."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.advice.claims import Claim, claims, lacking
from game.cli.shell import Shell
from game.messages import Words
from game.scenario.model import Scenario
from game.store import write_text

_COLUMNS = (
    "scenario",
    "file",
    "line",
    "kind",
    "id",
    "date",
    "text",
    "status",
    "confidence",
    "sources",
    "lacks",
)
_FORMULA = tuple("=+-@\t\r")


def write_audit(scenarios: Sequence[Scenario], file: Path, shell: Shell) -> int:
    """Write the audit of `scenarios` to `file`, say so, and count the claims that lack something."""
    found = [(scenario, claim) for scenario in scenarios for claim in claims(scenario)]
    as_file = audit_csv if file.suffix.lower() == ".csv" else audit_text
    write_text(file, as_file(found, shell.words))
    short = len(lacking(claim for _, claim in found))
    shell.say("audit.written", count=len(found), lacking=short, path=file)
    return short


Found = Iterable[tuple[Scenario, Claim]]


def audit_csv(found: Found, words: Words) -> str:
    """Give the claims as a table; a cell that a spreadsheet would compute is kept as text."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(words(f"audit.column.{name}") for name in _COLUMNS)
    for scenario, claim in found:
        table.writerow(_inert(cell) for cell in _cells(scenario, claim, words))
    return out.getvalue()


def _cells(scenario: Scenario, claim: Claim, words: Words) -> tuple[str, ...]:
    return (
        scenario.id,
        claim.place.file,
        str(claim.place.line),
        words(f"audit.kind.{claim.kind}"),
        claim.path,
        claim.date,
        claim.text,
        claim.status,
        claim.confidence,
        _rests_on(claim, words),
        _lacks(claim, words),
    )


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _rests_on(claim: Claim, words: Words) -> str:
    return "; ".join(claim.sources) if claim.cited is None else words.count("audit.cited", claim.cited)


def _lacks(claim: Claim, words: Words) -> str:
    return "; ".join(words(f"audit.lacks.{key}") for key in claim.lacks)


def audit_text(found: Found, words: Words) -> str:
    """Give the claims as text, one paragraph each; what they lack stands at the end, and is counted."""
    rows = list(found)
    lines: list[str] = []
    for _, claim in rows:
        told = (claim.date, claim.status, claim.confidence)
        known = ", ".join(part for part in told if part)
        kind = words(f"audit.kind.{claim.kind}")
        lines.append(words("audit.claim", place=claim.place, kind=kind, id=claim.path, known=known))
        lines += [f"    {claim.text}", f"    {_rests_on(claim, words)}"]
        if claim.lacks:
            lines.append("    " + words("audit.lacking", lacks=_lacks(claim, words)))
    short = [claim for _, claim in rows if claim.lacks]
    lines += ["", words("audit.sum", count=len(rows), lacking=len(short))]
    lines += [f"{claim.place}: {claim.path}: {_lacks(claim, words)}" for claim in short]
    return "\n".join(lines) + "\n"
