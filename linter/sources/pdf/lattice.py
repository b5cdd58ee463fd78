"""The cells that a frame of rulings encloses: squares of the finest grid, joined where nothing is drawn between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from linter.record import NamedTuple
from linter.sources.pdf.glyphs import Rule
from linter.sources.pdf.origin import Box
from linter.sources.pdf.ruling import REACH, Frame

_MOST_SQUARES = 20_000
"""A table of more squares is a drawing; the largest table of a report has some three hundred."""


class Square(NamedTuple):
    """A cell by its place in the grid: its first and last row and column, and where these stand on the page."""

    row: int
    last_row: int
    column: int
    last_column: int
    box: Box


class Lattice(NamedTuple):
    """The finest grid of a frame, by the places of its rulings, and which cell each square of it belongs to."""

    ys: list[float]
    xs: list[float]
    squares: list[Square]
    owners: list[list[int]]

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_at(self, x: float, y: float) -> int:
        """The number of the cell around a point inside the box."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.owners) - 1)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.owners[0]) - 1)
        return self.owners[row][column]


def lattice_of(frame: Frame) -> Lattice | None:
    """The cells of a frame; sides that are left open are closed by the ends of the rulings. None for a drawing."""
    ys = _levels([rule.at for rule in frame.rows] + [end for rule in frame.columns for end in (rule.start, rule.end)])
    xs = _levels([rule.at for rule in frame.columns] + [end for rule in frame.rows for end in (rule.start, rule.end)])
    return levelled(frame, ys, xs)


def levelled(frame: Frame, ys: list[float], xs: list[float]) -> Lattice | None:
    """The cells between these levels, row by row; each ruling runs along the nearest. None for a drawing."""
    if len(xs) * len(ys) > _MOST_SQUARES or len(xs) < 2 or len(ys) < 2:
        return None
    owners = [[-1] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    found = list(_regions(_walls(frame.rows, ys, xs), _walls(frame.columns, xs, ys), owners))
    held = [
        Square(*region, Box(xs[region[2]], ys[region[0]], xs[region[3] + 1], ys[region[1] + 1])) for region in found
    ]
    return Lattice(ys, xs, held, owners)


def _levels(values: Iterable[float]) -> list[float]:
    levels: list[list[float]] = []
    for value in sorted(values):
        if levels and value - levels[-1][0] <= REACH:
            levels[-1].append(value)
        else:
            levels.append([value])
    return [sum(level) / len(level) for level in levels]


def _walls(rules: Sequence[Rule], levels: Sequence[float], marks: Sequence[float]) -> list[list[bool]]:
    """For each level across, whether each stretch between two marks along it is drawn."""
    walls = [[False] * (len(marks) - 1) for _ in levels]
    for rule in rules:
        wall = walls[_nearest(levels, rule.at)]
        for n in range(_nearest(marks, rule.start), _nearest(marks, rule.end)):
            wall[n] = True
    return walls


def _nearest(levels: Sequence[float], value: float) -> int:
    above = min(max(bisect_right(levels, value), 1), len(levels) - 1)
    return above if levels[above] - value < value - levels[above - 1] else above - 1


def _regions(
    above: Sequence[Sequence[bool]], left: Sequence[Sequence[bool]], owners: list[list[int]]
) -> Iterator[tuple[int, int, int, int]]:
    """First and last row, first and last column of each group of squares without a wall between them; `owners` is
    filled with the numbers of the groups."""
    count = 0
    for row, line in enumerate(owners):
        for column, owner in enumerate(line):
            if owner < 0:
                line[column] = count
                group = [(row, column)]
                for y, x in group:
                    group += _open(above, left, owners, y, x)
                rows, columns = [y for y, _ in group], [x for _, x in group]
                yield min(rows), max(rows), min(columns), max(columns)
                count += 1


def _open(
    above: Sequence[Sequence[bool]], left: Sequence[Sequence[bool]], owners: list[list[int]], y: int, x: int
) -> Iterator[tuple[int, int]]:
    """The squares beside one that no wall parts from it, each once."""
    height, width = len(owners), len(owners[0])
    beside = (
        (y > 0 and not above[y][x], y - 1, x),
        (y + 1 < height and not above[y + 1][x], y + 1, x),
        (x > 0 and not left[x][y], y, x - 1),
        (x + 1 < width and not left[x + 1][y], y, x + 1),
    )
    for opened, row, column in beside:
        if opened and owners[row][column] < 0:
            owners[row][column] = owners[y][x]
            yield row, column
