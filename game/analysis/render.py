"""An exploration as text for an author, and as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from game.analysis.finding import Finding
from game.analysis.interpretations import InterpretationOdds, apart
from game.analysis.lengths import Length
from game.analysis.reading import WORDS_A_MINUTE, Reading
from game.analysis.results import DecisionOdds, EndingOdds, Exploration
from game.analysis.stage import POLICIES
from game.messages import Words

Row = Sequence[str]


def render_json(
    found: Exploration, compared: Sequence[InterpretationOdds], findings: Sequence[Finding], words: Words
) -> str:
    """Give the exploration as JSON, with the keys that the manual promises."""
    document = {
        "states": found.state_count,
        "transitions": found.transition_count,
        "playthroughs": None if found.playthrough_count is None else str(found.playthrough_count),
        "seconds": round(found.seconds, 4),
        "finished": found.verdict == "complete",
        "endings": {
            name: {
                "probability": ending.probability[found.policy],
                "shortest": None if ending.shortest is None else list(ending.shortest),
            }
            for name, ending in found.endings.items()
        },
        "decisions": {name: _decision_json(decision) for name, decision in found.decisions.items()},
        "meters": {
            name: dict(zip(("min", "max"), reach or (None, None), strict=True))
            for name, reach in found.meters.items()
        },
        "luck": None if found.luck is None else asdict(found.luck),
        "turns": None if found.lengths is None else _length_json(found.lengths.turns),
        "asked": None if found.lengths is None else _length_json(found.lengths.asked),
        "words": None if found.reading is None else _reading_json(found.reading),
        "cut": found.question.cut,
        "interpretation": found.question.interpretation,
        "interpretations": {
            one.id: {"endings": dict(one.endings), "distance": one.distance} for one in compared
        },
        "findings": [finding_json(finding, words) for finding in findings],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _decision_json(decision: DecisionOdds) -> dict[str, object]:
    options = {
        name: {"offered": option.offered, "probability": option.probability, "effect": option.effect}
        for name, option in decision.options.items()
    }
    return {"reached": decision.reached, "options": options}


def _length_json(length: Length) -> dict[str, object]:
    least, most = length.range
    return {
        "mean": length.mean,
        "min": least,
        "max": most,
        "quartiles": [length.quantile(share) for share in (0.25, 0.5, 0.75)],
        "odds": {str(number): odds for number, odds in enumerate(length.odds) if odds > 0},
    }


def _reading_json(reading: Reading) -> dict[str, object]:
    counts = {"mean": reading.mean, "min": reading.least, "max": reading.most}
    return {**counts, "minutes": {name: count / WORDS_A_MINUTE for name, count in counts.items()}}


def finding_json(finding: Finding, words: Words) -> dict[str, object]:
    return {
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message(words),
        "playthrough": None if finding.witness is None else list(finding.witness),
        "sides": list(finding.seated),
    }


def render_text(
    found: Exploration, compared: Sequence[InterpretationOdds], findings: Sequence[Finding], words: Words
) -> str:
    """Give the exploration as plain tables, at most as wide as their longest words."""
    sections = [
        _summary(found, words),
        _endings(found, words),
        _interpretations(found, compared, words),
        _ways(found, words),
        _decisions(found, words),
        _meters(found, words),
        _luck(found, words),
        _findings(findings, words),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _summary(found: Exploration, words: Words) -> str:
    scenario = found.question.scenario
    playing = [side.name.standard for side in scenario.sides.values() if side.id in found.question.playing]
    lines = [
        words("explore.title", title=scenario.title.standard, policy=words(f"explore.{found.policy}")),
        words("explore.who-side", side=", ".join(playing)) if playing else words("explore.who-none"),
        *_beforehand(found, words),
        words(
            f"explore.{found.verdict}",
            states=f"{found.state_count:,}",
            transitions=f"{found.transition_count:,}",
            playthroughs="?" if found.playthrough_count is None else f"{found.playthrough_count:,}",
            seconds=f"{found.seconds:.2f}",
        ),
    ]
    if found.verdict != "stopped":
        lines.append(_turns(found, words))
    if found.reading is not None and found.reading.most:
        lines.append(_reading(found.reading, words))
    if found.dead_end[found.policy] > 0:
        lines.append(words("explore.dead-end", probability=percent(found.dead_end[found.policy])))
    return "\n".join(lines)


def _beforehand(found: Exploration, words: Words) -> Iterator[str]:
    """Say which cut is played and which interpretation holds, where the scenario has such."""
    scenario, question = found.question.scenario, found.question
    if question.cut is not None:
        yield words("explore.cut", name=scenario.cuts[question.cut].name.standard)
    if question.interpretation is not None:
        name = scenario.interpretations[question.interpretation].name.standard
        yield words("explore.interpretation", name=name)


def _turns(found: Exploration, words: Words) -> str:
    mean = f"{found.turns[found.policy]:.1f}"
    if found.turn_range is None:
        return words("explore.turns", turns=mean)
    fewest, most = found.turn_range
    line = words("explore.turns-range", turns=mean, fewest=fewest, most=most)
    if found.lengths is None:
        return line
    turns, asked = found.lengths.turns, found.lengths.asked
    more = words("explore.turns-odds", turns=_span(turns), most=turns.quantile(0.9), asked=_span(asked))
    return f"{line}\n{more}"


def _reading(reading: Reading, words: Words) -> str:
    counts = {"mean": reading.mean, "least": reading.least, "most": reading.most}
    minutes = {f"{name}_aloud": _rounded(count / WORDS_A_MINUTE) for name, count in counts.items()}
    return words("explore.reading", **{name: f"{count:,.0f}" for name, count in counts.items()}, **minutes)


def _rounded(minutes: float) -> str:
    return f"{minutes:.1f}" if minutes < 10 else f"{minutes:.0f}"


def _span(length: Length) -> str:
    """Give the middle half of the numbers, or the one number that it is."""
    low, high = length.quantile(0.25), length.quantile(0.75)
    return str(low) if low == high else f"{low}–{high}"


def _endings(found: Exploration, words: Words) -> str:
    # what a search adds to the columns depends on how it ended
    more = {"complete": ("least", "most"), "thinned": ("error",), "stopped": ()}[found.verdict]
    rows = [[words(f"explore.{name}") for name in ("ending", *POLICIES, *more, "turn-count")]]
    for name, ending in found.endings.items():
        if ending.reach != "reached":
            rows.append([name, words(f"explore.{ending.reach}")])
            continue
        mark = "≥ " if found.verdict == "stopped" and ending.error is None else ""
        row = [name, *(mark + percent(ending.probability[policy]) for policy in POLICIES)]
        if ending.extremes is not None:
            row += [percent(share) for share in ending.extremes]
        elif found.verdict == "thinned":
            row.append(_error(ending, found.policy))
        rows.append([*row, "" if ending.shortest is None else str(len(ending.shortest))])
    rows_shown = table(rows, len(rows[0]))
    note = "\n" + words("explore.endings-note") if found.verdict == "complete" else ""
    return f"{words('explore.endings')}\n{rows_shown}{note}"


def _error(ending: EndingOdds, policy: str) -> str:
    return "" if ending.error is None else f"± {percent(ending.error[policy])}"


def _interpretations(found: Exploration, compared: Sequence[InterpretationOdds], words: Words) -> str:
    scenario = found.question.scenario
    if not scenario.interpretations:
        return ""
    if not compared:
        return f"{words('explore.interpretations')}\n  {words('explore.interpretations-unknown')}"
    rows = [[words("explore.ending"), *(one.id for one in compared), words("explore.apart")]]
    for name in found.endings:
        shares = [percent(one.endings[name]) for one in compared]
        rows.append([name, *shares, percent(apart(compared, name))])
    rows.append([words("explore.distance"), *(percent(one.distance) for one in compared)])
    values = {"policy": words(f"explore.{found.policy}"), "name": found.question.interpretation}
    note = words("explore.interpretations-note", **values)
    return f"{words('explore.interpretations')}\n{table(rows, len(rows[0]))}\n{note}"


def _ways(found: Exploration, words: Words) -> str:
    ways = {name: ending.shortest for name, ending in found.endings.items() if ending.shortest is not None}
    lines = [words("explore.way", name=name, ids=",".join(way)) for name, way in ways.items()]
    head = words("explore.shortest") if found.verdict == "complete" else words("explore.ways")
    return "\n".join([head, *lines]) if lines else ""


def _decisions(found: Exploration, words: Words) -> str:
    names = ("option", "met", "offered", "taken", "effect")
    rows: list[Row] = [[words(f"explore.{name}") for name in names]]
    for name, decision in found.decisions.items():
        is_met = decision.reach == "reached"
        rows.append([name, percent(decision.reached) if is_met else words(f"explore.{decision.reach}")])
        if not is_met:
            continue
        for option_id, option in decision.options.items():
            effect = "" if option.effect is None else f"{option.effect:.3f}"
            row = [f"  {option_id}", "", percent(option.offered), percent(option.probability), effect]
            rows.append(row)
    note = words("explore.effect-note")
    return f"{words('explore.decisions')}\n{table(rows, len(names))}\n{note}"


def _meters(found: Exploration, words: Words) -> str:
    if not found.meters:
        return ""
    rows: list[Row] = [[words("explore.meter"), words("explore.reach")]]
    for name, reach in found.meters.items():
        rows.append([name, words("explore.unknown") if reach is None else " – ".join(reach)])
    return f"{words('explore.meters')}\n{table(rows, 1)}"


def _luck(found: Exploration, words: Words) -> str:
    luck = found.luck
    if luck is None:
        return ""
    lines = [words("explore.luck")]
    if luck.spread <= 0:
        lines.append(words("explore.luck-none"))
    else:
        lines.append(words("explore.luck-spread", spread=percent(luck.spread)))
        shares = (("player", luck.player), ("others", luck.others), ("chance", luck.chance))
        # what only rounding left of turns that move nothing (say 5e-31) is the nothing it is
        settled = [(name, part if part >= 1e-12 else 0.0) for name, part in shares]
        rows = [[words(f"explore.luck-{name}"), percent(part / luck.spread)] for name, part in settled]
        lines.append(table(rows, 2))
    return "\n".join(lines)


def _findings(findings: Sequence[Finding], words: Words) -> str:
    lines = [words("explore.findings")]
    for finding in findings:
        message = finding.message(words)
        values = {"place": finding.place, "severity": finding.severity, "code": finding.code}
        lines.append(words("explore.finding", message=message, **values))
        if finding.witness:
            ids = ",".join(finding.witness)
            if finding.seated:
                sides = " --side ".join(finding.seated)
                lines.append(words("explore.witness-seated", sides=sides, ids=ids))
            else:
                lines.append(words("explore.witness", ids=ids))
    if not findings:
        lines.append(words("explore.no-findings"))
    return "\n".join(lines)


def percent(share: float) -> str:
    """Give a share as a percentage: two decimals, and never 0 or 100 for what is only nearly so."""
    percent = share * 100
    if 0 < percent < 0.01:
        return f"{percent:.1e} %"
    if 99.995 <= percent < 100 - 1e-9:
        return "> 99.99 %"
    return f"{percent:.2f} %"


def table(rows: Sequence[Row], number_columns: int) -> str:
    """Give rows as columns: the first to the left, those up to `number_columns` to the right."""
    widths = [max(len(row[at]) for row in rows if at < len(row)) for at in range(max(map(len, rows)))]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if 0 < at < number_columns else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=False))
        ]
        lines.append(("  " + "  ".join(cells)).rstrip())
    return "\n".join(lines)
