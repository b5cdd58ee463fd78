"""Which figure of a run stands in which column.

As many figures as columns is the plain case. Where there are fewer, something else must tell where the blank
is: the cells of the line (tabs, bars), the place under the columns of a neighbouring row, or one line for each
cell. Where nothing tells it, the row is not read: six figures and a blank are never shifted into seven.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.reading.blocks import Figure
from linter.reading.columns import by_columns
from linter.reading.grid import Grid, by_cells, grid_of
from linter.reading.slot import Labelled, Slot, Slots, plainly
from linter.reading.upright import by_lines


def read_slots(text: str, rows: Sequence[Labelled], stride: int = 0) -> list[Slots]:
    """The slots of each row of one table, rows in the order in which they are printed. `stride` is the table's,
    0 where its cells do not stand one a line."""
    plain = [plainly(text, row) for row in rows]
    usual = _usual_shape(text, plain)
    result: list[Slots] = []
    grids: list[Grid | None] = []
    for number, row in enumerate(rows):
        found = plain[number]
        if found is not None and (usual is None or _shape(text, found) in (usual, 1, row.width)):
            result.append([Slot(figure.start, figure.end, figure) for figure in found])
            continue
        grids = grids or [grid_of(text, row.block) for row in rows]
        slots = by_cells(text, number, rows, grids)
        if slots is None:
            slots = by_columns(text, number, rows, plain) or by_lines(text, row, stride)
        result.append(slots or _reason(row))
    return result


def _reason(row: Labelled) -> str:
    count = len(row.block.figures)
    return f"{count} figures for {row.width} columns"


def _shape(text: str, found: Sequence[Figure]) -> int:
    """How many figures stand on the first line."""
    count = 1
    for one, two in pairwise(found):
        if "\n" in text[one.end : two.start]:
            break
        count += 1
    return count


def _usual_shape(text: str, plain: Sequence[tuple[Figure, ...] | None]) -> int | None:
    """How many figures most rows have on their first line; None where there are too few rows to tell."""
    shapes = [_shape(text, found) for found in plain if found is not None and len(found) > 1]
    return max(set(shapes), key=shapes.count) if len(shapes) > 2 else None
