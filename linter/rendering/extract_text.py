"""`extract --format text`: cells and claims in columns, for a person who doubts what was read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from linter.rendering.extract import cells_of
from linter.rendering.phrase import one_line
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


def extract(report: Report, manner: Manner, without_witness: Collection[int] = ()) -> str:
    clean = manner.screen.clean
    head = [
        clean(report.source.path),
        f"  {clean(report.title or manner.say('（没有读到标题）', '(no title found)'))}",
        f"  {report.form.id} {report.form.name(manner.lang)}",
    ]
    blocks = ["\n".join(head)]
    for table in report.form.tables.values():
        blocks.append("\n".join(_table(table, report, manner)))
    if report.narrative.claims:
        blocks.append("\n".join(_claims(report, without_witness, manner)))
    return "\n\n".join(blocks) + "\n"


def _claims(report: Report, without_witness: Collection[int], manner: Manner) -> Iterator[str]:
    """What the prose says; what no table confirms or denies has a mark."""
    yield manner.screen.paint(manner.say("正文", "prose"), "strong")
    for index, claim in enumerate(report.narrative.claims):
        place = report.source.place(claim.start, claim.end)
        at = place.where if place.line is None else f"{place.line}:{place.column}"
        phrase = manner.screen.clean(one_line(report.source.original[claim.start : claim.end]))
        alone = manner.say("（无表格印证）", "(in no table)") if index in without_witness else ""
        name = f"{'  ' if claim.parent is not None else ''}n.{claim.concept}"
        yield f"  {at:>8}  {name:<44} {format(claim.value, 'f'):>8}  {phrase}{alone}"


def _table(table: Table, report: Report, manner: Manner) -> Iterator[str]:
    """Each cell with its name; cells of another form that the table is on instead have none here."""
    names = {
        f"{table.id}.{row.id}.{column.id}": f"{row.name(manner.lang)} / {column.name(manner.lang)}"
        for row in table.rows
        for column in row.columns
    }
    yield manner.screen.paint(table.name(manner.lang), "strong")
    for cell in cells_of(table, report):
        line = f"{_place(report, cell):>8}  {cell.field:<44} {_content(cell, manner):>8}  {names.get(cell.field, '')}"
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
