"""A report as the main part of a Word document."""

from __future__ import annotations

from collections.abc import Iterator

from ..grid import Table
from ..published import Published
from .dress import Dress
from .markup import NAMESPACES, cell, paragraph, row, run, table
from .package import Look


def document_xml(report: Published, dress: Dress, look: Look) -> str:
    """The part ``word/document.xml``."""
    body = "".join(_body(report, dress, look))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document {NAMESPACES} mc:Ignorable=""><w:body>{body}{look.section}</w:body></w:document>'
    )


def _body(report: Published, dress: Dress, look: Look) -> Iterator[str]:
    yield dress.title(report.title)
    yield from map(dress.prose, report.preamble)
    for heading, body in report.sections:
        yield dress.heading(heading)
        if isinstance(body, Table):
            yield dress.table(_table(body, dress, look)) + paragraph("")
        else:
            yield from map(dress.prose, body)
    yield paragraph(dress.runs(report.signed), '<w:jc w:val="right"/>')
    yield paragraph(run(report.date), '<w:jc w:val="right"/>')


def _table(grid: Table, dress: Dress, look: Look) -> str:
    widths = look.widths(grid)
    rows = []
    for number, laid in enumerate(grid.laid()):
        cells, column = "", 0
        for slot, covered in laid:
            width = sum(widths[column : column + slot.across])
            merge = "continue" if covered else "restart" if slot.down > 1 else ""
            content = paragraph("") if covered else dress.content(slot.content)
            made = cell(content, width, slot.across, merge)
            cells += made if covered else dress.cell(made, slot.content)
            column += slot.across
        head = "<w:tblHeader/>" if look.repeat and number < grid.heads else ""
        rows.append(dress.row(row(cells, head), number))
    return table("".join(rows), widths, borders=look.borders)
