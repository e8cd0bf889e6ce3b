"""An audit: every state that differs for an author, whoever sits at the desks.

Exploring asks who wins through; an audit asks what the author wrote that never happens. So all sides
play, every seating that a condition can ask about is tried, and what texts and endings depend on is
kept apart, and every step of every meter, as long as the states are not too many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from game.analysis.backward import Map
from game.analysis.classes import Watch
from game.analysis.edges import every_start
from game.analysis.facts import leaves
from game.analysis.forward import Plan, TooMany, Watcher, unwatched, visit_all
from game.analysis.gauges import meter_numbers
from game.analysis.inventory import Asked, Role, inventory
from game.analysis.keys import Block
from game.analysis.rules import Question, prepare
from game.analysis.ways import origin_of, way_to
from game.play import engine
from game.play.state import State
from game.scenario.condition import Condition
from game.scenario.model import Scenario

AUDIT_CAP = 400_000
MOST_SEATS = 4  # 2^4 seatings; conditions on more sides than that are met with everyone or no one


@dataclass(frozen=True, slots=True, eq=False)
class Audit:
    """All states with what was kept apart: `roles` of conditions that can be judged, and `meters`."""

    scenario: Scenario
    asked: tuple[Asked, ...]
    story: Map
    roles: frozenset[Role]
    meters: frozenset[int]

    def witness(
        self, place: str, row: int, option: int | None = None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give a shortest playthrough through one state, on to an ending, and who is seated in it."""
        rules, visits = self.story.rules, self.story.visits
        way = way_to(rules, visits, place, row)
        seated = self.seated(origin_of(rules, visits, place, row))
        state = engine.start(self.scenario, seated)
        for option_id in way:
            state = engine.choose(self.scenario, state, option_id)
        if option is not None:
            taken = tuple(self.scenario.decisions[place].options)[option]
            state = engine.choose(self.scenario, state, taken)
            way = (*way, taken)
        return (*way, *_onward(self.scenario, state)), seated

    def way_through(self, place: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give a shortest playthrough that meets `place`."""
        traces = self.story.visits[place].layer.traces
        assert traces is not None
        return self.witness(place, int(traces.argmin()))

    def seated(self, row: int) -> tuple[str, ...]:
        """Give who sits where in a state of the first decision point, by its row."""
        start = self.scenario.start
        layer = self.story.visits[start].layer
        block = Block(self.story.rules.layouts[start], tuple(word[row : row + 1] for word in layer.keys))
        seated = []
        for number, variable in enumerate(self.scenario.variables):
            if variable.kind == "player" and block.column(number)[0]:
                seated.append(variable.id.removeprefix("players."))
        return tuple(seated)


def _onward(scenario: Scenario, state: State) -> Iterator[str]:
    """Go on to some ending by what is likeliest, or to a dead end."""
    while not engine.is_over(scenario, state):
        options = engine.probabilities(scenario, state)
        if not options:
            return
        option = max(options, key=lambda pair: pair[1])[0]
        yield option.id
        state = engine.choose(scenario, state, option.id)


RULES: frozenset[Role] = frozenset({"offer", "weight", "next"})
ALL: frozenset[Role] = RULES | {"value", "text"}


def audit(scenario: Scenario, cap: int = AUDIT_CAP, watcher: Watcher = unwatched) -> Audit | None:
    """Visit every state, keeping apart as much as fits under `cap` states a layer; None if nothing does."""
    for roles, meters in ((ALL, meter_numbers(scenario)), (ALL, frozenset[int]())):
        found = audit_roles(scenario, roles, Plan(cap=cap, watcher=watcher), meters)
        if found is not None:
            return found
    return audit_choices(scenario, cap, watcher)


def audit_choices(scenario: Scenario, cap: int = AUDIT_CAP, watcher: Watcher = unwatched) -> Audit | None:
    """Visit every state, keeping apart only what play and the endings' values depend on."""
    plan = Plan(cap=cap, watcher=watcher)
    return audit_roles(scenario, RULES | {"value"}, plan) or audit_roles(scenario, RULES, plan)


def audit_roles(
    scenario: Scenario, roles: frozenset[Role], plan: Plan, meters: frozenset[int] = frozenset()
) -> Audit | None:
    """Visit every state, keeping apart what conditions of `roles` tell apart, and every step of `meters`."""
    asked = inventory(scenario)
    question = _question(scenario, [one for one in asked if one.role in roles], meters)
    rules = prepare(question)
    lean = Plan(policies=("uniform",), cap=plan.cap, watcher=plan.watcher)
    try:
        visits = list(visit_all(rules, lean))
    except TooMany:
        return None
    return Audit(scenario, asked, Map(rules, visits), roles, meters)


def met_when_playable(scenario: Scenario, plan: Plan) -> frozenset[str] | None:
    """Give the places and options (their keys) that come up with people only where they may sit.

    None where conditions ask only about sides that a person may take, so that there is nothing to say.
    """
    every = seatings(scenario)
    allowed = [seated for seated in every if all(scenario.sides[side].playable for side in seated)]
    if len(allowed) == len(every):
        return None
    starts = every_start(scenario, allowed)
    met = set()
    question = Question(scenario, frozenset(scenario.sides), starts)
    for visit in visit_all(prepare(question), Plan(("uniform",), False, plan.cap, None, plan.watcher)):
        met.add(visit.place)
        if visit.tally is not None:
            options = tuple(scenario.decisions[visit.place].options.values())
            met.update(options[number].key for number in range(len(options)) if visit.tally.was_taken[number])
    return frozenset(met)


def _question(scenario: Scenario, asked: Iterable[Asked], meters: frozenset[int]) -> Question:
    conditions: dict[str, list[Asked]] = {}
    after: dict[str, list[Asked]] = {}
    for one in asked:
        if one.is_after and one.option is not None:
            option = tuple(scenario.decisions[one.at].options.values())[one.option]
            after.setdefault(option.key, []).append(one)
        else:
            conditions.setdefault(one.at, []).append(one)
    watch = Watch(
        {at: tuple(one.condition for one in found) for at, found in conditions.items()},
        {key: tuple(one.condition for one in found) for key, found in after.items()},
        meters,
    )
    starts = every_start(scenario, seatings(scenario))
    return Question(scenario, frozenset(scenario.sides), starts, watch)


def seatings(scenario: Scenario, besides: Iterable[Condition] = ()) -> tuple[frozenset[str], ...]:
    """Give who may sit where, as far as conditions ask about it: the scenario's own and those `besides`."""
    asked = [*(one.condition for one in inventory(scenario)), *besides]
    read = {leaf.variable for condition in asked for leaf in leaves(condition.tree)}
    asked_about = [
        variable.id.removeprefix("players.")
        for number, variable in enumerate(scenario.variables)
        if variable.kind == "player" and number in read
    ]
    if len(asked_about) > MOST_SEATS:
        return (frozenset(), frozenset(asked_about))
    return tuple(
        frozenset(side for side, sits in zip(asked_about, bits, strict=True) if sits)
        for bits in product((False, True), repeat=len(asked_about))
    )
