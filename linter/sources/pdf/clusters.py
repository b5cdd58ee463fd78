"""Lines of words below each other that are one cell of a table without rulings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median_low

from linter.record import NamedTuple
from linter.sources.pdf.atoms import Atom
from linter.sources.pdf.lines import box_of
from linter.sources.pdf.origin import Box

_MOST_LEADING = 2.2
"""Heights of a character from one line of a cell to the next, at the most."""
EVEN = 1.15
"""Lines of one cell stand no further apart than this times the usual distance."""
_UNEVEN = 1.25
"""Distances up to this times the least one are taken for those of lines in one cell."""
_SAME_LINE = 0.5


class Cluster(NamedTuple):
    """The words of one cell from top to bottom; where a page's end cuts it, its box is true from left to right only."""

    atoms: tuple[Atom, ...]
    box: Box

    @property
    def top(self) -> float:
        return self.atoms[0].y

    @property
    def bottom(self) -> float:
        return self.atoms[-1].y

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def cut(self) -> bool:
        """Whether a page's end cuts it."""
        return self.atoms[0].page != self.atoms[-1].page

    @property
    def lines(self) -> int:
        return len({atom.y for atom in self.atoms})

    def beside(self, y: float) -> bool:
        """Whether a line at this height stands beside it."""
        reach = 0.6 * self.atoms[0].size
        return self.top - reach <= y <= self.bottom + reach


def cluster_of(atoms: Sequence[Atom]) -> Cluster:
    """The cell of these words."""
    return Cluster(tuple(atoms), box_of([atom.box for atom in atoms]))


def clusters(atoms: Iterable[Atom], rows: Sequence[float]) -> list[Cluster]:
    """The cells that words form, from top to bottom. `rows` are the heights of rows with figures: what stands in two
    of them is two cells."""
    ordered = sorted(atoms, key=lambda atom: (atom.y, atom.box.x0))
    leading = usual_leading(ordered)
    own = {atom: n for n, y in enumerate(rows) for atom in _beside(ordered, y, leading)}
    cells: list[list[Atom]] = []
    for atom in ordered:
        above = [cell for cell in cells if any(_over(one, atom) for one in cell)]
        cell = max(above, key=lambda one: one[-1].y, default=None)
        if cell is None or not _goes_on(cell, atom, above, leading) or _rows_of([*cell, atom], own) > 1:
            cells.append([atom])
        else:
            cell.append(atom)
    return [cluster_of(cell) for cell in cells]


def _beside(atoms: Sequence[Atom], y: float, leading: float) -> Iterator[Atom]:
    """The label that stands at the height of a row, but none of a group, which has other labels at its right."""
    near = [atom for atom in atoms if abs(atom.y - y) < max(leading, atom.size)]
    for atom in near:
        if abs(atom.y - y) < _SAME_LINE * atom.size and not any(one.box.x0 >= atom.box.x1 for one in near):
            yield atom


def usual_leading(atoms: Sequence[Atom]) -> float:
    """From one line of a cell to the next: the usual one of the least distances between words below each other, since
    characters of several fonts do not stand quite at one height."""
    steps = sorted(_steps(sorted(atoms, key=lambda atom: atom.y)))
    return median_low([step for step in steps if step <= _UNEVEN * steps[0]]) if steps else 0.0


def _steps(ordered: Sequence[Atom]) -> Iterator[float]:
    for n, atom in enumerate(ordered):
        for below in ordered[n + 1 :]:
            step = below.y - atom.y
            if below.page != atom.page or step > _MOST_LEADING * atom.size:
                break
            if step > _SAME_LINE * atom.size and _over(atom, below):
                yield step
                break


def _goes_on(cell: Sequence[Atom], atom: Atom, above: Sequence[Sequence[Atom]], leading: float) -> bool:
    last = cell[-1]
    if atom.begins or sum(one[-1].y >= last.y for one in above) > 1:
        return False
    if last.page != atom.page:
        return last.page + 1 == atom.page
    return _SAME_LINE * atom.size < atom.y - last.y <= EVEN * leading


def _rows_of(atoms: Iterable[Atom], own: dict[Atom, int]) -> int:
    return len({own[atom] for atom in atoms if atom in own})


def _over(one: Atom, other: Atom) -> bool:
    return one.overlaps(other.box.x0, other.box.x1)
