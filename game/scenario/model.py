"""The values of a scenario, frozen once it has been read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal

from game.scenario.accounts import Account, Assumption, SourceCheck
from game.scenario.beforehand import Cut, Interpretation
from game.scenario.chart import Map
from game.scenario.condition import Condition
from game.scenario.problem import Place
from game.scenario.record import Document, Fact, Person, Source, Term
from game.scenario.text import Beat, Text
from game.scenario.variable import Effect, Values, Variable

CHANCE = "chance"

Grade = Literal["A", "B", "C", "D", "E"]
GRADES: tuple[Grade, ...] = ("A", "B", "C", "D", "E")
LIKELIHOODS = ("almost-certain", "probable", "about-even", "probably-not", "almost-certainly-not")
CONFIDENCES = ("low", "moderate", "high")


@dataclass(frozen=True, slots=True)
class Clock:
    """A city whose local time is shown; `zone` is an IANA name."""

    id: str
    name: Text
    zone: str


@dataclass(frozen=True, slots=True)
class Side:
    """A party that decides. `playable` says whether a person may sit at its desk."""

    id: str
    name: Text
    desk: Text
    leader: Text | None
    briefing: Text | None
    clock: str | None
    shape: str
    playable: bool


@dataclass(frozen=True, slots=True)
class Phase:
    """A named stretch of the story."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Pole:
    """One end of a meter."""

    name: Text
    meaning: Text | None


@dataclass(frozen=True, slots=True)
class Meter:
    """A two-sided gauge; `variable` is its place among the values, `words` name its steps low to high."""

    id: str
    variable: int
    low: Pole
    high: Pole
    words: tuple[Text, ...]
    shown_to: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Flag:
    """A fact about the state, for the author and the analyser; players never see it."""

    id: str
    variable: int
    meaning: Text | None


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way in which endings differ; `values` run from one end to the other."""

    id: str
    name: Text
    values: Mapping[str, Text]
    wanted: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Desk:
    """A document lying at a decision point while its condition holds."""

    document: str
    when: Condition | None


@dataclass(frozen=True, slots=True)
class Adviser:
    """A voice at the desk with a position and a forecast."""

    person: str
    favours: str | None
    says: Text
    forecast: Text | None
    likelihood: str | None
    changes_mind: Text | None
    sources: tuple[str, ...]
    when: Condition | None


@dataclass(frozen=True, slots=True)
class Weight:
    """How likely a side without a player takes an option, while `when` holds."""

    value: Fraction
    when: Condition | None


@dataclass(frozen=True, slots=True)
class Delayed:
    """Effects and news that arrive at the first decision point at or after `due`."""

    due: datetime
    effects: tuple[Effect, ...]
    text: Text | None
    to: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Sighting:
    """What another side gets to see of a choice, from `at` on; `foreseen` by whoever chooses."""

    side: str
    text: Text
    at: datetime | None
    document: str | None
    foreseen: bool = False


@dataclass(frozen=True, slots=True)
class Consequence:
    """The words that tell what followed, and how far evidence carries them.

    `links` counts causal steps from the record that the author claims beyond the option's distance.
    """

    text: Text
    when: Condition | None
    grade: Grade | None
    likelihood: str | None
    confidence: str | None
    sources: tuple[str, ...]
    links: int
    mechanism: Text | None
    against: Text | None


@dataclass(frozen=True, slots=True)
class Branch:
    """Where an option leads while `when` holds."""

    to: str
    when: Condition | None


@dataclass(frozen=True, slots=True)
class Option:
    """One course open at a decision point, or one outcome of chance.

    `distance` is the least number of choices unlike the record on any path up to and including it.
    """

    id: str
    key: str
    text: Text
    case: Text | None
    order: Text | None
    advocates: tuple[str, ...]
    sources: tuple[str, ...]
    when: Condition | None
    weights: tuple[Weight, ...]
    effects: tuple[Effect, ...]
    later: tuple[int, ...]
    sees: tuple[Sighting, ...]
    consequences: tuple[Consequence, ...]
    nexts: tuple[Branch, ...]
    distance: int = 0

    def is_offered(self, values: Values) -> bool:
        """Claim that this option is open in a state with these values."""
        return self.when is None or self.when.holds(values)

    def weight(self, values: Values) -> Fraction:
        """Give the author's weight in a state with these values."""
        for weight in self.weights:
            if weight.when is None or weight.when.holds(values):
                return weight.value
        return Fraction(0)

    def target(self, values: Values) -> str:
        """Give where this option leads; `values` are those after its effects."""
        for branch in self.nexts:
            if branch.when is None or branch.when.holds(values):
                return branch.to
        raise AssertionError(self.key)  # the checker wants a last branch without a condition

    def consequence(self, values: Values) -> Consequence | None:
        """Give the first consequence whose condition holds after the effects."""
        for consequence in self.consequences:
            if consequence.when is None or consequence.when.holds(values):
                return consequence
        return None


