"""Tables that a page break cuts: the next page's part goes on with the same columns, perhaps below a repeated header,
and its first row may be the rest of a row that the break went through."""

from __future__ import annotations

from dataclasses import replace

from linter.patterns import compiled
from linter.sources.pdf.table import Cell, Table, goes_on

_NEAR = 3
"""Points by which a column may stand elsewhere on the next page."""
_FULL = 2.5
"""Widths of a character: a line of words with less room is full, since some signs may not begin or end a line."""
_FIGURE = compiled(r"[-+]?\d[\d,.\s]*")
_ORDINAL = compiled(r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]|[①-⑳])")


def continued(upper: Table, lower: Table) -> Table | None:
    """Both parts as one table, or None where the second is a table of its own."""
    if not _same_width(upper, lower):
        return None
    lower = _without_header(upper, lower)
    if not _same_columns(upper, lower):
        return None
    pairs = _pairs(upper, lower)
    if _is_rest(pairs):
        return _merged(upper, lower, pairs)
    spanning = [(a, b) for a, b in pairs if _spans(a, b) and _belongs(a, b)]
    return _stacked(upper, lower, spanning, dropped=0)


def _same_width(upper: Table, lower: Table) -> bool:
    return abs(upper.box.x0 - lower.box.x0) <= _NEAR and abs(upper.box.x1 - lower.box.x1) <= _NEAR


def _same_columns(upper: Table, lower: Table) -> bool:
    """Whether the parts meet in the same columns: as many cells, or a cell that ends where one of the other does."""
    ends = [round(cell.box.x1) for cell in upper.cells]
    return lower.rows > 0 and all(
        any(abs(round(cell.box.x1) - end) <= _NEAR for end in ends) for cell in lower.cells if cell.row == 0
    )


def _without_header(upper: Table, lower: Table) -> Table:
    """The lower part without the rows that repeat the first rows of the upper part. They hold no figures."""
    first, again = list(upper.lines()), list(lower.lines())
    count = 0
    for one, other in zip(first, again, strict=False):
        if [cell.text for cell in one] != [cell.text for cell in other] or not any(cell.text for cell in other):
            break
        if any(map(_is_figure, other)):
            break
        count += 1
    while count and any(cell.row < count <= cell.last_row for cell in lower.cells):
        count -= 1
    return _cut(lower, count)


def _cut(table: Table, count: int) -> Table:
    """The table without its first rows; cells that reach further down begin in the first row that is left."""
    cells = tuple(
        replace(cell, row=max(cell.row - count, 0), last_row=cell.last_row - count)
        for cell in table.cells
        if cell.last_row >= count
    )
    return replace(table, cells=cells, rows=table.rows - count)


def _pairs(upper: Table, lower: Table) -> list[tuple[Cell, Cell]]:
    """Cells that meet at the break, with the same sides."""
    ending = [cell for cell in upper.cells if cell.last_row == upper.rows - 1]
    pairs = []
    for cell in (cell for cell in lower.cells if cell.row == 0):
        for above in ending:
            if all(abs(a - b) <= _NEAR for a, b in zip(above.sides, cell.sides, strict=True)):
                pairs.append((above, cell))
                break
    return pairs


def _spans(above: Cell, below: Cell) -> bool:
    return above.row < above.last_row or below.row < below.last_row


def _is_rest(pairs: list[tuple[Cell, Cell]]) -> bool:
    """Whether the first row below is the rest of the last one above: a figure goes on there, or words go on where a
    full line ends, or the two hold different halves of the row."""
    row = [(a, b) for a, b in pairs if not _spans(a, b)]
    both = [(a, b) for a, b in row if a.text and b.text]
    if len(row) < 2 or not any(b.text for _, b in row) or any(_begins(b) for _, b in both):
        return False
    figures = [(a, b) for a, b in both if _is_figure(a) or _is_figure(b)]
    if not all(_goes_on(a, b) for a, b in figures):
        return False
    if figures:
        return True
    return all(_full(a) for a, _ in both) if both else _halves(row)


def _halves(row: list[tuple[Cell, Cell]]) -> bool:
    """Whether the words of the row stand above the break and its figures below it, or all of it below."""
    above, below = [a for a, _ in row if a.text], [b for _, b in row if b.text]
    return not above or (not any(map(_is_figure, above)) and all(map(_is_figure, below)))


def _belongs(above: Cell, below: Cell) -> bool:
    """Whether what stands below can be the rest of the cell above."""
    if not below.text or not above.text:
        return True
    if _is_figure(above) or _is_figure(below):
        return _goes_on(above, below)
    return _full(above) and not _begins(below)


def _is_figure(cell: Cell) -> bool:
    return _FIGURE.fullmatch(cell.text) is not None


def _begins(cell: Cell) -> bool:
    """Whether its words begin with a number of a list or a heading, so nothing stands before them."""
    return _ORDINAL.match(cell.text) is not None


def _full(cell: Cell) -> bool:
    return cell.fragments[-1].room < _FULL


def _goes_on(above: Cell, below: Cell) -> bool:
    return _is_figure(above) and _is_figure(below) and goes_on(above.fragments[-1], below.fragments[0])


def _merged(upper: Table, lower: Table, pairs: list[tuple[Cell, Cell]]) -> Table:
    """One table whose row at the break is whole."""
    held = [(a, b) for a, b in pairs if not _spans(a, b) or _belongs(a, b)]
    return _stacked(upper, lower, held, dropped=1)


def _stacked(upper: Table, lower: Table, pairs: list[tuple[Cell, Cell]], dropped: int) -> Table:
    """The upper part with the lower one below it. The text below of each pair moves up to the cell above; the
    first rows below, as many as `dropped`, are part of the last one above."""
    moved = {b: a for a, b in pairs}
    added = {a: b.fragments for a, b in pairs}
    offset = upper.rows - dropped
    cells = [replace(cell, fragments=cell.fragments + added.get(cell, ())) for cell in upper.cells]
    for cell in lower.cells:
        if cell.last_row < dropped and cell in moved:
            continue
        kept = () if cell in moved else cell.fragments
        row = max(cell.row, dropped)
        if cell.last_row >= row:
            cells.append(replace(cell, row=row + offset, last_row=cell.last_row + offset, fragments=kept))
        elif kept:
            cells.append(replace(cell, row=offset, last_row=offset, fragments=kept))
    return Table(tuple(cells), offset + lower.rows, upper.box)
