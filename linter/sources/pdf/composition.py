"""A PDF's pages as one text: lines of prose and rows of tables in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from linter.record import NamedTuple
from linter.sources.pdf.atoms import strip_of
from linter.sources.pdf.continuation import continued
from linter.sources.pdf.furniture import furniture
from linter.sources.pdf.glyphs import Sheet
from linter.sources.pdf.lines import Line, Run, lines_of
from linter.sources.pdf.origin import Box
from linter.sources.pdf.paragraphs import Margins, goes_on, margins_of
from linter.sources.pdf.table import Table, joined
from linter.sources.pdf.tabulation import tables_of
from linter.sources.pdf.unruled import unruled

_FEW_RUNS = 2
"""A line with more columns is a row of a table that was not understood."""


class Piece(NamedTuple):
    """Text of one line on one page, and what stands before it: nothing, a blank, a tab or a line feed."""

    before: str
    text: str
    page: int
    box: Box


class _Prose(NamedTuple):
    """Lines between two tables, or between a table and a page's edge."""

    page: int
    lines: list[Line]
    margins: Margins


_Block = Table | _Prose


def pieces(sheets: Sequence[Sheet]) -> Iterator[Piece]:
    """The text of all pages; page furniture is left out, and tables go on over the break of a page."""
    found = [_page(sheet) for sheet in sheets]
    edges = [([*_edge(lines, tables, True)], [*_edge(lines, tables, False)]) for lines, tables in found]
    left_out = furniture(edges, [sheet.height for sheet in sheets])
    boxes = [(sheet.width, line.box) for sheet, (lines, _) in zip(sheets, found, strict=True) for line in lines]
    report: list[_Block] = []
    for sheet, (lines, tables), dropped in zip(sheets, found, left_out, strict=True):
        margins = margins_of((box for width, box in boxes if width == sheet.width), sheet.width)
        prose = _Prose(sheet.number, [line for line in lines if line not in dropped], margins)
        for block in _blocks(prose, tables):
            whole = _continued(report, block)
            if whole is None:
                report.append(block)
            else:
                report[-1] = whole
    for block in _with_unruled(report):
        yield from _rows(block) if isinstance(block, Table) else _prose(block)


def _page(sheet: Sheet) -> tuple[list[Line], list[Table]]:
    tables, rest = tables_of(sheet)
    return lines_of(rest), tables


def _edge(lines: Sequence[Line], tables: Sequence[Table], top: bool) -> Iterator[Line]:
    """The lines above all tables of a page, or those below, from the edge inwards."""
    if top:
        limit = min((table.box.top for table in tables), default=float("inf"))
        yield from (line for line in lines if line.box.middle[1] < limit)
    else:
        limit = max((table.box.bottom for table in tables), default=0.0)
        yield from (line for line in reversed(lines) if line.box.middle[1] > limit)


def _blocks(page: _Prose, tables: Sequence[Table]) -> Iterator[_Block]:
    position = 0
    for table in tables:
        stop = position
        while stop < len(page.lines) and page.lines[stop].box.middle[1] < table.box.top:
            stop += 1
        if stop > position:
            yield page._replace(lines=page.lines[position:stop])
        position = stop
        yield table
    if position < len(page.lines):
        yield page._replace(lines=page.lines[position:])


def _continued(report: Sequence[_Block], block: _Block) -> Table | None:
    """The table that ends the text so far together with one that begins the next page."""
    if not report or not isinstance(block, Table) or not isinstance(report[-1], Table):
        return None
    if block.cells[0].page == report[-1].cells[-1].page:
        return None
    return continued(report[-1], block)


def _with_unruled(report: Iterable[_Block]) -> Iterator[_Block]:
    """The blocks with the tables found in those of prose, which may go on over the break of a page."""
    for ruled, group in groupby(report, key=lambda block: isinstance(block, Table)):
        if ruled:
            yield from group
            continue
        prose = [block for block in group if isinstance(block, _Prose)]
        placed = [(block, line) for block in prose for line in block.lines]
        position = 0
        for start, stop, table in unruled([strip_of(block.page, line) for block, line in placed]):
            yield from _parts(placed[position:start])
            yield table
            position = stop
        yield from _parts(placed[position:])


def _parts(placed: Iterable[tuple[_Prose, Line]]) -> Iterator[_Prose]:
    """Lines as blocks of prose, page by page."""
    for page, group in groupby(placed, key=lambda one: one[0].page):
        held = list(group)
        yield held[0][0]._replace(page=page, lines=[line for _, line in held])


def _rows(table: Table) -> Iterator[Piece]:
    for row, cells in enumerate(table.lines()):
        for n, cell in enumerate(cells):
            before = "\t" if n else "\n"
            if cell.row != row or not cell.fragments:
                yield Piece(before, "", cell.page, cell.box)
                continue
            for joint, fragment in joined(cell.fragments):
                yield Piece(before or joint, fragment.text, fragment.page, fragment.box)
                before = ""


def _prose(block: _Prose) -> Iterator[Piece]:
    before: Line | None = None
    for line in block.lines:
        if len(line.columns) > _FEW_RUNS:
            yield from _cells(block.page, line.columns)
            before = None
        else:
            whole = before is not None and goes_on(before, line, block.margins)
            yield from _runs(block.page, line.columns, "" if whole else "\n")
            before = line


def _cells(page: int, cells: Iterable[Run]) -> Iterator[Piece]:
    for n, cell in enumerate(cells):
        yield Piece("\t" if n else "\n", cell.text, page, cell.box)


def _runs(page: int, runs: Sequence[Run], before: str) -> Iterator[Piece]:
    for run in runs:
        yield Piece(before, run.text, page, run.box)
        before = " "
