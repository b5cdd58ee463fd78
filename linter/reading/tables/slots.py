"""Which figure of a run stands in which column.

As many figures as columns is the plain case. Where there are fewer, something else must tell where the blank
is: the cells of the line (tabs, bars), the place under the columns of a neighbouring row, or one line for each
cell. Where nothing tells it, the row is not read: six figures and a blank are never shifted into seven.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.reading.tables.columns import by_columns
from linter.reading.tables.grid import by_cells, grid_of
from linter.reading.tables.slot import Labelled, Plain, Slot, Slots
from linter.reading.tables.upright import by_lines, stride_of


def read_slots(text: str, rows: Sequence[Labelled], plain: Sequence[Plain | None]) -> list[Slots]:
    """The slots of each row of one table, rows in the order in which they are printed; `plain` are the rows that
    have as many figures as columns."""
    result: list[Slots] = [
        [Slot(figure.start, figure.end, figure) for figure in found.figures] if found else _reason(row)
        for row, found in zip(rows, plain, strict=True)
    ]
    open_rows = [number for number, found in enumerate(plain) if found is None]
    if open_rows:
        grids = [grid_of(text, row.block) for row in rows]
        stride = stride_of(text, rows, plain)
        for number in open_rows:
            slots = by_cells(text, number, rows, grids)
            if slots is None and not any(figure.broken for figure in rows[number].block.figures):
                slots = by_columns(text, number, rows, plain) or by_lines(text, rows[number], stride)
            result[number] = slots or result[number]
    return result


def _reason(row: Labelled) -> str:
    count = len(row.block.figures)
    if count == row.width:
        return "its figures are not set as in the other rows, or one of them is cut"
    return f"{count} figures for {row.width} columns"
