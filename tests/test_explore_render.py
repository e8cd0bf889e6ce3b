"""What `watershed explore` prints: tables for people, JSON for programs."""

from __future__ import annotations

import json

import pytest
from reading import every_scenario, scenario_from
from test_explore_findings import SOUND

from game.analysis.command import BadRequest, Wanted, run_explore
from game.analysis.forward import Plan, Progress
from game.errors import GameError
from game.messages import Words
from game.play.follow import follow_ids
from game.play.playthrough import begin
from game.scenario.model import Scenario

KEYS = [
    "states",
    "transitions",
    "playthroughs",
    "seconds",
    "finished",
    "endings",
    "decisions",
    "meters",
    "luck",
    "turns",
    "asked",
    "words",
    "cut",
    "interpretation",
    "interpretations",
    "findings",
]

SOUND_TEXT = """\
Sound, explored under the policy 'uniform'
North plays; every other side follows its weights.
Finished: 13 states, 18 transitions, 11 playthroughs, in * s.
Expected number of turns: 3.0 (at least 3, at most 3)
The middle half of all playthroughs: 3 turns; nine in ten have at most 3. Decisions asked of who plays: 1.
To be read by those who play: 5 words (5 to 5); aloud, 0.0 minutes (0.0 to 0.0).

Endings
  ending     uniform  weights   record    least      most  turns
  union      11.11 %  11.11 %  33.33 %   0.00 %   33.33 %      3
  treaty      5.56 %   5.56 %  16.67 %   0.00 %   16.67 %      3
  stalemate  61.11 %  61.11 %  50.00 %  33.33 %  100.00 %      3
  fight      22.22 %  22.22 %   0.00 %   0.00 %   66.67 %      3
least, most: what those who play can bring about at all. turns: the fewest choices that lead there.

Shortest playthroughs
  union: --follow sign,calm,accept
  treaty: --follow sign,gale,accept
  stalemate: --follow wait,calm,accept
  fight: --follow threaten,gale,refuse

Decision points
  option           met   offered    taken  effect
  offer       100.00 %
    sign                100.00 %  33.33 %   0.500
    wait                100.00 %  33.33 %   0.583
    threaten            100.00 %  33.33 %   0.667
  storm       100.00 %
    calm                100.00 %  66.67 %   0.333
    gale                100.00 %  33.33 %   0.333
  answer      100.00 %
    accept               88.89 %  44.44 %   0.375
    refuse              100.00 %  55.56 %   0.375
"""


@pytest.mark.parametrize("scenario", every_scenario(), ids=lambda scenario: scenario.id)
def test_json_has_the_promised_keys_and_its_playthroughs_replay(scenario: Scenario) -> None:
    """What a program reads: exact keys, a whole number as text, probabilities that add up to 1."""
    found = json.loads(run_explore(scenario, Wanted(), "json", Words()))
    seat = next(side.id for side in scenario.sides.values() if side.playable)
    assert list(found) == KEYS
    assert found["finished"] is True
    assert int(found["playthroughs"]) > 0
    assert sum(ending["probability"] for ending in found["endings"].values()) == pytest.approx(1, abs=1e-12)
    for name, ending in found["endings"].items():
        assert list(ending) == ["probability", "shortest"]
        if ending["shortest"] is not None:
            assert follow_ids(begin(scenario, [seat]), ending["shortest"]).ending.id == name
    for decision in found["decisions"].values():
        assert list(decision) == ["reached", "options"]
        for option in decision["options"].values():
            assert list(option) == ["offered", "probability", "effect"]
    assert {tuple(meter) for meter in found["meters"].values()} <= {("min", "max")}


def test_text_is_plain_tables() -> None:
    """Columns line up, percentages have two decimals, and what is found is at the end."""
    text = run_explore(scenario_from(SOUND), Wanted(policy="uniform"), "text", Words())
    time = text.split("in ")[1].split(" s.")[0]
    assert text.replace(f"in {time} s.", "in * s.").startswith(SOUND_TEXT)
    assert text.endswith("Findings\nNo findings.\n")


def test_an_unfinished_exploration_says_so_and_leaves_out_what_it_does_not_know() -> None:
    """Stopped at the second decision point: no count, no effect, no luck, and the rest unknown."""

    def stop(progress: Progress) -> None:
        if progress.done == 2:
            raise KeyboardInterrupt

    plan = Plan(watcher=stop)
    wanted = Wanted(policy="uniform")
    text = run_explore(scenario_from(SOUND), wanted, "text", Words(), plan)
    found = json.loads(run_explore(scenario_from(SOUND), wanted, "json", Words(), plan))
    assert "Unfinished: stopped after 4 states" in text
    assert "  union      unknown\n" in text
    assert (found["finished"], found["playthroughs"]) == (False, None)
    assert found["meters"] == {"trust": {"min": None, "max": None}}
    assert "reach-unknown" in {finding["code"] for finding in found["findings"]}


@pytest.mark.parametrize(
    ("wanted", "key"),
    [
        ((Wanted("east"), "text"), "play.no-such-side"),
        ((Wanted(policy="cleverly"), "text"), "explore.unknown-policy"),
        ((Wanted(), "html"), "explore.unknown-format"),
        ((Wanted(cut="short"), "text"), "play.no-such-cut-at-all"),
        ((Wanted(interpretation="kind"), "text"), "play.no-such-interpretation-at-all"),
    ],
)
def test_a_wrong_request_is_refused_with_what_is_known(wanted: tuple[Wanted, str], key: str) -> None:
    """An unknown side, policy or format is a caller's fault, named with the known ones."""
    with pytest.raises(BadRequest) as refused:
        run_explore(scenario_from(SOUND), *wanted, Words())
    error: GameError = refused.value
    assert (error.key, error.exit_code) == (key, 2)
    assert Words()(error.key, **error.values)
