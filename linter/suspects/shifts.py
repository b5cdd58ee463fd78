"""Lines in which the figures stand one cell too far, and figures cut in two with the rest moved on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.suspects.grid import Row
from linter.suspects.linear import Exact, divided
from linter.suspects.search import Repair
from linter.suspects.system import System, masked

_SHORTEST = 4
_WITNESSES = 3


def row_shifts(system: System, row: Row) -> Iterator[Repair]:
    """A row moved back by a cell, and the same without its last cell, which may have stayed where it was."""
    for end in (len(row), len(row) - 1):
        if end >= _SHORTEST and any(system.values[one] for one in row[:end]):
            yield from _back(system, row[:end], 0)
            yield from _forth(system, row[:end], 0)


def column_shifts(system: System, column: Row, broken: Sequence[int]) -> Iterator[Repair]:
    """A column moved back by a row from any row on, where several sums across it fail."""
    mask = masked(column)
    across = [number for number in broken if (system.identities[number].mask & mask).bit_count() == 1]
    if len(across) >= _WITNESSES and len(column) >= _SHORTEST:
        for start in range(len(column) - _SHORTEST + 1):
            yield from _back(system, column, start)
            yield from _forth(system, column, start)


def split(system: System, row: Row) -> Iterator[Repair]:
    """Two figures of a row joined, and 0 after them or at the end of the row."""
    values = [system.values[one] for one in row]
    for at in range(len(row) - 1) if len(row) >= _SHORTEST else ():
        one, other = values[at], values[at + 1]
        if isinstance(one, int) and isinstance(other, int) and 0 < one <= 9 and 0 <= other <= 9:
            joined = [*values[:at], 10 * one + other]
            yield changed(system, row, [*joined, 0, *values[at + 2 :]])
            yield changed(system, row, [*joined, *values[at + 2 :], 0])


def changed(system: System, row: Row, values: Sequence[Exact]) -> Repair:
    """What is to change for a line to have these figures; a blank is filled, be it with 0."""
    filled = zip(row, values, strict=True)
    return {one: value for one, value in filled if system.values[one] != value or system.blank >> one & 1}


def _back(system: System, line: Row, start: int) -> Iterator[Repair]:
    """What begins after `start` one cell up, with the figure that fell off at the end."""
    values = [system.values[one] for one in line]
    kept = [*values[:start], *values[start + 1 :]]
    yield from _restored(system, line[:-1], kept, line[-1], values[start])


def _forth(system: System, line: Row, start: int) -> Iterator[Repair]:
    """What begins at `start` one cell down, with the figure that was left out there."""
    values = [system.values[one] for one in line]
    cells = [*line[:start], *line[start + 1 :]]
    yield from _restored(system, cells, values[:-1], line[start], values[-1])


def _restored(system: System, cells: Row, values: Sequence[Exact], lost: int, filler: Exact) -> Iterator[Repair]:
    """The figures with the lost one, which the sums tell; where it was taken from there is nothing, or it itself."""
    repair = {one: value for one, value in zip(cells, values, strict=True) if system.values[one] != value}
    if not repair:
        return
    found = _told(system, repair, lost)
    if found is not None and filler in (0, found):
        line = [*repair, lost]
        yield changed(system, line, [*repair.values(), found])


def _told(system: System, repair: Repair, lost: int) -> Exact | None:
    """What the first sum with a cell wants there after the repair."""
    for number in system.touching[lost]:
        identity = system.identities[number]
        if identity.equation is not None:
            lacking = identity.lacks(system.after(repair))
            return system.values[lost] + divided(lacking, identity.equation[lost])
    return None
