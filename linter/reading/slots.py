"""Which figure of a run stands in which column.

As many figures as columns is the plain case. Where there are fewer, something else must tell where the blank
is: the cells of the line (tabs, bars), the place under the columns of a neighbouring row, or one line for each
cell. Where nothing tells it, the row is not read: six figures and a blank are never shifted into seven.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.reading.columns import by_columns
from linter.reading.grid import by_cells, grid_of
from linter.reading.slot import Labelled, Plain, Slot, Slots
from linter.reading.upright import by_lines, stride_of


def read_slots(text: str, rows: Sequence[Labelled], plain: Sequence[Plain | None]) -> list[Slots]:
    """The slots of each row of one table, rows in the order in which they are printed; `plain` are the rows that
    have as many figures as columns."""
    usual = _usual_shape(plain)
    result: list[Slots] = []
    open_rows: list[int] = []
    for number, (row, found) in enumerate(zip(rows, plain, strict=True)):
        if found is not None and (usual is None or found.shape in (usual, 1, row.width)):
            result.append([Slot(figure.start, figure.end, figure) for figure in found.figures])
        else:
            open_rows.append(number)
            result.append(_reason(row))
    if open_rows:
        grids = [grid_of(text, row.block) for row in rows]
        stride = stride_of(text, rows, plain)
        for number in open_rows:
            slots = by_cells(text, number, rows, grids)
            if slots is None:
                slots = by_columns(text, number, rows, plain) or by_lines(text, rows[number], stride)
            result[number] = slots or result[number]
    return result


def _reason(row: Labelled) -> str:
    count = len(row.block.figures)
    return f"{count} figures for {row.width} columns"


def _usual_shape(plain: Sequence[Plain | None]) -> int | None:
    """How many figures most rows have on their first line; None where there are too few rows to tell."""
    shapes = [found.shape for found in plain if found is not None and len(found.figures) > 1]
    return max(set(shapes), key=shapes.count) if len(shapes) > 2 else None
