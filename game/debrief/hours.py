"""The same hours from the other desks: what each saw, believed and did, and the letters on their way."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from game.debrief.roads import hour_words, local_hour, parted_at, side_name
from game.messages import Words
from game.page import Block, Page, detail, heading, item, note
from game.play import clock
from game.play.notices import notices
from game.play.playthrough import Playthrough
from game.play.shown import shown_or_empty
from game.play.view import Reader
from game.scenario.model import CHANCE
from game.scenario.moment import is_before
from game.scenario.record import Document


@dataclass(frozen=True, slots=True)
class Deed:
    """A turn of another side, or an incident."""

    clock: str
    title: str
    choice: str


@dataclass(frozen=True, slots=True)
class DeskHours:
    """One other desk in these hours; `saw` pairs what it was about with the text. Chance has deeds alone."""

    side: str
    name: str
    clock: str
    saw: tuple[tuple[str, str], ...]
    believed: tuple[str, ...]
    did: tuple[Deed, ...]

    @property
    def is_quiet(self) -> bool:
        """Claim that nothing is told of it."""
        return not (self.saw or self.believed or self.did)


@dataclass(frozen=True, slots=True)
class Letter:
    """A paper that was on its way; `crossed` are the titles of those that it met on the way."""

    title: str
    sender: str
    recipient: str
    sent: str
    received: str
    crossed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours between a side's last turn and turn `turn` (from 0); `since` is empty for its first."""

    turn: int
    side: str
    title: str
    since: str
    until: str
    desks: tuple[DeskHours, ...]
    letters: tuple[Letter, ...]


def turns_of_players(play: Playthrough) -> tuple[int, ...]:
    """Give the numbers of the turns whose hours can be read: those of every side that decided, but chance."""
    sides = play.players or frozenset(play.scenario.sides)
    return tuple(sorted(number for side in sides for number in play.own_turns(side)))


def other_desks(play: Playthrough, turn: int, reader: Reader) -> Hours:
    """Give the hours before turn `turn` as every other desk knew them."""
    scenario = play.scenario
    decision = scenario.decisions[play.turns[turn].decision]
    own = play.own_turns(decision.side)
    before = own[own.index(turn) - 1] if own.index(turn) else None
    since = None if before is None else scenario.decisions[play.turns[before].decision].at
    others = [side for side in scenario.sides if side != decision.side]
    desks = [_desk(play, side, (before, turn), reader) for side in others]
    chance = DeskHours(
        CHANCE, side_name(scenario, CHANCE, reader), "", (), (), _deeds(play, CHANCE, (before, turn), reader)
    )
    return Hours(
        turn,
        side_name(scenario, decision.side, reader),
        reader.texts(decision.title),
        hour_words(scenario, decision.side, since, reader) if since else "",
        hour_words(scenario, decision.side, decision.at, reader),
        (*desks, *(() if chance.is_quiet else (chance,))),
        _letters(play, (before, turn), reader),
    )


_A_DAY = len("1962-10-27")  # a fact dated by its year or month alone would be told of every hour in it

Stretch = tuple[int | None, int]
"""From the turn after the first (None: from the beginning) up to the second, which is not in it."""


def _desk(play: Playthrough, side: str, stretch: Stretch, reader: Reader) -> DeskHours:
    scenario = play.scenario
    before, turn = stretch
    at = scenario.decisions[play.turns[turn].decision].at
    first = -1 if before is None else before
    seen = [found for found in notices(play, side, reader) if first <= found.turn < turn]
    return DeskHours(
        side,
        side_name(scenario, side, reader),
        hour_words(scenario, side, at, reader),
        tuple((found.heading, found.text) for found in seen if found.kind in ("sighting", "news")),
        _believed(play, side, stretch, reader),
        _deeds(play, side, stretch, reader),
    )


def _deeds(play: Playthrough, side: str, stretch: Stretch, reader: Reader) -> tuple[Deed, ...]:
    before, turn = stretch
    deeds = []
    for number in range(0 if before is None else before + 1, turn):
        decision = play.scenario.decisions[play.turns[number].decision]
        if decision.side == side:
            chosen = reader.texts(decision.options[play.turns[number].option].text)
            shown = hour_words(play.scenario, side, decision.at, reader)
            deeds.append(Deed(shown, reader.texts(decision.title), chosen))
    return tuple(deeds)


def _believed(play: Playthrough, side: str, stretch: Stretch, reader: Reader) -> tuple[str, ...]:
    """Give what a side believed of the facts that fall into these hours, while the roads were one."""
    start, end = _ends(play, stretch)
    parted = parted_at(play)
    last = local_hour(play.scenario, side, parted).isoformat(timespec="minutes") if parted else end
    return tuple(
        reader.texts(fact.believed[side])
        for fact in sorted(play.scenario.facts.values(), key=lambda fact: fact.at)
        if side in fact.believed
        and all(len(date) >= _A_DAY for date in fact.at.split("/"))
        and not is_before(fact.at, start)
        and not is_before(end, fact.at)
        and not is_before(last, fact.at)
    )


