"""Making a View: what lies on one side's desk now. Secrecy is kept here, once."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from game.play import clock
from game.play.notices import notices
from game.play.playthrough import Playthrough
from game.play.shown import clocks, document, meters, shown_or_empty, sources
from game.play.state import State
from game.play.view import AdviserView, ClockView, EndingView, LogEntry, NoticeView, OptionView, Reader, View
from game.play.wall import hour, wall
from game.scenario.model import DecisionPoint, Option, Scenario


def view(play: Playthrough, side: str, reader: Reader) -> View:
    """Give what `side` may know now. Raises KeyError for a side that the scenario has not."""
    scenario, state = play.scenario, play.state
    seat = scenario.sides[side]
    told = notices(play, side, reader)
    asked = play.asked_turns(side)
    since = asked[-1] if asked else 0
    phases = list(scenario.phases)
    phase = _phase(play)
    base = View(
        scenario=reader.texts(scenario.title),
        side=side,
        side_name=reader.texts(seat.name),
        desk=reader.texts(seat.desk),
        is_deciding=False,
        turn=len(play.turns),
        phase=reader.texts(scenario.phases[phase].name) if phase else "",
        phase_number=phases.index(phase) + 1 if phase else 0,
        phase_count=len(phases),
        clocks=_clocks(play, reader),
        now=_now(play, side, reader),
        place="",
        title="",
        briefing="" if asked else shown_or_empty(seat.briefing, reader),
        situation=(),
        documents=(),
        file=(),
        advisers=(),
        options=(),
        meters=meters(scenario, state, side, reader),
        notices=tuple(notice for notice in told if notice.turn >= since),
        log=_log(play, side, told, reader),
        ending=_ending(scenario, state, reader) if play.is_over else None,
        map=wall(play, side, reader),
    )
    is_deciding = not play.is_over and play.decision.side == side
    return _with_desk(base, play, told, reader) if is_deciding else _with_file(base, play, told, reader)


def _with_desk(base: View, play: Playthrough, told: tuple[NoticeView, ...], reader: Reader) -> View:
    scenario, decision, values = play.scenario, play.decision, play.state.values
    now = [desk.document for desk in decision.documents if desk.when is None or desk.when.holds(values)]
    now += [name for name in _arrived(base.notices) if name not in now]
    earlier = [name for name in _met(play, base.side, told) if name not in now]
    return replace(
        base,
        is_deciding=True,
        place=shown_or_empty(decision.place, reader),
        title=reader.texts(decision.title),
        situation=tuple(reader.texts(beat.text) for beat in decision.situation if beat.is_shown(values)),
        documents=tuple(document(scenario, name, reader) for name in now),
        file=tuple(document(scenario, name, reader) for name in earlier),
        advisers=_advisers(scenario, decision, play.state, reader),
        options=_options(play, decision, reader),
    )


def _with_file(base: View, play: Playthrough, told: tuple[NoticeView, ...], reader: Reader) -> View:
    earlier = _met(play, base.side, told)
    return replace(base, file=tuple(document(play.scenario, name, reader) for name in earlier))


def _arrived(told: tuple[NoticeView, ...]) -> list[str]:
    return list(dict.fromkeys(notice.document for notice in told if notice.document))


def _met(play: Playthrough, side: str, told: tuple[NoticeView, ...]) -> list[str]:
    """Give every document that has lain on this side's desk, oldest first."""
    met: dict[str, None] = {}
    for number, turn in enumerate(play.turns):
        decision = play.scenario.decisions[turn.decision]
        met.update(dict.fromkeys(_arrived(tuple(notice for notice in told if notice.turn == number - 1))))
        if decision.side == side:
            for desk in decision.documents:
                if desk.when is None or desk.when.holds(turn.before.values):
                    met[desk.document] = None
    met.update(dict.fromkeys(_arrived(told)))
    return list(met)


