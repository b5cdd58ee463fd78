"""Slots by the cells of a line: text with tabs or bars between its cells."""

from __future__ import annotations

from collections.abc import Sequence

from linter.reading.tables.anchors import figure_in
from linter.reading.tables.blocks import Block
from linter.reading.tables.slot import Labelled, Slot, Slots
from linter.record import NamedTuple

_CUT_OFF = "the row ends before this column"
_TEXT_LIMIT = 20
_WORDS_LIMIT = 2
"""A cell with longer text in the place of a figure, or more letters beside one, shows that the columns are not where
they seem."""


class Grid(NamedTuple):
    """A line of cells: how many there are, the last one with a label, and where the figures begin."""

    cells: int
    label: int
    first: int
    last: int

    def figures_outside(self, first: int, width: int) -> bool:
        return self.first >= 0 and (self.first < first or self.last >= first + width)


def _line(text: str, block: Block) -> tuple[int, int] | None:
    """The line that a block stands on, if it is one line of cells."""
    if "\n" in text[block.start : block.end]:
        return None
    start = text.rfind("\n", 0, block.start) + 1
    end = text.find("\n", block.end)
    end = len(text) if end < 0 else end
    return (start, end) if "\t" in text[start:end] else None


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cells = []
    for cell in text[start:end].split("\t"):
        cells.append((start, start + len(cell)))
        start += len(cell) + 1
    return cells


def cells_on_line(text: str, block: Block) -> int:
    """How many cells the line has that a block stands on; 0 where it is not one line of cells."""
    line = _line(text, block)
    return text.count("\t", *line) + 1 if line else 0


def grid_of(text: str, block: Block) -> Grid | None:
    """The line of cells that a block stands on, None where it stands on none."""
    line = _line(text, block)
    if line is None:
        return None
    cells = _cells(text, *line)
    label = max(
        (n for n, (a, b) in enumerate(cells) if text[a : min(b, block.start)].strip()),
        default=-1,
    )
    if not block.figures:
        return Grid(len(cells), label, -1, -1)
    first = sum(end < block.figures[0].start for _, end in cells)
    last = sum(end < block.figures[-1].start for _, end in cells)
    return Grid(len(cells), label, first, last)


def by_cells(
    text: str,
    number: int,
    rows: Sequence[Labelled],
    grids: Sequence[Grid | None],
) -> Slots | None:
    """The cells under the columns of the neighbouring rows that are complete and have as many cells."""
    grid, row = grids[number], rows[number]
    if grid is None:
        return None
    whole = grid.first >= 0 and grid.last - grid.first == row.width - 1
    first = grid.first if whole else _first_column(number, rows, grids)
    if first is None and _even(rows, grids):
        first = grid.label + 1
    if first is None:
        return f"{len(row.block.figures)} figures for {row.width} columns, and no complete row beside it"
    line = _line(text, row.block)
    assert line is not None
    cells = _cells(text, *line)
    begin = max(first, grid.label + 1)
    clipped = begin - first
    if clipped and (grid.cells != first + row.width or grid.first not in (begin, -1) or not _spread(grid, grids)):
        return "figures do not stand under their columns"
    if grid.figures_outside(first, row.width) and not clipped:
        return "figures do not stand under their columns"
    held = cells[begin : first + row.width]
    slots = [_slot(text, *cell) for cell in held]
    rest = cells[first + row.width :]
    if any(_is_no_cell(slot.text) for slot in slots) or any(text[a:b].strip() for a, b in rest):
        return "figures do not stand under their columns"
    return slots + [Slot(-1, -1, text=_CUT_OFF)] * (row.width - len(held))


def _is_no_cell(content: str) -> bool:
    """Whether this cannot be the text of one cell under a column: it is long, the figures of two cells, or a figure
    with words that a joined line may have brought."""
    figures = sum(part.isdecimal() for part in content.split())
    joined = any(map(str.isdecimal, content)) and sum(map(str.isalpha, content)) > _WORDS_LIMIT
    return len(content) > _TEXT_LIMIT or figures > 1 or joined


def _spread(grid: Grid, grids: Sequence[Grid | None]) -> bool:
    """Whether rows with as many cells have blank ones between label and figures: cells stand where columns are."""
    return any(one is not None and one.cells == grid.cells and one.first > one.label + 1 for one in grids)


def _even(rows: Sequence[Labelled], grids: Sequence[Grid | None]) -> bool:
    """Whether every line of cells has just one cell for each column after its label."""
    return all(
        grid is not None and grid.cells - grid.label - 1 == row.width for grid, row in zip(grids, rows, strict=True)
    )


def _first_column(
    number: int,
    rows: Sequence[Labelled],
    grids: Sequence[Grid | None],
) -> int | None:
    """The cell where figures begin: as in the nearest complete rows with as many cells, those whose label stands
    in the same cell before others; where no row is complete, as far as all rows together reach."""
    grid, width = grids[number], rows[number].width
    assert grid is not None
    alike = [
        (abs(other - number), beside)
        for other, beside in enumerate(grids)
        if beside is not None and beside.cells == grid.cells and rows[other].width == width
    ]
    complete = [
        (distance, beside) for distance, beside in alike if beside.last - beside.first == width - 1 and distance
    ]
    same = [beside.first for distance, beside in complete if beside.label == grid.label and distance <= 6]
    if same:
        return same[0] if len(set(same[:2])) == 1 else None
    near = [beside.first for _, beside in sorted(complete)[:2]]
    if near:
        return near[0] if len(set(near)) == 1 else None
    reach = [beside for _, beside in alike if beside.first >= 0]
    if not reach:
        return None
    first, last = min(beside.first for beside in reach), max(beside.last for beside in reach)
    if last - first == width - 1:
        return first
    first = min((beside.first for beside in reach if beside.label == grid.label), default=-1)
    return first if first == grid.label + 1 and first + width == grid.cells else None


def _slot(text: str, start: int, end: int) -> Slot:
    content = text[start:end].strip()
    if not content:
        return Slot(start, start)
    begin = text.index(content, start)
    found = figure_in(text, begin, begin + len(content))
    if found is not None and not found.broken:
        return Slot(found.start, found.end, found)
    return Slot(begin, begin + len(content), text=content)
