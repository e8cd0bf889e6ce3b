"""Pages of one file each: the story's map, and what exploring found. Nothing is fetched from anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.analysis.finding import Finding
from game.analysis.interpretations import InterpretationOdds, apart
from game.analysis.results import DecisionOdds, Exploration
from game.analysis.stage import POLICIES
from game.messages import Words
from game.play import clock
from game.reports.diagrams import percent
from game.reports.drawing import BOX, draw
from game.reports.storymap import Node, StoryMap
from game.reports.templating import template
from game.scenario.model import CHANCE, Scenario
from game.scenario.text import Beat

_PATTERNS = {"uniform": "dots", "weights": "solid", "record": "stripes"}


def map_svg(story: StoryMap, words: Words) -> str:
    """Give the map as an SVG picture that stands alone, drawn for a light ground."""
    return template("map.svg", words, **_NUMBERS).render(_map_values(story, words), alone=True)


def map_page(story: StoryMap, found: Exploration, words: Words) -> str:
    """Give the map as a page: each box can be chosen and read, by pointer or keyboard."""
    values = _map_values(story, words)
    sections = [_section(story, node, found, words) for node in story.nodes.values()]
    return template("map.html", words, **_NUMBERS).render(values, sections=sections, alone=False)


def _exact(share: float) -> str:
    """Give a share in a table: two decimals, and never 0 or 100 for what is only nearly so."""
    shown = share * 100
    if 0 < shown < 0.01:
        return f"{shown:.0e} %"
    if 99.995 <= shown < 100 - 1e-9:
        return "> 99.99 %"
    return f"{shown:.2f} %"


_NUMBERS = {"percent": percent, "exact": _exact}


def _map_values(story: StoryMap, words: Words) -> dict[str, object]:
    scenario = story.scenario
    return {
        "scenario": scenario,
        "drawing": draw(story),
        "box_width": BOX[0],
        "box_height": BOX[1],
        "shape_of": {name: side.shape for name, side in scenario.sides.items()} | {CHANCE: "diamond"},
        "number_of": {name: number for number, name in enumerate(scenario.sides)} | {CHANCE: 3},
        "side_name": _side_names(scenario, words),
    }


def _side_names(scenario: Scenario, words: Words) -> dict[str, str]:
    names = {name: side.name.standard for name, side in scenario.sides.items()}
    return names | {CHANCE: words("report.chance")}


@dataclass(frozen=True, slots=True)
class Row:
    """One option of a decision point in a table."""

    id: str
    text: str
    taken: str
    effect: str
    targets: tuple[tuple[str, str], ...]
    is_historical: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Everything that the page says of a decision point or an ending."""

    node: Node
    hour: str
    situation: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    why: str


def _section(story: StoryMap, node: Node, found: Exploration, words: Words) -> Section:
    scenario = story.scenario
    if node.is_ending:
        ending = scenario.endings[node.id]
        hour = clock.full(words, ending.at) if ending.at else ""
        return Section(node, hour, _beats(ending.text), (), "")
    decision = scenario.decisions[node.id]
    odds = found.decisions[node.id]
    rows = tuple(
        Row(
            option.id,
            option.text.standard,
            _exact(odds.options[option.id].probability),
            _effect(odds, option.id),
            tuple((branch.to, story.nodes[branch.to].title) for branch in option.nexts),
            option.id in decision.historical.admitted,
        )
        for option in decision.options.values()
    )
    hour = clock.full(words, decision.at)
    return Section(node, hour, _beats(decision.situation), rows, decision.historical.why.standard)


def _effect(odds: DecisionOdds, option: str) -> str:
    effect = odds.options[option].effect
    return "" if effect is None else f"{effect:.3f}"


def _beats(beats: Sequence[Beat]) -> tuple[tuple[str, str], ...]:
    return tuple((beat.when.source if beat.when else "", beat.text.standard) for beat in beats)


def report_page(
    found: Mapping[str, Exploration],
    compared: Sequence[InterpretationOdds],
    findings: Sequence[Finding],
    words: Words,
) -> str:
    """Give the explorations of one question under all policies as a page; tables are by the weights."""
    main = found["weights"]
    scenario = main.question.scenario
    return template("report.html", words, **_NUMBERS).render(
        scenario=scenario,
        found=main,
        policies=POLICIES,
        pattern=_PATTERNS,
        player=_players(main, words),
        endings=sorted(main.endings.items(), key=lambda pair: -pair[1].probability["weights"]),
        options=_options(main, words),
        compared=compared,
        apart=apart,
        luck=_luck(main),
        movers=_movers(main),
        meters=_meters(main),
        findings=findings,
        side_name=_side_names(scenario, words),
    )


def _players(found: Exploration, words: Words) -> str:
    names = _side_names(found.question.scenario, words)
    return ", ".join(names[name] for name in found.question.scenario.sides if name in found.question.playing)


def _options(found: Exploration, words: Words) -> list[dict[str, object]]:
    """Give every option that play can come to, the greatest effect first."""
    scenario = found.question.scenario
    names = _side_names(scenario, words)
    rows: list[dict[str, object]] = [
        {
            "decision": name,
            "title": scenario.decisions[name].title.standard,
            "side": names[scenario.decisions[name].side],
            "option": option_id,
            "text": scenario.decisions[name].options[option_id].text.standard,
            "reached": decision.reached,
            "offered": option.offered,
            "taken": option.probability,
            "effect": option.effect,
        }
        for name, decision in found.decisions.items()
        for option_id, option in decision.options.items()
        if option.reach == "reached"
    ]
    return sorted(rows, key=lambda row: -float(str(row["effect"] or 0)))


def _settled(share: float) -> float:
    """Take what only rounding left of a turn that moves nothing (say 5e-31) for the nothing it is."""
    return 0.0 if share < 1e-12 else share


def _luck(found: Exploration) -> list[tuple[str, float]]:
    luck = found.luck
    if luck is None or luck.spread <= 0:
        return []
    parts = (("player", luck.player), ("others", luck.others), ("chance", luck.chance))
    return [(name, _settled(part / luck.spread)) for name, part in parts]


def _movers(found: Exploration) -> list[tuple[str, float]]:
    """Give the ten decision points whose turns move the odds of the endings most."""
    luck = found.luck
    if luck is None or luck.spread <= 0:
        return []
    shares = [(name, _settled(part / luck.spread)) for name, part in luck.by_decision.items()]
    return sorted(shares, key=lambda pair: -pair[1])[:10]


def _meters(found: Exploration) -> list[tuple[str, str, list[tuple[str, bool]]]]:
    """Give each meter's poles and steps, and which of the steps play can come to."""
    scenario = found.question.scenario
    rows = []
    for name, meter in scenario.meters.items():
        steps = scenario.variables[meter.variable].steps
        reach = found.meters[name]
        low, high = (steps.index(reach[0]), steps.index(reach[1])) if reach else (0, -1)
        poles = f"{meter.low.name.standard} ↔ {meter.high.name.standard}"
        rows.append((name, poles, [(step, low <= at <= high) for at, step in enumerate(steps)]))
    return rows
