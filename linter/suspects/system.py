"""The figures of a report as unknowns, and the identities that must hold between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.record import NamedTuple
from linter.suspects.linear import Exact

Terms = tuple[tuple[int, Exact], ...]
"""Unknowns by number, each with its factor."""


class Unknown(NamedTuple):
    """A figure that a person typed: `low` is the least it can be, `whole` that it counts, `only` all that it could be
    instead, where that is known."""

    name: str
    low: Exact | None = 0
    whole: bool = True
    only: Exact | None = None

    def allows(self, value: Exact) -> bool:
        if self.only is not None and value != self.only:
            return False
        return (self.low is None or value >= self.low) and (not self.whole or isinstance(value, int))


class Bond(NamedTuple):
    """A sum and a constant against 0; `operator` is one of = >= >.

    `added` and `taken` are the unknowns of a sum without any other factors than 1 and -1, as nearly all are."""

    terms: Terms
    constant: Exact
    operator: str
    added: tuple[int, ...] | None
    taken: tuple[int, ...]

    def amount(self, values: Sequence[Exact]) -> Exact:
        """What the sum comes to."""
        of = values.__getitem__
        if self.added is not None:
            return sum(map(of, self.added), self.constant) - sum(map(of, self.taken))
        return self.constant + sum(factor * of(one) for one, factor in self.terms)

    def holds(self, values: Sequence[Exact]) -> bool:
        return holds(self.amount(values), self.operator)


class Identity(NamedTuple):
    """What must hold, and the rule and instance that say so; `members` are the unknowns in it, `mask` has a bit for
    each of them.

    `equation` holds the factors of its one bond where it is a plain sum, else None. `alone` is the unknown that the
    condition writes alone on one side against a sum."""

    rule: str
    instance: str
    alternatives: tuple[tuple[Bond, ...], ...]
    members: tuple[int, ...]
    mask: int
    equation: Mapping[int, Exact] | None
    alone: int | None = None

    def holds(self, values: Sequence[Exact]) -> bool:
        """Whether it holds between these figures."""
        for bonds in self.alternatives:
            for one in bonds:
                if not one.holds(values):
                    break
            else:
                return True
        return False

    def lacks(self, values: Sequence[Exact]) -> Exact:
        """What a plain sum lacks to hold; of any other identity 1 if it does not hold."""
        if self.equation is not None:
            return -self.alternatives[0][0].amount(values)
        return 0 if self.holds(values) else 1


class System(NamedTuple):
    """`values` are the figures as they stand, `free` and `blank` have a bit for each that may be changed and that is
    left blank; `touching` says for each unknown which identities it is in, `missing` for each identity what it lacks.

    `broken` are the identities that do not hold, `dormant` those whose rule waits for a blank total. `wishes` do not
    hold either, yet need not: they are about a rounded figure, which may be wrong itself."""

    unknowns: Sequence[Unknown]
    values: Sequence[Exact]
    free: int
    identities: Sequence[Identity]
    touching: Sequence[Sequence[int]]
    missing: Sequence[Exact]
    broken: Sequence[int]
    dormant: Sequence[Identity] = ()
    wishes: Sequence[int] = ()
    blank: int = 0

    def after(self, changes: Mapping[int, Exact]) -> list[Exact]:
        """The figures with some of them changed."""
        values = list(self.values)
        for unknown, value in changes.items():
            values[unknown] = value
        return values

    def still_broken(self, changes: Mapping[int, Exact]) -> Iterator[int]:
        """The identities with a changed figure that do not hold after the change."""
        values, seen = self.after(changes), set()
        for unknown in changes:
            for number in self.touching[unknown]:
                if number not in seen:
                    seen.add(number)
                    if not self.identities[number].holds(values):
                        yield number

    def touched(self, unknowns: Iterable[int]) -> list[int]:
        """The identities that some of the unknowns are in."""
        return list(dict.fromkeys(number for one in unknowns for number in self.touching[one]))

    def settled(self, unknowns: Iterable[int]) -> list[int]:
        """The broken identities that some of the unknowns are in."""
        mask = masked(unknowns)
        return [number for number in self.broken if self.identities[number].mask & mask]

    def granted(self, changes: Mapping[int, Exact]) -> list[int]:
        """The wishes that come true by these changes."""
        mask = masked(changes)
        near = [number for number in self.wishes if self.identities[number].mask & mask]
        values = self.after(changes) if near else ()
        return [number for number in near if self.identities[number].holds(values)]

    def allows(self, changes: Mapping[int, Exact]) -> bool:
        """Whether the figures are possible, and every identity with one of them holds then."""
        if next(self.still_broken(changes), None) is not None or not self.wakes_well(changes):
            return False
        return all(self.is_free(one) and self.unknowns[one].allows(value) for one, value in changes.items())

    def mends(self, changes: Mapping[int, Exact]) -> bool:
        """Whether changes are possible and leave nothing broken; a blank may be filled that a rule waits for."""
        values = self.after(changes)
        for number in self.settled(changes):  # most changes fail here, before anything dearer is asked
            if not self.identities[number].holds(values):
                return False
        if not all((self.free | self.blank) >> one & 1 and self.unknowns[one].allows(changes[one]) for one in changes):
            return False
        return next(self.still_broken(changes), None) is None and self.wakes_well(changes)

    def wakes_well(self, changes: Mapping[int, Exact]) -> bool:
        """Whether what waits for a blank that is filled holds then."""
        waking = self.woken(changes)
        values = self.after(changes) if waking else ()
        return all(one.holds(values) for one in waking)

    def woken(self, changes: Mapping[int, Exact]) -> list[Identity]:
        """What waits for blanks that are filled, and for no other."""
        filled = masked(changes) & self.blank
        waited = self.blank & ~self.free & ~filled
        return [one for one in self.dormant if one.mask & filled and not one.mask & waited] if filled else []

    def is_free(self, unknown: int) -> bool:
        """Whether a figure may be changed."""
        return bool(self.free >> unknown & 1)


def bond(terms: Terms, constant: Exact, operator: str) -> Bond:
    """A bond with what follows from its terms."""
    added = tuple(one for one, factor in terms if factor == 1)
    taken = tuple(one for one, factor in terms if factor == -1)
    return Bond(terms, constant, operator, added if len(added) + len(taken) == len(terms) else None, taken)


def identity(
    rule: str, instance: str, alternatives: tuple[tuple[Bond, ...], ...], alone: int | None = None
) -> Identity:
    """An identity with what follows from its alternatives."""
    members = tuple(dict.fromkeys(one for bonds in alternatives for bond in bonds for one, _ in bond.terms))
    single = alternatives[0][0] if len(alternatives) == 1 and len(alternatives[0]) == 1 else None
    equation = dict(single.terms) if single is not None and single.operator == "=" else None
    return Identity(rule, instance, alternatives, members, masked(members), equation, alone)


def wired(
    unknowns: Sequence[Unknown], values: Sequence[Exact], identities: Sequence[Identity], free: int = -1
) -> System:
    """The system of these identities; every figure is free unless told otherwise."""
    missing = [one.lacks(values) for one in identities]
    broken = [number for number, amount in enumerate(missing) if amount]
    return System(unknowns, values, free, identities, touching(len(unknowns), identities), missing, broken)


def touching(count: int, identities: Sequence[Identity]) -> list[tuple[int, ...]]:
    """For each of so many unknowns the identities that it is in."""
    found: list[list[int]] = [[] for _ in range(count)]
    for number, one in enumerate(identities):
        for unknown in one.members:
            found[unknown].append(number)
    return [tuple(one) for one in found]


def holds(value: Exact, operator: str) -> bool:
    """Whether a figure is as a bond wants it against 0."""
    return value == 0 if operator == "=" else value >= 0 if operator == ">=" else value > 0


def bits(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set, the lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def masked(unknowns: Iterable[int]) -> int:
    mask = 0
    for one in unknowns:
        mask |= 1 << one
    return mask
