"""An editor reads the page of one report: verdict, marks, findings and their places, filters, keys."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.pages import PLACES, article, cell, planted, single


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit(single())


def test_the_verdict_and_every_planted_mistake_are_seen(page: Page) -> None:
    expect(page.locator(".verdict .word")).to_have_text("请先核对")
    for rule, place in PLACES.items():
        expect(article(page, rule)).to_be_visible()
        marked = page.locator(place)
        expect(marked).to_have_class(re.compile(r"\bfirst\b"))
        assert marked.evaluate("one => getComputedStyle(one).backgroundColor") not in ("rgba(0, 0, 0, 0)", "")
        names = marked.evaluate("one => [...one.querySelectorAll('.back'), ...(one.nextElementSibling?.children || [])]"
                                ".map(link => document.querySelector(link.hash)?.dataset.rule)")  # fmt: skip
        assert rule in names
    first = {one.get_attribute("data-field") for one in page.locator("td.first").all()}
    assert first <= {"t3.new_received.total", "t3.rejected_publication.natural_person", "t4.suit_direct.total",
                     "t3.handled_total.total"}  # fmt: skip


@pytest.mark.parametrize("rule", PLACES)
def test_a_finding_leads_to_its_place_and_back(page: Page, rule: str) -> None:
    finding = article(page, rule)
    finding.locator(".place a").click()
    place = page.locator(":focus")
    expect(place).to_have_class(re.compile(r"\bfirst\b"))
    expect(place).to_be_in_viewport(ratio=1)
    back = place.locator(".back, :scope + .backs .back").and_(page.locator(f"[href='#{finding.get_attribute('id')}']"))
    back.click()
    expect(finding).to_be_focused()
    expect(finding).to_be_in_viewport()
    page.go_back()
    expect(place).to_be_in_viewport()


def test_a_cell_shows_its_row_and_column_and_its_finding(page: Page) -> None:
    cell(page, "t4.suit_direct.total").hover()
    expect(article(page, "T402")).to_have_class(re.compile(r"\blit\b"))
    expect(article(page, "T303")).not_to_have_class(re.compile(r"\blit\b"))
    cell(page, "t3.partial.business").hover()
    for field in ("t3.partial.total", "t3.granted.business"):
        expect(cell(page, field)).to_have_class(re.compile(r"\bcross\b"))
    article(page, "T303").hover()
    expect(cell(page, "t3.new_received.natural_person")).to_have_class(re.compile(r"\blit\b"))


def test_findings_are_filtered_by_severity_and_by_rule(page: Page) -> None:
    every = page.locator("article.finding").count()
    page.get_by_role("checkbox", name="错误").uncheck()
    shown = page.locator("article.finding:visible")
    assert {one.get_attribute("data-severity") for one in shown.all()} == {"warning"}
    expect(page.locator("output.shown")).to_have_text(f"显示 {shown.count()} / {every}")
    page.get_by_role("checkbox", name="错误").check()
    expect(shown).to_have_count(every)
    page.get_by_label("规则").select_option("T402")
    expect(shown).to_have_count(1)
    expect(page.locator("output.shown")).to_have_text(f"显示 1 / {every}")


def test_a_cell_leads_to_its_finding_though_that_is_filtered_away(page: Page) -> None:
    page.get_by_label("规则").select_option("T402")
    page.locator(PLACES["FMT02"]).locator(".back").click()
    expect(article(page, "FMT02")).to_be_focused()
    expect(page.get_by_label("规则")).to_have_value("")


def test_arrow_keys_walk_through_a_table(page: Page) -> None:
    page.locator("table.t3 td[data-field]").first.focus()
    for key, field in (("Down", "carried_in.natural_person"), ("Right", "carried_in.business"),
                       ("Down", "granted.business"), ("Left", "granted.natural_person")):  # fmt: skip
        page.keyboard.press(f"Arrow{key}")
        expect(cell(page, f"t3.{field}")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("table.t3 td:focus")).to_have_count(0)
    stops = page.locator("table.t3 td[tabindex='0']")
    expect(stops).to_have_count(1)


def test_home_and_end_go_to_the_ends_of_a_row(page: Page) -> None:
    cell(page, "t3.carried_in.business").focus()
    for key, field in (("End", "total"), ("Home", "natural_person"), ("Home", "natural_person")):
        page.keyboard.press(key)
        expect(cell(page, f"t3.carried_in.{field}")).to_be_focused()
        expect(page.locator("table.t3 td[tabindex='0']")).to_have_attribute("data-field", f"t3.carried_in.{field}")
    cell(page, "t3.carried_in.total").click()
    page.keyboard.press("Home")
    expect(page.locator(".whatif-input")).to_be_focused()


def test_the_keyboard_reaches_findings_past_the_head(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator(".skip:focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#r1-findings")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".findings a").first).to_be_focused()


def test_the_folded_parts_open(page: Page) -> None:
    raw = page.locator("details.raw").first
    expect(raw.locator("pre")).to_be_hidden()
    raw.locator("summary").click()
    expect(raw.locator("pre")).to_be_visible()
    assert raw.locator("pre").inner_text()[:20].strip() in planted()
