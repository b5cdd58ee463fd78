"""Two rows or two columns in each other's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from linter.suspects.grid import Grid, Row
from linter.suspects.linear import Exact
from linter.suspects.search import Repair
from linter.suspects.shifts import changed
from linter.suspects.system import Identity, System, masked

_PAIRS = 40


def rows_exchanged(system: System, grid: Grid, rows: Sequence[tuple[int, int]]) -> Iterator[Repair]:
    """Each of these rows in the place of each other row of its table that the sums treat otherwise."""
    roles = {
        (number, down): _role(system, row)
        for number in {number for number, _ in rows}
        for down, row in enumerate(grid.tables[number])
    }
    for place in rows:
        row = grid.tables[place[0]][place[1]]
        for other_place, role in roles.items():
            other = grid.tables[other_place[0]][other_place[1]]
            seen = other_place in rows and other_place <= place
            if place[0] == other_place[0] and len(other) == len(row) and role != roles[place] and not seen:
                yield _exchanged(system, row, other)


def columns_exchanged(
    system: System, grid: Grid, rows: Sequence[tuple[int, int]], broken: Sequence[int]
) -> Iterator[Repair]:
    """Whole columns in each other's place, and columns of what two failed sums add up, with and without the total."""
    tables = {number for number, _ in rows}
    for one, other in combinations(grid.columns(), 2):
        if grid.places[one[0]][0] == grid.places[other[0]][0] in tables:
            yield _exchanged(system, one, other)
    sums = [one for one in (system.identities[number] for number in broken) if _is_column(one, grid)]
    for first, second in list(combinations(sums, 2))[:_PAIRS]:
        one, other = _parts(first, grid), _parts(second, grid)
        if [grid.places[cell][:2] for cell in one] == [grid.places[cell][:2] for cell in other]:
            yield _exchanged(system, one, other)


def _is_column(identity: Identity, grid: Grid) -> bool:
    """Whether a sum is of cells of one column."""
    if identity.equation is None or identity.alone is None or not all(one in grid.places for one in identity.members):
        return False
    return len({grid.places[one][::2] for one in identity.members}) == 1


def _parts(identity: Identity, grid: Grid) -> Row:
    return sorted((one for one in identity.members if one != identity.alone), key=lambda one: grid.places[one])


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


def _exchanged(system: System, row: Row, other: Row) -> Repair:
    first, second = ([system.values[one] for one in cells] for cells in (row, other))
    repair = changed(system, row, second) | changed(system, other, first)
    return repair if len(repair) > 2 else {}
