"""The report of a debrief: a page that stands alone, and a table that a spreadsheet may open."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from reading import READER, scenario_from
from test_graph import fits, requests_of
from window_room import LINDHOLM, lindholm

from game.analysis.road import Atlas
from game.cli.main import main
from game.debrief.comparison import compare
from game.debrief.debrief import Debrief, debrief
from game.debrief.odds import road_odds
from game.debrief.table import COLUMNS, debrief_csv
from game.play.follow import follow
from game.play.playthrough import begin
from game.reports.debriefs import Told, debrief_report
from game.scenario.model import Scenario

WAY = "hold,stays,tell,quiet"


def debriefed(scenario: Scenario, way: str = WAY) -> Debrief:
    play = follow(begin(scenario, ("lindholm",), 7), way)
    return debrief(play, READER, road_odds(play, Atlas().road(play), compare(play, READER)))


def page_of(*found: Debrief) -> str:
    told = [Told(f"class {number}", one) for number, one in enumerate(found, start=1)]
    return debrief_report(told, READER.words)


def test_every_drawing_has_a_name_and_a_table_that_tells_the_same():
    """A reader who sees no drawing misses nothing."""
    found = debriefed(lindholm())
    page = page_of(found)
    drawings = re.findall(r'<svg class="(?:rails|chart)"[^>]*>', page)
    assert len(drawings) == 1 + len(found.charts)
    for drawing in drawings:
        name = re.search(r'aria-labelledby="([^"]+)"', drawing)
        assert 'role="img"' in drawing and name is not None
        assert f'<title id="{name[1]}">' in page
    cells = page.replace("&#39;", "'")
    for tie in found.rails:
        assert f">{tie.title}</th>" in cells
    for chart in found.charts:
        assert all(f"<td>{word}</td>" in page for word in {chart.steps[at] for at in chart.here})


def test_several_playthroughs_are_told_together():
    """A class sees all its roads in one table, each leading to its own part."""
    page = page_of(debriefed(lindholm()), debriefed(lindholm(), "record"))
    assert page.count('<section class="road"') == 2
    for number in (1, 2):
        assert f'<a href="#road-{number}">class {number}</a>' in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_an_authors_markup_is_text_in_the_page():
    """What an author writes is shown, never carried out."""
    text = Path(LINDHOLM).read_text(encoding="utf-8")
    hostile = text.replace("Lindholm knows something", "<script>alert(1)</script>")
    page = page_of(debriefed(scenario_from(hostile)))
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1+1"])
def test_no_cell_of_the_table_is_a_formula(start: str):
    """A spreadsheet carries out what begins like one; an apostrophe keeps it text."""
    text = Path(LINDHOLM).read_text(encoding="utf-8")
    scenario = scenario_from(text.replace('title: "The fog"', f'title: "{start}, the fog"'))
    rows = list(csv.DictReader(StringIO(debrief_csv([(start, debriefed(scenario).comparison)]))))
    assert tuple(rows[0]) == COLUMNS
    assert [row["turn"] for row in rows] == ["1", "2", "3", "4"]
    assert rows[1]["title"].lstrip("' ") == f"{start}, the fog".lstrip()
    cells = [cell for row in rows for cell in row.values()]
    assert [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@"))] == []


def test_the_page_stands_alone_in_a_browser_and_prints(browser, tmp_path: Path):
    """It fetches nothing, complains of nothing, fits a narrow screen, and leads from a table to a turn."""
    transcript, page = tmp_path / "night.json", tmp_path / "night.html"
    played = ["play", "petrov-1983", "--side", "bunker", "--follow", "weights", "--seed", "3"]
    assert main([*played, "--transcript", str(transcript)]) == 0
    assert main(["debrief", str(transcript), "--format", "html", "--out", str(page)]) == 0
    browser.get("about:blank")
    browser.get_log("performance")
    browser.get(page.as_uri())
    drawing = browser.find_element("css selector", "svg.rails")
    assert drawing.aria_role in ("img", "image") and drawing.accessible_name
    browser.find_element("css selector", "table.ties a").click()
    assert browser.execute_script("return location.hash") == "#road-1-turn-1"
    assert fits(browser, 400)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = browser.execute_script("return getComputedStyle(document.querySelector('nav')).display")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert shown == "none"
    assert browser.get_log("browser") == []
    assert {url.partition("#")[0] for url in requests_of(browser)} == {page.as_uri()}
