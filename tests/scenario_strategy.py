"""Random small scenarios, as the YAML an author would write: every part that play depends on.

`stories()` is a hypothesis strategy of scenarios; `write_story` makes one from any generator, so that
benchmarks can make large ones of the same kinds.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from game.analysis.rules import Question, ask_about, ask_of
from game.scenario.model import Scenario
from game.scenario.read import read_scenario

STEPS = ("s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8")
SIDES = ("north", "south")
READINGS = ("kind", "stern", "grim")  # interpretations
CUTS = ("short", "shorter")


@dataclass(frozen=True)
class Shape:
    """How large a story is, and how often its parts occur."""

    decisions: int = 5
    options: tuple[int, int] = (2, 3)
    meters: int = 2
    steps: int = 5
    flags: int = 3
    endings: int = 3
    reach: int = 3  # how many decision points further a next may lead
    effects: tuple[int, int] = (0, 3)
    conditions: float = 0.35
    weights: float = 0.4
    later: float = 0.25
    branches: float = 0.4
    ends: float = 0.15
    readings: float = 0.0  # of weights, those that ask for the interpretation; past 0 there are cuts too


def at(number: int, **later: int) -> str:
    """Give the moment of a decision point, one day after the other."""
    return (datetime(1962, 10, 1, tzinfo=UTC) + timedelta(days=number) + timedelta(**later)).isoformat(
        timespec="minutes"
    )


class _Writer:
    def __init__(self, chance: random.Random, shape: Shape) -> None:
        self.chance = chance
        self.shape = shape
        self.meters = [f"meter-{number}" for number in range(shape.meters)]
        self.flags = {
            f"flag-{number}": ("red", "green", "blue") if number % 3 == 2 else None
            for number in range(shape.flags)
        }
        self.steps = STEPS[: shape.steps]
        self.side_of: dict[str, str] = {}

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def test(self) -> str:
        kind = self.chance.randrange(5)
        if kind == 4 or not (self.meters or self.flags):
            return f"{self.chance.choice(SIDES)} in players"
        if self.meters and (kind < 2 or not self.flags):
            meter = self.chance.choice(self.meters)
            if self.maybe(0.2):
                few = ", ".join(self.chance.sample(self.steps, 2))
                return f"{meter} {self.chance.choice(('in', 'not in'))} ({few})"
            sign = self.chance.choice(("<", "<=", ">", ">=", "==", "!="))
            return f"{meter} {sign} {self.chance.choice(self.steps)}"
        flag = self.chance.choice(list(self.flags))
        values = self.flags[flag]
        if values is None:
            return self.chance.choice((flag, f"not {flag}"))
        return f"{flag} {self.chance.choice(('==', '!='))} {self.chance.choice(values)}"

    def condition(self) -> str:
        tests = [self.test() for _ in range(self.chance.choice((1, 1, 1, 2, 2, 3)))]
        if len(tests) == 3:
            return f'"{tests[0]} and not ({tests[1]} or {tests[2]})"'
        return f'"{self.chance.choice((" and ", " or ")).join(tests)}"'

    def effects(self) -> str:
        least, most = self.shape.effects
        count = min(self.chance.randint(least, most), len(self.meters) + len(self.flags))
        parts = []
        for name in self.chance.sample([*self.meters, *self.flags], count):
            if name in self.flags:
                parts.append(f"{name}: {self.chance.choice(self.flags[name] or ('yes', 'no'))}")
            elif self.maybe(0.85):
                parts.append(f"{name}: {self.chance.choice(('+1', '-1', '+1', '-1', '+2', '-2'))}")
            else:
                parts.append(f"{name}: {self.chance.choice(self.steps)}")
        return "{" + ", ".join(parts) + "}"

    def nexts(self, number: int) -> tuple[list[str], str]:
        targets = [self.target(number)]
        if self.maybe(self.shape.branches):
            targets.insert(0, self.target(number))
        parts = [f"{{when: {self.condition()}, to: {target}}}" for target in targets[:-1]]
        return targets, "[" + ", ".join([*parts, targets[-1]]) + "]"

    def target(self, number: int) -> str:
        last = self.shape.decisions - 1
        if number == last or self.maybe(self.shape.ends):
            return f"ending-{self.chance.randrange(self.shape.endings)}"
        return f"d{self.chance.randint(number + 1, min(number + self.shape.reach, last))}"

    def weight(self, place: int) -> str:
        words = ("0", "1", "2", "0.5", "3", "7")
        one, other = (self.chance.choice(words) for _ in range(2))
        if place == 0 and one == "0":
            one = "4"  # a reader refuses a decision point all of whose weights are 0
        if self.shape.readings and self.maybe(self.shape.readings):
            reading = f"interpretation {self.chance.choice(('==', '!='))} {self.chance.choice(READINGS)}"
            if self.maybe(0.5):
                reading = f'"{reading} and {self.test()}"'
            return f"[{{when: {reading}, is: {one}}}, {{is: {other}}}]"
        return f"[{{when: {self.condition()}, is: {one}}}, {{is: {other}}}]" if self.maybe(0.4) else one

    def later(self, number: int) -> str:
        if self.maybe(0.5):
            return f"[{{after-hours: {self.chance.randint(0, 30)}, effects: {self.effects()}}}]"
        moment = at(number, days=self.chance.randint(0, 3), minutes=self.chance.choice((0, 30, 720)))
        parts = [
            f"{{at: {moment}, effects: {self.effects()}}}",
            f"{{after-hours: 20, effects: {self.effects()}}}",
        ]
        return "[" + ", ".join(parts[: self.chance.randint(1, 2)]) + "]"

    def option(self, number: int, place: int) -> tuple[list[str], list[str]]:
        targets, nexts = self.nexts(number)
        lines = [f"      o{place}:", f"        text: Option {place}", f"        effects: {self.effects()}"]
        if self.maybe(self.shape.conditions) and (place or self.maybe(0.2)):
            lines.append(f"        when: {self.condition()}")
        if self.maybe(self.shape.weights):
            lines.append(f"        weight: {self.weight(place)}")
        if self.maybe(self.shape.later):
            lines.append(f"        later: {self.later(number)}")
        return targets, [*lines, f"        next: {nexts}"]

    def decision(self, number: int) -> tuple[list[str], list[str]]:
        count = self.chance.randint(*self.shape.options)
        chosen = self.chance.choice(["none", *(f"o{place}" for place in range(count))])
        if self.shape.readings and self.maybe(0.2):
            chosen = f"[{', '.join(self.chance.sample([f'o{place}' for place in range(count)], 2))}]"
        side = self.chance.choice((*SIDES, SIDES[0], "chance"))
        self.side_of[f"d{number}"] = side
        lines = [f"  d{number}:", f"    at: {at(number)}", f"    side: {side}", f"    title: Point {number}"]
        lines += [
            "    situation: It must be decided.",
            f"    historical: {{choice: {chosen}, why: So it was.}}",
        ]
        lines.append("    options:")
        targets = []
        for place in range(count):
            led, written = self.option(number, place)
            targets += led
            lines += written
        return targets, lines

    def ending(self, name: str) -> list[str]:
        simple, worded = (self.chance.choice(("low", "mid", "high")) for _ in range(2))
        value = (
            f"[{{when: {self.condition()}, is: {simple}}}, {{is: {worded}}}]" if self.maybe(0.4) else simple
        )
        values = f"{{loss: {value}, gain: {worded}}}"
        return [f"  {name}:", f"    title: {name}", "    text: It is over.", f"    values: {values}"]

    def cuts(self, reached: set[str]) -> list[str]:
        """Ask of each side some of its decision points; where only chance decides there are no cuts."""
        own = {side: sorted(name for name in reached if self.side_of[name] == side) for side in SIDES}
        sides = [side for side in SIDES if own[side]]
        lines = ["cuts:"] if sides else []
        for name in CUTS if sides else ():
            asked = []
            for side in self.chance.sample(sides, self.chance.randint(1, len(sides))):
                some = self.chance.sample(own[side], self.chance.randint(1, len(own[side])))
                asked.append(f"{side}: [{', '.join(some)}]")
            lines.append(f"  {name}: {{name: {name}, minutes: 5, asked: {{{', '.join(asked)}}}}}")
        return lines

    def story(self) -> str:
        points = [self.decision(number) for number in range(self.shape.decisions)]
        reached = {"d0"}
        for number, (targets, _) in enumerate(points):
            if f"d{number}" in reached:
                reached.update(targets)
        endings = sorted(name for name in reached if name.startswith("ending"))
        lines = ["format: 1", "id: random", "title: Random", "sides:"]
        lines += [f"  {side}: {{name: {side}, desk: desk}}" for side in SIDES]
        if self.meters:
            poles = "low: Low, high: High"
            lines.append("meters:")
            steps = ", ".join(self.steps)
            lines += [
                f"  {name}: {{{poles}, steps: [{steps}], start: {self.chance.choice(self.steps)}}}"
                for name in self.meters
            ]
        if self.flags:
            lines.append("flags:")
            for name, values in self.flags.items():
                kind = f"values: [{', '.join(values)}], start: {values[0]}" if values else "start: no"
                lines.append(f"  {name}: {{{kind}}}")
        lines.append("dimensions:")
        for name, wanted in (("loss", "low"), ("gain", "high")):
            values = "values: {low: L, mid: M, high: H}"
            lines.append(f"  {name}: {{name: {name}, {values}, wanted: {{north: {wanted}}}}}")
        if self.shape.readings:
            lines.append("interpretations:")
            lines += [f"  {name}: {{name: {name}, text: So it is read.}}" for name in READINGS]
            lines += self.cuts({name for name in reached if name.startswith("d")})
        lines.append("decisions:")
        for number, (_, written) in enumerate(points):
            lines += written if f"d{number}" in reached else []
        lines.append("endings:")
        for name in endings:
            lines += self.ending(name)
        return "\n".join([*lines, f"record: {{ending: {self.chance.choice(endings)}}}", ""])


def write_story(chance: random.Random, shape: Shape) -> str:
    """Give the YAML of a random story; it always checks."""
    return _Writer(chance, shape).story()


def read_story(text: str) -> Scenario:
    """Read a story that is known to check."""
    found = read_scenario([("story.yaml", text.encode())])
    assert found.scenario is not None, [
        (str(problem.place), problem.code, problem.values) for problem in found.problems
    ]
    return found.scenario


def question_of(
    scenario: Scenario, side: str | None, interpretation: str | None = None, cut: str | None = None
) -> Question:
    """Ask about one side that plays, or with None about all of them with nobody seated.

    A story in which chance alone decides has no cut, and is asked about whole.
    """
    cut = cut if cut in scenario.cuts else None
    if side is None:
        return replace(ask_of(scenario, scenario.sides, (), interpretation), cut=cut)
    return replace(ask_about(scenario, side, interpretation), cut=cut)


@st.composite
def story_texts(draw: st.DrawFn, most_decisions: int = 6) -> str:
    """Give the YAML of a small story that a failing test can shrink."""
    shape = Shape(
        decisions=draw(st.integers(1, most_decisions)),
        meters=draw(st.integers(0, 3)),
        flags=draw(st.integers(0, 4)),
        endings=draw(st.integers(1, 4)),
        readings=0.4,
    )
    return write_story(draw(st.randoms(use_true_random=False)), shape)
