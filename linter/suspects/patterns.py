"""Slips that change more figures than the search does, and are one slip all the same: a line shifted by a cell, two
lines exchanged, a figure cut in two with the rest of the row moved on, a row of last year's figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain

from linter.suspects.cause import Pattern
from linter.suspects.exchanges import columns_exchanged, rows_exchanged
from linter.suspects.grid import Grid, Row
from linter.suspects.linear import Exact, divided
from linter.suspects.search import Repair
from linter.suspects.shifts import changed, column_shifts, row_shifts, split
from linter.suspects.system import System, bits, masked

Before = Mapping[int, Collection[Exact]]
"""What stood in a place last year."""

_LEAST = 2


def patterns(
    system: System,
    grid: Grid,
    broken: Sequence[int],
    last: Before,
    expired: Callable[[], bool] = lambda: False,
) -> Iterator[Pattern]:
    """The slips whose undoing settles some of the broken identities and breaks none, as far as there is time; `last`
    are last year's figures."""
    cells = {one for number in broken for one in bits(system.identities[number].mask) if one in grid.places}
    if len(broken) < _LEAST or not cells:
        return
    rows = sorted({grid.places[one][:2] for one in cells})
    for slip, repair in _candidates(system, grid, rows, broken, last):
        if expired():
            return
        if len(repair) >= _LEAST and system.settled(repair) and system.mends(repair):
            yield Pattern(slip, repair)


def _candidates(
    system: System,
    grid: Grid,
    rows: Sequence[tuple[int, int]],
    broken: Sequence[int],
    last: Before,
) -> Iterator[tuple[str, Repair]]:
    lines = [grid.tables[number][down] for number, down in rows]
    shifted = chain.from_iterable(row_shifts(system, row) for row in lines)
    yield from (("row_shifted", one) for one in shifted)
    yield from (("split", one) for one in chain.from_iterable(split(system, row) for row in lines))
    yield from (("last_year_row", _across(system, row)) for row in lines if _is_of_last_year(system, row, last))
    if not _within_a_row(system, grid, broken):
        yield from (("rows_exchanged", one) for one in rows_exchanged(system, grid, rows))
    yield from (("columns_exchanged", one) for one in columns_exchanged(system, grid, rows, broken))
    yield from (("column_shifted", one) for column in grid.columns() for one in column_shifts(system, column, broken))


def _within_a_row(system: System, grid: Grid, broken: Sequence[int]) -> bool:
    """Whether a row does not agree with itself: in another place it would not either."""
    for number in broken:
        members = system.identities[number].members
        if len({grid.places[one][:2] if one in grid.places else one for one in members}) == 1:
            return True
    return False


def _is_of_last_year(system: System, row: Row, last: Before) -> bool:
    """Whether a row repeats last year's figures, and these are not all 0."""
    return any(system.values[one] for one in row) and all(system.values[one] in last.get(one, ()) for one in row)


def _across(system: System, line: Row) -> Repair:
    """What the sums that have a single cell of the line want there; nothing if they do not agree."""
    mask, found = masked(line), dict[int, Exact]()
    for one in line:
        for number in system.touching[one]:
            identity = system.identities[number]
            if identity.equation is not None and (identity.mask & mask).bit_count() == 1:
                wanted = system.values[one] + divided(system.missing[number], identity.equation[one])
                if found.setdefault(one, wanted) != wanted:
                    return {}
    return changed(system, list(found), list(found.values()))
