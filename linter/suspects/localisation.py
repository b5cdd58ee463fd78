"""From the broken identities of a report to ranked sets of changes: blank totals, the search, patterns, and slips."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from linter.record import NamedTuple
from linter.suspects.agreement import agreed
from linter.suspects.cause import Cause, Pattern
from linter.suspects.grid import Grid
from linter.suspects.pieces import in_pieces
from linter.suspects.search import Repair, Search, StoppedError
from linter.suspects.slips import EXCHANGED, Slip, Typist
from linter.suspects.system import System
from linter.suspects.totals import unfilled

_TOTALS = Slip("total_blank", 0.5)
_ONE_SLIP = 1.4
_COSTS = {"line_blank": 0.5, "last_year_row": 1.1}


class Located(NamedTuple):
    """`causes` are the ranked sets of each group of identities that are settled together; `beyond` the broken
    identities that no change of few figures settles; `stopped` those for which the time was up; `changes` is what the
    first causes of all groups change together."""

    causes: list[list[Cause]]
    beyond: list[int]
    stopped: list[int]
    changes: Repair

    def add(self, groups: Sequence[list[Cause]]) -> None:
        """Notes groups, and what their first causes change."""
        self.causes.extend(groups)
        for first, *_ in groups:
            self.changes.update(first.repair)


def locate(
    system: System, grid: Grid, typist: Typist, expired: Callable[[], bool], over: Callable[[], bool]
) -> Located:
    """The suspects of a report. When `expired` the search stops, and what was found is still weighed; when `over`,
    that stops as well."""
    located, left = Located([], [], [], {}), set(system.broken)
    for repair in unfilled(system, typist.blanks):
        settles = tuple(number for number in system.settled(repair) if number in left)
        if all(located.changes.get(unknown, value) == value for unknown, value in repair.items()):
            left.difference_update(settles)
            located.add([[Cause(repair, settles, _TOTALS)]])
    for component in _components(system, sorted(left)):
        if expired():
            located.stopped.extend(component)
        else:
            found = _found(system, component, grid, typist, expired, located.stopped)
            try:
                found += _exchanged(system, found, typist, over)
                groups = agreed(system, component, found, located.changes, over)
            except StoppedError:
                groups = []
                located.stopped.extend(set(component).difference(located.stopped))
            settled = {number for first, *_ in groups for number in first.settles}
            located.stopped[:] = [number for number in located.stopped if number not in settled]
            located.beyond.extend(set(component) - settled - set(located.stopped))
            located.add(groups)
    return located


def _found(
    system: System,
    broken: Sequence[int],
    grid: Grid,
    typist: Typist,
    expired: Callable[[], bool],
    stopped: list[int],
) -> list[Cause]:
    """What may have broken these identities; they are `stopped` where there was no time for more."""
    blank = list(_blank_lines(system, grid)) if system.blank else []
    found = [one for one in blank if len(one.settles) >= len(broken)]
    try:
        # Where a blank line says it all, no other cell is blamed; a single figure that does is no line of them.
        if not found:
            search = Search(system, broken, expired)
            single = search.smallest(1)
            if not single and _is_in_tables(system, broken, grid):
                found += [*blank, *_slips_of_many(system, broken, grid, typist, expired)]
            for one in single or search.smallest(least=2) or in_pieces(system, broken, expired):
                found += [_cause(system, part, typist) for part in _parts(system, one)]
    except StoppedError:
        stopped.extend(broken)
    return found


def _blank_lines(system: System, grid: Grid) -> Iterator[Cause]:
    from linter.suspects.lines import blank_lines

    return (_undone(system, one) for one in blank_lines(system, grid))


def _slips_of_many(
    system: System, broken: Sequence[int], grid: Grid, typist: Typist, expired: Callable[[], bool]
) -> Iterator[Cause]:
    """Slips of more figures than one, which most reports have no need to know of."""
    from linter.suspects.lines import zero_lines
    from linter.suspects.patterns import patterns

    undone = (*zero_lines(system, grid), *patterns(system, grid, broken, typist.last, expired))
    return (_undone(system, one) for one in undone)


def _exchanged(system: System, found: Sequence[Cause], typist: Typist, expired: Callable[[], bool]) -> list[Cause]:
    """Two figures of the prose that each should be the other, as the one slip that it is; raises StoppedError."""
    single = {tuple(one.repair.items()): one for one in found if len(one.repair) == 1}
    causes = []
    for ((unknown, after),), ((other, other_after),) in combinations(single, 2):
        if expired():
            raise StoppedError
        if not {unknown, other} & typist.grid.places.keys():
            cause = _whole(system, {unknown: after, other: other_after}, typist)
            if cause.slip == EXCHANGED:
                causes.append(cause)
    return causes


def _is_in_tables(system: System, broken: Sequence[int], grid: Grid) -> bool:
    return any(one in grid.places for number in broken for one in system.identities[number].members)


def _undone(system: System, pattern: Pattern) -> Cause:
    """The cause that a single slip of many figures is."""
    settles = (*system.settled(pattern.repair), *system.granted(pattern.repair))
    return Cause(pattern.repair, settles, Slip(pattern.slip, _COSTS.get(pattern.slip, _ONE_SLIP)))


def _cause(system: System, repair: Repair, typist: Typist) -> Cause:
    parts, whole = list(_connected(system, repair)), _whole(system, repair, typist)
    return whole if len(parts) == 1 else whole._replace(pieces=tuple(_whole(system, one, typist) for one in parts))


def _whole(system: System, repair: Repair, typist: Typist) -> Cause:
    settles = (*system.settled(repair), *system.granted(repair))
    slip = typist.slip(repair)
    return Cause(repair, settles, slip, (), 1 if slip == EXCHANGED else len(repair))


def _parts(system: System, repair: Repair) -> Iterator[Repair]:
    """A repair with what it changes in the prose alone set apart: that is a matter of its own."""
    if len(repair) == 1:
        yield repair
        return
    cells = {one: value for one, value in repair.items() if not _is_claim(system, one)}
    for part in _connected(system, repair):
        if not cells.keys() & part.keys():
            yield part
        else:
            cells |= part
    if cells:
        yield cells


def _is_claim(system: System, unknown: int) -> bool:
    return system.unknowns[unknown].name.startswith("n.")


def _connected(system: System, repair: Repair) -> Iterator[Repair]:
    """The pieces of a repair that share no identity."""
    left = dict(repair)
    if len(left) == 1:
        yield left
        return
    while left:
        part = dict([left.popitem()])
        while near := [one for one in left if set(system.touching[one]) & set(system.touched(part))]:
            part |= {one: left.pop(one) for one in near}
        yield part


def _components(system: System, broken: Sequence[int]) -> Iterator[list[int]]:
    """Broken identities that some chain of identities connects."""
    if broken and _is_joined([system.identities[number].mask for number in broken]):
        yield list(broken)
        return
    wanted, seen, met = set(broken), set[int](), set[int]()
    for start in broken:
        if start in seen:
            continue
        seen.add(start)
        reached = [start]
        for number in reached:
            members = [one for one in system.identities[number].members if one not in met]
            met.update(members)
            near = {other for one in members for other in system.touching[one]} - seen
            seen |= near
            reached.extend(near)
        yield sorted(wanted.intersection(reached))


def _is_joined(masks: Sequence[int]) -> bool:
    """Whether each has something in common with those before it, as around a single wrong figure."""
    reached = masks[0]
    for mask in masks:
        if not mask & reached:
            return False
        reached |= mask
    return True
