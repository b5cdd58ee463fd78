"""A report as plain text: a line for each paragraph and row, a tab between cells."""

from __future__ import annotations

from collections.abc import Iterator

from .grid import Table, text_of
from .published import Published


def as_text(report: Published) -> str:
    """The whole report; where a cell reaches down from a row above, a blank one stands in its place."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Published) -> Iterator[str]:
    yield report.title
    yield from report.preamble
    for heading, body in report.sections:
        yield text_of(heading)
        yield from _rows(body) if isinstance(body, Table) else body
    yield report.signed
    yield report.date


def _rows(table: Table) -> Iterator[str]:
    for row in table.laid():
        yield "\t".join("" if covered else slot.text for slot, covered in row)
