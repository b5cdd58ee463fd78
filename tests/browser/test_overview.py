"""Several reports on one page: the overview, sorted and filtered, and the way to each report."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Visit
from browser.pages import OTHERS, article, cell, made, overview, planted


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit(overview())


def column(page: Page, number: int) -> list[str]:
    return page.locator(f".list tbody tr:visible > :nth-child({number})").all_inner_texts()


def heading(page: Page, name: str) -> Locator:
    return page.locator(".list thead th").filter(has=page.get_by_role("button", name=name, exact=True))


def test_every_file_is_told(page: Page) -> None:
    expect(page.locator(".unreadable li")).to_have_text("图.txt 是图片")
    assert column(page, 1) == ["1", "2", "3", "4", "5"]
    assert column(page, 2) == ["请先核对", "可以发布", "请先核对", "可以发布", "请先核对"]
    expect(page.locator(".report:visible")).to_have_count(0)


def test_sorting_by_mouse_and_by_keyboard(page: Page) -> None:
    errors = heading(page, "错误")
    errors.get_by_role("button").click()
    expect(errors).to_have_attribute("aria-sort", "descending")
    counts = [int(text) for text in column(page, 6)]
    assert counts == sorted(counts, reverse=True) and counts[0] > counts[-1]
    errors.get_by_role("button").press("Enter")
    expect(errors).to_have_attribute("aria-sort", "ascending")
    assert [int(text) for text in column(page, 6)] == sorted(counts)
    heading(page, "未检查").get_by_role("button").click()
    expect(heading(page, "未检查")).to_have_attribute("aria-sort", "descending")
    heading(page, "机关").get_by_role("button").click()
    expect(page.locator("[aria-sort]")).to_have_count(1)
    assert column(page, 4)[0] < column(page, 4)[-1]
    heading(page, "结论").get_by_role("button").click()
    assert column(page, 2) == ["请先核对"] * 3 + ["可以发布"] * 2


def test_filters_leave_the_reports_concerned(page: Page) -> None:
    page.get_by_label("规则").select_option("T402")
    assert column(page, 1) == ["1", "5"]
    expect(page.locator("details.fold:visible")).to_have_count(2)
    page.get_by_label("规则").select_option("")
    page.get_by_role("checkbox", name="错误").uncheck()
    page.get_by_role("checkbox", name="警告").uncheck()
    assert column(page, 1) == ["3"]
    page.get_by_role("checkbox", name="错误").check()
    page.get_by_role("checkbox", name="警告").check()
    assert len(column(page, 1)) == 5


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_filter_that_leaves_nothing_says_so(visit: Visit, lang: str) -> None:
    page = visit(overview(lang))
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    assert column(page, 1) == []
    told = {
        "zh": "没有符合筛选条件的问题，什么也没有显示。",
        "en": "No finding passes the filter, so nothing is shown.",
    }
    expect(page.locator("output.shown")).to_have_text(told[lang])


def test_a_line_leads_to_its_report_and_unfolds_it(page: Page) -> None:
    page.locator(".list tbody tr").nth(2).get_by_role("link").click()
    expect(page.locator("#r3-title")).to_be_focused()
    expect(page.locator("#r3 .verdict")).to_be_in_viewport()
    article(page, "T303", 3).locator(".place a").click()
    expect(cell(page, "t3.unable_not_held.total", 3)).to_be_focused()
    expect(page.locator("#r1 .verdict")).to_be_hidden()


def test_an_address_with_a_place_opens_it(visit: Visit) -> None:
    page = visit(overview(), "#r5-t4-suit_direct-total")
    expect(cell(page, "t4.suit_direct.total", 5)).to_be_in_viewport()
    page = visit(overview(), "#nowhere")
    expect(page.locator(".report:visible")).to_have_count(0)


def test_regions_of_reports_with_one_title_differ(page: Page) -> None:
    for number in (1, 5):
        page.locator(f"details:has(> #r{number}) > summary").click()
    labels = [region.get_attribute("aria-label") for region in page.locator(".report:visible [aria-label]").all()]
    regions = [label for label in labels if label and "份报告" in label]
    assert len(regions) == len(set(regions)) == 6
    assert {label[:5] for label in regions} == {"第 1 份", "第 5 份", "试改数字，"}


def test_each_report_is_tried_by_itself(page: Page) -> None:
    for number, figure in ((1, "3119"), (5, "3120")):
        page.locator(f"details:has(> #r{number}) > summary").click()
        cell(page, "t3.new_received.total", number).click()
        page.keyboard.type(figure)
        page.keyboard.press("Enter")
    for number, figure in ((1, "3119"), (5, "3120")):
        expect(cell(page, "t3.new_received.total", number).locator(".whatif-new")).to_have_text(figure)
        assert figure in page.locator(f"#r{number} .whatif-note").input_value()
    expect(page.locator("#r5 .whatif")).to_be_in_viewport()
    expect(page.locator("#r1 .whatif")).not_to_be_in_viewport()


def test_a_page_of_sixty_reports_is_small_and_whole(visit: Visit) -> None:
    html = made([OTHERS[1], planted(), OTHERS[0]] * 20)
    assert len(html.encode()) < 5_000_000
    page = visit(html)
    assert len(column(page, 1)) == 60
    page.locator(".list tbody tr").last.get_by_role("link").click()
    expect(page.locator("#r60-title")).to_be_focused()
