"""The flow of a page: its blocks as lines, its tables as rows of cells, written down in the order of reading."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import accumulate

from linter.sources.composed import Composer
from linter.sources.html.limits import MAX_CELLS
from linter.sources.html.page import Element, Item, Page, Piece
from linter.sources.html.rows import Row, rows_of
from linter.sources.html.spot import Spot
from linter.sources.html.tags import RAISED
from linter.sources.html.writing import Writer
from linter.sources.interface import UnreadableError

_PROSE = 400
"""A cell with more text than this is no cell of a report's table: the table only lays out the page."""


class Flow:
    """Writes the items of a page that are not `left_out`."""

    def __init__(self, page: Page, left_out: Collection[int], composer: Composer[Spot], name: str) -> None:
        self._page = page
        self._left_out = left_out
        self._writer = Writer(composer)
        self._name = name
        self._cells = 0
        self._letters = [0, *accumulate(map(_letters, page.items))]
        self._tables = [0, *accumulate(map(_is_table, page.items))]

    def write(self) -> None:
        """Writes them all; raises UnreadableError where tables are too large."""
        self._blocks(0, len(self._page.items))

    def _blocks(self, start: int, end: int) -> None:
        """The items from `start` to `end`; every block ends the line before it and its own."""
        self._writer.new_line()
        self._inline(start, end)
        self._writer.new_line()

    def _inline(self, start: int, end: int) -> None:
        items, ends = self._page.items, self._page.ends
        opened: list[tuple[int, bool]] = []
        position = start
        while position < end:
            while opened and opened[-1][0] <= position:
                self._part(opened.pop()[1])
            item = items[position]
            if position in self._left_out:
                self._writer.new_line()
                position = ends[position]
            elif isinstance(item, Piece):
                self._writer.put(item)
                position += 1
            elif item.tag == "table":
                self._table(position)
                position = ends[position]
            else:
                if item.tag != "a":
                    is_block = item.tag not in RAISED
                    self._part(is_block)
                    opened.append((ends[position], is_block))
                position += 1
        for _, is_block in reversed(opened):
            self._part(is_block)

    def _part(self, is_block: bool) -> None:
        """Parts what follows from what stands before, at the beginning and at the end of an element."""
        if is_block:
            self._writer.new_line()
        else:
            self._writer.blank()

    def _table(self, position: int) -> None:
        self._writer.new_line()
        for row in rows_of(self._page, position, self._left_out):
            self._count(len(row.cells))
            if row.loose:
                self._loose(row)
            elif self._is_layout(row):
                for cell in _own(row):
                    self._blocks(cell, self._page.ends[cell])
            elif any(self._size(self._letters, cell) for cell in _own(row)):
                self._row(row)

    def _loose(self, row: Row) -> None:
        self._writer.new_line()
        for position in _own(row):
            self._inline(position, self._page.ends[position])
        self._writer.new_line()

    def _row(self, row: Row) -> None:
        self._writer.begin_row()
        for number, cell in enumerate(row.cells):
            if number:
                self._writer.next_cell()
            if cell is not None:
                element = self._page.items[cell]
                self._inline(cell + 1, self._page.ends[cell])
                if isinstance(element, Element) and element.spot is not None:
                    self._writer.end_cell(element.spot)
        self._writer.end_row()

    def _is_layout(self, row: Row) -> bool:
        """Whether the row only lays out the page: its one cell, or one that holds a table or much prose."""
        return len(row.cells) == 1 or any(
            self._size(self._tables, cell) or self._size(self._letters, cell) > _PROSE for cell in _own(row)
        )

    def _size(self, totals: list[int], position: int) -> int:
        return totals[self._page.ends[position]] - totals[position]

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MAX_CELLS:
            raise UnreadableError(
                self._name,
                "网页的表格太大，不像是一份年度报告，请只留报告本身"
                " (tables too large for a report; keep the report only)",
            )


def _own(row: Row) -> Iterator[int]:
    return (cell for cell in row.cells if cell is not None)


def _letters(item: Item) -> int:
    """How many characters a person sees."""
    return len(item.text) if isinstance(item, Piece) and not item.text.isspace() else 0


def _is_table(item: Item) -> bool:
    return isinstance(item, Element) and item.tag == "table"
