"""Pages for the tests in a browser: an example with four planted mistakes, and other reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from linter.check import Checked, Kit, load_kit
from linter.files import Unreadable
from linter.rendering import writer
from linter.rendering.interface import Manner
from linter.rendering.screen import Screen
from linter.rendering.tally import Tally
from linter.sources import open_source, read_bytes

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CLEAN = (EXAMPLES / "clean-city-2024.txt").read_text(encoding="utf-8")
OTHERS = [EXAMPLES / "faulty-district-2023.txt", EXAMPLES / "clean-bureau-2020.md"]
MISTAKES = {
    "行政复议351\n件": "行政复议341\n件",
    "3001 53 0 0 61 4 3119": "3001 53 0 0 61 4 3191",
    "3、要求提供公开出版物 0 0": "3、要求提供公开出版物 / 0",
    "13 4 8 1 26": "13 4 8 1 62",
}
PLACES = {
    "NAR08": "a.claim:text-is('341')",
    "T303": "td[data-field='t3.new_received.total']",
    "FMT02": "td[data-field='t3.rejected_publication.natural_person']",
    "T402": "td[data-field='t4.suit_direct.total']",
}
"""Where each mistake is to be seen, by the rule that blames it."""


def planted() -> str:
    """The clean example with four mistakes."""
    text = CLEAN
    for right, wrong in MISTAKES.items():
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    return text


@cache
def kit() -> Kit:
    return load_kit()


@cache
def single(lang: str = "zh") -> str:
    """The page of one report: the example with its four mistakes."""
    return made([planted()], lang)


@cache
def overview(lang: str = "zh") -> str:
    """The page of five reports, of which two have the same title, and of a file that cannot be read."""
    return made([planted(), CLEAN, *OTHERS, planted(), Unreadable("图.txt", "是图片 (an image)")], lang)


def checked(report: str | Path, name: str = "") -> Checked:
    return kit().check(open_source(report) if isinstance(report, Path) else read_bytes(report.encode(), name))


def made(reports: Sequence[str | Path | Checked | Unreadable], lang: str = "zh") -> str:
    """The page of these reports."""
    tally, page = Tally(), writer("html", Manner(lang, screen=Screen("utf-8"), kit=kit()))
    for number, report in enumerate(reports, 1):
        result = checked(report, f"{number}.txt") if isinstance(report, str | Path) else report
        tally.add(result)
        if isinstance(result, Checked):
            page.report(result)
    return page.end(tally)


def cell(page: Page, field: str, report: int = 1) -> Locator:
    return page.locator(f"#r{report} td[data-field='{field}']")


def article(page: Page, rule: str, report: int = 1) -> Locator:
    """The first finding of a rule."""
    return page.locator(f"#r{report} article[data-rule='{rule}']").first


def rules_in(text: str) -> set[str]:
    """The codes of rules that a text names."""
    return set(re.findall(r"\b[A-Z]{1,3}\d{2,3}\b", text))
