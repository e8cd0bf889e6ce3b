"""Decision points and endings, from what was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from game.scenario.model import (
    CHANCE,
    Adviser,
    Branch,
    Consequence,
    DecisionPoint,
    Delayed,
    Desk,
    DimensionValue,
    Ending,
    Historical,
    Option,
    Sighting,
    Weight,
)
from game.scenario.part import MISSING, Name, Part
from game.scenario.problem import nearest
from game.scenario.resolve import NOWHERE, Resolver, text, text_or_none
from game.scenario.text import Beat

HOURS_LIMIT = 100_000
NOT_REACHED = "none"
"""As a historical choice: the record never came to this decision point."""


@dataclass(slots=True)
class DecisionBuilder:
    """Builds decision points; `delayed` collects the delayed effects of all options."""

    resolver: Resolver
    zones: Mapping[str, str]
    delayed: list[Delayed] = field(default_factory=list)
    _zone: str | None = None  # of the side that decides, for a moment without an offset

    def decision(self, name: str, part: Part) -> DecisionPoint:
        """Build one decision point."""
        resolver = self.resolver
        side = resolver.name("decider", part["side"]) or CHANCE
        self._zone = self.zones.get(side, self.zones.get(""))
        at = resolver.moment(part, "at", self._zone) or NOWHERE
        shared_next = self._branches(part)
        options = {
            option_id: self._option(option_id, option, at, shared_next)
            for option_id, option in part.get("options", {}).items()
        }
        self._check_options(part, options, side)
        return DecisionPoint(
            name,
            resolver.name("phase", part["phase"]),
            at,
            side,
            text_or_none(part, "place"),
            text(part, "title"),
            self._beats(part, "situation"),
            self._desks(part),
            self._advisers(part, options),
            options,
            self._historical(part, options),
        )

    def _check_options(self, part: Part, options: Mapping[str, Option], side: str) -> None:
        problems, places = self.resolver.reading.problems, self.resolver.reading.places
        weights = [weight for option in options.values() for weight in option.weights]
        if options and not any(weight.value for weight in weights):
            first = next(iter(options.values()))
            problems.add(places.get(f"{first.key}.weight", places[first.key]), "weights-zero")
        for option in options.values():
            if any(sighting.side == side for sighting in option.sees):
                problems.add(places[f"{option.key}.sees.{side}"], "sees-itself", name=side)

    def _beats(self, part: Part, name: str) -> tuple[Beat, ...]:
        return tuple(Beat(text(beat, "text"), self.resolver.condition(beat)) for beat in part.get(name, ()))

    def _desks(self, part: Part) -> tuple[Desk, ...]:
        resolver = self.resolver
        found = []
        for desk in part.get("documents", ()):
            document = resolver.name("document", desk["document"])
            if document is not None:
                found.append(Desk(document, resolver.condition(desk)))
        return tuple(found)

    def _advisers(self, part: Part, options: Mapping[str, Option]) -> tuple[Adviser, ...]:
        resolver = self.resolver
        advisers = []
        for adviser in part.get("advisers", ()):
            favours = self._option_name(part, adviser["favours"], options)
            advisers.append(
                Adviser(
                    resolver.name("person", adviser["person"]) or "",
                    favours,
                    text(adviser, "says"),
                    text_or_none(adviser, "forecast"),
                    adviser.get("likelihood"),
                    text_or_none(adviser, "changes-mind"),
                    resolver.names("source", adviser["sources"]),
                    resolver.condition(adviser),
                )
            )
        return tuple(advisers)

    def _one_of(self, name: Any, known: Mapping[str, object], code: str) -> str | None:
        if not isinstance(name, Name):
            return None
        if name.text not in known:
            hint = nearest(name.text, known)
            listed = ", ".join(known)
            self.resolver.reading.problems.add(name.place, code, nearest=hint, name=name.text, known=listed)
            return None
        return name.text

    def _option_name(self, part: Part, name: Any, options: Mapping[str, Option]) -> str | None:
        spoils = self.resolver.reading.spoils
        if isinstance(name, Name) and spoils(f"{part.path}.options.{name.text}"):
            return None
        return self._one_of(name, options, "unknown-option")

    def _historical(self, part: Part, options: Mapping[str, Option]) -> Historical:
        found = part["historical"]
        if found is MISSING:
            return Historical(None, (), text(part, "historical"), ())
        choices = found.get("choice", ())
        is_off_record = [choice.text for choice in choices] == [NOT_REACHED]
        named = () if is_off_record else [self._option_name(part, choice, options) for choice in choices]
        for number, choice in enumerate(choices):
            if choice.text in [earlier.text for earlier in choices[:number]]:
                self.resolver.reading.problems.add(choice.place, "step-twice", name=choice.text)
        admitted = tuple(name for name in named if name is not None)
        cited = self.resolver.names("source", found["sources"])
        return Historical(admitted[0] if admitted else None, admitted, text(found, "why"), cited)

    def _branches(self, part: Part) -> tuple[Branch, ...] | None:
        found = part["next"]
        if found is MISSING:
            return None
        resolver = self.resolver
        self._note_hidden(found)
        branches = []
        for number, branch in enumerate(found):
            to = resolver.name("next", branch["to"])
            when = resolver.condition(branch)
            if number == len(found) - 1 and branch["when"] is not MISSING:
                resolver.reading.problems.add(branch.place("when"), "next-open")
            if to is not None:
                branches.append(Branch(to, when))
        return tuple(branches)

    def _note_hidden(self, cases: Sequence[Part]) -> None:
        """Note a case without a condition that others follow: the first that holds is taken."""
        for case in cases[:-1]:
            if case["when"] is MISSING:
                self.resolver.reading.problems.add(case.node.place, "case-hidden")

    def _option(self, name: str, part: Part, at: datetime, shared_next: tuple[Branch, ...] | None) -> Option:
        resolver = self.resolver
        nexts = self._branches(part)
        if nexts is None:
            nexts = shared_next
        if nexts is None:
            self._note_no_next(part, name)
        if name == NOT_REACHED:
            resolver.reading.problems.add(resolver.reading.places[part.path], "option-none")
        return Option(
            id=name,
            key=part.path,
            text=text(part, "text"),
            case=text_or_none(part, "case"),
            order=text_or_none(part, "order"),
            advocates=resolver.names("person", part["advocates"]),
            sources=resolver.names("source", part["sources"]),
            when=resolver.condition(part),
            weights=self._weights(part),
            effects=resolver.effects(part),
            later=self._later(part, at),
            sees=self._sees(part, at),
            consequences=self._consequences(part),
            nexts=nexts or (),
        )

    def _note_no_next(self, part: Part, name: str) -> None:
        """Note an option that leads nowhere; of a decision point, once: its own next would mend all."""
        reading = self.resolver.reading
        decision = part.path.rpartition(".options.")[0]
        if not reading.spoils(f"{part.path}.next") and not reading.spoils(f"{decision}.next"):
            reading.problems.add(reading.places[part.path], "no-next", name=name)
            reading.spoilt.add(f"{decision}.next")

    def _weights(self, part: Part) -> tuple[Weight, ...]:
        found = part["weight"]
        if found is MISSING:
            return (Weight(Fraction(1), None),)
        self._note_hidden(found)
        return tuple(
            Weight(weight.get("is", Fraction(1)), self.resolver.weight_condition(weight)) for weight in found
        )

    def _later(self, part: Part, at: datetime) -> tuple[int, ...]:
        numbers = []
        for later in part.get("later", ()):
            due = self._due(later, at)
            effects = self.resolver.effects(later)
            to = self.resolver.names("side", later["to"])
            seen_by = frozenset(to) if later["to"] is not MISSING else None
            numbers.append(len(self.delayed))
            self.delayed.append(Delayed(due, effects, text_or_none(later, "text"), seen_by))
        return tuple(numbers)

    def _due(self, later: Part, at: datetime) -> datetime:
        problems = self.resolver.reading.problems
        has_moment, has_hours = later["at"] is not MISSING, later["after-hours"] is not MISSING
        is_told = any(self.resolver.reading.spoils(f"{later.path}.{key}") for key in ("at", "after-hours"))
        if has_moment == has_hours and not is_told:
            problems.add(later.node.place, "later-when")
        if has_hours:
            hours = later["after-hours"]
            if hours > HOURS_LIMIT:
                problems.add(later.place("after-hours"), "later-too-late", limit=HOURS_LIMIT)
            hours = min(hours, Fraction(HOURS_LIMIT))
            return at + timedelta(seconds=float(hours * 3600)) if at != NOWHERE else NOWHERE
        due = self.resolver.moment(later, "at", self._zone) or NOWHERE
        if NOWHERE not in (at, due) and due < at:
            problems.add(later.place("at"), "later-before")
        return due

    def _sees(self, part: Part, at: datetime) -> tuple[Sighting, ...]:
        resolver = self.resolver
        sightings = []
        for side, sighting in part.get("sees", {}).items():
            place = resolver.reading.places[f"{part.path}.sees.{side}"]
            if resolver.name("side", Name(side, place)) is None:
                continue
            seen_at = resolver.moment(sighting, "at", self.zones.get(side))
            if seen_at is not None and NOWHERE != at > seen_at:
                resolver.reading.problems.add(sighting.place("at"), "seen-before")
            document = resolver.name("document", sighting["document"])
            foreseen = bool(sighting.get("foreseen", False))
            sightings.append(Sighting(side, text(sighting, "text"), seen_at, document, foreseen))
        return tuple(sightings)

    def _consequences(self, part: Part) -> tuple[Consequence, ...]:
        self._note_hidden(part.get("consequence", ()))
        return tuple(
            Consequence(
                text(found, "text"),
                self.resolver.condition(found),
                found.get("grade"),
                found.get("likelihood"),
                found.get("confidence"),
                self.resolver.names("source", found["sources"]),
                int(found.get("links", 0)),
                text_or_none(found, "mechanism"),
                text_or_none(found, "against"),
            )
            for found in part.get("consequence", ())
        )

    def ending(self, name: str, part: Part, dimensions: Mapping[str, tuple[str, ...]]) -> Ending:
        """Build one ending; `dimensions` gives the values of each dimension."""
        resolver = self.resolver
        return Ending(
            name,
            text(part, "title"),
            resolver.moment(part, "at", self.zones.get("")),
            self._beats(part, "text"),
            self._values(part, dimensions),
            part.get("grade"),
            resolver.names("source", part["sources"]),
            bool(part.get("war", False)),
        )

    def _values(
        self, part: Part, dimensions: Mapping[str, tuple[str, ...]]
    ) -> dict[str, tuple[DimensionValue, ...]]:
        resolver, problems = self.resolver, self.resolver.reading.problems
        found = part.get("values", {})
        values = {}
        for dimension, cases in found.items():
            place = resolver.reading.places[f"{part.path}.values.{dimension}"]
            if resolver.name("dimension", Name(dimension, place)) is None:
                continue
            known = dict.fromkeys(dimensions[dimension])
            values[dimension] = tuple(
                DimensionValue(value, resolver.condition(case))
                for case in cases
                if (value := self._one_of(case["is"], known, "unknown-dimension-value")) is not None
            )
            self._note_hidden(cases)
            if cases and cases[-1]["when"] is not MISSING:
                problems.add(cases[-1].place("when"), "value-open")
        for dimension in dimensions:
            if dimension not in found and not resolver.reading.spoils(f"{part.path}.values.{dimension}"):
                place = part.place("values")
                problems.add(place, "value-missing", dimension=dimension, ending=part.path.rpartition(".")[2])
        return values
