"""The columns of figures of a table without rulings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.record import NamedTuple
from linter.sources.pdf.atoms import Atom, Strip


class Column(NamedTuple):
    """From where to where the figures of a column stand, in points from the left."""

    start: float
    end: float


def parted(strip: Strip, columns: Sequence[Column]) -> tuple[list[Atom], list[Atom]] | None:
    """The words before the columns and the figures in them, or None where other things stand in the columns."""
    labels: list[Atom] = []
    figures: list[Atom] = []
    for n, atom in enumerate(strip.atoms):
        if atom.figure and (strip.apart(n) or any(atom.overlaps(*column) for column in columns)):
            figures.append(atom)
        elif figures:
            return None
        else:
            labels.append(atom)
    if labels and columns and labels[-1].box.x1 > columns[0].start:
        return None
    return labels, figures


def widened(columns: Sequence[Column], figures: Sequence[Atom], edge: float) -> tuple[Column, ...] | None:
    """The columns with the figures of a further row, or None where these stand in none of them. Columns that were
    blank before may be added right of the labels, which end at `edge`."""
    held = list(columns)
    for atom in figures:
        under = [n for n, column in enumerate(columns) if atom.overlaps(*column)]
        if len(under) > 1 or (not under and atom.box.x0 <= edge):
            return None
        if under:
            column = held[under[0]]
            held[under[0]] = Column(min(atom.box.x0, column.start), max(atom.box.x1, column.end))
        else:
            held.append(Column(atom.box.x0, atom.box.x1))
    held.sort()
    apart = all(one.end < other.start for one, other in pairwise(held))
    return tuple(held) if apart and all(sum(one.overlaps(*c) for one in figures) <= 1 for c in held) else None
