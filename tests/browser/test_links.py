"""From a figure of the prose to its cells and back, and to what is held back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.axe import RUN, faults
from browser.conftest import Visit
from browser.pages import CLEAN, EXAMPLES, OTHERS, cell, checked, made
from linter.check import Checked
from linter.finding import Held

LIT = re.compile(r"\blit\b")
FIELD = "t3.new_received.total"


def held() -> Checked:
    result = checked(OTHERS[0])
    kept = tuple(Held(one, "waiver", "含转发的信息") for one in result.outcomes.findings)
    return result._replace(outcomes=result.outcomes._replace(findings=(), held=kept, ignored=("STR01",)))


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(request: pytest.FixtureRequest, visit: Visit) -> Page:
    return visit(made([CLEAN]), java_script_enabled=request.param)


def test_a_figure_leads_to_its_cell_and_this_back(page: Page) -> None:
    figure = page.locator("a.agrees", has_text="3119")
    figure.click()
    expect(cell(page, FIELD)).to_be_in_viewport()
    cell(page, FIELD).locator(".saying").click()
    expect(figure).to_be_in_viewport()


def test_the_keyboard_goes_there_and_back(visit: Visit) -> None:
    page = visit(made([CLEAN]))
    figure = page.locator("a.agrees", has_text="3119")
    figure.press("Enter")
    expect(cell(page, FIELD)).to_be_focused()
    page.keyboard.press("Tab")
    expect(cell(page, FIELD).locator(".saying")).to_be_focused()
    page.keyboard.press("Enter")
    expect(figure).to_be_focused()


def test_a_figure_lights_all_its_cells_and_each_of_these_the_figure(visit: Visit) -> None:
    page = visit(made([CLEAN]))
    suits = page.locator("a.agrees", has_text="46")
    suits.focus()
    for field in ("t4.suit_direct.total", "t4.suit_after_review.total"):
        expect(cell(page, field)).to_have_class(LIT)
    cell(page, "t4.suit_direct.total").hover()
    expect(suits).to_have_class(LIT)
    expect(cell(page, "t4.suit_after_review.total")).not_to_have_class(LIT)


def test_a_finger_on_the_figure_changes_it_though_a_link_is_near(visit: Visit) -> None:
    page = visit(made([CLEAN]), viewport={"width": 390, "height": 844}, has_touch=True)
    cell(page, "t4.review.total").tap()
    expect(page.locator(".whatif-input")).to_be_focused()


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no script"])
def test_what_is_held_back_unfolds_and_leads_to_its_place(visit: Visit, scripted: bool) -> None:
    page = visit(made([held()]), java_script_enabled=scripted)
    expect(page.locator(".verdict .word")).to_have_text("可以发布（另有 10 处不列出）")
    fold = page.locator("details.held")
    expect(fold.locator("li").first).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator(".why").first).to_have_text("豁免 含转发的信息")
    fold.locator("li", has_text="T303").get_by_role("link").click()
    expect(cell(page, "t3.unable_not_held.total")).to_be_in_viewport()
    expect(page.locator("article.finding, td.first")).to_have_count(0)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_what_is_held_back(visit: Visit, axe: str, scheme: str, lang: str) -> None:
    page = visit(made([held(), EXAMPLES / "faulty-bureau-2022.txt"], lang), "#r1", script=axe, color_scheme=scheme)
    page.locator("details.held summary").click()
    page.locator("details:has(> #r2) > summary").click()
    page.locator("#r2 button.try").first.click()
    expect(page.locator("#r2 ins")).to_have_count(1)
    assert faults(page.evaluate(RUN)) == []
