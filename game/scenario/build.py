"""A scenario from what was read: everything that is not a decision point or a variable."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.build_accounts import read_accounts, read_assumptions, read_source_checks
from game.scenario.build_beforehand import read_cuts, read_interpretations
from game.scenario.build_chart import read_map
from game.scenario.build_decisions import DecisionBuilder
from game.scenario.build_variables import read_flags, read_meters, read_variables
from game.scenario.model import CHANCE, Clock, Dimension, Phase, Record, Scenario, Side
from game.scenario.moment import is_before
from game.scenario.part import MISSING, Name, Part, Reading
from game.scenario.problem import nearest
from game.scenario.record import Document, Fact, Person, Position, Source, Term
from game.scenario.resolve import Resolver, text, text_or_none
from game.scenario.text import Text

WORLD = "world"
"""Who learned a fact when everybody did."""


def build(root: Part, reading: Reading) -> tuple[Scenario, Resolver]:
    """Build the scenario; faults are noted in `reading`, and what could not be read is left out."""
    resolver = _resolver(root, reading)
    zones = _zones(root, resolver)
    builder = DecisionBuilder(resolver, zones)
    dimensions = {name: tuple(part.get("values", {})) for name, part in root.get("dimensions", {}).items()}
    decisions = {name: builder.decision(name, part) for name, part in root.get("decisions", {}).items()}
    endings = {name: builder.ending(name, part, dimensions) for name, part in root.get("endings", {}).items()}
    accounts = read_accounts(root, resolver)
    scenario = Scenario(
        id=root["id"].text if isinstance(root["id"], Name) else "?",
        title=text(root, "title"),
        summary=text_or_none(root, "summary"),
        introduction=text_or_none(root, "introduction"),
        start=resolver.name("decision", root["start"]) or next(iter(decisions), ""),
        clocks={
            name: Clock(name, text(part, "name"), part.get("zone", "UTC"))
            for name, part in root.get("clocks", {}).items()
        },
        sides=_sides(root, resolver),
        phases={name: Phase(name, text(part, "name")) for name, part in root.get("phases", {}).items()},
        variables=resolver.variables,
        variable_ids=resolver.variable_ids,
        meters=read_meters(root, resolver),
        flags=read_flags(root, resolver),
        dimensions=_dimensions(root, resolver),
        decisions=decisions,
        endings=endings,
        record=_record(root, resolver),
        people=_people(root, resolver),
        documents=_documents(root, resolver),
        glossary=_glossary(root, resolver),
        facts=_facts(root, resolver),
        sources=_sources(root),
        map=read_map(root, resolver, zones),
        cuts=read_cuts(root, resolver, decisions),
        interpretations=read_interpretations(root, resolver),
        accounts=accounts,
        source_checks=read_source_checks(root, resolver, accounts),
        assumptions=read_assumptions(root, resolver, decisions),
        delayed=tuple(builder.delayed),
        order=tuple(decisions),
        places=reading.places,
    )
    return scenario, resolver


def _resolver(root: Part, reading: Reading) -> Resolver:
    sides = tuple(root.get("sides", {}))
    if sides and not any(part.get("playable", True) for part in root["sides"].values()):
        reading.problems.add(reading.places["sides"], "nobody-playable")
    if CHANCE in sides:
        reading.problems.add(reading.places[f"sides.{CHANCE}"], "chance-declared")
    decisions, endings = tuple(root.get("decisions", {})), tuple(root.get("endings", {}))
    for name in endings:
        if name in decisions:
            reading.problems.add(reading.places[f"endings.{name}"], "ending-is-decision", name=name)
    known = {
        "side": sides,
        "decider": (*sides, CHANCE),
        "learner": (*sides, WORLD),
        "decision": decisions,
        "ending": endings,
        "next": (*decisions, *endings),
        "phase": tuple(root.get("phases", {})),
        "stretch": (*decisions, *root.get("phases", {})),
        "meter": tuple(root.get("meters", {})),
        "account": tuple(root.get("accounts", {})),
        "person": tuple(root.get("people", {})),
        "document": tuple(root.get("documents", {})),
        "source": tuple(root.get("sources", {})),
        "dimension": tuple(root.get("dimensions", {})),
        "clock": tuple(root.get("clocks", {})),
    }
    variables = read_variables(root, reading)
    variable_ids = {variable.id: index for index, variable in enumerate(variables)}
    return Resolver(reading, known, variables, variable_ids)


def _zones(root: Part, resolver: Resolver) -> dict[str, str]:
    """Give the time zone of each side, and under "" the zone of the first clock."""
    clocks = root.get("clocks", {})
    zones = {name: part.get("zone", "UTC") for name, part in clocks.items()}
    by_side = {"": next(iter(zones.values()))} if zones else {}
    for side, part in root.get("sides", {}).items():
        clock = resolver.name("clock", part["clock"]) if part["clock"] is not MISSING else side
        if clock in zones:
            by_side[side] = zones[clock]
    return {**dict.fromkeys(root.get("sides", {}), by_side[""]), **by_side} if zones else {}


def _sides(root: Part, resolver: Resolver) -> dict[str, Side]:
    shapes = ("square", "triangle", "circle", "diamond")
    clocks = root.get("clocks", {})
    return {
        name: Side(
            name,
            text(part, "name"),
            text(part, "desk"),
            text_or_none(part, "leader"),
            text_or_none(part, "briefing"),
            resolver.name("clock", part["clock"]) or (name if name in clocks else None),
            part.get("shape", shapes[number % len(shapes)]),
            part.get("playable", True),
        )
        for number, (name, part) in enumerate(root.get("sides", {}).items())
    }


def _dimensions(root: Part, resolver: Resolver) -> dict[str, Dimension]:
    dimensions = {}
    for name, part in root.get("dimensions", {}).items():
        values: Mapping[str, Text] = part.get("values", {})
        wanted = {}
        for side, value in part.get("wanted", {}).items():
            place = resolver.reading.places[f"{part.path}.wanted.{side}"]
            if resolver.name("side", Name(side, place)) is not None:
                wanted[side] = value.text
                _check_wanted(part, value, resolver)
        dimensions[name] = Dimension(name, text(part, "name"), values, wanted)
    return dimensions


def _check_wanted(part: Part, value: Name, resolver: Resolver) -> None:
    known = part.get("values", {})
    if value.text not in known and not resolver.reading.spoils(f"{part.path}.values.{value.text}"):
        hint = nearest(value.text, known)
        resolver.reading.problems.add(
            value.place, "unknown-dimension-value", nearest=hint, name=value.text, known=", ".join(known)
        )


def _record(root: Part, resolver: Resolver) -> Record:
    part = root["record"]
    if part is MISSING:
        return Record("", None, ())
    ending = resolver.name("ending", part["ending"]) or ""
    return Record(ending, text_or_none(part, "text"), resolver.names("source", part["sources"]))


def _people(root: Part, resolver: Resolver) -> dict[str, Person]:
    return {
        name: Person(
            name,
            text(part, "name"),
            text(part, "role"),
            resolver.name("side", part["side"]),
            tuple(
                Position(
                    position.get("at", ""),
                    text(position, "text"),
                    resolver.names("source", position["sources"]),
                )
                for position in part.get("positions", ())
            ),
            resolver.names("source", part["sources"]),
        )
        for name, part in root.get("people", {}).items()
    }


def _documents(root: Part, resolver: Resolver) -> dict[str, Document]:
    for part in root.get("documents", {}).values():
        _check_document(part, resolver)
    return {
        name: Document(
            name,
            part.get("kind", "memo"),
            text(part, "title"),
            text_or_none(part, "from"),
            text_or_none(part, "to"),
            part.get("sent"),
            part.get("received"),
            text(part, "text"),
            text_or_none(part, "alt"),
            resolver.names("source", part["sources"]),
        )
        for name, part in root.get("documents", {}).items()
    }


def _glossary(root: Part, resolver: Resolver) -> dict[str, Term]:
    return {
        name: Term(
            name,
            text(part, "term"),
            part.get("also", ()),
            text(part, "text"),
            resolver.names("source", part["sources"]),
        )
        for name, part in root.get("glossary", {}).items()
    }


def _facts(root: Part, resolver: Resolver) -> dict[str, Fact]:
    for part in root.get("facts", {}).values():
        _check_fact(part, resolver)
    return {
        name: Fact(
            name,
            part.get("at", ""),
            resolver.name("phase", part["phase"]),
            text(part, "text"),
            part.get("status", ""),
            part.get("confidence", ""),
            resolver.names("source", part["sources"]),
            text_or_none(part, "dispute"),
            part.get("believed", {}),
            part.get("learned", {}),
        )
        for name, part in root.get("facts", {}).items()
    }


def _check_fact(part: Part, resolver: Resolver) -> None:
    is_told = resolver.reading.spoils(f"{part.path}.dispute")
    if part.get("status") == "disputed" and part["dispute"] is MISSING and not is_told:
        resolver.reading.problems.add(part.place("status"), "fact-without-dispute")
    for key in ("believed", "learned"):
        for side in part.get(key, {}):
            place = resolver.reading.places[f"{part.path}.{key}.{side}"]
            resolver.name("learner" if key == "learned" else "side", Name(side, place))
            if key == "learned" and is_before(part["learned"][side], part.get("at", "")):
                resolver.reading.problems.add(place, "learned-before")


def _check_document(part: Part, resolver: Resolver) -> None:
    problems, spoils = resolver.reading.problems, resolver.reading.spoils
    if part.get("kind") == "sketch" and part["alt"] is MISSING and not spoils(f"{part.path}.alt"):
        problems.add(part.place("kind"), "sketch-without-alt")
    sent, received = part.get("sent"), part.get("received")
    if sent and received and is_before(received, sent):
        problems.add(part.place("received"), "received-before-sent")


def _sources(root: Part) -> dict[str, Source]:
    return {
        name: Source(
            name,
            text(part, "title"),
            text_or_none(part, "author"),
            part.get("year"),
            part.get("kind", ""),
            part.get("made"),
            part.get("url"),
            text_or_none(part, "note"),
        )
        for name, part in root.get("sources", {}).items()
    }
