"""The cells that were read, and how a slot becomes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from linter.form import Row, Table
from linter.reading.slot import Slot
from linter.report import Cell, PrintedRow, Remark, Span, State

NOT_FOUND = "not found in the report"
NO_FIGURES = "no figures beside its label"
_CUT_OFF = "the row ends before this column"


@dataclass
class Tables:
    """What was read: cells by field, rows by `table.row`, and which form each table is on."""

    original: str
    cells: dict[str, Cell] = field(default_factory=dict)
    rows: dict[str, PrintedRow] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    forms: dict[str, str] = field(default_factory=dict)

    def found(self, table: str) -> bool:
        """Whether anything of the table was read."""
        prefix = f"{table}."
        return any(cell.state is not State.MISSING and name.startswith(prefix) for name, cell in self.cells.items())


def store(table: Table, row: Row, held: Sequence[Slot] | str, read: Tables) -> None:
    """The cells of a row from its slots, or all of them missing for the reason given."""
    for number, column in enumerate(row.columns):
        name = f"{table.id}.{row.id}.{column.id}"
        if isinstance(held, str):
            read.cells[name] = Cell(name, State.MISSING, reason=held)
        else:
            read.cells[name] = _cell(read.original, name, held[number])


def _cell(original: str, name: str, slot: Slot) -> Cell:
    if slot.start < 0:
        return Cell(name, State.MISSING, reason=_CUT_OFF)
    span = Span(slot.start, slot.end)
    figure = slot.figure
    if figure is None:
        state = State.TEXT if slot.text else State.EMPTY
        return Cell(name, state, raw=original[slot.start : slot.end], span=span)
    raw = original[figure.start : figure.end]
    if not figure.number:
        return Cell(name, State.PLACEHOLDER, raw=raw, span=span)
    value = Decimal(figure.number.replace(",", ""))
    return Cell(name, State.NUMBER, value, raw, span, figure.remark)
