"""The page of a report that means harm: nothing of it runs, and all of it is shown as it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.conftest import Visit
from browser.pages import CLEAN, OTHERS, cell, checked, made
from linter.check import Checked
from linter.files import Unreadable
from linter.report import State

INTACT = "<script>window.harm=1</script><img src=x onerror='window.harm=2'>\"'`${window.harm=3}{{ 7*7 }}"
EVIL = f"{INTACT}\x01\x1b[31m\u202e</style></script><!--"
PLACES = ("临江市|东河区2023年政府", "东河区|持续", "\t5|50", "东河区|人民政府办公室", "\n\n临江市|东河区人民政府")
"""Where harm is put into the text, at the bar: title, prose, a cell, the contact, the signature."""
CELL = "t2.penalty.decisions"


def hostile() -> Checked:
    """Harm in the text and its name, and in a title, an agency and a cell as a reader might take them one day."""
    text = OTHERS[0].read_text(encoding="utf-8")
    for place in PLACES:
        before, after = place.split("|")
        assert before + after in text
        text = text.replace(before + after, f"{before}{EVIL}{after}", 1)
    result = checked(text, f"{EVIL}.txt")
    facts = result.report.facts
    harm = {name: facts[name]._replace(value=EVIL) for name in ("report.title", "report.agency")}
    one = result.report.cells[CELL]._replace(state=State.TEXT, value=None, raw=EVIL)
    cells = {**result.report.cells, CELL: one}
    return result._replace(report=result.report._replace(facts=facts | harm, cells=cells))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_hostile_report_runs_nothing(visit: Visit, lang: str) -> None:
    page = visit(made([hostile()], lang))
    for shown in ("h2", ".about .facts", ".sheet p:has-text('持续做好')", f"td[data-field='{CELL}']", ".raw pre"):
        expect(page.locator(shown).first).to_contain_text(INTACT)
    cell(page, "t3.unable_not_held.total").click()
    page.keyboard.type("8")
    page.keyboard.press("Enter")
    assert INTACT in page.locator(".whatif-note").input_value()
    cell(page, "t2.rules.issued").click()
    page.keyboard.type("<img src=x onerror='window.harm=4'>")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.evaluate("() => window.harm") is None
    assert page.locator("img, main script").count() == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_reports_in_an_overview_run_nothing(visit: Visit, lang: str) -> None:
    page = visit(made([hostile(), CLEAN, Unreadable(EVIL, EVIL)], lang), "#r1")
    expect(page.locator(".list tbody tr").first).to_contain_text(INTACT)
    expect(page.locator(".unreadable li")).to_contain_text(INTACT)
    page.locator(".list thead button").nth(3).click()
    expect(page.locator("#r1 h2")).to_contain_text(INTACT)
    assert page.evaluate("() => window.harm") is None
    assert page.locator("img, main script").count() == 0
