"""The smallest sets of figures whose change makes every identity hold.

The search grows a set only where it must: each conflict is a set of unknowns of which at least one more has to
change (a broken identity that no member is in, a sum that holds and has a single member, two sums that want different
things of one member, whatever `support` could not solve). With one change left the candidates are common to all
conflicts; with more, conflicts that share no unknown need one change each, and too many of these end the branch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from linter.suspects.linear import Exact, divided
from linter.suspects.support import ConflictError, repairs
from linter.suspects.system import System, bits

MOST = 3
"""Up to so many figures are changed at once."""

Repair = dict[int, Exact]
"""The unknowns to change and what each should be."""


class StoppedError(Exception):
    """The time is up."""


class Search:
    """Finds the repairs after which the identities in `required` hold, and none with a changed figure fails.

    `expired` tells when to stop; StoppedError is raised then, and `found` holds what was found until then."""

    def __init__(self, system: System, required: Sequence[int], expired: Callable[[], bool]) -> None:
        self.system = system
        self.required = required
        self.expired = expired
        self.found: dict[tuple[tuple[int, Exact], ...], Repair] = {}
        self._seen: set[int] = set()

    def smallest(self, most: int = MOST, *, least: int = 1) -> list[Repair]:
        """All repairs of the least size, none if that is more than `most`; there are none of fewer than `least`. Raises
        StoppedError."""
        for size in range(least, most + 1):
            if found := self.of_size(size):
                return found
        return []

    def of_size(self, size: int) -> list[Repair]:
        """All repairs of so many figures, provided that there are none of fewer; raises StoppedError."""
        self._seen.clear()
        self.found.clear()
        self._grow((), 0, size)
        return list(self.found.values())

    def _grow(self, members: tuple[int, ...], mask: int, left: int) -> None:
        if mask in self._seen:
            return
        self._seen.add(mask)
        if self.expired():
            raise StoppedError
        conflicts = list(self._plain_conflicts(members, mask))
        if not conflicts:
            try:
                for repair in repairs(self.system, members):
                    if self.system.wakes_well(repair):
                        self.found[tuple(sorted(repair.items()))] = repair
                return
            except ConflictError as conflict:
                conflicts = [conflict.mask]
        if left:
            for one in bits(_candidates([one & self.system.free & ~mask for one in conflicts], left)):
                self._grow((*members, one), mask | 1 << one, left - 1)

    def _plain_conflicts(self, members: tuple[int, ...], mask: int) -> Iterator[int]:
        """The conflicts that can be seen without solving anything."""
        identities, missing = self.system.identities, self.system.missing
        for number in self.required:
            if not identities[number].mask & mask:
                yield identities[number].mask
        for member in members:
            lone: tuple[Exact, int] | None = None
            about, value = self.system.unknowns[member], self.system.values[member]
            for number in self.system.touching[member]:
                identity = identities[number]
                if identity.equation is None or (identity.mask & mask).bit_count() > 1:
                    continue
                change = missing[number] and divided(missing[number], identity.equation[member])
                if not change or not about.allows(value + change):
                    yield identity.mask
                elif lone is None:
                    lone = change, identity.mask
                elif lone[0] != change:
                    yield lone[1] | identity.mask


def _candidates(conflicts: list[int], left: int) -> int:
    """The unknowns to try next; 0 if the conflicts need more changes than are left."""
    if left == 1:
        common = conflicts[0]
        for one in conflicts:
            common &= one
        return common
    conflicts.sort(key=int.bit_count)
    taken, needed = 0, 0
    for one in conflicts:
        if not one & taken:
            taken |= one
            needed += 1
    return conflicts[0] if needed <= left else 0
