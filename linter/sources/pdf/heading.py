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
    """The cells of a header. Words go on in the next line where the words beside them or most words of the line do:
    those below a cell that reaches over several columns stand among others with nothing right above them."""
    leading = usual_leading(atoms)
    cells: list[list[Atom]] = []
    for line in _lines(atoms):
        found = [_above(cells, atom, leading) for atom in line]
        above = [cell if sum(cell is one for one in found) == 1 else [] for cell in found]
        most = 2 * sum(map(bool, above)) > len(line)
        for n, atom in enumerate(line):
            cell = above[n]
            if cell and (most or any(above[max(n - 1, 0) : n] + above[n + 1 : n + 2])) and cell[-1].y < line[0].y:
                cell.append(atom)
            else:
                cells.append([atom])
    return [cluster_of(cell) for cell in cells]


def _above(cells: Sequence[list[Atom]], atom: Atom, leading: float) -> list[Atom]:
    """The cell that may go on with these words; none where several may."""
    found = [cell for cell in cells if _goes_on(cell[-1], atom, leading)]
    return found[0] if len(found) == 1 else []


def _lines(atoms: Sequence[Atom]) -> list[list[Atom]]:
    """The words by height, since those of two cells beside each other may stand nearly at one."""
    lines: list[list[Atom]] = []
    for atom in sorted(atoms, key=lambda one: one.y):
        if lines and atom.y - lines[-1][0].y <= _SAME * atom.size:
            lines[-1].append(atom)
        else:
            lines.append([atom])
    return [sorted(line, key=lambda one: one.box.x0) for line in lines]


def _goes_on(above: Atom, atom: Atom, leading: float) -> bool:
    near = above.page == atom.page and 0 < atom.y - above.y <= EVEN * leading
    return near and atom.overlaps(above.box.x0, above.box.x1) and atom.box.width < above.box.width + _WIDER * atom.size


def leaves_of(cells: Sequence[Cluster]) -> list[Cluster]:
    """The cells of a header with no others below them, one for each column from left to right."""
    leaves: list[Cluster] = []
    for cell in sorted(cells, key=lambda one: -one.bottom):
        if not any(_over(cell, other) for other in leaves):
            leaves.append(cell)
    return sorted(leaves, key=lambda one: one.box.x0)


def levels(cells: Sequence[Cluster]) -> list[list[Cluster]]:
    """Other cells of a header by row, from top to bottom and from left to right."""
    found: list[list[Cluster]] = []
    for cell in sorted(cells, key=lambda one: one.middle):
        if found and cell.middle - found[-1][0].middle <= _LEVEL * cell.atoms[0].size:
            found[-1].append(cell)
        else:
            found.append([cell])
    return [sorted(level, key=lambda one: one.box.x0) for level in found]


def columns_of(columns: Sequence[Column], leaves: Sequence[Cluster]) -> list[tuple[Cluster, Column | None]]:
    """The header of each column and where its figures stand, None for one that is blank in all rows. Such a one counts
    where its header stands beside that of a column with figures. Nothing where not each column with figures has a
    header of its own."""
    boxes = [cell.box for cell in leaves]
    for holds in (_under, _from_left, _to_right):
        held = [[column for column in columns if holds(boxes, n, column)] for n in range(len(boxes))]
        if all(len(some) <= 1 for some in held) and [column for some in held for column in some] == [*columns]:
            filled = [leaf for leaf, some in zip(leaves, held, strict=True) if some]
            return [
                (leaf, some[0] if some else None)
                for leaf, some in zip(leaves, held, strict=True)
                if some or any(_alike(leaf, other) for other in filled)
            ]
    return []


def _alike(one: Cluster, other: Cluster) -> bool:
    """Whether two cells may be of one row: their middles are alike, or their first or their last lines."""
    steps = (one.middle - other.middle, one.top - other.top, one.bottom - other.bottom)
    return min(map(abs, steps)) <= _LEVEL * one.atoms[0].size


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
