"""Slips that change more figures than the search does, and are one slip all the same: a row shifted by a cell, two
rows exchanged, a figure cut in two with the rest of the row moved on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count

from linter.record import NamedTuple
from linter.suspects.linear import Exact
from linter.suspects.search import Repair
from linter.suspects.system import System, bits, masked

_LEAST = 2
_SHORTEST = 4

Row = Sequence[int]


class Pattern(NamedTuple):
    """What was done, and the repair that undoes it."""

    slip: str
    repair: Repair


class Grid:
    """The rows of the tables as unknowns, in printed order."""

    def __init__(self, tables: Sequence[Sequence[Sequence[str]]]) -> None:
        """`tables` are the fields of each table, row by row; they are the first unknowns, in this order."""
        numbers = count()
        self.tables = [[[next(numbers) for _ in row] for row in table] for table in tables]
        self.places = {
            unknown: (number, down, across)
            for number, table in enumerate(self.tables)
            for down, row in enumerate(table)
            for across, unknown in enumerate(row)
        }

    def near(self, one: int, other: int) -> int | None:
        """How far two cells of one row or column are from each other; None where they are in neither."""
        if one not in self.places or other not in self.places:
            return None
        (table, down, across), (other_table, other_down, other_across) = self.places[one], self.places[other]
        if table != other_table or (down != other_down and across != other_across):
            return None
        return abs(down - other_down) + abs(across - other_across)

    def row(self, one: int) -> Row:
        """The cells of a cell's row."""
        number, down, _ = self.places[one]
        return self.tables[number][down]

    def neighbours(self, one: int) -> Iterator[int]:
        """The cells next to a cell in its row and column."""
        if one not in self.places:
            return
        number, down, across = self.places[one]
        table = self.tables[number]
        for row, column in ((down, across - 1), (down, across + 1), (down - 1, across), (down + 1, across)):
            if 0 <= row < len(table) and 0 <= column < len(table[row]):
                yield table[row][column]


def patterns(
    system: System, grid: Grid, broken: Sequence[int], expired: Callable[[], bool] = lambda: False
) -> Iterator[Pattern]:
    """The slips whose undoing settles some of the broken identities and breaks none, as far as there is time."""
    masks = [system.identities[number].mask for number in broken]
    within = [mask for mask in masks if all(one in grid.places for one in bits(mask))]
    if len(within) < _LEAST:
        return
    rows = {grid.places[one][:2] for mask in within for one in bits(mask)}
    for pattern in _candidates(system, grid, sorted(rows)):
        if expired():
            return
        if pattern.repair and system.allows(pattern.repair) and system.settled(pattern.repair):
            yield pattern


def _candidates(system: System, grid: Grid, rows: Sequence[tuple[int, int]]) -> Iterator[Pattern]:
    """Each concerned row shifted, and exchanged with each other row of its table that the sums treat otherwise."""
    roles = {
        (number, down): _role(system, row)
        for number in {number for number, _ in rows}
        for down, row in enumerate(grid.tables[number])
    }
    for place in rows:
        row = grid.tables[place[0]][place[1]]
        values = [system.values[one] for one in row]
        if len(row) >= _SHORTEST and any(values):
            yield from _shifts(system, row, values)
        for other_place, role in roles.items():
            other = grid.tables[other_place[0]][other_place[1]]
            seen = other_place in rows and other_place <= place
            if place[0] == other_place[0] and len(other) == len(row) and role != roles[place] and not seen:
                yield Pattern("rows_exchanged", _exchanged(system, row, other))


def _role(system: System, row: Row) -> tuple[tuple[int, Exact], ...]:
    """The identities that a row has a single cell in, and that cell's factor in each: rows that have these in common
    can be exchanged without a trace."""
    mask = masked(row)
    found = []
    for one in row:
        for number in system.touching[one]:
            identity = system.identities[number]
            if (identity.mask & mask).bit_count() == 1:
                factors = dict(identity.alternatives[0][0].terms)
                found.append((number, factors.get(one, 0)))
    return tuple(found)


def _shifts(system: System, row: Row, values: list[Exact]) -> Iterator[Pattern]:
    yield Pattern("row_shifted", _changed(system, row, values[1:] + values[:1]))
    yield Pattern("row_shifted", _changed(system, row, values[-1:] + values[:-1]))
    for at in range(len(row) - 1):
        one, other = values[at], values[at + 1]
        if isinstance(one, int) and isinstance(other, int) and 0 < one <= 9 and 0 <= other <= 9:
            joined = [*values[:at], 10 * one + other]
            yield Pattern("split", _changed(system, row, [*joined, 0, *values[at + 2 :]]))
            yield Pattern("split", _changed(system, row, [*joined, *values[at + 2 :], 0]))


def _changed(system: System, row: Row, values: Sequence[Exact]) -> Repair:
    return {one: value for one, value in zip(row, values, strict=True) if system.values[one] != value}


def _exchanged(system: System, row: Row, other: Row) -> Repair:
    first, second = ([system.values[one] for one in cells] for cells in (row, other))
    repair = _changed(system, row, second) | _changed(system, other, first)
    return repair if len(repair) > 2 else {}
