"""Figures are tried out on the page: findings settle and appear, the note is written, nonsense is refused."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.pages import OTHERS, article, cell, made, single

WRONG = "t3.new_received.total"
SETTLED = re.compile(r"\bsettled\b")


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit(single())


def change(page: Page, field: str, figure: str) -> None:
    cell(page, field).click()
    page.keyboard.type(figure)
    page.keyboard.press("Enter")


def test_a_finding_settles_and_the_note_appears(page: Page) -> None:
    expect(page.locator(".whatif-hint")).to_be_visible()
    expect(page.locator(".whatif-note")).to_have_count(0)
    change(page, WRONG, "3119")
    expect(cell(page, WRONG).locator("del")).to_have_text("3191")
    expect(cell(page, WRONG).locator("ins")).to_have_text("3119")
    for rule in ("T303", "T301", "NAR01"):
        expect(article(page, rule)).to_have_class(SETTLED)
        expect(article(page, rule).locator(".whatif-state")).to_have_text("已消除")
    expect(article(page, "T402")).not_to_have_class(SETTLED)
    expect(cell(page, "t3.handled_total.total")).to_have_class(SETTLED)
    note = page.get_by_label("更正说明", exact=True)
    expect(note).to_be_visible()
    expect(note).to_have_value(re.compile("临江市2024年.*新收.*原为 3191，更正为 3119。$"))
    expect(page.locator(".whatif-summary")).to_contain_text("已改 1 格")


def test_the_bar_is_in_sight_beside_the_cell(page: Page) -> None:
    for field, figure in ((WRONG, "3119"), ("t4.suit_direct.total", "26"), ("t2.rules.issued", "2")):
        change(page, field, figure)
        expect(cell(page, field)).to_be_focused()
        box, bar = cell(page, field).bounding_box(), page.locator(".whatif").bounding_box()
        assert box and bar and box["y"] + box["height"] <= bar["y"]
        assert bar["y"] + bar["height"] <= 900 and bar["height"] < 0.45 * 900
    page.get_by_role("button", name="详情").click()
    expect(page.get_by_label("更正说明", exact=True)).to_be_hidden()
    bar = page.locator(".whatif").bounding_box()
    assert bar and bar["height"] < 80


def test_on_a_phone_the_bar_is_low_and_opens(visit: Visit) -> None:
    page = visit(single(), viewport={"width": 390, "height": 844}, has_touch=True)
    cell(page, WRONG).tap()
    page.keyboard.type("3119")
    page.keyboard.press("Enter")
    bar = page.locator(".whatif").bounding_box()
    assert bar and bar["height"] < 0.25 * 844 and bar["y"] + bar["height"] <= 844
    expect(cell(page, WRONG)).to_be_in_viewport(ratio=1)
    expect(page.locator(".whatif-note")).to_be_hidden()
    page.get_by_role("button", name="详情").tap()
    page.locator(".whatif-note").scroll_into_view_if_needed()
    expect(page.locator(".whatif-note")).to_be_in_viewport()


def test_the_keyboard_alone(page: Page) -> None:
    cell(page, "t3.new_received.natural_person").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(cell(page, WRONG)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".whatif-input")).to_be_focused()
    expect(page.locator(".whatif-input")).to_have_accessible_name(re.compile("新收.*总计.*改为"))
    page.keyboard.type("3119")
    page.keyboard.press("Enter")
    expect(cell(page, WRONG)).to_be_focused()
    expect(article(page, "T303")).to_have_class(SETTLED)
    page.keyboard.press("F2")
    page.keyboard.type("1")
    page.keyboard.press("Escape")
    expect(cell(page, WRONG).locator("ins")).to_have_text("3119")
    page.get_by_role("button", name="全部还原").press("Enter")
    expect(cell(page, WRONG)).to_be_focused()
    expect(cell(page, WRONG).locator("ins")).to_have_count(0)


def test_undo_and_reset(page: Page) -> None:
    change(page, WRONG, "3119")
    change(page, "t4.suit_direct.total", "26")
    change(page, "t3.rejected_publication.natural_person", "0")
    for rule in ("T303", "T402"):
        expect(article(page, rule)).to_have_class(SETTLED)
    page.get_by_role("button", name=re.compile("^还原.*新收")).click()
    expect(article(page, "T303")).not_to_have_class(SETTLED)
    expect(article(page, "T402")).to_have_class(SETTLED)
    assert "3119" not in page.locator(".whatif-note").input_value()
    page.get_by_role("button", name="全部还原").click()
    expect(page.locator("td.changed, .finding.settled, td.alarmed, td.settled")).to_have_count(0)
    expect(page.get_by_text("已全部还原。")).to_be_in_viewport()
    expect(page.locator(".whatif-note")).to_have_count(0)


@pytest.mark.parametrize("nonsense", ["abc", "1,2,3", "３1x", "<b>1</b>", "1e5", "--1"])
def test_nonsense_is_refused_visibly(page: Page, nonsense: str) -> None:
    change(page, WRONG, nonsense)
    expect(page.get_by_role("alert")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("alert")).to_contain_text("请填数字")
    expect(page.locator(".whatif-input")).to_be_focused()
    expect(page.locator(".whatif-input")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("td.changed")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_one_editor_at_a_time_and_what_was_refused_is_given_up(page: Page) -> None:
    change(page, WRONG, "abc")
    expect(page.get_by_role("alert")).to_be_visible()
    cell(page, "t3.granted.total").click()
    expect(page.locator(".whatif-input")).to_have_count(1)
    expect(cell(page, "t3.granted.total").locator(".whatif-input")).to_be_focused()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("td.changed")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(".whatif-input, td.editing")).to_have_count(0)
    assert (
        page.evaluate(
            "(ids => ids.length - new Set(ids).size)([...document.querySelectorAll('[id]')].map(one => one.id))"
        )
        == 0
    )


@pytest.mark.parametrize("written", ["3,119", "３１１９", " 3119 ", "3119.0"])
def test_a_figure_may_be_written_in_other_ways(page: Page, written: str) -> None:
    change(page, WRONG, written)
    expect(article(page, "T303")).to_have_class(SETTLED)


def test_a_good_cell_spoiled_gives_a_new_finding(page: Page) -> None:
    change(page, "t3.partial.business", "70")
    fresh = page.locator(".whatif-finding")
    rules = {one.get_attribute("data-rule") for one in fresh.all()}
    assert {"T302", "T303"} <= rules
    expect(cell(page, "t3.partial.total")).to_have_class(re.compile(r"\balarmed\b"))
    fresh.filter(has_text="T303").get_by_role("button").last.click()
    expect(page.locator("td:focus")).to_have_attribute("data-field", re.compile(r"^t3\.partial\."))
    change(page, "t3.partial.business", "7")
    expect(fresh).to_have_count(0)
    expect(page.locator("td.changed")).to_have_count(0)


def test_a_word_in_a_cell_is_still_told_after_a_change(visit: Visit) -> None:
    text = OTHERS[1].read_text(encoding="utf-8")
    row = "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    assert row in text
    page = visit(made([text.replace(row, row.replace("0 |", "5 |", 1).removesuffix("0 |") + "若干 |")]))
    change(page, "t3.partial.business", "1.5")
    expect(article(page, "T305").locator(".whatif-state")).to_contain_text("重复申请·总计 若干")


def test_leaving_a_cell_keeps_the_figure_and_a_link_leads_to_what_settled(page: Page) -> None:
    cell(page, WRONG).click()
    page.keyboard.type("3119")
    cell(page, "t3.carried_in.total").click()
    expect(cell(page, WRONG).locator("ins")).to_have_text("3119")
    page.keyboard.press("Escape")
    page.locator(".whatif-gone").get_by_role("link", name=re.compile("T303")).click()
    expect(article(page, "T303")).to_be_focused()


def test_the_note_is_copied_or_selected(page: Page) -> None:
    change(page, WRONG, "3119")
    page.get_by_role("button", name="复制更正说明").click()
    expect(page.locator(".whatif-copied")).to_have_text(re.compile("已复制|已选中"))
