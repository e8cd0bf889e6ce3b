"""A comparison of two versions as text for an author, and as JSON for a program."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence

from game.analysis.compare import Difference, EndingShift
from game.analysis.finding import Finding
from game.analysis.render import finding_json, percent, table
from game.analysis.stage import POLICIES
from game.messages import Words


def difference_text(found: Difference, names: tuple[str, str], saves: Sequence[str], words: Words) -> str:
    """Give what differs in sections; a section without a difference is left out. `saves` are sentences."""
    title = found.after.question.scenario.title.standard
    head = [words("diff.title", title=title, old=names[0], new=names[1])]
    if not found.is_finished:
        head.append(words("diff.unfinished"))
    head.append(_counts(found, words))
    sections = [section for section in _sections(found, words) if len(section) > 1]
    if not sections:
        head.append(words("diff.same"))
    if saves:
        sections.append([words("diff.saves"), *(f"  {line}" for line in saves)])
    return "\n\n".join("\n".join(lines) for lines in (head, *sections)) + "\n"


def _counts(found: Difference, words: Words) -> str:
    def plays(count: int | None) -> str:
        return "?" if count is None else f"{count:,}"

    return words(
        "diff.counts",
        states_before=f"{found.before.state_count:,}",
        states_after=f"{found.after.state_count:,}",
        plays_before=plays(found.before.playthrough_count),
        plays_after=plays(found.after.playthrough_count),
    )


def _sections(found: Difference, words: Words) -> Iterator[list[str]]:
    for policy in POLICIES:
        if found.distance[policy] > 0:
            yield _endings(found, policy, words)
    yield [words("diff.parts"), *(f"  {words(f'diff.{part.kind}', path=part.path)}" for part in found.parts)]
    effects = (
        words(
            "diff.effect",
            decision=shift.decision,
            option=shift.option,
            before=f"{shift.before:.3f}",
            after=f"{shift.after:.3f}",
        )
        for shift in found.effects
    )
    yield [words("diff.effects"), *(f"  {line}" for line in effects)]
    yield [words("diff.fresh"), *(_finding(one, words) for one in found.fresh)]
    yield [words("diff.gone"), *(_finding(one, words) for one in found.gone)]
    yield [words("diff.line"), *_line(found, words)]


def _finding(finding: Finding, words: Words) -> str:
    values = {"place": finding.place, "severity": finding.severity, "code": finding.code}
    return "  " + words("explore.finding", message=finding.message(words), **values)


def _endings(found: Difference, policy: str, words: Words) -> list[str]:
    rows = []
    for shift in found.endings:
        before, after = _share(shift.before, policy, words), _share(shift.after, policy, words)
        if before != after:
            rows.append([shift.id, before, after])
    distance = f"{found.distance[policy]:.3f}"
    return [words("diff.endings", policy=policy, distance=distance), *([table(rows, 3)] if rows else [])]


def _share(odds: Mapping[str, float] | None, policy: str, words: Words) -> str:
    return words("diff.absent") if odds is None else percent(odds[policy])


def _line(found: Difference, words: Words) -> Iterator[str]:
    old, new = found.line
    for code, first, last, start, end in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if code != "equal":
            yield from (f"  {words('diff.line-was', turn=turn)}" for turn in old[first:last])
            yield from (f"  {words('diff.line-is', turn=turn)}" for turn in new[start:end])


def difference_json(found: Difference, saves: Mapping[str, object], words: Words) -> str:
    """Give all of it, whether it differs or not."""

    def ending(shift: EndingShift) -> dict[str, object]:
        return {"before": shift.before, "after": shift.after}

    document = {
        "finished": found.is_finished,
        "states": [found.before.state_count, found.after.state_count],
        "playthroughs": [
            None if one.playthrough_count is None else str(one.playthrough_count)
            for one in (found.before, found.after)
        ],
        "distance": found.distance,
        "endings": {shift.id: ending(shift) for shift in found.endings},
        "parts": [{"kind": part.kind, "path": part.path} for part in found.parts],
        "effects": [
            {"decision": s.decision, "option": s.option, "before": s.before, "after": s.after}
            for s in found.effects
        ],
        "new-findings": [finding_json(finding, words) for finding in found.fresh],
        "mended-findings": [finding_json(finding, words) for finding in found.gone],
        "record-line": {"before": found.line[0], "after": found.line[1]},
        "saves": saves,
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
