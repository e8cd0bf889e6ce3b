"""What `watershed explore` does with a scenario, apart from finding and printing it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.analysis.audit import AUDIT_CAP
from game.analysis.finding import Finding
from game.analysis.findings import findings
from game.analysis.forward import Plan
from game.analysis.interpretations import compare_interpretations
from game.analysis.render import render_json, render_text
from game.analysis.results import Exploration
from game.analysis.rules import Question, ask_about
from game.analysis.stage import POLICIES
from game.analysis.statespace import explore, explore_policies
from game.errors import GameError
from game.messages import Words
from game.play.playthrough import begin
from game.scenario.model import Scenario

FORMATS = ("text", "json")


class BadRequest(GameError):
    """A side, policy, format, cut or interpretation that is not there."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a scenario: which side plays, by which policy, under which cut and interpretation.

    With no side, the first that a person may take plays; with no cut it is asked everything; with no
    interpretation the first holds.
    """

    side: str | None = None
    policy: str = "weights"
    interpretation: str | None = None
    cut: str | None = None


def run_explore(
    scenario: Scenario, wanted: Wanted, format_name: str, words: Words, plan: Plan | None = None
) -> str:
    """Explore `scenario` and give what is to be printed. Raises BadRequest.

    A KeyboardInterrupt, from the keyboard or the watcher of `plan`, gives what has been found so far.
    """
    plan = plan or Plan()
    question = _question(scenario, wanted)
    if wanted.policy not in POLICIES:
        raise BadRequest("explore.unknown-policy", policy=wanted.policy, known=", ".join(POLICIES))
    if format_name not in FORMATS:
        raise BadRequest("explore.unknown-format", format=format_name, known=", ".join(FORMATS))
    found = explore(question, wanted.policy, plan)
    compared = compare_interpretations(found, plan)
    told = findings(found, min(plan.cap, AUDIT_CAP), plan.watcher)
    render = {"text": render_text, "json": render_json}[format_name]
    return render(found, compared, told, words)


def explore_whole(
    scenario: Scenario, wanted: Wanted, plan: Plan
) -> tuple[dict[str, Exploration], tuple[Finding, ...]]:
    """Give an exploration under every policy, from one visit, and the findings. Raises BadRequest."""
    found = explore_policies(_question(scenario, wanted), POLICIES, plan)
    return found, findings(found["weights"], min(plan.cap, AUDIT_CAP), plan.watcher)


def _question(scenario: Scenario, wanted: Wanted) -> Question:
    seats = () if wanted.side is None else (wanted.side,)
    try:
        begin(scenario, seats, 0, wanted.cut, wanted.interpretation)
    except GameError as error:
        raise BadRequest(error.key, **error.values) from error
    return replace(ask_about(scenario, wanted.side, wanted.interpretation), cut=wanted.cut)
