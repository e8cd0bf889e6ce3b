"""`watershed play`: a playthrough, in the window or the terminal, or along a way without asking."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.cli.beforehand import ask_cut, ask_interpretation, ask_seats, default_seats
from game.cli.shell import Shell, UsageError, console, default_ui, has_display, is_interactive
from game.debrief.comparison import compare
from game.debrief.evidence_pages import leaned_on_page
from game.debrief.model_card import leaned_on
from game.debrief.pages import comparison_page
from game.errors import GameError
from game.library import load
from game.page import note
from game.play import luck
from game.play.follow import follow
from game.play.playthrough import Playthrough, begin
from game.play.save import Restored, to_text
from game.scenario.model import Scenario
from game.session import Session, difference_words, new_session, restore, unfinished
from game.store import find_save, write_text
from game.terminal.console import Console
from game.terminal.play import TerminalPlay


def run(args: argparse.Namespace, shell: Shell) -> int:
    """Play as the arguments say."""
    scenario = load(args.scenario)
    _check_asked(scenario, args)
    ui = args.ui or default_ui()
    if args.follow is not None:
        return _follow(args, shell, scenario)
    if ui == "window":
        return _in_window(args, shell, scenario)
    return in_terminal(args, shell, scenario, ui)


def _check_asked(scenario: Scenario, args: argparse.Namespace) -> None:
    playable = default_seats(scenario)
    for side in args.side:
        if side not in playable:
            raise UsageError("command.no-side", side=side, known=", ".join(playable))
    try:
        begin(scenario, (), 0, args.cut, args.interpretation)
    except GameError as error:
        raise UsageError(error.key, **error.values) from error


def _seed(args: argparse.Namespace) -> int:
    return luck.fresh_seed() if args.seed is None else args.seed


def _follow(args: argparse.Namespace, shell: Shell, scenario: Scenario) -> int:
    """Play without asking and print the comparison."""
    seats = args.side or default_seats(scenario)[:1]
    play = follow(_begun(args, scenario, seats), args.follow)
    _write_transcript(args, play)
    show_comparison(play, shell, console(args.ui if args.ui in ("text", "plain") else "plain"))
    return 0


def _begun(args: argparse.Namespace, scenario: Scenario, seats: list[str]) -> Playthrough:
    return begin(scenario, seats, _seed(args), args.cut, args.interpretation)


def show_comparison(play: Playthrough, shell: Shell, out: Console) -> None:
    """Write the comparison of `play` with the record."""
    reader = shell.reader()
    leaned = leaned_on_page(leaned_on(play, reader), shell.words)
    out.show((*comparison_page(compare(play, reader), shell.words), *leaned))


def _write_transcript(args: argparse.Namespace, play: Playthrough) -> None:
    if args.transcript:
        write_text(Path(args.transcript), to_text(play))


def in_terminal(args: argparse.Namespace, shell: Shell, scenario: Scenario, ui: str) -> int:
    """Play in the terminal, from a save, an unfinished playthrough or the start."""
    out = console(ui)
    try:
        session = _session(args, shell, scenario, out)
    except (EOFError, KeyboardInterrupt):
        shell.say("command.nothing-begun")
        return 0
    TerminalPlay(session, out).run()
    _write_transcript(args, session.play)
    return 0


def _session(args: argparse.Namespace, shell: Shell, scenario: Scenario, out: Console) -> Session:
    reader = shell.reader(args.level)
    if args.load:
        restored = restore(find_save(args.load), scenario)
        return Session(_accepted(restored, shell, out), reader)
    if is_interactive() and not args.side:
        earlier = unfinished(scenario)
        if earlier is not None and _wants_resume(earlier, shell, out):
            return Session(_accepted(earlier, shell, out), reader)
    if args.side:
        return new_session(_begun(args, scenario, args.side), reader)
    seats = ask_seats(scenario, shell, out)
    cut = args.cut or ask_cut(scenario, shell, out)
    interpretation = args.interpretation or ask_interpretation(scenario, shell, out)
    return new_session(begin(scenario, seats, _seed(args), cut, interpretation), reader)


def _wants_resume(earlier: Restored, shell: Shell, out: Console) -> bool:
    play = Session(earlier.playthrough, shell.reader())
    view = play.view()
    clock = view.clocks[0].text if view.clocks else ""
    # where several people play, what one of them is to decide is for that one alone
    title = view.title if len(play.play.players) == 1 else view.desk
    values = {"scenario": view.scenario, "turn": len(view.log) + 1, "title": title, "clock": clock}
    answer = out.ask(shell.words("terminal.resume", **values)).casefold()
    return bool(answer) and shell.words("terminal.yes").casefold().startswith(answer)


def _accepted(restored: Restored, shell: Shell, out: Console) -> Playthrough:
    """Give the playthrough to go on with; where the rules have changed, say so and ask."""
    sentence = difference_words(restored, shell.words)
    if not sentence:
        return restored.playthrough
    out.show((note(sentence),))
    if len(restored.playthrough.turns) == restored.turn_count:
        return restored.playthrough
    answer = out.ask(shell.words("command.go-on-from", turn=len(restored.playthrough.turns))).casefold()
    if answer and shell.words("terminal.yes").casefold().startswith(answer):
        return restored.playthrough
    raise GameError("command.not-loaded")


def _in_window(args: argparse.Namespace, shell: Shell, scenario: Scenario) -> int:
    if not has_display():
        raise GameError("command.no-display")
    # pygame costs 50 ms and a display; only this way of playing pays for it.
    from game.window.app import run as open_window  # noqa: PLC0415
    from game.window.shelf import Beforehand  # noqa: PLC0415

    reader = shell.reader(args.level)
    session = None
    if args.load:
        restored = restore(find_save(args.load), scenario)
        session = Session(restored.playthrough, reader)
        session.notice = difference_words(restored, shell.words)
    elif args.side:
        session = new_session(_begun(args, scenario, args.side), reader)
    before = Beforehand(args.seed, args.cut, args.interpretation)
    return open_window(reader, session=session, scenario=scenario, before=before)
