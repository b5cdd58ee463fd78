"""The small tags in a cell cover no figure: as it is read, tried and printed, on screens of three widths."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.pages import EXAMPLES, OTHERS, cell, made, planted

WIDTHS = pytest.mark.parametrize("width", [1440, 820, 390])
SHIFTED = "t3.denied_process_info.natural_person"
COVERED = """() => {
  const rects = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return element.matches("input") ? [element.getBoundingClientRect()] : [...range.getClientRects()];
  };
  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const found = [];
  for (const cell of document.querySelectorAll("td[data-field]")) {
    const tags = [...cell.querySelectorAll(".back, .due, .saying")].filter((tag) => tag.getClientRects().length);
    const boxes = [...cell.querySelectorAll(".figure, .remark, ins, input")].flatMap(rects).filter((box) => box.width);
    tags.forEach((tag, index) => {
      const others = tags.slice(index + 1).map((other) => other.getBoundingClientRect());
      if ([...boxes, ...others].some((box) => overlap(box, tag.getBoundingClientRect())))
        found.push(`${cell.dataset.field}: ${tag.textContent} on ${cell.textContent}`);
    });
  }
  return found;
}"""
"""The tags that lie over the text of their cell or over each other."""


def crowded() -> str:
    """A cell that holds a word, of which several findings speak, and others with two tags and with a suspicion."""
    text = planted()
    for right, other in (
        ("重复申请 25 0 0 0 0 0 25", "重复申请 25 0 0 0 0 0 若干"),
        ("过程性信息 12 0", "过程性信息 15 0"),
    ):
        assert text.count(right) == 1
        text = text.replace(right, other)
    return text


def opened(visit: Visit, report: object, width: int) -> Page:
    return visit(made([report]), viewport={"width": width, "height": 900})  # type: ignore[list-item]


@WIDTHS
@pytest.mark.parametrize("report", [crowded(), *OTHERS, EXAMPLES / "faulty-bureau-2022.txt"], ids=range(4))
def test_tags_cover_nothing_on_the_screen_and_on_paper(visit: Visit, report: object, width: int) -> None:
    page = opened(visit, report, width)
    assert page.evaluate(COVERED) == []
    page.emulate_media(media="print")
    assert page.evaluate(COVERED) == []


@WIDTHS
@pytest.mark.parametrize("report", [crowded(), OTHERS[0]], ids=["crowded", "faulty"])
def test_tags_cover_no_figure_that_is_tried(visit: Visit, report: object, width: int) -> None:
    page = opened(visit, report, width)
    for button in page.locator("button.try").all():
        button.click()
        assert page.evaluate(COVERED) == []
        expect(page.locator("td.changed .back").first).to_be_visible()
        page.locator(".whatif-reset").click()


@WIDTHS
def test_tags_cover_no_figure_that_is_typed(visit: Visit, width: int) -> None:
    page = opened(visit, crowded(), width)
    for field in (SHIFTED, "t3.new_received.total", "t3.rejected_repeat.total", "t4.suit_direct.total"):
        cell(page, field).evaluate("one => one.click()")
        assert page.evaluate(COVERED) == []
        page.keyboard.type("12345")
        page.keyboard.press("Enter")
        expect(cell(page, field).locator("ins")).to_have_text("12345")
        assert page.evaluate(COVERED) == []
