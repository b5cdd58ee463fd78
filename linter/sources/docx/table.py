"""Rows of a Word table as lines of distinct cells: merged ones once, those that reach down blank from then on."""

from __future__ import annotations

from enum import IntEnum

from linter.sources.docx.flow import Cell, Flow, Line, Piece
from linter.sources.docx.origin import TextRun
from linter.sources.docx.symbols import PICTURE


class Merge(IntEnum):
    """How a cell belongs to others: it stands alone, is the first or a later one of those merged downwards, goes on
    from its left neighbour, or was deleted. Where a cell is said to be several of these, the last one counts."""

    NONE = 0
    DOWN = 1
    FROM_ABOVE = 2
    FROM_LEFT = 3
    GONE = 4


class TableCell(Flow):
    """A cell as it grows: where it stands, how many columns of the grid it spans, how it is merged, and whether a
    picture or a control is in it."""

    __slots__ = ("has_object", "merged", "origin", "span")

    def __init__(self, ordinal: int) -> None:
        super().__init__()
        self.origin = TextRun(ordinal, 0)
        self.span = 1
        self.merged = Merge.NONE
        self.has_object = False

    def as_cell(self, blank: TextRun) -> Cell:
        cell = super().as_cell(blank)
        written = any(piece.text.strip() for piece in cell)
        return cell if written or not self.has_object else [Piece(PICTURE, blank)]

    def merge(self, how: Merge) -> None:
        self.merged = max(self.merged, how)


class Row:
    """A row as it grows; `above` holds the columns in which cells of the row before may go on."""

    def __init__(self, above: frozenset[int]) -> None:
        self._above = above
        self._column = 0
        self._cells: list[TableCell | None] = []
        self.reaching: set[int] = set()
        self.gone = False

    def indent(self, columns: int, visibly: bool) -> None:
        """The row begins so many columns further right, which leaves a blank where a person would see one."""
        self._column += columns
        if visibly and columns:
            self._cells.append(None)

    def add(self, cell: TableCell) -> None:
        if cell.merged is Merge.GONE or (cell.merged is Merge.FROM_LEFT and self._cells):
            self._column += cell.span if cell.merged is Merge.FROM_LEFT else 0
            return
        if cell.merged is Merge.FROM_ABOVE and self._column in self._above:
            blank = TableCell(cell.origin.ordinal)
            self._cells.append(blank)
        else:
            self._cells.append(cell)
        if cell.merged in (Merge.DOWN, Merge.FROM_ABOVE):
            self.reaching.add(self._column)
        self._column += cell.span

    def lines(self) -> list[Line]:
        """The row as one line of cells; where it frames parts of a report, all their lines instead."""
        cells = [cell for cell in self._cells if cell is not None]
        if any(cell.is_layout() for cell in cells):
            return [line for cell in cells for line in cell.close()]
        if not cells:
            return []
        nowhere = cells[0].origin
        return [[[Piece("", nowhere)] if cell is None else cell.as_cell(cell.origin) for cell in self._cells]]


class Table:
    """A table as it grows."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._reaching: frozenset[int] = frozenset()

    def begin_row(self) -> Row:
        return Row(self._reaching)

    def end_row(self, row: Row) -> None:
        if not row.gone:
            self.lines += row.lines()
            self._reaching = frozenset(row.reaching)
