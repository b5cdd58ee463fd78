"""Totals that were never filled in: a line of them blank or 0 while their parts are there.

This is looked at before the search, which would have to change one figure for each of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from linter.suspects.linear import Exact, divided
from linter.suspects.search import Repair
from linter.suspects.system import Identity, System

_FEWEST = 2


def unfilled(system: System, blanks: frozenset[int]) -> list[Repair]:
    """For each row or column of totals what should stand where nothing does; `blanks` are the blank cells.

    A single total that is 0 may as well be left to the search, a single blank one that its rule waits for may not."""
    wanting = _wanting(system, blanks)
    found: list[Repair] = []
    for line in sorted(_lines(system, wanting), key=len, reverse=True):
        waited = any(one in blanks and not system.is_free(one) for one in line)
        if (len(line) >= _FEWEST or waited) and not any(set(line) <= set(other) for other in found):
            repair = _filled(system, line)
            if repair is not None:
                found.append(repair)
    return found


def _wanting(system: System, blanks: frozenset[int]) -> dict[int, Identity]:
    """The totals that are 0 and should not be, or blank though their rule waits for them, be it for a 0; each with its
    identity."""
    broken = [system.identities[number] for number in system.broken]
    found = {}
    for one, waits in [*((one, False) for one in broken), *((one, True) for one in system.dormant)]:
        empty = one.alone is not None and not system.values[one.alone]
        if one.alone is not None and empty and (one.alone in blanks if waits else one.lacks(system.values)):
            found[one.alone] = one
    return found


def _lines(system: System, wanting: Mapping[int, Identity]) -> Iterator[dict[int, Identity]]:
    """Those that stand in one row or one column of a table."""
    lines: dict[tuple[str, ...], dict[int, Identity]] = defaultdict(dict)
    for unknown, identity in wanting.items():
        table, row, column = system.unknowns[unknown].name.split(".")
        lines[table, "row", row][unknown] = identity
        lines[table, "column", column][unknown] = identity
    yield from lines.values()


def _filled(system: System, line: Mapping[int, Identity]) -> Repair | None:
    """The sums, if every identity then holds that one of them is in, be it used now or only then."""
    repair: Repair = {}
    for _ in range(2):  # A total of totals is known after the others.
        for unknown, identity in line.items():
            repair[unknown] = _sum(system, identity, unknown, repair)
    possible = all(system.unknowns[one].allows(value) for one, value in repair.items())
    if possible and not list(system.still_broken(repair)) and system.wakes_well(repair):
        return repair
    return None


def _sum(system: System, identity: Identity, unknown: int, repair: Repair) -> Exact:
    assert identity.equation is not None
    amount = identity.alternatives[0][0].amount(system.after({**repair, unknown: 0}))
    return divided(-amount, identity.equation[unknown])
