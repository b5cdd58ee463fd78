"""Whole web pages: every figure in its row and column, and its place in the source exact."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from linter.reading import read
from linter.report import Report
from linter.sources.html import read_html
from linter.sources.html.encoding import decode_page
from linter.sources.interface import UnreadableError
from reports import SHARED, family
from sources.webpage import cut

FOLDER = Path(__file__).parents[1] / "data" / "pages"
FIGURES: dict[str, dict[str, str]] = json.loads((FOLDER / "figures.json").read_text(encoding="utf-8"))


@cache
def opened(name: str) -> Report:
    return read(read_html((FOLDER / name).read_bytes(), name), family())


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_is_in_its_row_and_column(name: str) -> None:
    found = {field: cell.value for field, cell in opened(name).cells.items() if field in FIGURES[name]}
    assert found == {field: Decimal(figure) for field, figure in FIGURES[name].items()}


@pytest.mark.parametrize("name", ["portal.html", "saved.html"])
def test_every_figure_is_found_in_the_source(name: str) -> None:
    """Word breaks a number over spans, so markup may stand between its digits."""
    report = opened(name)
    markup = decode_page((FOLDER / name).read_bytes(), name)
    for field in FIGURES[name]:
        cell = report.cells[field]
        assert cell.span is not None
        found = cut(markup, report.source.place(*cell.span))
        assert found is not None
        assert (found[0], found[-1]) == (cell.raw[0], cell.raw[-1]), field
        assert found == cell.raw or "</span>" in found, field


@pytest.mark.parametrize(
    ("name", "title", "year", "agency", "signed", "signer"),
    [
        (
            "portal.html",
            "青溪县档案馆2019年政府信息公开工作年度报告",
            2019,
            "青溪县档案馆",
            "2020-01-20",
            "青溪县档案馆",
        ),
        (
            "saved.html",
            "柳岸市气象局2022年政府信息公开工作年度报告",
            2022,
            "柳岸市气象局",
            "2023-01-18",
            "柳岸市气象局",
        ),
        (
            "plain.html",
            "竹源镇人民政府2023年政府信息公开工作年度报告",
            2023,
            "竹源镇人民政府",
            "2024-01-12",
            "竹源镇人民政府",
        ),
    ],
)
def test_furniture_does_not_become_title_or_signature(
    name: str, title: str, year: int, agency: str, signed: str, signer: str
) -> None:
    report = opened(name)
    assert (report.title, report.year, report.agency) == (title, year, agency)
    assert str(report.facts["report.signed"].value) == signed
    assert report.facts["report.signed_by"].value == signer
    assert [section.ordinal for section in report.sections] == list("一二三四五六")


def test_a_page_that_lists_reports_is_none() -> None:
    with pytest.raises(UnreadableError, match="只有链接"):
        opened("listing.html")


@pytest.mark.skipif(not (SHARED / "samples").exists(), reason="the samples are not at hand")
def test_the_sample_page_shows_its_truth() -> None:
    data = (SHARED / "samples" / "page_gbk.html").read_bytes()
    markup = data.decode("gb18030")
    report = read(read_html(data, "page_gbk.html"), family())
    truth = json.loads((SHARED / "samples" / "truth.json").read_text(encoding="utf-8"))
    rows = family().forms["f2021"].tables["t3"].rows
    assert len(rows) == len(truth) == 25
    for row, figures in zip(rows, truth, strict=True):
        cells = [report.cells[f"t3.{row.id}.{column.id}"] for column in row.columns]
        assert [cell.value for cell in cells] == figures, row.id
        for cell in cells:
            assert cell.span is not None
            assert cut(markup, report.source.place(*cell.span)) == cell.raw
