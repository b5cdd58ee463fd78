"""The page without its script, on paper and on a phone."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.pages import CLEAN, EXAMPLES, OTHERS, PLACES, article, cell, made, overview, planted, rules_in, single

PHONE = {"width": 390, "height": 844}
WIDTH = "() => [document.documentElement.scrollWidth, document.body.scrollWidth]"
CONTROLS = "button, input, select, textarea, .filter, .whatif, .whatif-hint, .skip"


@pytest.mark.parametrize("made_by", [single, overview], ids=["single", "overview"])
def test_without_script_everything_is_readable(visit: Visit, made_by) -> None:
    page = visit(made_by(), java_script_enabled=False)
    if made_by is overview:
        expect(page.locator(".list tbody tr")).to_have_count(5)
        page.locator("details:has(> #r1) > summary").click()
    expect(page.locator("#r1 .verdict")).to_contain_text("请先核对")
    for finding in page.locator("#r1 article.finding").all():
        expect(finding.locator(".message")).to_be_visible()
    for rule, place in PLACES.items():
        expect(page.locator(f"#r1 {place}")).to_be_visible()
        article(page, rule).locator(".place a").click()
        expect(page.locator(f"#r1 {place}")).to_be_in_viewport()
    assert page.locator("#r1 table.form:visible").count() >= 3
    for details in page.locator("#r1 details").all():
        details.locator("summary").click()
        expect(details.locator("ul, pre").first).to_be_visible()
    for control in page.locator(CONTROLS).all():
        if "skip" not in (control.get_attribute("class") or ""):
            expect(control).to_be_hidden()


def sheets(page: Page) -> list[str]:
    """The text of each page on paper."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert {round(one.get_width()) for one in document} == {595}
    return [one.get_textpage().get_text_range() for one in document]


def printed(page: Page) -> str:
    return "\n".join(sheets(page))


def test_print_shows_the_report_as_it_is_and_no_controls(visit: Visit) -> None:
    page = visit(single())
    page.get_by_label("规则").select_option("T402")
    page.get_by_label("规则").select_option("")
    cell(page, "t3.new_received.total").click()
    page.keyboard.type("3119")
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    for control in page.locator(CONTROLS).all():
        expect(control).to_be_hidden()
    for finding in page.locator("article.finding").all():
        expect(finding).to_be_visible()
    expect(page.locator("ins")).to_be_hidden()
    assert page.locator("del").evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
    text = printed(page)
    codes = {one.get_attribute("data-rule") for one in page.locator("article.finding").all()}
    assert codes <= rules_in(text)
    assert "3191" in text and "447228" in text


def test_print_of_an_overview_holds_every_report(visit: Visit) -> None:
    page = visit(overview())
    codes = {one.get_attribute("data-rule") for one in page.locator("article.finding").all()}
    text = printed(page)
    assert codes <= rules_in(text)
    assert text.count("T402") == 4  # Twice in the overview, once in each of two reports.
    expect(page.locator(".report:visible")).to_have_count(0)


@pytest.mark.parametrize("made_by", [single, overview], ids=["single", "overview"])
def test_print_of_a_filtered_page_holds_every_finding(visit: Visit, made_by) -> None:
    page = visit(made_by())
    every = printed(page)
    page.get_by_label("规则").select_option("T402")
    expect(page.locator("#r1 [data-rule='T303']")).to_be_hidden()
    assert printed(page) == every
    expect(page.locator("#r1 [data-rule='T303']")).to_be_hidden()


def test_on_paper_the_number_of_a_finding_is_no_digit_of_the_figure(visit: Visit) -> None:
    text = "".join(printed(visit(single())).split())
    assert "引发行政复议341疑[4][5]→351件" in text


def test_on_paper_nothing_begins_a_page_for_its_own_sake(visit: Visit) -> None:
    """A correct report follows its verdict at once, and the table that is nearly a page long begins where it can."""
    page = visit(made([CLEAN, planted()]))
    first, *others = sheets(page)
    assert "可以发布" in first and "（四）平台建设" in first
    [begun] = [text for text in others if "本年新收政府信息公开申请数量" in text][:1]
    assert "第二十条第（一）项" in begun
    assert len(others) <= 6


def test_on_a_phone_labels_stay_as_one_column(visit: Visit) -> None:
    page = visit(single(), viewport=PHONE)
    rights = "all => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().right)))]"
    labels = page.locator("table.t3 th[scope='row']:not([rowspan]), table.t3 .corner")
    for far in (0, 120, 400):
        page.locator(".scroll:has(table.t3)").evaluate("(one, far) => { one.scrollLeft = far; }", far)
        assert len(labels.evaluate_all(rights)) == 1
    assert labels.evaluate_all(rights)[0] < 0.45 * 390
    style = "one => [getComputedStyle(one).borderRightWidth, getComputedStyle(one.closest('table')).borderCollapse]"
    assert labels.first.evaluate(style) == ["1px", "separate"]


@pytest.mark.parametrize("report", [planted(), *OTHERS, EXAMPLES / "faulty-bureau-2022.txt"], ids=range(4))
def test_on_a_phone_a_figure_is_tried_and_its_links_stand_below(visit: Visit, report: str | Path) -> None:
    page = visit(made([report]), viewport=PHONE, has_touch=True)
    for one in page.locator("td[data-field]:has(.back), td[data-field]:has(.saying)").all():
        figure = one.locator(".figure").bounding_box()
        assert figure and figure["height"] >= 32 and figure["width"] >= 24
        for link in one.locator(".back, .saying").all():
            box = link.bounding_box()
            assert box and box["y"] >= figure["y"] + figure["height"] and box["height"] >= 24 and box["width"] >= 24
        one.locator(".figure").tap(trial=True)
        one.tap()
        expect(one.locator(".whatif-input")).to_be_focused()
        page.keyboard.press("Escape")


@pytest.mark.parametrize("made_by", [single, overview], ids=["single", "overview"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_only_tables_scroll_sideways(visit: Visit, made_by, lang: str) -> None:
    page = visit(made_by(lang), "#r1", viewport=PHONE)
    assert max(page.evaluate(WIDTH)) <= 390
    scroller = page.locator("#r1 .scroll:has(table.t3)")
    assert scroller.evaluate("one => one.scrollWidth > one.clientWidth && getComputedStyle(one).overflowX") == "auto"
    cell(page, "t3.new_received.total").click()
    page.keyboard.type("x")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Control+A")
    page.keyboard.type("3119")
    page.keyboard.press("Enter")
    page.locator(".whatif-fold:visible").click()
    assert max(page.evaluate(WIDTH)) <= 390
    assert page.locator(".whatif-details:visible").evaluate("one => one.scrollWidth <= one.clientWidth")
