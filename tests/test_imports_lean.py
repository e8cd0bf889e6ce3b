"""A command does not wait for libraries that it does not use."""

from __future__ import annotations

import subprocess
import sys

import pytest

# runs a command as `python -m game` does, then tells on stderr which packages it has imported
ASK = """
import runpy, sys
sys.argv = ["watershed", *sys.argv[1:]]
try:
    runpy.run_module("game", run_name="__main__")
except SystemExit as ended:
    assert not ended.code, ended.code
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""

PLAIN = ("play", "cuba-1962", "--side", "washington", "--follow", "first", "--ui", "plain")


@pytest.mark.parametrize(
    ("command", "unneeded"),
    [
        (PLAIN, {"pygame", "numpy", "rich", "asyncio", "socket"}),
        (("check", "scenarios/cuba-1962"), {"pygame", "numpy", "rich", "asyncio", "socket"}),
        (("list",), {"pygame", "numpy", "rich", "asyncio", "socket"}),
        (("--help",), {"pygame", "numpy", "rich", "asyncio", "socket", "yaml", "transitions", "wcwidth"}),
        (("explore", "--help"), {"numpy", "jinja2", "yaml", "transitions", "wcwidth"}),
    ],
    ids=["play", "check", "list", "help", "help of a command"],
)
def test_a_command_imports_nothing_heavy_that_it_does_not_use(
    command: tuple[str, ...], unneeded: set[str], pytestconfig: pytest.Config
):
    """pygame takes 49 ms, rich 50, asyncio 30 or more: each is paid only where it is used."""
    ended = subprocess.run(
        [sys.executable, "-c", ASK, *command],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    imported = set(ended.stderr.splitlines()[-1].split())

    assert "game" in imported
    assert imported & unneeded == set()


# `watershed` alone, stopped where its first picture is on the display; then what it has imported of the game
FIRST_PICTURE = """
import os, runpy, sys
import pygame

def stop():
    print(*sorted(name for name in sys.modules if name.startswith("game.")))
    sys.stdout.flush()
    os._exit(0)

pygame.display.flip = stop
sys.argv = ["watershed"]
runpy.run_module("game", run_name="__main__")
"""


def test_the_title_is_drawn_before_anything_of_a_scenario_is_imported(pytestconfig: pytest.Config):
    """The rules, the record and every other screen take three times as long as an empty window."""
    ended = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = set(ended.stdout.split())

    assert "game.window.title" in imported
    later = ("game.scenario.model", "game.play.view", "game.session", "game.debrief", "game.window.screens")
    assert [name for name in later if name in imported] == []
