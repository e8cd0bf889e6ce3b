"""A save: the text from which a playthrough is rebuilt by replaying its choices.

It holds the scenario's id and a fingerprint of its rules, the players, the seed, cut and interpretation
where there are such, and for every turn the ids of decision point and choice, who made it, what it
changed and where it led. Never a pickle: reading one can run nothing. What the rules do not depend on
(texts, weights, sources) is not in the fingerprint, so a corrected comma or a translation keeps a save
valid.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, cast

from game.errors import GameError
from game.play.engine import NotOffered
from game.play.playthrough import Chooser, Playthrough, begin
from game.play.state import State
from game.scenario.model import Option, Scenario
from game.scenario.variable import Effect

FORMAT = 1
TURN_LIMIT = 2_000
_CHOOSERS = ("player", "weights", "chance", "follow", "record")


@dataclass(frozen=True, slots=True)
class Difference:
    """The first turn at which a save and today's rules part.

    `turn` counts from 1. `kind` is `gone` (the decision point or the choice is not there or not
    offered; the rest cannot be replayed) or `changed` (the same choice now leads elsewhere or
    changes other things: `then` and `now` tell what).
    """

    turn: int
    kind: str
    decision: str
    option: str
    then: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """A playthrough as far as it could be replayed, and where the rules first differ, if they do.

    `turn_count` is how many turns the save had.
    """

    playthrough: Playthrough
    turn_count: int
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class Outline:
    """What a save tells of itself without being replayed.

    `at` is the decision point or ending where it stands, or None before the first turn.
    """

    scenario: str
    players: tuple[str, ...]
    turn_count: int
    at: str | None


def outline(text: str) -> Outline:
    """Give the outline of a save. Raises GameError for what is no save."""
    saved = _parse(text)
    turns = saved["turns"]
    at = turns[-1]["to"] if turns else None
    return Outline(saved["scenario"], tuple(saved["players"]), len(turns), at)


def to_text(play: Playthrough) -> str:
    """Give the save of `play`: one JSON object, readable, one turn to a line."""
    turns = [_turn(play, number) for number in range(len(play.turns))]
    head = {
        "transcript": FORMAT,
        "scenario": play.scenario.id,
        "rules": fingerprint(play.scenario),
        "players": sorted(play.players),
        "seed": play.seed,
        **({"cut": play.cut} if play.cut is not None else {}),
        **({"interpretation": play.interpretation} if play.interpretation is not None else {}),
    }
    lines = ",\n".join("    " + json.dumps(turn, ensure_ascii=False) for turn in turns)
    opening = json.dumps(head, ensure_ascii=False, indent=2)[:-2]
    return f'{opening},\n  "turns": [\n{lines}\n  ]\n}}\n' if turns else f'{opening},\n  "turns": []\n}}\n'


def _turn(play: Playthrough, number: int) -> dict[str, Any]:
    turn = play.turns[number]
    return {
        "at": turn.decision,
        "choice": turn.option,
        "by": turn.by,
        "changes": changes(play.scenario, turn.before, turn.after),
        "to": turn.after.at,
    }


def changes(scenario: Scenario, before: State, after: State) -> dict[str, str]:
    """Give the variables that differ between two states, each with its value after."""
    return {
        variable.id: variable.steps[after.values[index]]
        for index, variable in enumerate(scenario.variables)
        if before.values[index] != after.values[index]
    }


def scenario_id(text: str) -> str:
    """Give the id of the scenario that a save belongs to. Raises GameError for what is no save."""
    return outline(text).scenario


def from_text(text: str, scenario: Scenario) -> Restored:
    """Replay a save under today's rules; a text that is no save raises GameError.

    Where the rules have changed, the replay goes by ids, never by place in a list: another choice
    is never taken silently. It stops before the first turn that can no longer be made. A cut or an
    interpretation that is gone is left out: what was asked and drawn stands in the turns.
    """
    saved = _parse(text)
    if saved["scenario"] != scenario.id:
        raise GameError("save.other-scenario", wanted=scenario.id, found=saved["scenario"])
    players = [side for side in saved["players"] if side in scenario.sides]
    cut = saved.get("cut") if saved.get("cut") in scenario.cuts else None
    interpretation = saved.get("interpretation")
    if interpretation not in scenario.interpretations:
        interpretation = None
    play = begin(scenario, players, saved["seed"], cut, interpretation)
    difference: Difference | None = None
    for number, turn in enumerate(saved["turns"], start=1):
        gone = Difference(number, "gone", turn["at"], turn["choice"], turn["at"], play.state.at)
        if play.state.at != turn["at"]:
            return Restored(play, len(saved["turns"]), difference or gone)
        try:
            play = play.choose(turn["choice"], cast(Chooser, turn["by"]))
        except NotOffered:
            return Restored(play, len(saved["turns"]), difference or gone)
        difference = difference or _difference(play, number, turn)
    return Restored(play, len(saved["turns"]), difference)


def _difference(play: Playthrough, number: int, saved: dict[str, Any]) -> Difference | None:
    now = _turn(play, number - 1)
    if now["to"] != saved["to"]:
        return Difference(number, "changed", saved["at"], saved["choice"], saved["to"], now["to"])
    if now["changes"] != saved["changes"]:
        then, here = _listed(saved["changes"]), _listed(now["changes"])
        return Difference(number, "changed", saved["at"], saved["choice"], then, here)
    return None


def _listed(changed: dict[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in sorted(changed.items())) or "-"


def _parse(text: str) -> dict[str, Any]:
    try:
        saved = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GameError("save.not-a-save") from error
    if not isinstance(saved, dict) or "transcript" not in saved:
        raise GameError("save.not-a-save")
    found = saved["transcript"]
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise GameError("save.not-a-save")
    if found > FORMAT:
        raise GameError("save.too-new", found=found, known=FORMAT)
    if not _is_well_formed(saved):
        raise GameError("save.not-a-save")
    return saved


def _is_well_formed(saved: dict[str, Any]) -> bool:
    players, turns, seed = saved.get("players"), saved.get("turns"), saved.get("seed")
    return (
        isinstance(saved.get("scenario"), str)
        and isinstance(seed, int)
        and not isinstance(seed, bool)
        and abs(seed) < 2**63
        and isinstance(players, list)
        and all(isinstance(side, str) for side in players)
        and isinstance(turns, list)
        and len(turns) <= TURN_LIMIT
        and all(isinstance(saved.get(name), str | None) for name in ("cut", "interpretation"))
        and all(_is_turn(turn) for turn in turns)
    )


def _is_turn(turn: Any) -> bool:
    return (
        isinstance(turn, dict)
        and all(isinstance(turn.get(name), str) for name in ("at", "choice", "to"))
        and turn.get("by") in _CHOOSERS
        and isinstance(turn.get("changes"), dict)
        and all(isinstance(value, str) for value in turn["changes"].values())
    )


def fingerprint(scenario: Scenario) -> str:
    """Give a digest of what replaying depends on: variables, conditions, effects, nexts and clocks."""
    rules = {
        "start": scenario.start,
        # interpretations change weights, and those are no rules
        "variables": [
            (v.id, v.kind, v.steps, v.start) for v in scenario.variables if v.kind != "interpretation"
        ],
        "decisions": {
            decision.id: (
                decision.at.isoformat(),
                decision.side,
                {option.id: _rule(option) for option in decision.options.values()},
            )
            for decision in scenario.decisions.values()
        },
        "delayed": [
            (delayed.due.isoformat(), [_effect(effect) for effect in delayed.effects])
            for delayed in scenario.delayed
        ],
        "endings": sorted(scenario.endings),
    }
    return sha256(json.dumps(rules, sort_keys=True).encode()).hexdigest()[:16]


def _rule(option: Option) -> tuple[Any, ...]:
    return (
        repr(option.when.tree) if option.when else "",
        [_effect(effect) for effect in option.effects],
        option.later,
        [(branch.to, repr(branch.when.tree) if branch.when else "") for branch in option.nexts],
    )


def _effect(effect: Effect) -> tuple[int, int, int | None]:
    return (effect.variable, effect.move, effect.put)
