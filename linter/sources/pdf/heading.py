"""The columns of a table without rulings: those in which figures stand, and those that only its header shows."""

from __future__ import annotations

from collections.abc import Sequence

from linter.sources.pdf.atoms import Atom
from linter.sources.pdf.clusters import EVEN, Cluster, cluster_of, usual_leading
from linter.sources.pdf.columns import Column
from linter.sources.pdf.origin import Box

_NEAR = 3.0
"""Points by which figures may stand further out than the header of their column."""
_SAME = 0.25
"""Heights of a character between the middles of words of one line, at the most."""
_WIDER = 0.5
"""Heights of a character by which the rest of a cell may be wider than its first line, which is full."""
_LEVEL = 0.5
"""Heights of a character between the middles of two cells of one row, at the most."""


def header_cells(atoms: Sequence[Atom]) -> list[Cluster]:
    """The cells of a header. A line goes on in the next one where most words there have a cell right above them: words
    below a cell that reaches over several columns stand beside others without one."""
    leading = usual_leading(atoms)
    cells: list[list[Atom]] = []
    for line in _lines(atoms):
        above = [[cell for cell in cells if _goes_on(cell[-1], atom, leading)] for atom in line]
        under = [some[0] if len(some) == 1 else None for some in above]
        wraps = 2 * sum(cell is not None for cell in under) > len(line)
        for cell, atom in zip(under, line, strict=True):
            if wraps and cell is not None and cell[-1].y < line[0].y and sum(cell is one for one in under) == 1:
                cell.append(atom)
            else:
                cells.append([atom])
    return [cluster_of(cell) for cell in cells]


def _lines(atoms: Sequence[Atom]) -> list[list[Atom]]:
    """The words by height, since those of two cells beside each other may stand nearly at one."""
    lines: list[list[Atom]] = []
    for atom in sorted(atoms, key=lambda one: one.y):
        if lines and atom.y - lines[-1][0].y <= _SAME * atom.size:
            lines[-1].append(atom)
        else:
            lines.append([atom])
    return lines


def _goes_on(above: Atom, atom: Atom, leading: float) -> bool:
    near = above.page == atom.page and 0 < atom.y - above.y <= EVEN * leading
    return near and atom.overlaps(above.box.x0, above.box.x1) and atom.box.width < above.box.width + _WIDER * atom.size


def levels(cells: Sequence[Cluster]) -> list[list[Cluster]]:
    """The cells of a header by row, from top to bottom and from left to right. Cells of one row are alike in their
    middles, or in their first or last lines: in that by which there are fewest rows."""
    middles, tops, bottoms = (
        _levels([(cell.middle, cell) for cell in cells]),
        _levels([(cell.top, cell) for cell in cells]),
        _levels([(cell.bottom, cell) for cell in cells]),
    )
    return min(middles, tops, bottoms, key=len)


def _levels(placed: Sequence[tuple[float, Cluster]]) -> list[list[Cluster]]:
    found: list[list[Cluster]] = []
    start = 0.0
    for y, cell in sorted(placed, key=lambda one: one[0]):
        if found and y - start <= _LEVEL * cell.atoms[0].size:
            found[-1].append(cell)
        else:
            found.append([cell])
            start = y
    return [sorted(level, key=lambda one: one.box.x0) for level in found]


def with_blank(columns: Sequence[Column], cells: Sequence[Cluster]) -> list[Column | None]:
    """The columns together with None for each that is blank in all rows. Such a one counts where its header stands
    beside that of a column with figures, and each column with figures has a header of its own."""
    leaves: list[tuple[int, Cluster]] = []
    for level, row in enumerate(reversed(levels(cells))):
        leaves += [(level, cell) for cell in row if not any(_over(cell, other) for _, other in leaves)]
    leaves.sort(key=lambda one: one[1].box.x0)
    for holds in (_under, _from_left, _to_right):
        boxes = [cell.box for _, cell in leaves]
        held = [[column for column in columns if holds(boxes, n, column)] for n in range(len(boxes))]
        if all(len(some) <= 1 for some in held) and sorted(column for some in held for column in some) == [*columns]:
            filled = {level for (level, _), some in zip(leaves, held, strict=True) if some}
            return [some[0] if some else None for (level, _), some in zip(leaves, held, strict=True) if level in filled]
    return list(columns)


def _over(cell: Cluster, other: Cluster) -> bool:
    return any(atom.overlaps(one.box.x0, one.box.x1) for atom in cell.atoms for one in other.atoms)


def _under(boxes: Sequence[Box], n: int, column: Column) -> bool:
    return boxes[n].x0 <= column.end and column.start <= boxes[n].x1


def _from_left(boxes: Sequence[Box], n: int, column: Column) -> bool:
    """Whether a column stands below a header that is written at the left of its cell."""
    end = boxes[n + 1].x0 if n + 1 < len(boxes) else float("inf")
    return boxes[n].x0 - _NEAR <= column.start and column.end < end


def _to_right(boxes: Sequence[Box], n: int, column: Column) -> bool:
    """Whether a column stands below a header that is written at the right of its cell."""
    start = boxes[n - 1].x1 if n else 0.0
    return start < column.start and column.end <= boxes[n].x1 + _NEAR
