"""A table as it is read: cells with their lines of text, by row and column of the finest grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.patterns import compiled
from linter.record import NamedTuple
from linter.sources.cleaning import clean
from linter.sources.pdf.origin import Box

_FIGURE_GOES_ON = compiled(r"\d[.,]?$")
_FIGURE_BEGINS = compiled(r"[.,]?\d")
_WORD_ENDS = compiled(r"[A-Za-z]$")
_WORD_BEGINS = compiled(r"[A-Za-z]")
_DIGIT = 1.05
"""With less room, in widths of a digit, a line holds no further digit."""


class Fragment(NamedTuple):
    """A line of text: `room` is what its cell leaves free beside it, in widths of one of its characters."""

    text: str
    page: int
    box: Box
    room: float

    @property
    def plain(self) -> str:
        """The text in ordinary characters, as the reading stage will see it."""
        return clean(self.text)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell from its first row and column to its last; rows count over all pages of the table."""

    row: int
    last_row: int
    column: int
    last_column: int
    page: int
    box: Box
    fragments: tuple[Fragment, ...] = ()

    @property
    def text(self) -> str:
        return "".join(joint + fragment.plain for joint, fragment in joined(self.fragments))

    @property
    def sides(self) -> tuple[int, int]:
        """Where it begins and ends from left to right, to the point: the same on every page of a table."""
        return round(self.box.x0), round(self.box.x1)


@dataclass(frozen=True, slots=True)
class Table:
    """Cells ordered by row and column, each once."""

    cells: tuple[Cell, ...]
    rows: int
    box: Box

    def lines(self) -> Iterator[list[Cell]]:
        """The cells of each row from left to right, those that reach down from above among them."""
        rows: list[list[Cell]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, cell.last_row + 1):
                rows[row].append(cell)
        for row, cells in enumerate(rows):
            yield sorted(cells, key=lambda cell: (cell.column, cell.row != row))


def joined(fragments: Sequence[Fragment]) -> Iterator[tuple[str, Fragment]]:
    """Each line of a cell with what stands between it and the line before: nothing where text wraps."""
    before: Fragment | None = None
    for fragment in fragments:
        yield " " if before is not None and _apart(before, fragment) else "", fragment
        before = fragment


def goes_on(before: Fragment, after: Fragment) -> bool:
    """Whether digits break over two lines: the first one is full, so no further digit fitted."""
    if not (_FIGURE_GOES_ON.search(before.plain) and _FIGURE_BEGINS.match(after.plain)):
        return False
    return before.room < _DIGIT or not (before.plain[-1].isdigit() and after.plain[0].isdigit())


def _apart(before: Fragment, after: Fragment) -> bool:
    if _FIGURE_GOES_ON.search(before.plain) and _FIGURE_BEGINS.match(after.plain):
        return not goes_on(before, after)
    return bool(_WORD_ENDS.search(before.plain) and _WORD_BEGINS.match(after.plain))
