"""Going back at the window: the timeline, the road that is left, and the two roads side by side."""

from __future__ import annotations

from pathlib import Path

import pygame
from reading import READER, scenario_from
from window_room import LINDHOLM, Visitor, begun, lindholm

from game import slots
from game.play.follow import follow
from game.play.playthrough import begin
from game.play.roads import roads
from game.play.save import from_text, to_text
from game.session import Session
from game.store import read_picture, read_save

ENTER = pygame.K_RETURN


def gone_back() -> tuple[Visitor, Session, str]:
    """Play two turns, go back to the first by the timeline, and give the road that was left as well."""
    visitor = Visitor(begun())
    visitor.press(ENTER, ENTER, pygame.K_1, ENTER, ENTER, ENTER, pygame.K_1, ENTER)
    session = visitor.window.controller.session
    assert session is not None and len(session.play.asked_turns("lindholm")) == 2
    left = to_text(session.play)
    visitor.press(pygame.K_l)
    visitor.click_on("timeline.0")
    visitor.press(pygame.K_y)
    return visitor, session, left


def test_the_road_left_by_going_back_is_kept_as_a_save_with_its_picture():
    visitor, session, left = gone_back()

    path = slots.kept_path("lindholm", slots.ROLLING_BACK)
    assert session.play.turns == ()
    assert to_text(from_text(read_save(path), lindholm()).playthrough) == left
    assert read_picture(path) is not None
    assert "The road that you left is kept." in visitor.text()


def test_both_roads_are_told_before_the_new_one_is_sealed_and_the_old_one_is_taken_up_again():
    visitor, session, left = gone_back()
    while visitor.address != "desk":
        visitor.press(ENTER)
    visitor.press(pygame.K_o, pygame.K_2)
    assert visitor.address.startswith("seal:")
    visitor.press(pygame.K_r)
    text = visitor.text()
    assert text.index("The road that you are on") < text.index("Nothing has been chosen here yet.")
    assert text.index("The road that you left") < text.index("It ended here")

    visitor.press(pygame.K_t)
    assert to_text(session.play) == left
    assert session.left == ()


def test_a_road_with_turns_of_its_own_is_kept_when_another_is_taken_up():
    _, session, left = gone_back()
    other = next(option.id for option in session.play.offered() if option.id != session.left[0].option_ids[0])
    session.choose(other)
    new = to_text(session.play)
    session.return_to(0)

    assert to_text(session.play) == left
    assert [to_text(road) for road in session.left] == [new]


def test_the_timeline_marks_what_fell_to_the_record_and_offers_no_way_back_to_it():
    """By word and shape; a cut would not ask it again."""
    session = Session(begin(lindholm(), ["lindholm"], 7, "noon"), READER)
    visitor = Visitor(session)
    visitor.press(pygame.K_l)
    stops = {widget.id: widget for widget in visitor.window.stage.widgets if widget.look == "stop"}

    assert [stop.lines[0].text for stop in stops.values()] == ["The record", "Now"]
    assert stops["timeline.0"].action is None
    assert stops["timeline.0"].figure != stops["timeline.now"].figure
    assert "log.0.back" not in visitor.ids()


def test_roads_are_told_by_what_one_side_knows():
    """What the other side decided on the road that was left is in neither road."""
    whole = follow(begin(lindholm(), ["lindholm", "sund"], 7), "record")
    start = whole.rollback_to(0)
    told = {side: repr(roads(start, whole, side, READER)) for side in ("lindholm", "sund")}

    assert "Lindholm knows something" not in told["lindholm"]
    assert "Lindholm knows something" in told["sund"]


def test_a_reload_keeps_the_roads_that_the_new_rules_still_know():
    _, session, left = gone_back()
    text = Path(LINDHOLM).read_text(encoding="utf-8")
    session.reload(scenario_from(text.replace("It is as thick", "It is quite as thick")))
    assert [to_text(road) for road in session.left] == [left]

    taken = session.left[0].option_ids[0]
    changed = text.replace(f"      {taken}: {{", f"      {taken}-otherwise: {{")
    changed = changed.replace(f"choice: {taken},", f"choice: {taken}-otherwise,")
    changed = changed.replace(f"favours: {taken},", f"favours: {taken}-otherwise,")
    session.reload(scenario_from(changed))
    assert session.left == ()
