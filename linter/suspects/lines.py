"""A row or column that nobody filled in, blank or all 0, though the sums across it tell what stands in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from linter.suspects.linear import Exact
from linter.suspects.patterns import Grid, Pattern
from linter.suspects.search import Repair
from linter.suspects.support import divided
from linter.suspects.system import System, masked

_LEAST = 2


def unfilled_lines(system: System, grid: Grid, blanks: Collection[int]) -> Iterator[Pattern]:
    """Each such line with its figures, if every identity holds with them."""
    for line in _lines(grid):
        if any(system.values[one] for one in line):
            continue
        repair = _across(system, line)
        if len(repair) >= _LEAST and system.allows(repair) and system.settled(repair):
            yield Pattern("line_blank" if blanks and all(one in blanks for one in line) else "line_zero", repair)


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
