"""`extract --format text`: cells and claims in columns, for a person who doubts what was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.report import State

if TYPE_CHECKING:
    from linter.form import Table
    from linter.rendering.interface import Manner
    from linter.report import Cell, Report

_STATES = {
    State.NUMBER: ("", ""),
    State.EMPTY: ("（空白）", "(blank)"),
    State.PLACEHOLDER: ("（占位符）", "(placeholder)"),
    State.TEXT: ("（不是数字）", "(not a number)"),
    State.MISSING: ("（没有读到）", "(not found)"),
}


def extract(report: Report, manner: Manner) -> str:
    clean = manner.screen.clean
    head = [
        clean(report.source.path),
        f"  {clean(report.title or manner.say('（没有读到标题）', '(no title found)'))}",
        f"  {report.form.id} {report.form.name(manner.lang)}",
    ]
    blocks = ["\n".join(head)]
    for table in report.form.tables.values():
        blocks.append("\n".join(_table(table, report, manner)))
    return "\n\n".join(blocks) + "\n"


def _table(table: Table, report: Report, manner: Manner) -> Iterator[str]:
    yield manner.screen.paint(table.name(manner.lang), "strong")
    for row in table.rows:
        for column in row.columns:
            cell = report.cells[f"{table.id}.{row.id}.{column.id}"]
            name = f"{row.name(manner.lang)} / {column.name(manner.lang)}"
            line = f"{_place(report, cell):>8}  {cell.field:<44} {_content(cell, manner):>8}  {name}"
            yield "  " + line.rstrip()


def _place(report: Report, cell: Cell) -> str:
    if cell.span is None:
        return ""
    place = report.source.place(*cell.span)
    return place.where if place.line is None else f"{place.line}:{place.column}"


def _content(cell: Cell, manner: Manner) -> str:
    if cell.value is not None:
        return format(cell.value, "f")
    return manner.screen.clean(cell.raw) + manner.say(*_STATES[cell.state])
