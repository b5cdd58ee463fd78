"""Reports as office programs and browsers print them: each figure in its own table, row and column.

`tests/documents_pdf.py` made the files; the sample of `../shared` is another's work.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.reading import read
from linter.sources.pdf import read_pdf
from reports import SHARED, family

FOLDER = Path(__file__).parents[1] / "data" / "pdf"
SAMPLE = SHARED / "samples" / "report.pdf"


@pytest.mark.parametrize("name", ["word", "word_narrow", "web", "web_narrow", "open"])
def test_every_figure_is_in_its_own_cell(name: str) -> None:
    wanted = json.loads((FOLDER / "figures.json").read_text(encoding="utf-8"))
    source = read_pdf((FOLDER / f"{name}.pdf").read_bytes(), name)
    report = read(source, family())
    assert {cell.field: cell.raw for cell in report.cells.values()} == dict(zip(report.cells, wanted, strict=True))
    assert report.title == "青石县水务局2023年政府信息公开工作年度报告"
    assert len(report.sections) == 6


@pytest.mark.parametrize("name", ["word", "word_narrow", "web"])
def test_page_furniture_is_not_in_the_text(name: str) -> None:
    lines = read_pdf((FOLDER / f"{name}.pdf").read_bytes(), name).text.splitlines()
    assert "青石县水务局" not in lines
    assert not [line for line in lines if line.strip(" -－—/0123456789") == ""]
    assert not [line for line in lines if "file:" in line or "water" in line]


def test_a_figure_of_a_later_page_says_which() -> None:
    source = read_pdf((FOLDER / "word.pdf").read_bytes(), "word.pdf")
    report = read(source, family())
    spans = [cell.span for cell in report.cells.values() if cell.span]
    assert source.place(*spans[0]).where == "第 1 页"
    assert source.place(*spans[-1]).where == "第 2 页"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared samples are not at hand")
def test_the_sample_gives_the_figures_of_its_truth() -> None:
    truth = json.loads((SHARED / "samples" / "truth.json").read_text(encoding="utf-8"))
    report = read(read_pdf(SAMPLE.read_bytes(), "report.pdf"), family())
    fields = [name for name in report.cells if name.startswith("t3.")]
    assert [report.cells[name].value for name in fields] == [figure for row in truth for figure in row]
