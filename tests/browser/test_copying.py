"""What is selected on the page and copied is the report's, without what the page puts beside its figures."""

from __future__ import annotations

import re

import pytest
from lxml import html
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Visit
from browser.pages import OTHERS, PLACES, cell, made, planted

SELECT = """element => {
  getSelection().selectAllChildren(element);
  return getSelection().toString();
}"""
PASTED = """async () => {
  const [item] = await navigator.clipboard.read();
  const types = ["text/plain", "text/html"].map(async (type) => (await item.getType(type)).text());
  return Promise.all(types);
}"""


@pytest.fixture(params=["zh", "en"])
def page(request: pytest.FixtureRequest, visit: Visit) -> Page:
    text = planted().replace("重复申请 25 0 0 0 0 0 25", "重复申请 25  0 0 0 0 25")
    return visit(made([text], request.param), permissions=["clipboard-read", "clipboard-write"])


def selected(element: Locator) -> str:
    return str(element.evaluate(SELECT))


def test_a_sentence_is_copied_as_the_report_writes_it(page: Page) -> None:
    sentence = page.locator(f".sheet p:has({PLACES['NAR08']})")
    expect(sentence.locator(".back").first).to_be_visible()
    assert "".join(selected(sentence).split()) in "".join(planted().split())


def test_of_a_table_the_figures_are_copied(page: Page) -> None:
    table = page.locator("table.t3")
    expect(table.locator(".back").first).to_be_visible()
    expect(table.locator(".saying").first).to_be_visible()
    copied = [line.split("\t") for line in selected(table).splitlines()]
    figures = {re.sub(r"\s", "", row[-8]): row[-7:] for row in copied if len(row) >= 8}
    assert figures["一、本年新收政府信息公开申请数量"] == ["3001", "53", "0", "0", "61", "4", "3191"]
    assert figures["3.要求提供公开出版物"][:2] == ["/", "0"]


def test_what_is_pasted_elsewhere_holds_the_figures_alone(page: Page) -> None:
    selected(page.locator("table.t3"))
    page.keyboard.press("Control+C")
    plain, rich = page.evaluate(PASTED)
    assert "3191\n" in plain.replace("\r", "") and "文" not in plain
    [row] = [one for one in html.fromstring(rich).iter("tr") if "本年新收" in one.text_content()]
    assert [one.text_content().strip() for one in row.iter("td")] == ["3001", "53", "0", "0", "61", "4", "3191"]


def test_of_a_suspect_only_its_figure_is_copied(visit: Visit) -> None:
    page = visit(made([OTHERS[0]]))
    one = cell(page, "t4.review.total")
    expect(one.locator(".due")).to_be_visible()
    figures = one.locator("xpath=..").locator("td .figure").all_inner_texts()
    assert figures[4] == "0" and selected(one.locator("xpath=..")).split() == figures


def test_a_figure_that_is_tried_is_not_copied_as_the_report_s(page: Page) -> None:
    one = cell(page, "t3.new_received.total")
    one.click()
    page.keyboard.type("3119")
    page.keyboard.press("Enter")
    expect(one.locator("ins")).to_be_visible()
    assert selected(one.locator("xpath=..")).split()[-7:] == ["3001", "53", "0", "0", "61", "4", "3191"]


@pytest.mark.parametrize(
    ("lang", "heard"), [("zh", "^3191 .*应为 3119 ?， ?第 2 个问题"), ("en", "^3191 .*be 3119 ?, ?finding 2 ")]
)
def test_what_is_heard_of_a_figure_keeps_its_findings_apart(visit: Visit, lang: str, heard: str) -> None:
    page = visit(made([planted()], lang))
    expect(cell(page, "t3.new_received.total")).to_have_accessible_name(re.compile(heard))