def _phase(play: Playthrough) -> str | None:
    """Give the phase of the last decision point reached."""
    if not play.is_over:
        return play.decision.phase
    return play.scenario.decisions[play.turns[-1].decision].phase if play.turns else None


def _clocks(play: Playthrough, reader: Reader) -> tuple[ClockView, ...]:
    at = hour(play)
    return () if at is None else clocks(play.scenario, at, reader)


def _now(play: Playthrough, side: str, reader: Reader) -> str:
    at = hour(play)
    if at is None:
        return ""
    return clock.short(reader.words, clock.local(at, _zone(play.scenario, side)))


def _zone(scenario: Scenario, side: str) -> str | None:
    city = scenario.sides[side].clock
    return scenario.clocks[city].zone if city else None


def _advisers(
    scenario: Scenario, decision: DecisionPoint, state: State, reader: Reader
) -> tuple[AdviserView, ...]:
    shown = []
    for adviser in decision.advisers:
        if adviser.when is not None and not adviser.when.holds(state.values):
            continue
        person = scenario.people[adviser.person]
        favours = decision.options.get(adviser.favours or "")
        is_open = favours is not None and favours.is_offered(state.values)
        shown.append(
            AdviserView(
                person.id,
                reader.texts(person.name),
                reader.texts(person.role),
                reader.texts(favours.text) if favours is not None and is_open else "",
                reader.texts(adviser.says),
                shown_or_empty(adviser.forecast, reader),
                reader.words(f"evidence.likelihood.{adviser.likelihood}") if adviser.likelihood else "",
                shown_or_empty(adviser.changes_mind, reader),
                sources(scenario, adviser.sources, reader),
            )
        )
    return tuple(shown)


def _options(play: Playthrough, decision: DecisionPoint, reader: Reader) -> tuple[OptionView, ...]:
    def rank(option: Option) -> bytes:
        # A digest, not a generator: the same order at every look, and none that an author could lean on.
        return sha256(f"{play.seed}/{decision.id}/{option.id}".encode()).digest()

    scenario = play.scenario
    return tuple(
        OptionView(
            option.id,
            reader.texts(option.text),
            shown_or_empty(option.case, reader),
            shown_or_empty(option.order, reader),
            tuple(reader.texts(scenario.people[name].name) for name in option.advocates),
            sources(scenario, option.sources, reader),
            tuple(
                (reader.texts(scenario.sides[seen.side].name), reader.texts(seen.text))
                for seen in option.sees
                if seen.foreseen
            ),
        )
        for option in sorted(play.offered(), key=rank)
    )


def _log(play: Playthrough, side: str, told: tuple[NoticeView, ...], reader: Reader) -> tuple[LogEntry, ...]:
    scenario = play.scenario
    own = play.own_turns(side)
    entries = []
    for place, number in enumerate(own):
        turn = play.turns[number]
        decision = scenario.decisions[turn.decision]
        until = own[place + 1] if place + 1 < len(own) else len(play.turns)
        entries.append(
            LogEntry(
                number,
                clock.short(reader.words, clock.local(decision.at, _zone(scenario, side))),
                reader.texts(scenario.phases[decision.phase].name) if decision.phase else "",
                reader.texts(decision.title),
                reader.texts(decision.options[turn.option].text),
                tuple(notice for notice in told if number <= notice.turn < until and notice.kind != "record"),
                turn.by == "record",
            )
        )
    return tuple(entries)


def _ending(scenario: Scenario, state: State, reader: Reader) -> EndingView:
    ending = scenario.endings[state.at]
    return EndingView(
        ending.id,
        reader.texts(ending.title),
        tuple(reader.texts(beat.text) for beat in ending.text if beat.is_shown(state.values)),
        ending.is_war,
        tuple(
            (reader.texts(dimension.name), reader.texts(dimension.values[ending.value(name, state.values)]))
            for name, dimension in scenario.dimensions.items()
        ),
    )
