"""Rows made even: a blank cell wherever one reaches down from a row above, each in its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.record import NamedTuple
from linter.sources.html.page import Element, Page


class _Reach(NamedTuple):
    """A cell that reaches down: its first column, how many columns it spans, how many rows are left for it."""

    column: int
    columns: int
    rows: int


def spread(page: Page, rows: Sequence[Sequence[int]]) -> Iterator[list[int | None]]:
    """The cells of each row of a group with None for those from above; a row without cells of its own stays empty."""
    reaching: list[_Reach] = []
    for row in rows:
        cells, below = _row(page, row, reaching, len(rows))
        yield cells if row else []
        reaching = [one._replace(rows=one.rows - 1) for one in below if one.rows > 1]


def _row(
    page: Page, row: Sequence[int], reaching: Sequence[_Reach], most: int
) -> tuple[list[int | None], list[_Reach]]:
    """The row's cells with those that reach into it, and all that may reach on, by column."""
    cells: list[int | None] = []
    below: list[_Reach] = []
    column = above = 0
    for cell in row:
        while above < len(reaching) and reaching[above].column <= column:
            cells.append(None)
            below.append(reaching[above])
            column = max(column, reaching[above].column + reaching[above].columns)
            above += 1
        element = page.items[cell]
        assert isinstance(element, Element)
        cells.append(cell)
        below.append(_Reach(column, element.columns, element.rows or most))
        column += element.columns
    cells += [None] * (len(reaching) - above)
    return cells, [*below, *reaching[above:]]
