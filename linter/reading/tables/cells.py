"""The cells that were read, and how a slot becomes one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from linter.form import Row, Table
from linter.reading.tables.slot import Slot
from linter.record import Record, made
from linter.report import Cell, PrintedRow, Remark, Span, State

NOT_FOUND = "not found in the report"
NO_FIGURES = "no figures beside its label"


class Tables(Record):
    """What was read: cells by field, rows by `table.row`, and which form each table is on."""

    original: str
    cells: dict[str, Cell] = made(factory=dict)
    rows: dict[str, PrintedRow] = made(factory=dict)
    remarks: list[Remark] = made(factory=list)
    forms: dict[str, str] = made(factory=dict)

    def found(self, table: str) -> bool:
        """Whether anything of the table was read."""
        prefix = f"{table}."
        return any(cell.state is not State.MISSING and name.startswith(prefix) for name, cell in self.cells.items())


def store(table: Table, row: Row, held: Sequence[Slot] | str, read: Tables) -> None:
    """The cells of a row from its slots, or all of them missing for the reason given."""
    for number, name in enumerate(table.fields_of(row)):
        if isinstance(held, str):
            read.cells[name] = Cell(name, State.MISSING, reason=held)
        else:
            read.cells[name] = _cell(read.original, name, held[number])


def _cell(original: str, name: str, slot: Slot) -> Cell:
    start, end, figure, text = slot
    if start < 0:
        return Cell(name, State.MISSING, reason=text)
    raw, span = original[start:end], Span(start, end)
    if figure is None:
        return Cell(name, State.TEXT if text else State.EMPTY, None, raw, span)
    if not figure.number:
        return Cell(name, State.PLACEHOLDER, None, raw, span)
    return Cell(name, State.NUMBER, _value(figure.number), raw, span, figure.remark)


@lru_cache(maxsize=4096)
def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))
