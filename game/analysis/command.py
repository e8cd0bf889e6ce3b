"""What `watershed explore` does with a scenario, apart from finding and printing it."""

from __future__ import annotations

from game.analysis.audit import AUDIT_CAP
from game.analysis.finding import Finding
from game.analysis.findings import findings
from game.analysis.forward import Plan
from game.analysis.render import render_json, render_text
from game.analysis.results import Exploration
from game.analysis.rules import ask_about
from game.analysis.stage import POLICIES
from game.analysis.statespace import explore, explore_policies
from game.errors import GameError
from game.messages import Words
from game.scenario.model import Scenario

FORMATS = ("text", "json")


class BadRequest(GameError):
    """A side, policy or format that is not there."""

    exit_code = 2


def run_explore(
    scenario: Scenario,
    side: str | None,
    policy: str,
    format_name: str,
    words: Words,
) -> str:
    """Explore `scenario` and give what is to be printed. Raises BadRequest.

    With no side, the first that a person may take plays. `explore_planned` also tells of progress.
    """
    return explore_planned(scenario, (side, policy, format_name), words, Plan())


def explore_planned(scenario: Scenario, wanted: tuple[str | None, str, str], words: Words, plan: Plan) -> str:
    """Do the same for `wanted` (side, policy, format), with the cap and the watcher of `plan`.

    A KeyboardInterrupt, from the keyboard or the watcher, gives what has been found so far.
    """
    side, policy, format_name = wanted
    _check_side(scenario, side)
    if policy not in POLICIES:
        raise BadRequest("explore.unknown-policy", policy=policy, known=", ".join(POLICIES))
    if format_name not in FORMATS:
        raise BadRequest("explore.unknown-format", format=format_name, known=", ".join(FORMATS))
    found = explore(ask_about(scenario, side), policy, plan)
    told = findings(found, min(plan.cap, AUDIT_CAP), plan.watcher)
    render = {"text": render_text, "json": render_json}[format_name]
    return render(found, told, words)


def explore_whole(
    scenario: Scenario, side: str | None, plan: Plan
) -> tuple[dict[str, Exploration], tuple[Finding, ...]]:
    """Give an exploration under every policy, from one visit, and the findings. Raises BadRequest."""
    _check_side(scenario, side)
    found = explore_policies(ask_about(scenario, side), POLICIES, plan)
    return found, findings(found["weights"], min(plan.cap, AUDIT_CAP), plan.watcher)


def _check_side(scenario: Scenario, side: str | None) -> None:
    if side is not None and side not in scenario.sides:
        raise BadRequest("play.no-such-side", side=side, known=", ".join(scenario.sides))
