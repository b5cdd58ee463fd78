"""Which causes can all be true at once: what is shown first of everything that is shown, applied together, settles what
it says and breaks nothing. Where that does not settle all, only what is vouched for on its own is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from linter.suspects.cause import Cause
from linter.suspects.search import Repair, StoppedError
from linter.suspects.system import System

_MOST = 300
_OF_PATTERN = 4
"""So many identities must speak for a slip of many figures where not all is settled."""


def agreed(
    system: System, broken: Sequence[int], found: Sequence[Cause], besides: Repair, expired: Callable[[], bool]
) -> list[list[Cause]]:
    """The causes that are chosen, each with those that could stand in its place; `besides` is changed already. Raises
    StoppedError: of causes that were not weighed against each other none is shown."""
    ranked = sorted(found, key=lambda one: one.rank)
    choice = _Choice(system, ranked, besides, expired)
    choice.cover(frozenset(broken), [])
    if choice.left:
        ranked = _vouched(system, ranked, choice.left)
        choice = _Choice(system, ranked, besides, expired)
        choice.fill()
    groups = []
    for one in choice.best:
        if expired():
            raise StoppedError
        groups += _apart([one, *_instead(system, one, choice.best, ranked, besides)])
    return groups


def _apart(group: list[Cause]) -> list[list[Cause]]:
    """What shares no identity told apart, where all that is as likely comes apart alike."""
    first, *others = group
    alike = [one for one in others if one.is_as_likely(first)]
    if not first.pieces or any(_seams(one) != _seams(first) for one in alike):
        return [group]
    groups = []
    for piece in first.pieces:
        same = [one for other in others for one in other.pieces or (other,) if set(one.settles) == set(piece.settles)]
        groups.append([piece, *_ordered(piece, same)])
    return groups


def _seams(cause: Cause) -> set[frozenset[int]]:
    return {frozenset(piece.settles) for piece in cause.pieces}


def _ordered(first: Cause, others: Sequence[Cause]) -> list[Cause]:
    """Each once, the likely ones first."""
    new: list[Cause] = []
    for one in sorted(others, key=lambda one: (not one.is_as_likely(first), one.rank)):
        if all(one.repair != other.repair for other in (first, *new)):
            new.append(one)
    return new


class _Choice:
    """The search for causes that go together; `best` are those that leave least unsettled, which is `left`. Raises
    StoppedError when the time is up."""

    def __init__(self, system: System, ranked: Sequence[Cause], besides: Repair, expired: Callable[[], bool]) -> None:
        self._system = system
        self._expired = expired
        self._ranked = ranked
        self._besides = besides
        self._looked = 0
        self.best: list[Cause] = []
        self.left: frozenset[int] | None = None

    def cover(self, left: frozenset[int], chosen: list[Cause]) -> bool:
        """Tries to settle all that is left, the identity with the fewest causes first."""
        self._looked += 1
        if self.left is None or len(left) < len(self.left):
            self.best, self.left = chosen, left
        if not left or self._looked > _MOST:
            return True
        if self._expired():
            raise StoppedError
        for_each: dict[int, list[Cause]] = {number: [] for number in left}
        for one in self._ranked:
            for number in left.intersection(one.settles):
                for_each[number].append(one)
        number = min(sorted(left), key=lambda one: (not for_each[one], len(for_each[one])))
        for one in for_each[number]:
            if self._fits(one, chosen) and self.cover(left.difference(one.settles), [*chosen, one]):
                return True
        return False

    def fill(self) -> None:
        """Takes whatever still fits, in order."""
        for one in self._ranked:
            if self._expired():
                raise StoppedError
            if self._fits(one, self.best):
                self.best = [*self.best, one]

    def _fits(self, cause: Cause, chosen: Sequence[Cause]) -> bool:
        return not any(_meet(cause, one) for one in chosen) and _hold(self._system, [*chosen, cause], self._besides)


def _meet(one: Cause, other: Cause) -> bool:
    """Whether two causes are about the same figure, or the same identity."""
    return not one.repair.keys().isdisjoint(other.repair) or not set(one.settles).isdisjoint(other.settles)


def _hold(system: System, causes: Sequence[Cause], besides: Repair) -> bool:
    """Whether the causes can all be mended together."""
    together = dict(besides)
    for one in causes:
        if any(together.get(unknown, value) != value for unknown, value in one.repair.items()):
            return False
        together |= one.repair
    return next(system.still_broken(together), None) is None and system.wakes_well(together)


def _instead(
    system: System, cause: Cause, chosen: Sequence[Cause], ranked: Sequence[Cause], besides: Repair
) -> list[Cause]:
    """What could be true in place of a cause while the others are; the likely ones first."""
    found: list[Cause] = []
    for one in ranked:
        new = all(one.repair != other.repair for other in chosen)
        if new and not set(cause.settles).isdisjoint(one.settles):
            others = [other for other in chosen if other is not cause and not _meet(one, other)]
            if _hold(system, [*others, one], besides):
                found.append(one)
    return _ordered(cause, found)


def _vouched(system: System, ranked: Sequence[Cause], left: Collection[int]) -> list[Cause]:
    """Those with more sums as witnesses than figures. A claim of the prose needs them to be free of what is still
    unexplained: it may be right and all of the sums wrong."""
    unclear = 0
    for number in left:
        unclear |= system.identities[number].mask
    kept = []
    for one in ranked:
        sums = [system.identities[n] for n in one.settles if system.identities[n].equation is not None]
        if any(system.unknowns[unknown].name.startswith("n.") for unknown in one.repair):
            sums = [identity for identity in sums if not identity.mask & unclear]
        needed = len(one.repair) + 1 if one.steps == len(one.repair) else _OF_PATTERN
        if len(sums) >= min(needed, _OF_PATTERN):
            kept.append(one)
    return kept
