"""Meters, flags and players as variables, from what was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.scenario.beforehand import INTERPRETATION
from game.scenario.condition import YES_NO
from game.scenario.model import Flag, Meter, Pole
from game.scenario.part import MISSING, Name, Part, Reading
from game.scenario.problem import nearest
from game.scenario.raw import STEPS_LEAST, STEPS_MOST
from game.scenario.resolve import Resolver, text, text_or_none
from game.scenario.shape import ID_LIMIT, is_id, note_wrong, suggest_id
from game.scenario.text import Text
from game.scenario.tree import Node
from game.scenario.variable import NO, YES, Variable

RESERVED = frozenset({"and", "or", "not", "in", "players", "yes", "no", INTERPRETATION})


def read_variables(root: Part, reading: Reading) -> tuple[Variable, ...]:
    """Give the variables: meters and flags in the author's order, then one for each side's player, and last
    the interpretation, where there are several."""
    table: list[Variable] = []
    for kind, section in (("meter", "meters"), ("flag", "flags")):
        for name, part in root.get(section, {}).items():
            place = reading.places[part.path]
            if name in RESERVED:
                reading.problems.add(place, "reserved-name", name=name)
            elif any(variable.id == name for variable in table):
                reading.problems.add(place, "variable-twice", name=name)
            else:
                read = _meter_variable if kind == "meter" else _flag_variable
                table.append(read(name, part, reading))
    for side in root.get("sides", {}):
        if side in RESERVED:
            reading.problems.add(reading.places[f"sides.{side}"], "reserved-name", name=side)
    table.extend(Variable(f"players.{side}", "player", (NO, YES), 0) for side in root.get("sides", {}))
    interpretations = tuple(root.get("interpretations", {}))
    if interpretations:
        table.append(Variable(INTERPRETATION, "interpretation", interpretations, 0))
    return tuple(table)


def _meter_variable(name: str, part: Part, reading: Reading) -> Variable:
    steps = tuple(step for step, _ in meter_steps(part, reading))
    if not reading.spoils(f"{part.path}.steps") and not STEPS_LEAST <= len(steps) <= STEPS_MOST:
        place = part.place("steps")
        limits = f"{STEPS_LEAST}-{STEPS_MOST}"
        reading.problems.add(place, "meter-steps", name=name, count=len(steps), limits=limits)
        reading.spoilt.add(f"{part.path}.steps")
    start = part["start"]
    index = 0
    if isinstance(start, Name):
        if start.text in steps:
            index = steps.index(start.text)
        elif not reading.spoils(f"{part.path}.steps"):
            values = {"name": start.text, "variable": name, "steps": ", ".join(steps)}
            reading.problems.add(start.place, "unknown-step", nearest=nearest(start.text, steps), **values)
    return Variable(name, "meter", steps or ("?",), index)


def meter_steps(part: Part, reading: Reading) -> tuple[tuple[str, Text], ...]:
    """Give a meter's steps with the words that show them, low to high."""
    node: Any = part["steps"]
    if node is MISSING:
        return ()
    path = f"{part.path}.steps"
    if node.kind == "mapping":
        pairs = [(key_node, _step_words(value, reading)) for key_node, value in node.pairs.values()]
    elif node.kind == "sequence":
        pairs = [(item, item.text.replace("-", " ")) for item in node.items]
    else:
        note_wrong(reading, node, "steps")
        reading.spoilt.add(path)
        return ()
    steps: dict[str, Text] = {}
    for step_node, words in pairs:
        if _is_good_word(step_node, steps, reading):
            steps[step_node.text] = Text(f"{path}.{step_node.text}", words, words)
        else:
            reading.spoilt.add(path)
    return tuple(steps.items())


def _step_words(node: Node, reading: Reading) -> str:
    if node.kind != "scalar" or not node.text.strip():
        note_wrong(reading, node, "text")
    return node.text.strip()


def _is_good_word(node: Node, earlier: Mapping[str, object], reading: Reading) -> bool:
    word = node.text if node.kind == "scalar" else ""
    if not is_id(word):
        reading.problems.add(node.place, "bad-id", nearest=suggest_id(word), id=word[:ID_LIMIT])
    elif word in RESERVED and word not in YES_NO:
        reading.problems.add(node.place, "reserved-name", name=word)
    elif word in earlier:
        reading.problems.add(node.place, "step-twice", name=word)
    else:
        return True
    return False


def _flag_variable(name: str, part: Part, reading: Reading) -> Variable:
    steps = _flag_values(part, reading)
    node: Any = part["start"]
    index = 0
    if node is not MISSING and (node.kind != "scalar" or node.is_empty):
        note_wrong(reading, node, "flag-start")
    elif node is not MISSING:
        word = node.text
        if steps == (NO, YES):
            word = YES_NO.get(word.lower(), word)
        if word in steps:
            index = steps.index(word)
        elif not reading.spoils(f"{part.path}.steps"):
            values = {"name": word[:80], "variable": name, "steps": ", ".join(steps)}
            reading.problems.add(node.place, "unknown-value", nearest=nearest(word, steps), **values)
    return Variable(name, "flag", steps, index)


def _flag_values(part: Part, reading: Reading) -> tuple[str, ...]:
    node: Any = part["values"]
    if node is MISSING:
        if reading.spoils(f"{part.path}.values"):
            reading.spoilt.add(f"{part.path}.steps")
        return (NO, YES)
    if node.kind != "sequence" or not 2 <= len(node.items) <= 12:
        reading.problems.add(node.place, "flag-values", name=part.path.rpartition(".")[2])
        reading.spoilt.add(f"{part.path}.steps")
        return (NO, YES)
    values: dict[str, None] = {}
    for item in node.items:
        if _is_good_word(item, values, reading):
            values[item.text] = None
        else:
            reading.spoilt.add(f"{part.path}.steps")
    return tuple(values) or (NO, YES)


def read_meters(root: Part, resolver: Resolver) -> dict[str, Meter]:
    """Give the meters, in the author's order."""
    meters = {}
    for name, part in root.get("meters", {}).items():
        words = tuple(words for _, words in meter_steps(part, resolver.reading))
        shown_to = resolver.names("side", part["shown-to"])
        meters[name] = Meter(
            name,
            resolver.variable_ids.get(name, 0),
            _pole(part, "low"),
            _pole(part, "high"),
            words,
            frozenset(shown_to) if part["shown-to"] is not MISSING else None,
        )
    return meters


def _pole(part: Part, name: str) -> Pole:
    pole = part[name]
    if pole is MISSING:
        return Pole(Text("", "", ""), None)
    return Pole(text(pole, "name"), text_or_none(pole, "meaning"))


def read_flags(root: Part, resolver: Resolver) -> dict[str, Flag]:
    """Give the flags, in the author's order."""
    return {
        name: Flag(name, resolver.variable_ids.get(name, 0), text_or_none(part, "meaning"))
        for name, part in root.get("flags", {}).items()
    }