@dataclass(frozen=True, slots=True)
class Historical:
    """The option taken in the record, or None where the record never came to this decision point.

    `admitted` are all options that the record allows, the historical choice first: several where
    historians have not settled which it was, as with what a leader wanted.
    """

    choice: str | None
    admitted: tuple[str, ...]
    why: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """A dated hour at which a side must decide; an incident where that side is chance."""

    id: str
    phase: str | None
    at: datetime
    side: str
    place: Text | None
    title: Text
    situation: tuple[Beat, ...]
    documents: tuple[Desk, ...]
    advisers: tuple[Adviser, ...]
    options: Mapping[str, Option]
    historical: Historical

    @property
    def is_incident(self) -> bool:
        """Claim that chance decides here."""
        return self.side == CHANCE


@dataclass(frozen=True, slots=True)
class DimensionValue:
    """An ending's value in a dimension, while `when` holds."""

    value: str
    when: Condition | None


@dataclass(frozen=True, slots=True)
class Ending:
    """An authored place where play stops."""

    id: str
    title: Text
    at: datetime | None
    text: tuple[Beat, ...]
    values: Mapping[str, tuple[DimensionValue, ...]]
    grade: Grade | None
    sources: tuple[str, ...]
    is_war: bool

    def value(self, dimension: str, values: Values) -> str:
        """Give the value of `dimension` in a final state with these values."""
        for choice in self.values[dimension]:
            if choice.when is None or choice.when.holds(values):
                return choice.value
        raise AssertionError(self.id)  # the checker wants a last value without a condition


@dataclass(frozen=True, slots=True)
class Record:
    """Where the record line ends, and in short how it went."""

    ending: str
    text: Text | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """All that an author wrote. Equal only to itself; mappings keep the author's order.

    `order` lists the decision points so that every option leads forward; `delayed` holds every
    delayed effect, found by its number; `places` gives the place of a path such as
    `decisions.address.options.quarantine`.
    """

    id: str
    title: Text
    summary: Text | None
    introduction: Text | None
    start: str
    clocks: Mapping[str, Clock]
    sides: Mapping[str, Side]
    phases: Mapping[str, Phase]
    variables: tuple[Variable, ...]
    variable_ids: Mapping[str, int]
    meters: Mapping[str, Meter]
    flags: Mapping[str, Flag]
    dimensions: Mapping[str, Dimension]
    decisions: Mapping[str, DecisionPoint]
    endings: Mapping[str, Ending]
    record: Record
    people: Mapping[str, Person]
    documents: Mapping[str, Document]
    glossary: Mapping[str, Term]
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    map: Map | None
    cuts: Mapping[str, Cut]
    interpretations: Mapping[str, Interpretation]
    accounts: Mapping[str, Account]
    source_checks: Mapping[str, SourceCheck]
    assumptions: Mapping[str, Assumption]
    delayed: tuple[Delayed, ...]
    order: tuple[str, ...]
    places: Mapping[str, Place]
