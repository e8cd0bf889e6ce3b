"""The story's map as text for other programs: Mermaid and Graphviz's DOT."""

from __future__ import annotations

from collections.abc import Iterator

from game.messages import Words
from game.reports.storymap import Node, Road, StoryMap
from game.scenario.model import CHANCE

_MERMAID_SHAPES = {
    "square": ('["', '"]'),
    "triangle": ('[/"', '"\\]'),
    "circle": ('(["', '"])'),
    "diamond": ('{{"', '"}}'),
}
_DOT_SHAPES = {"square": "box", "triangle": "invtrapezium", "circle": "ellipse", "diamond": "hexagon"}
_INKS = ("#1F3B73", "#8A2A12", "#1E5B33", "#4A4536")  # one for each side, in the author's order
_GROUNDS = ("#DCE8F4", "#FBE0D6", "#DDF0E0", "#E8E4D8")


def mermaid(story: StoryMap, words: Words) -> str:
    """Give a Mermaid flowchart: a subgraph for each phase, thick lines for what is likely."""
    return "\n".join(_mermaid_lines(story, words)) + "\n"


def _mermaid_lines(story: StoryMap, words: Words) -> Iterator[str]:
    numbers = {name: f"n{number}" for number, name in enumerate(story.nodes)}
    yield "flowchart TD"
    for number, lane in enumerate(story.lanes):
        here = [
            node for node in story.nodes.values()
            if not node.is_ending and lane.first <= node.row < lane.end
        ]  # fmt: skip
        yield f'  subgraph p{number}["{_safe(lane.name)}"]'
        for node in here:
            left, right = _MERMAID_SHAPES[_shape(story, node)]
            yield f"    {numbers[node.id]}{left}{_safe(_label(node, words))}{right}"
        yield "  end"
    for node in story.nodes.values():
        if node.is_ending:
            yield f'  {numbers[node.id]}[["{_safe(_label(node, words))}"]]'
    for road in story.roads:
        arrow = "==>" if road.is_record else "-->"
        label = "" if len(road.options) > 1 else f'|"{road.options[0]}"|'
        yield f"  {numbers[road.source]} {arrow}{label} {numbers[road.target]}"
    for number, road in enumerate(story.roads):
        ink = "#7A4B00" if road.is_record else "#5A666A"
        yield f"  linkStyle {number} stroke:{ink},stroke-width:{_width(road)}px"
    for number, (ink, ground) in enumerate(zip(_INKS, _GROUNDS, strict=True)):
        yield f"  classDef side{number} fill:{ground},stroke:{ink},color:#1B1A17"
    for node in story.nodes.values():
        if not node.is_ending:
            yield f"  class {numbers[node.id]} side{_side_number(story, node)}"


def dot(story: StoryMap, words: Words) -> str:
    """Give a Graphviz graph: a cluster for each phase, pen widths by probability."""
    return "\n".join(_dot_lines(story, words)) + "\n"


def _dot_lines(story: StoryMap, words: Words) -> Iterator[str]:
    yield "digraph story {"
    yield '  graph [rankdir=TB, nodesep=0.35, ranksep=0.5, fontname="Helvetica", newrank=true];'
    yield '  node [fontname="Helvetica", style=filled, fillcolor="#FFFFFF"];'
    yield '  edge [color="#5A666A", fontname="Helvetica", fontsize=10];'
    for number, lane in enumerate(story.lanes):
        yield f"  subgraph cluster_{number} {{"
        yield f'    label="{_escaped(lane.name)}"; labeljust=l; color="#C9C2B0";'
        for node in story.nodes.values():
            if not node.is_ending and lane.first <= node.row < lane.end:
                side = _side_number(story, node)
                shape = _DOT_SHAPES[_shape(story, node)]
                yield (
                    f'    "{node.id}" [label="{_escaped(_label(node, words))}", shape={shape}, '
                    f'color="{_INKS[side]}", fillcolor="{_GROUNDS[side]}"];'
                )
        yield "  }"
    for node in story.nodes.values():
        if node.is_ending:
            yield f'  "{node.id}" [label="{_escaped(_label(node, words))}", shape=box, peripheries=2];'
    for road in story.roads:
        more = ', color="#7A4B00", style=bold' if road.is_record else ""
        label = "" if len(road.options) > 1 else f', label="{road.options[0]}"'
        yield f'  "{road.source}" -> "{road.target}" [penwidth={_width(road)}{label}{more}];'
    yield "}"


def _label(node: Node, words: Words) -> str:
    """Give title and share, and how many findings there are: what a picture without clicks must say."""
    parts = [node.title, words("report.met", percent=percent(node.reached))]
    if node.findings:
        parts.append(words.count("report.findings-here", len(node.findings)))
    return "\n".join(parts)


def percent(share: float) -> str:
    """Give a share for a small space: whole per cent, and never 0 for what can happen."""
    if 0 < share < 0.005:
        return "< 1 %"
    return f"{round(share * 100)} %"


def _shape(story: StoryMap, node: Node) -> str:
    return "diamond" if node.side == CHANCE else story.scenario.sides[node.side].shape


def _side_number(story: StoryMap, node: Node) -> int:
    """Give a side's place among the colours; chance has the last."""
    sides = list(story.scenario.sides)
    return len(_INKS) - 1 if node.side == CHANCE else min(sides.index(node.side), len(_INKS) - 2)


def _width(road: Road) -> float:
    return round(1 + 7 * road.probability, 1)


def _safe(text: str) -> str:
    """Give text as Mermaid reads it inside quotes."""
    return (
        text.replace("&", "#amp;")
        .replace('"', "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replace("\n", "<br>")
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
