"""From the broken identities of a report to ranked sets of changes: blank totals, the search, patterns, and slips."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from linter.record import NamedTuple
from linter.suspects.lines import blank_lines, zero_lines
from linter.suspects.patterns import Grid, Pattern, patterns
from linter.suspects.pieces import in_pieces
from linter.suspects.search import Repair, Search, StoppedError
from linter.suspects.slips import Slip, Typist
from linter.suspects.system import System
from linter.suspects.totals import unfilled

_TOTALS = Slip("total_blank", 0.5)
_ONE_SLIP = 1.4
_COSTS = {"line_blank": 0.5}


class Cause(NamedTuple):
    """A set of changes, the identities that it settles, and how it may have come about; `pieces` are the parts of it
    that share no identity, where there are several."""

    repair: Repair
    settles: tuple[int, ...]
    slip: Slip
    pieces: tuple[Cause, ...] = ()

    @property
    def rank(self) -> tuple[int, float, int]:
        return -len(self.settles), self.slip.cost, len(self.repair)


@dataclass
class Located:
    """`causes` are the ranked sets of each group of identities that are settled together; `beyond` the broken
    identities that no change of few figures settles; `stopped` those for which the time was up."""

    causes: list[list[Cause]] = field(default_factory=list)
    beyond: list[int] = field(default_factory=list)
    stopped: list[int] = field(default_factory=list)


def locate(system: System, grid: Grid, typist: Typist, expired: Callable[[], bool]) -> Located:
    """The suspects of a report."""
    located, left = Located(), set(system.broken)
    for repair in unfilled(system, typist.blanks):
        settles = tuple(system.settled(repair))
        left.difference_update(settles)
        located.causes.append([Cause(repair, settles, _TOTALS)])
    for component in _components(system, sorted(left)):
        if expired():
            located.stopped.extend(component)
        else:
            _locate_component(system, component, grid, typist, expired, located)
    return located


def _locate_component(
    system: System, broken: Sequence[int], grid: Grid, typist: Typist, expired: Callable[[], bool], located: Located
) -> None:
    blank = [_undone(system, one) for one in blank_lines(system, grid)]
    found = [one for one in blank if len(one.settles) >= len(broken)]
    told = bool(found)
    try:
        # Where a blank line says it all, no other cell is blamed.
        for one in () if told else Search(system, broken, expired).smallest() or in_pieces(system, broken, expired):
            found += [_cause(system, part, typist) for part in _parts(system, one)]
    except StoppedError:
        located.stopped.extend(broken)
    told |= any(len(one.repair) == 1 and len(one.settles) >= len(broken) for one in found)
    if not told and not expired() and any(system.identities[number].members[0] in grid.places for number in broken):
        undone = (*zero_lines(system, grid), *patterns(system, grid, broken, expired))
        found += [*blank, *(_undone(system, one) for one in undone)]
    settled = {number for cause in found for number in cause.settles}
    located.stopped = [number for number in located.stopped if number not in settled]
    located.beyond.extend(set(broken) - settled - set(located.stopped))
    located.causes.extend(_grouped(found))


def _undone(system: System, pattern: Pattern) -> Cause:
    """The cause that a single slip of many figures is."""
    settles = (*system.settled(pattern.repair), *system.granted(pattern.repair))
    return Cause(pattern.repair, settles, Slip(pattern.slip, _COSTS.get(pattern.slip, _ONE_SLIP)))


def _cause(system: System, repair: Repair, typist: Typist) -> Cause:
    pieces = [_whole(system, part, typist) for part in _connected(system, repair)]
    return _whole(system, repair, typist)._replace(pieces=tuple(pieces) if len(pieces) > 1 else ())


def _whole(system: System, repair: Repair, typist: Typist) -> Cause:
    settles = (*system.settled(repair), *system.granted(repair))
    return Cause(repair, settles, typist.slip(repair))


def _grouped(found: Sequence[Cause]) -> list[list[Cause]]:
    """The causes by the identities that they settle in common, each group ranked."""
    groups: list[tuple[set[int], list[Cause]]] = []
    for cause in sorted(found, key=lambda one: one.rank):
        group = next((one for one in groups if one[0] & set(cause.settles)), None)
        if group is None:
            groups.append((set(cause.settles), [cause]))
        elif all(other.repair != cause.repair for other in group[1]):
            group[0].update(cause.settles)
            group[1].append(cause)
    return [group for _, group in groups]


def _parts(system: System, repair: Repair) -> Iterator[Repair]:
    """A repair with what it changes in the prose alone set apart: that is a matter of its own."""
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
