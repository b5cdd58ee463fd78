"""Cells that are merged from above: Word shows nothing of what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rendering.wordcomments.elements import nearest, space_of, value_of

if TYPE_CHECKING:
    from lxml import etree


def shown_cell(cell: etree._Element) -> etree._Element:
    """The cell as which a blank one is shown: itself, or the first one of those it is merged with."""
    row, table = nearest(cell, "tr"), nearest(cell, "tbl")
    if row is None or table is None:
        return cell
    column = next(place for place, one in _cells(row) if one is cell)
    rows = _of(table, "tr", "tbl")
    for above in reversed(rows[: rows.index(row)]):
        if not _goes_on(cell):
            break
        cell = next((one for place, one in _cells(above) if place == column), cell)
    return cell


def _cells(row: etree._Element) -> list[tuple[int, etree._Element]]:
    """The cells of a row with the columns of the grid in which they begin."""
    w = space_of(row)
    column = _number(row.find(f"{w}trPr/{w}gridBefore"), 0)
    found = []
    for cell in _of(row, "tc", "tr"):
        found.append((column, cell))
        column += _number(cell.find(f"{w}tcPr/{w}gridSpan"), 1)
    return found


def _of(outer: etree._Element, name: str, around: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, without those of tables inside."""
    return [one for one in outer.iter(space_of(outer) + name) if nearest(one, around) is outer]


def _goes_on(cell: etree._Element) -> bool:
    w = space_of(cell)
    merged = cell.find(f"{w}tcPr/{w}vMerge")
    return merged is not None and value_of(merged, "val") != "restart"


def _number(element: etree._Element | None, default: int) -> int:
    value = value_of(element, "val") if element is not None else None
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 6 else default
