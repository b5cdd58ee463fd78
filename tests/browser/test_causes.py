"""Findings under their cause: the way to the suspect cells and back, the cause tried out, groups that are filtered."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Visit
from browser.pages import EXAMPLES, OTHERS, article, cell, made

SETTLED = re.compile(r"\bsettled\b")
ALIKE = EXAMPLES / "faulty-bureau-2022.txt"


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit(made([OTHERS[0]]))


def totals(page: Page) -> Locator:
    """The group of the two totals that were left 0."""
    return page.locator("section.cause").filter(has_text="2 处合计是 0")


def test_one_cause_stands_over_its_findings(page: Page) -> None:
    group = totals(page)
    expect(group.get_by_role("heading", level=4)).to_contain_text("3 处问题")
    expect(group.locator("article")).to_have_count(3)
    assert group.locator(".changes").first.bounding_box()["y"] < group.locator("article").first.bounding_box()["y"]


def test_the_suspect_cell_shows_what_should_stand_there(page: Page) -> None:
    one = cell(page, "t4.review.total")
    expect(one.locator(".due")).to_be_visible()
    expect(one).to_have_accessible_name(re.compile("^0 .*疑点，应为 11"))
    style = "one => getComputedStyle(one.querySelector('.due')).backgroundColor"
    assert one.evaluate(style) != one.evaluate("one => getComputedStyle(one).backgroundColor")
    expect(page.locator(".key .suspect")).to_be_visible()


def test_from_the_cause_to_the_cell_and_back(page: Page) -> None:
    group = totals(page)
    group.locator(".changes a").first.click()
    one = cell(page, "t4.review.total")
    expect(one).to_be_focused()
    expect(one).to_be_in_viewport()
    one.locator(".doubt").click()
    expect(group).to_be_focused()
    expect(group.locator("h4")).to_be_in_viewport()


def test_the_cause_lights_its_cells_and_a_cell_its_cause(page: Page) -> None:
    totals(page).locator("h4").hover()
    for field in ("t4.review.total", "t4.suit_after_review.total"):
        expect(cell(page, field)).to_have_class(re.compile(r"\blit\b"))
    cell(page, "t3.unable_not_held.natural_person").hover()
    expect(page.locator("section.cause.lit")).to_have_count(1)
    expect(page.locator("section.cause.lit")).to_contain_text("8 应为 10")


def test_trying_the_cause_settles_its_findings_and_can_be_taken_back(page: Page) -> None:
    group = totals(page)
    button = group.get_by_role("button", name="试改")
    button.click()
    for rule in ("NAR08", "T401", "T403"):
        expect(article(page, rule)).to_have_class(SETTLED)
    expect(article(page, "T302")).not_to_have_class(SETTLED)
    expect(cell(page, "t4.review.total").locator("ins")).to_have_text("11")
    expect(cell(page, "t4.review.total").locator(".due")).to_be_hidden()
    expect(page.locator(".whatif-summary")).to_contain_text("已改 2 格")
    back = group.get_by_role("button", name="撤销试改")
    expect(back).to_be_focused()
    expect(back).to_be_in_viewport()
    assert back.bounding_box()["y"] < page.locator(".whatif").bounding_box()["y"]
    back.click()
    expect(article(page, "T401")).not_to_have_class(SETTLED)
    expect(page.locator("ins")).to_have_count(0)
    expect(group.get_by_role("button", name="试改")).to_be_visible()


def test_a_change_by_hand_or_undone_shows_on_the_button(page: Page) -> None:
    group = totals(page)
    group.get_by_role("button", name="试改").click()
    page.locator(".whatif-undo").first.click()
    expect(group.get_by_role("button", name="试改", exact=True)).to_be_visible()
    cell(page, "t4.review.total").click()
    page.keyboard.type("11")
    page.keyboard.press("Enter")
    expect(group.get_by_role("button", name="撤销试改")).to_be_visible()


def test_each_of_several_suspects_can_be_tried(visit: Visit) -> None:
    page = visit(made([ALIKE]))
    group = page.locator("section.cause").first
    expect(group).to_contain_text("同样可能")
    for button in group.get_by_role("button", name="试改").all():
        button.click()
        expect(article(page, "T207")).to_have_class(SETTLED)
        group.get_by_role("button", name="撤销试改").click()
        expect(article(page, "T207")).not_to_have_class(SETTLED)


def test_a_group_without_shown_findings_is_hidden(page: Page) -> None:
    page.get_by_label("规则").select_option("T403")
    expect(page.locator("section.cause:visible")).to_have_count(1)
    expect(totals(page).locator("article:visible")).to_have_count(1)
    page.get_by_label("规则").select_option("FMT01")
    expect(page.locator("section.cause:visible")).to_have_count(0)
    page.get_by_label("规则").select_option("")
    expect(page.locator("section.cause:visible")).to_have_count(3)


def test_a_cell_leads_to_its_cause_though_that_is_filtered_away(page: Page) -> None:
    page.get_by_label("规则").select_option("FMT01")
    cell(page, "t4.review.total").locator(".doubt").click()
    expect(totals(page)).to_be_focused()


def test_causes_without_script_and_on_paper(visit: Visit) -> None:
    page = visit(made([OTHERS[0]]), java_script_enabled=False)
    expect(totals(page).locator("h4")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    totals(page).locator(".changes a").first.click()
    expect(cell(page, "t4.review.total")).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(cell(page, "t4.review.total").locator(".due")).to_be_visible()
