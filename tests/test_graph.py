"""The story's map and the author's report: laid out whole, true to the odds, and usable in a browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from scenario_strategy import question_of, read_story, story_texts

from game.analysis.statespace import explore
from game.analysis.traffic import traffic
from game.cli.main import main
from game.library import load
from game.reports.drawing import BOX, draw
from game.reports.storymap import lay_out

FERRY = str(Path(__file__).parent / "scenarios" / "ferry.yaml")


@settings(max_examples=40)
@given(story_texts())
def test_the_roads_carry_exactly_the_playthroughs_that_come_to_a_place(text: str) -> None:
    """What comes in is what exploring says is met, and what comes to the endings is everything."""
    question = question_of(read_story(text), None)
    found = explore(question, "weights")
    arrived: dict[str, float] = {question.scenario.start: 1.0}
    for (_, _, target), share in traffic(question, "weights").items():
        arrived[target] = arrived.get(target, 0.0) + share
    for name, decision in found.decisions.items():
        assert arrived.get(name, 0.0) == pytest.approx(decision.reached, abs=1e-12)
    for name, ending in found.endings.items():
        assert arrived.get(name, 0.0) == pytest.approx(ending.probability["weights"], abs=1e-12)


@settings(max_examples=40)
@given(story_texts())
def test_boxes_never_overlap_and_roads_go_down(text: str) -> None:
    """However a story branches, it can be read."""
    question = question_of(read_story(text), None)
    story = lay_out(question.scenario, traffic(question, "weights"), ())
    boxes = draw(story).boxes
    assert len({(box.x, box.y) for box in boxes}) == len(boxes) == len(story.nodes)
    for one in boxes:
        for other in boxes:
            if one is not other:
                assert abs(one.x - other.x) >= BOX[0] or abs(one.y - other.y) >= BOX[1]
    for road in story.roads:
        target = story.nodes[road.target]
        assert target.is_ending or target.row > story.nodes[road.source].row


@pytest.mark.parametrize("form", ["mermaid", "dot", "svg", "html"])
def test_every_form_names_every_decision_point_and_ending(form: str, tmp_path: Path) -> None:
    """Nothing is left out of a picture."""
    out = tmp_path / "map"
    assert main(["graph", FERRY, "--format", form, "--out", str(out)]) == 0
    drawn = out.read_text(encoding="utf-8").replace("&#39;", "'")
    scenario = load(FERRY)
    for part in (*scenario.decisions.values(), *scenario.endings.values()):
        first = part.title.standard.split()[0]
        assert first in drawn
    assert drawn.count("\n") > len(scenario.decisions)


def test_graphviz_takes_the_dot_form(tmp_path: Path) -> None:
    """Graphviz draws it without a word of complaint."""
    if shutil.which("dot") is None:
        pytest.skip("Graphviz is not installed: its package is called graphviz")
    out = tmp_path / "map.dot"
    assert main(["graph", "cuba-1962", "--format", "dot", "--out", str(out)]) == 0
    done = subprocess.run(["dot", "-Tsvg", str(out)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count('class="node"') == len(load("cuba-1962").decisions) + len(
        load("cuba-1962").endings
    )


def opened_page(browser, tmp_path: Path, *arguments: str):
    page = tmp_path / "page.html"
    assert main([*arguments, "--format", "html", "--out", str(page)]) == 0
    browser.get("about:blank")
    browser.get_log("performance")
    browser.get(page.as_uri())
    return page


def requests_of(browser) -> set[str]:
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    return {e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"}


def fits(browser, width: int) -> bool:
    """Tell whether nothing reaches past the page's edge, on a screen narrower than a window can be made."""
    screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    fitting = browser.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    return fitting


def test_a_box_of_the_map_can_be_read_by_pointer_and_by_keyboard(browser, tmp_path: Path) -> None:
    """Choosing it shows its options; the page fetches nothing and complains of nothing."""
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    page = opened_page(browser, tmp_path, "graph", FERRY)
    scenario = load(FERRY)
    first, second = list(scenario.decisions.values())[:2]
    browser.find_element("css selector", f"#box-{first.id} .box").click()
    section = browser.find_element("id", first.id)
    assert section.is_displayed()
    assert all(option.text.standard in section.text for option in first.options.values())
    browser.execute_script("history.back()")
    browser.find_element("css selector", f'.sheet a[href="#{second.id}"]').send_keys(Keys.ENTER)
    assert browser.find_element("id", second.id).is_displayed()
    assert not browser.find_element("id", first.id).is_displayed()
    assert browser.get_log("browser") == []
    assert {url.partition("#")[0] for url in requests_of(browser)} == {page.as_uri()}


def test_the_report_sorts_by_keyboard_and_fits_a_narrow_screen(browser, tmp_path: Path) -> None:
    """Its tables scroll inside themselves, never the page sideways."""
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    page = opened_page(browser, tmp_path, "explore", FERRY)
    assert "e-" not in browser.find_element("css selector", "#luck ~ .wide").text  # fog moves nothing here
    heads = browser.find_elements("css selector", "table.sorted th button")
    rows = "[...document.querySelectorAll('table.sorted tbody tr')]"
    shown = f"return {rows}.map(row => +row.cells[0].dataset.value)"
    effects = browser.execute_script(shown)
    assert effects == sorted(effects, reverse=True)
    heads[0].send_keys(Keys.ENTER)
    assert browser.execute_script(shown) == sorted(effects)
    assert heads[0].find_element("xpath", "..").get_attribute("aria-sort") == "ascending"
    assert fits(browser, 400)
    assert browser.get_log("browser") == []
    assert {url.partition("#")[0] for url in requests_of(browser)} == {page.as_uri()}
