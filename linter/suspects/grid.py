"""Where the cells of a report stand: in rows and columns as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

Row = Sequence[int]


class Grid:
    """The rows of the tables as unknowns, in printed order."""

    def __init__(self, tables: Sequence[Sequence[Sequence[str]]]) -> None:
        """`tables` are the fields of each table, row by row; they are the first unknowns, in this order."""
        numbers = count()
        self.tables = [[[next(numbers) for _ in row] for row in table] for table in tables]
        self.places = {
            unknown: (number, down, across)
            for number, table in enumerate(self.tables)
            for down, row in enumerate(table)
            for across, unknown in enumerate(row)
        }

    def near(self, one: int, other: int) -> int | None:
        """How far two cells of one row or column are from each other; None where they are in neither."""
        if one not in self.places or other not in self.places:
            return None
        (table, down, across), (other_table, other_down, other_across) = self.places[one], self.places[other]
        if table != other_table or (down != other_down and across != other_across):
            return None
        return abs(down - other_down) + abs(across - other_across)

    def row(self, one: int) -> Row:
        """The cells of a cell's row."""
        number, down, _ = self.places[one]
        return self.tables[number][down]

    def neighbours(self, one: int) -> Iterator[int]:
        """The cells next to a cell in its row and column."""
        if one not in self.places:
            return
        number, down, across = self.places[one]
        table = self.tables[number]
        for row, column in ((down, across - 1), (down, across + 1), (down - 1, across), (down + 1, across)):
            if 0 <= row < len(table) and 0 <= column < len(table[row]):
                yield table[row][column]

    def columns(self) -> Iterator[Row]:
        """The columns of the tables whose rows are all as long."""
        for table in self.tables:
            if len({len(row) for row in table}) == 1:
                yield from zip(*table, strict=True)
