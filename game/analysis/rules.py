"""A scenario made ready for exploring: its stages, and how states are written at every place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.analysis.classes import NOTHING, ClassFinder, Watch, value_classes
from game.analysis.edges import Way, find_way, first_values
from game.analysis.keys import Layout, encode, lay_out
from game.analysis.stage import Stage, build_stage
from game.play.engine import held_interpretation
from game.play.state import State
from game.scenario.beforehand import INTERPRETATION
from game.scenario.model import CHANCE, Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What is asked: who is `playing` by a policy (all others follow their weights), and from where.

    `starts` are rows of first values; usually one. `watch` keeps apart what play does not depend on.
    The sides in `free` follow their weights, but what they never do by them is visited too: a
    playthrough may hold such a choice. `cut` is the id of the cut that is played, if one is.
    """

    scenario: Scenario
    playing: frozenset[str]
    starts: tuple[tuple[int, ...], ...]
    watch: Watch = NOTHING
    classes: ClassFinder = value_classes
    free: frozenset[str] = frozenset()
    cut: str | None = None

    @property
    def interpretation(self) -> str | None:
        """The id of the interpretation that holds from the first of `starts`, None where there is none."""
        return held_interpretation(self.scenario, self.starts[0])


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """The scenario, ready. `places` are the decision points in their order, then the endings."""

    question: Question
    way: Way
    layouts: Mapping[str, Layout]
    stages: Mapping[str, Stage]
    places: tuple[str, ...]

    @property
    def scenario(self) -> Scenario:
        """What was asked about."""
        return self.question.scenario


def ask_about(scenario: Scenario, side: str | None = None, interpretation: str | None = None) -> Question:
    """Make the question of one side that plays, with a person at its desk; all others follow weights.

    With no side it is the first that a person may take, as in `play`; if there is none, nobody plays.
    Without an interpretation the first holds.
    """
    playable = [name for name, found in scenario.sides.items() if found.playable]
    playing = [side] if side is not None else playable[:1]
    return ask_of(scenario, playing, playing, interpretation)


def ask_of(
    scenario: Scenario, playing: Iterable[str], seated: Iterable[str], interpretation: str | None = None
) -> Question:
    """Make the question of several sides, with people at the desks of `seated`."""
    first = first_values(scenario, frozenset(seated), interpretation)
    return Question(scenario, frozenset(playing) - {CHANCE}, (first,))


def under(question: Question, interpretation: str) -> Question:
    """Give the same question under another interpretation."""
    (place,) = (
        number for number, variable in enumerate(question.scenario.variables) if variable.id == INTERPRETATION
    )
    value = question.scenario.variables[place].steps.index(interpretation)
    starts = tuple((*start[:place], value, *start[place + 1 :]) for start in question.starts)
    return replace(question, starts=starts)


def prepare(question: Question) -> Rules:
    """Make the rules ready: possible values, value classes, layouts, stages. No state is visited."""
    scenario = question.scenario
    way = find_way(scenario, question.starts)
    classes = question.classes(scenario, way, question.watch)
    layouts = {name: lay_out(classes[name], way.sets[name]) for name in way.sets}
    sides = (question.playing, question.free)
    cut = None if question.cut is None else scenario.cuts[question.cut]
    stages = {
        name: build_stage(scenario.decisions[name], edges, layouts, sides, cut)
        for name, edges in way.edges.items()
    }
    places = tuple(name for name in (*scenario.order, *scenario.endings) if name in way.sets)
    return Rules(question, way, layouts, stages, places)


def key_of(rules: Rules, state: State) -> tuple[int, ...]:
    """Give the key under which a state of the engine is known."""
    pending = (int(number in state.due) for number in range(len(rules.scenario.delayed)))
    return encode(rules.layouts[state.at], (*state.values, *pending))
