"""Whole reports as Word files: every cell in its own table, row and column."""

from __future__ import annotations

import json

import pytest

from documents import NAMES, as_text, published
from linter.reading import read
from linter.report import Report
from linter.sources.docx import read_docx
from reports import SHARED, family, read_report
from sources.wordfile import elements_under, paragraph, word_file

SAMPLES = SHARED / "samples"
COLUMNS = ("natural_person", "business", "research", "public_welfare", "legal_service", "other_org", "total")
TWO = {
    "rules.issued": "0",
    "rules.repealed": "0",
    "rules.in_force": "0",
    "norm_docs.issued": "2",
    "norm_docs.repealed": "1",
    "norm_docs.in_force": "14",
    "permit.decisions": "1,748",
    "penalty.decisions": "75",
    "coercion.decisions": "１９",
    "fees.amount_wan": "1.2",
}
FOUR = (1, 0, 1, 0, 2, *[0] * 10)


@pytest.fixture(scope="module")
def sample() -> bytes:
    path = SAMPLES / "report.docx"
    if not path.exists():
        pytest.skip("the samples are not at hand")
    return path.read_bytes()


def test_every_figure_of_the_sample(sample: bytes) -> None:
    report = read(read_docx(sample, "report.docx"), family())
    truth = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
    rows = [row.id for row in report.form.tables["t3"].rows]
    expected = {
        f"t3.{row}.{column}": str(n)
        for row, ns in zip(rows, truth, strict=True)
        for column, n in zip(COLUMNS, ns, strict=True)
    }
    expected |= {f"t2.{field}": raw for field, raw in TWO.items()}
    four = [field for field in report.cells if field.startswith("t4.")]
    expected |= {field: str(n) for field, n in zip(four, FOUR, strict=True)}
    assert {field: cell.raw for field, cell in report.cells.items()} == expected


def test_every_figure_of_the_sample_leads_back_to_its_element(sample: bytes) -> None:
    report = read(read_docx(sample, "report.docx"), family())
    for cell in report.cells.values():
        assert cell.span is not None
        under = elements_under(sample, *cell.span)
        assert "".join(text for _, text in under) == cell.raw


def tabbed(line: str) -> str:
    """A paragraph whose cells are parted by tabs, as typists lay out columns."""
    texts = (f'<w:t xml:space="preserve">{text}</w:t>' for text in line.split("\t"))
    return paragraph(f"<w:r>{'<w:tab/>'.join(texts)}</w:r>")


def figures(report: Report) -> dict[str, tuple[str, str]]:
    return {field: (cell.state, cell.raw) for field, cell in report.cells.items()}


@pytest.mark.parametrize("name", NAMES)
def test_columns_laid_out_by_tabs(name: str) -> None:
    text = as_text(published(name))
    data = word_file("".join(map(tabbed, text.splitlines())))
    assert figures(read(read_docx(data, "x"), family())) == figures(read_report(text))


@pytest.mark.parametrize("name", NAMES)
def test_tabs_in_prose_do_no_harm(name: str) -> None:
    text = as_text(published(name))
    spread = [line if "\t" in line else line.replace("）", "）\t").replace("，", "，\t") for line in text.splitlines()]
    report = read(read_docx(word_file("".join(map(tabbed, spread))), "x"), family())
    plain = read_report(text)
    assert figures(report) == figures(plain)
    assert [claim.value for claim in report.narrative.claims] == [claim.value for claim in plain.narrative.claims]
