"""Every layout gives every cell: right in value, raw text and place, whatever the labels look like."""

from __future__ import annotations

import random

import pytest

from comparison import compare
from renderings import FORM_IDS, LAYOUTS, consistent, render, tagged
from reports import facts, read_report

YEARS = {"f2019": 2020, "f2021": 2023, "mixed": 2023}
AGENCY = "临江市商务局"
# Where text has no cells, or does not say where they end, a row with one blank looks like a row with another.
BLANKS_LOST = {
    "pdf_narrow",
    "pdf_wide",
    "values_before",
    "values_inside",
    "pdftotext_layout",
    "single_line_rows",
    "fullwidth",
    "joined_labels",
    "pipes_padded",
    "one_per_line",
    "one_per_line_spaced",
}


@pytest.mark.parametrize("form", FORM_IDS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(6))
def test_every_cell_of_a_complete_report(layout: str, form: str, seed: int) -> None:
    cells = tagged(form, 101 if seed < 4 else 1001) if seed % 2 else consistent(form, random.Random(seed))
    rendered = render(cells, year=YEARS[form], form=form, agency=AGENCY, layout=layout, seed=seed)
    report = read_report(rendered.text)
    found = compare(report, rendered)
    assert (found.wrong, found.unread) == ([], [])
    assert report.form.id == ("f2019" if form == "f2019" else "f2021")
    assert report.table_forms["t3"] == ("f2021" if form == "f2021" else "f2019")
    assert (report.year, report.agency) == (YEARS[form], AGENCY)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", facts())
def test_published_figures(name: str, layout: str) -> None:
    published = facts()[name]
    cells, year = published["cells"], published["year"]
    mixed = published["form"] == "f2021" and "t3.other_handling.total" in cells
    form = "mixed" if mixed else published["form"]
    rendered = render(cells, year=year, form=form, agency="临江市人民政府", layout=layout, seed=3)
    found = compare(read_report(rendered.text), rendered)
    assert found.wrong == []
    blank = any(isinstance(cell, dict) and cell["state"] == "empty" for cell in cells.values())
    if blank and layout in BLANKS_LOST:
        rows = {field.rpartition(".")[0] for field in found.unread}
        assert all(_has_blank(cells, row) for row in rows)
    else:
        assert len(found.unread) <= (7 if blank else 0)


def _has_blank(cells: dict[str, object], row: str) -> bool:
    table = row.split(".")[0]
    printed = f"{table}." if table == "t4" else f"{row}."
    return any(isinstance(cell, dict) for field, cell in cells.items() if field.startswith(printed))