def _ends(play: Playthrough, stretch: Stretch) -> tuple[str, str]:
    """Give the hours of both ends as the record writes dates, on the clock of the side whose turn it is."""
    decisions = play.scenario.decisions
    before, turn = stretch
    side = decisions[play.turns[turn].decision].side
    first = play.turns[0 if before is None else before].decision
    start, end = decisions[first].at, decisions[play.turns[turn].decision].at
    written = [
        local_hour(play.scenario, side, moment).isoformat(timespec="minutes") for moment in (start, end)
    ]
    return written[0], written[1]


def _letters(play: Playthrough, stretch: Stretch, reader: Reader) -> tuple[Letter, ...]:
    start, end = _ends(play, stretch)
    under_way = [
        paper
        for paper in _papers(play)
        if paper.sent and paper.received and paper.sent != paper.received
        if not is_before(end, paper.sent) and not is_before(paper.received, start)
    ]
    crossed: dict[str, list[str]] = {paper.id: [] for paper in under_way}
    for one, other in combinations(under_way, 2):
        if _have_crossed(one, other):
            crossed[one.id].append(reader.texts(other.title))
            crossed[other.id].append(reader.texts(one.title))
    return tuple(
        Letter(
            reader.texts(paper.title),
            shown_or_empty(paper.sender, reader),
            shown_or_empty(paper.recipient, reader),
            clock.date_words(reader.words, paper.sent or ""),
            clock.date_words(reader.words, paper.received or ""),
            tuple(crossed[paper.id]),
        )
        for paper in sorted(under_way, key=lambda paper: paper.sent or "")
    )


def _have_crossed(one: Document, other: Document) -> bool:
    """Claim that each was sent before the other had come, and by somebody else."""
    if one.sender == other.sender or not (one.sent and one.received and other.sent and other.received):
        return False
    return is_before(one.sent, other.received) and is_before(other.sent, one.received)


def _papers(play: Playthrough) -> tuple[Document, ...]:
    """Give every paper that came to a desk on this road, at any time."""
    scenario = play.scenario
    met: dict[str, None] = {}
    for turn in play.turns:
        decision = scenario.decisions[turn.decision]
        for desk in decision.documents:
            if desk.when is None or desk.when.holds(turn.before.values):
                met[desk.document] = None
        for sighting in decision.options[turn.option].sees:
            if sighting.document:
                met[sighting.document] = None
    return tuple(scenario.documents[name] for name in met)


def hours_page(found: Hours, words: Words) -> Page:
    """Lay the hours out, desk by desk."""
    key = "hours.between" if found.since else "hours.until"
    stretch = words(key, since=found.since, until=found.until, side=found.side, title=found.title)
    blocks: list[Block] = [heading(words("hours.title")), note(stretch)]
    for desk in found.desks:
        blocks += desk_blocks(desk, words)
    if found.letters:
        blocks.append(heading(words("hours.letters")))
    for letter in found.letters:
        blocks += letter_blocks(letter, words)
    return tuple(blocks)


def desk_blocks(desk: DeskHours, words: Words) -> Page:
    """Lay out one desk: what it saw, believed and did."""
    name = words("hours.desk", name=desk.name, clock=desk.clock) if desk.clock else desk.name
    blocks = [item("", name)]
    if desk.is_quiet:
        return (*blocks, detail(words("hours.saw"), words("hours.nothing")))
    blocks += [
        detail(words("hours.saw"), words("hours.seen", about=about, text=text)) for about, text in desk.saw
    ]
    blocks += [detail(words("hours.believed"), text) for text in desk.believed]
    blocks += [detail(words("hours.did"), deed_words(deed, words)) for deed in desk.did]
    return tuple(blocks)


def deed_words(deed: Deed, words: Words) -> str:
    """Say when, at what, and what was chosen."""
    return words("hours.deed", clock=deed.clock, title=deed.title, choice=deed.choice)


def letter_blocks(letter: Letter, words: Words) -> Page:
    """Lay out one letter with the hours when it was sent and received."""
    ends = words("hours.from-to", sender=letter.sender, recipient=letter.recipient)
    blocks = [item("", letter.title)]
    if letter.sender and letter.recipient:
        blocks.append(detail(words("hours.ends"), ends))
    blocks.append(detail(words("hours.sent"), letter.sent))
    blocks.append(detail(words("hours.received"), letter.received))
    if letter.crossed:
        blocks.append(detail(words("hours.crossed"), "; ".join(letter.crossed)))
    return tuple(blocks)
