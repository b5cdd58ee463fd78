"""The figures of a report as unknowns, and the identities that must hold between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from linter.record import NamedTuple
from linter.suspects.clauses import holds
from linter.suspects.linear import Exact


class Unknown(NamedTuple):
    """A figure that a person typed: `low` is the least it can be, `whole` that it counts, `free` that it may be
    changed."""

    name: str
    value: Exact
    low: Exact | None = 0
    whole: bool = True
    free: bool = True

    def allows(self, value: Exact) -> bool:
        return (self.low is None or value >= self.low) and (not self.whole or isinstance(value, int))


class Bond(NamedTuple):
    """An atom with unknowns by number."""

    terms: tuple[tuple[int, Exact], ...]
    constant: Exact
    operator: str


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


@dataclass(frozen=True)
class System:
    """`touching` says for each unknown which identities it is in, `missing` for each identity what `lacks` says of it.

    `broken` are the identities that do not hold, `dormant` those whose rule waits for a blank total."""

    unknowns: Sequence[Unknown]
    identities: Sequence[Identity]
    touching: Sequence[Sequence[int]]
    missing: Sequence[Exact]
    broken: Sequence[int]
    dormant: Sequence[Identity] = ()

    def still_broken(self, changes: Mapping[int, Exact]) -> Iterator[int]:
        """The identities with a changed figure that do not hold after the change."""
        seen = set()
        for unknown in changes:
            for number in self.touching[unknown]:
                if number not in seen:
                    seen.add(number)
                    if not self.holds(self.identities[number], changes):
                        yield number

    def touched(self, unknowns: Iterable[int]) -> list[int]:
        """The identities that some of the unknowns are in."""
        return list(dict.fromkeys(number for one in unknowns for number in self.touching[one]))

    def settled(self, unknowns: Iterable[int]) -> list[int]:
        """The broken identities that some of the unknowns are in."""
        touched = set(self.touched(unknowns))
        return [number for number in self.broken if number in touched]

    def allows(self, changes: Mapping[int, Exact]) -> bool:
        """Whether the figures are possible, and every identity with one of them holds then."""
        if next(self.still_broken(changes), None) is not None:
            return False
        return all(self.unknowns[one].free and self.unknowns[one].allows(value) for one, value in changes.items())

    def holds(self, identity: Identity, changes: Mapping[int, Exact]) -> bool:
        """Whether an identity holds after the changes."""
        for alternative in identity.alternatives:
            for bond in alternative:
                if not holds(self.amount(bond, changes), bond.operator):
                    break
            else:
                return True
        return False

    def lacks(self, identity: Identity) -> Exact:
        """What a plain sum lacks to hold; of any other identity 1 if it does not hold."""
        if identity.equation is not None:
            return -self.amount(identity.alternatives[0][0], {})
        return 0 if self.holds(identity, {}) else 1

    def amount(self, bond: Bond, changes: Mapping[int, Exact]) -> Exact:
        """What the sum of a bond comes to."""
        found, unknowns = bond.constant, self.unknowns
        for unknown, factor in bond.terms:
            found += factor * (changes[unknown] if unknown in changes else unknowns[unknown].value)
        return found


def identity(
    rule: str, instance: str, alternatives: tuple[tuple[Bond, ...], ...], alone: int | None = None
) -> Identity:
    """An identity with what follows from its alternatives."""
    members = tuple(dict.fromkeys(one for bonds in alternatives for bond in bonds for one, _ in bond.terms))
    single = alternatives[0][0] if len(alternatives) == 1 and len(alternatives[0]) == 1 else None
    equation = dict(single.terms) if single is not None and single.operator == "=" else None
    return Identity(rule, instance, alternatives, members, masked(members), equation, alone)


def wired(
    unknowns: Sequence[Unknown],
    identities: Sequence[Identity],
    dormant: Sequence[Identity] = (),
    missing: Sequence[Exact] | None = None,
) -> System:
    """The system of these identities; `missing` may be given where it is known."""
    touching: list[list[int]] = [[] for _ in unknowns]
    for number, one in enumerate(identities):
        for unknown in one.members:
            touching[unknown].append(number)
    drawn = System(unknowns, identities, touching, (), (), dormant)
    lacking = missing if missing is not None else [drawn.lacks(one) for one in identities]
    return replace(drawn, missing=lacking, broken=[number for number, amount in enumerate(lacking) if amount])


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
