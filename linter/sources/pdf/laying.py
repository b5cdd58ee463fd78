"""Rows of words and figures become a table; where it is in doubt what belongs together, each line is a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.sources.pdf.areas import Area
from linter.sources.pdf.atoms import Atom, Strip
from linter.sources.pdf.columns import parted
from linter.sources.pdf.lines import box_of
from linter.sources.pdf.table import Cell, Fragment, Table

LEADING = 2.0
"""Heights of a character from one line of a figure that wraps to the next, at the most."""


def laid(rows: Iterable[Sequence[Sequence[Atom]]]) -> Table:
    """The table with these cells in its rows."""
    cells: list[Cell] = []
    count = 0
    for row in rows:
        atoms = [atom for cell in row for atom in cell]
        box = box_of([atom.box for atom in atoms if atom.page == atoms[0].page])
        for column, held in enumerate(row):
            fragments = tuple(Fragment(atom.text, atom.page, atom.box, _room(atom)) for atom in held)
            own = box_of([atom.box for atom in held]) if held else box
            cells.append(Cell(count, count, column, column, atoms[0].page, own, fragments))
        count += 1
    return Table(tuple(cells), count, box_of([cell.box for cell in cells]))


def _room(atom: Atom) -> float:
    """Words wrap where their cell is full; whether digits below each other are one figure nobody can tell."""
    return float("inf") if atom.figure else 0.0


def by_lines(strips: Sequence[Strip], area: Area) -> Table:
    """Each line as a row; but what may be the rest of the figures above stands with these, so that no part of a figure
    is taken for all of it, and figures that do not fill all columns are one cell: which are blank is not known."""
    rows: list[list[list[Atom]]] = []
    row: list[list[Atom]] = []
    before: int | None = None
    for n in range(area.body, area.last):
        labels, figures = parted(strips[n], area.columns) or ([*strips[n].atoms], [])
        above = [cell for cell in row if cell[0].figure]
        rest = before is not None and near(strips, before, n) and not any(atom.begins for atom in labels)
        if figures and rest and wraps([cell[0] for cell in above], figures):
            for atom in figures:
                next(cell for cell in above if _below(cell[0], atom)).append(atom)
            row += [[atom] for atom in labels]
        else:
            rows.append([[atom] for atom in (*labels, *figures)])
            row = rows[-1] if figures else row
        before = n if figures else before
    return laid([_known(row, len(area.columns)) for row in rows])


def _known(row: list[list[Atom]], width: int) -> list[list[Atom]]:
    """The row with its figures in one cell where some are missing."""
    labels, figures = [cell for cell in row if not cell[0].figure], [cell for cell in row if cell[0].figure]
    if not figures or len(figures) == width:
        return row
    return [*labels, [atom for cell in figures for atom in cell]]


def near(strips: Sequence[Strip], before: int, n: int) -> bool:
    """Whether a line of figures stands so near below another one, or first on the next page, that it may be its
    rest."""
    one, other = strips[before], strips[n]
    if one.page != other.page:
        return strips[n - 1].page == one.page
    return other.y - one.y <= LEADING * other.line.size


def wraps(above: Sequence[Atom], below: Sequence[Atom]) -> bool:
    """Whether all figures of a line stand below figures of another one, so that they may be the rest of these."""
    return all(any(_below(one, atom) for one in above) for atom in below)


def _below(one: Atom, atom: Atom) -> bool:
    return atom.overlaps(one.box.x0, one.box.x1)
