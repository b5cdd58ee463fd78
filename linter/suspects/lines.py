"""A row or column that nobody filled in, blank or all 0, though the sums across it tell what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.suspects.cause import Pattern
from linter.suspects.grid import Grid
from linter.suspects.linear import Exact, divided
from linter.suspects.search import Repair
from linter.suspects.system import System, masked

_LEAST = 2


def blank_lines(system: System, grid: Grid) -> Iterator[Pattern]:
    """Each line that is blank with its figures, if every identity holds with them."""
    for line in _lines(grid) if system.blank else ():
        if masked(line) & ~system.blank == 0:
            yield from _filled(system, line, "line_blank")


def zero_lines(system: System, grid: Grid) -> Iterator[Pattern]:
    """The same of lines of zeros."""
    for line in _lines(grid):
        if not any(system.values[one] for one in line):
            yield from _filled(system, line, "line_zero")


def _filled(system: System, line: Sequence[int], slip: str) -> Iterator[Pattern]:
    repair = _across(system, line)
    if len(repair) >= _LEAST and system.allows(repair) and system.settled(repair):
        yield Pattern(slip, repair)


def _lines(grid: Grid) -> Iterator[Sequence[int]]:
    for table in grid.tables:
        yield from table
        if len({len(row) for row in table}) == 1:
            yield from zip(*table, strict=True)


def _across(system: System, line: Sequence[int]) -> Repair:
    """What the sums that have a single cell of the line want there; nothing if they do not agree."""
    mask, found = masked(line), dict[int, Exact]()
    for one in line:
        for number in system.touching[one]:
            identity = system.identities[number]
            if identity.equation is not None and (identity.mask & mask).bit_count() == 1:
                wanted = divided(system.missing[number], identity.equation[one])
                if found.setdefault(one, wanted) != wanted:
                    return {}
    return {one: value for one, value in found.items() if value}
