"""Tables without rulings: lines whose runs stand in columns become rows of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from linter.sources.pdf.lines import Line, Run

_FIGURE = re.compile(r"[-+－−]?[\d０-９][\d０-９,，.．]*(?:\s*[^\d\s]{1,2})?|[-—－_/／]{1,3}")
_FEWEST = 2
"""A row without rulings has a label and a figure at least, a table two columns of figures."""
_BETWEEN = 4
"""So many lines with a single run, such as parts of a label, may stand between two rows of a table."""


class Column(NamedTuple):
    """Where the figures of a column stand, in points from the left."""

    start: float
    end: float

    def holds(self, run: Run) -> bool:
        return run.box.x0 <= self.end and self.start <= run.box.x1


class Stretch(NamedTuple):
    """Lines that are a table without rulings: the first, one past the last, and the columns of figures."""

    start: int
    stop: int
    columns: tuple[Column, ...]
    labelled: bool


def stretches(lines: Sequence[Line]) -> list[Stretch]:
    """The tables without rulings among the lines of a page, from top to bottom."""
    found: list[Stretch] = []
    for n, line in enumerate(lines):
        figures = [run for run in line.runs if _FIGURE.fullmatch(run.text)]
        if not figures or len(line.runs) < _FEWEST:
            continue
        labelled = figures[0] is not line.runs[0]
        last = found[-1] if found and n - found[-1].stop <= _BETWEEN else None
        columns = _fitted(last.columns, figures) if last else None
        if last and columns:
            found[-1] = Stretch(last.start, n + 1, columns, last.labelled or labelled)
        else:
            found.append(Stretch(n, n + 1, tuple(Column(run.box.x0, run.box.x1) for run in figures), labelled))
    return [one for one in found if len(one.columns) >= _FEWEST]


def _fitted(columns: Sequence[Column], figures: Sequence[Run]) -> tuple[Column, ...] | None:
    """The columns widened by the figures of a further row, or None where these stand in other columns. A row may
    leave columns blank, and so may all rows before it."""
    under = [[n for n, column in enumerate(columns) if column.holds(run)] for run in figures]
    taken = [n for some in under for n in some]
    if len(set(taken)) < len(taken) or any(len(some) > 1 for some in under):
        return None
    if len(taken) not in (len(columns), len(figures)):
        return None
    widened = list(columns)
    for run, some in zip(figures, under, strict=True):
        if some:
            held = columns[some[0]]
            widened[some[0]] = Column(min(held.start, run.box.x0), max(held.end, run.box.x1))
        else:
            widened.append(Column(run.box.x0, run.box.x1))
    return tuple(sorted(widened))


def cells_of(line: Line, stretch: Stretch) -> list[list[Run]]:
    """The runs of a row by cell: those left of the columns together, then one cell for each column. A line that
    does not fit them has a cell for each run."""
    columns = stretch.columns
    first = next((n for n, run in enumerate(line.runs) if run.box.x1 >= columns[0].start), len(line.runs))
    cells: list[list[Run]] = [list(line.runs[:first]), *([] for _ in columns)]
    for run in line.runs[first:]:
        under = [n for n, column in enumerate(columns, 1) if column.holds(run)]
        if len(under) != 1 or not _FIGURE.fullmatch(run.text) or cells[under[0]]:
            return [[run] for run in line.runs]
        cells[under[0]].append(run)
    if len(line.runs) == 1 and first:
        return cells[:1]
    return cells if stretch.labelled else cells[1:]
