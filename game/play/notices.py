"""What a side has learned, turn by turn: its own consequences, what it saw of others, and late news.

The consequence of what another side or chance did is for the debrief: a desk knows of it what the
author lets it see, and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from game.play.playthrough import Playthrough, Turn
from game.play.shown import sources
from game.play.view import NoticeView, Reader
from game.scenario.model import Scenario

_LATE = datetime.max.replace(tzinfo=UTC)


def notices(play: Playthrough, side: str, reader: Reader) -> tuple[NoticeView, ...]:
    """Give all that `side` has learned so far, in the order in which it came.

    What is seen at a later moment comes with the turn whose clock reaches that moment; an ending
    brings all that was still on its way.
    """
    found = [
        (arrived, number, notice)
        for number, turn in enumerate(play.turns)
        for arrived, notice in _of_turn(play, number, turn, side, reader)
        if arrived < len(play.turns)
    ]
    return tuple(notice for _, _, notice in sorted(found, key=lambda entry: entry[:2]))


def _of_turn(
    play: Playthrough, number: int, turn: Turn, side: str, reader: Reader
) -> Iterator[tuple[int, NoticeView]]:
    scenario = play.scenario
    decision = scenario.decisions[turn.decision]
    option = decision.options[turn.option]
    if decision.side == side:
        if turn.by == "record":
            heading = reader.words("view.left-to-record", title=reader.texts(decision.title))
            text = reader.words("view.left-to-record.choice", choice=reader.texts(option.text))
            yield number, NoticeView(number, "record", heading, text, "", "", "", "", ())
        notice = _consequence(scenario, number, turn, reader)
        if notice is not None:
            yield number, notice
    for sighting in option.sees:
        if sighting.side == side:
            arrived = _arrival(play, number, sighting.at)
            heading = reader.words("view.seen-incident")
            if not decision.is_incident:
                heading = reader.words("view.seen", side=reader.texts(scenario.sides[decision.side].name))
            text = reader.texts(sighting.text)
            document = sighting.document or ""
            yield arrived, NoticeView(arrived, "sighting", heading, text, document, "", "", "", ())
    for delayed in (scenario.delayed[later] for later in option.later):
        if delayed.text is not None and (delayed.to is None or side in delayed.to):
            arrived = _arrival(play, number, delayed.due)
            text, heading = reader.texts(delayed.text), reader.words("view.news")
            yield arrived, NoticeView(arrived, "news", heading, text, "", "", "", "", ())


def _consequence(scenario: Scenario, number: int, turn: Turn, reader: Reader) -> NoticeView | None:
    decision = scenario.decisions[turn.decision]
    option = decision.options[turn.option]
    consequence = option.consequence(turn.after.values)
    if consequence is None:
        return None
    return NoticeView(
        number,
        "consequence",
        reader.texts(option.text),
        reader.texts(consequence.text),
        "",
        consequence.grade or "",
        consequence.likelihood or "",
        consequence.confidence or "",
        sources(scenario, consequence.sources, reader),
    )


def _arrival(play: Playthrough, number: int, moment: datetime | None) -> int:
    """Give the number of the turn that brings what is seen at `moment`, past the last if none yet."""
    if moment is None:
        return number
    for later in range(number, len(play.turns)):
        decision = play.scenario.decisions.get(play.turns[later].after.at)
        if (decision.at if decision else _LATE) >= moment:
            return later
    return len(play.turns)
