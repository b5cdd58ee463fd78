"""The rows of a table as browsers find them, with groups or without, also where a form or nothing is around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from linter.record import NamedTuple
from linter.sources.html.page import Element, Item, Page, Piece
from linter.sources.html.spans import spread
from linter.sources.html.tags import CELLS, ROW_GROUPS

_TRANSPARENT = frozenset({"form", "div", "a"})
"""Old pages put these between a table and its rows, or a row and its cells."""


class Row(NamedTuple):
    """A row: its cells as items of the page, None for one that reaches down from above. A `loose` row is what stands
    in a table and in no cell, such as its caption."""

    cells: list[int | None]
    loose: bool = False


def rows_of(page: Page, table: int, left_out: Collection[int]) -> Iterator[Row]:
    """The rows of the table at an item, in the order in which they are shown, each cell in its place."""
    groups = sorted(_groups(page, table, left_out), key=lambda group: group[0] == "tfoot")
    for _, rows in groups:
        cells = spread(page, [[cell for cell in row.cells if cell is not None] for row in rows if not row.loose])
        for row in rows:
            yield row if row.loose else Row(next(cells))


def _groups(page: Page, table: int, left_out: Collection[int]) -> list[tuple[str, list[Row]]]:
    """The rows of each group with the group's tag; what spans rows ends with its group."""
    rows: list[Row] = []
    groups = [("", rows)]
    current: list[int | None] | None = None
    position = table + 1
    group_end = row_end = end = page.ends[table]
    while position < end:
        item = page.items[position]
        tag = item.tag if isinstance(item, Element) else ""
        if position >= group_end:
            rows, group_end = [], end
            groups.append(("", rows))
        if position >= row_end:
            current, row_end = None, end
        if tag in ROW_GROUPS:
            rows, group_end = [], page.ends[position]
            groups.append((tag, rows))
        if tag == "tr" or (tag in CELLS and current is None):
            current = []
            row_end = page.ends[position] if tag == "tr" else end
            rows.append(Row(current))
        inside = tag in ROW_GROUPS or tag == "tr" or (tag in _TRANSPARENT and position not in left_out)
        if tag in CELLS and current is not None:
            current.append(position)
        elif not inside and position not in left_out and not _is_blank(item):
            _add_loose(rows, position)
        position = position + 1 if inside else page.ends[position]
    return groups


def _add_loose(rows: list[Row], position: int) -> None:
    if not rows or not rows[-1].loose:
        rows.append(Row([], loose=True))
    rows[-1].cells.append(position)


def _is_blank(item: Item) -> bool:
    return isinstance(item, Piece) and item.text.isspace()
