"""What axe-core says of the page, while figures are tried as well."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.axe import RUN, faults
from browser.conftest import Visit
from browser.pages import cell, overview, single

PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("made", [single, overview], ids=["single", "overview"])
def test_axe_finds_no_fault(visit: Visit, axe: str, made, scheme: str, lang: str) -> None:
    page = visit(made(lang), "#r1", script=axe, color_scheme=scheme)
    for field, figure in (("t3.new_received.total", "3119"), ("t2.permit.decisions", "x")):
        cell(page, field).click()
        page.keyboard.type(figure)
        page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert faults(page.evaluate(RUN)) == []


@pytest.mark.parametrize("made", [single, overview], ids=["single", "overview"])
def test_axe_finds_no_fault_on_a_phone(visit: Visit, axe: str, made) -> None:
    page = visit(made(), "#r1", script=axe, viewport=PHONE)
    assert faults(page.evaluate(RUN)) == []
