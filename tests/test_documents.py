"""The same report as a Word file, a web page and a PDF: every cell exact, and the same findings as from text."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from documents import NAMES, as_text, published
from documents.committed import FILES, FOLDER
from documents.printed import converted
from judging.desk import rules
from linter.judging.judge import judge
from linter.reading import read
from linter.report import Report, State
from linter.sources import open_source
from renderings.model import normal
from reports import facts, family, read_report

COMMITTED = sorted(path.name for path in FOLDER.iterdir())
WORD_FILES = [name for name in COMMITTED if name.endswith(".docx")]
PAGES = [name for name in COMMITTED if name.endswith(".html")]
PRINTS = [name for name in COMMITTED if name.endswith(".pdf")]
NEEDS_OFFICE = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@cache
def opened(name: str) -> Report:
    """What is read from a committed file."""
    return read(open_source(FOLDER / name), family())


@cache
def from_text(report: str) -> Report:
    """What is read from the same report as plain text."""
    return read_report(as_text(published(report)))


def shown_in(name: str) -> str:
    """The report that a file shows."""
    return name.rpartition("-")[0]


def cells_of(report: Report) -> dict[str, tuple[str, Decimal | None]]:
    """Every cell that was found: its state and its value."""
    found = {field: (str(cell.state), cell.value) for field, cell in report.cells.items()}
    return {field: cell for field, cell in found.items() if cell[0] != State.MISSING}


def published_cells(report: str) -> dict[str, tuple[str, Decimal | None]]:
    """The same of the published figures."""
    cells = {}
    for field, cell in facts()[report]["cells"].items():
        state, value = ("number", cell) if isinstance(cell, str) else (cell["state"], cell["value"])
        cells[field] = (state, None if value is None else Decimal(normal(value)))
    return cells


def differing(report: Report, name: str) -> dict[str, tuple[object, object]]:
    """The fields that were not read as they were published: what was read, what should have been."""
    found, wanted = cells_of(report), published_cells(name)
    fields = [*wanted, *(field for field in found if field not in wanted)]
    return {field: (found.get(field), wanted.get(field)) for field in fields if found.get(field) != wanted.get(field)}


def told(report: Report) -> list[tuple[str, str]]:
    """The findings as rule and instance."""
    return sorted((one.rule, one.instance) for one in judge(report, rules()).findings)


def claimed(report: Report) -> list[Decimal]:
    """The figures of the prose that count something."""
    return [claim.value for claim in report.narrative.claims]


def said(report: Report) -> dict[str, object]:
    """The facts but for whole texts, whose white space differs."""
    return {name: fact.value for name, fact in report.facts.items() if not name.endswith(".text")}


@pytest.mark.parametrize("name", NAMES)
def test_the_text_itself_is_read(name: str) -> None:
    assert differing(from_text(name), name) == {}
    assert claimed(from_text(name))


@pytest.mark.parametrize("name", COMMITTED)
def test_every_cell_is_exact(name: str) -> None:
    assert differing(opened(name), shown_in(name)) == {}


@pytest.mark.parametrize("name", COMMITTED)
def test_same_findings_as_from_text(name: str) -> None:
    assert told(opened(name)) == told(from_text(shown_in(name)))


@pytest.mark.parametrize("name", COMMITTED)
def test_same_claims_as_from_text(name: str) -> None:
    assert claimed(opened(name)) == claimed(from_text(shown_in(name)))


@pytest.mark.parametrize("name", COMMITTED)
def test_same_facts_and_sections_as_from_text(name: str) -> None:
    file, text = opened(name), from_text(shown_in(name))
    assert said(file) == said(text)
    assert [one.id for one in file.sections] == [one.id for one in text.sections]


@pytest.mark.parametrize("name", [name for name in WORD_FILES + PAGES if "numbered" not in name])
def test_every_paragraph_is_one_line(name: str) -> None:
    lines = {"".join(line.split()) for line in opened(name).source.original.split("\n")}
    report = published(shown_in(name))
    sections = [text for _, body in report.sections if isinstance(body, tuple) for text in body]
    wanted = ["".join(text.split()) for text in (report.title, *report.preamble, *sections, report.signed, report.date)]
    assert [text for text in wanted if text not in lines] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_figure_of_a_page_has_its_line_and_column(name: str) -> None:
    encoding = "gb18030" if "saved" in name else "utf-8"
    lines = (FOLDER / name).read_bytes().decode(encoding).split("\n")
    report = opened(name)
    for field, cell in report.cells.items():
        if cell.span is not None and cell.state == State.NUMBER:
            place = report.source.place(*cell.span)
            assert place.line is not None and place.line == place.end_line, field
            assert place.column is not None and place.end_column is not None, field
            assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == cell.raw, field


@pytest.mark.parametrize("name", WORD_FILES)
def test_a_figure_of_a_word_file_has_no_line(name: str) -> None:
    report = opened(name)
    spans = [cell.span for cell in report.cells.values() if cell.span is not None]
    assert spans
    assert {report.source.place(*span).line for span in spans} == {None}


@cache
def pages_of(name: str) -> list[str]:
    """The text of each page of a PDF without its white space, by another library than the reader's."""
    document = pypdfium2.PdfDocument(FOLDER / name)
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize("name", PRINTS)
def test_a_figure_of_a_pdf_has_its_page(name: str) -> None:
    report, checked = opened(name), set()
    for field, cell in report.cells.items():
        on = [number for number, text in enumerate(pages_of(name), 1) if cell.raw in text]
        if cell.span is not None and cell.raw and len(on) == 1:
            assert report.source.place(*cell.span).where.startswith(f"第 {on[0]} 页"), field
            checked.add(on[0])
    assert len(checked) > 1


def parts_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts of a Word file, which packers may press differently."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


@pytest.mark.parametrize("name", FILES)
def test_what_is_committed_is_what_is_made(name: str) -> None:
    report, make = FILES[name]
    made, there = make(published(report)), (FOLDER / name).read_bytes()
    if name.endswith(".docx"):
        assert dict(parts_of(made)) == dict(parts_of(there))
    else:
        assert made == there


@NEEDS_OFFICE
@pytest.mark.parametrize(("report", "variant"), [("city_2024", "merged"), ("office_2019", "numbered")])
@pytest.mark.parametrize("kind", ["odt", "doc", "rtf"])
def test_other_office_formats(kind: str, report: str, variant: str, tmp_path: Path) -> None:
    path = converted(FOLDER / f"{report}-{variant}.docx", kind, tmp_path)
    file = read(open_source(path), family())
    assert differing(file, report) == {}
    assert told(file) == told(from_text(report))
