"""What a set of figures would have to become for every identity that they are in to hold, or why that cannot be.

The plain sums are a small linear system in what is added to each figure; it is eliminated with exact numbers, and each
step remembers the unknowns of the sums that it used. A contradiction therefore names the unknowns of which at least
one more has to be changed: the conflict that the search learns from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.record import NamedTuple
from linter.suspects.linear import Exact, divided, exact
from linter.suspects.system import Bond, Identity, System


class Sum(NamedTuple):
    """`terms` of what is added to the figures come to `amount`; `mask` are the unknowns it was derived from."""

    terms: Mapping[int, Exact]
    amount: Exact
    mask: int


class ConflictError(Exception):
    """The sums contradict each other as long as no other unknown of `mask` changes."""

    def __init__(self, mask: int) -> None:
        super().__init__(mask)
        self.mask = mask


class Support(NamedTuple):
    """Some unknowns and the sums between their changes, each `solved` for its first one."""

    system: System
    members: Sequence[int]
    solved: dict[int, Sum]

    @property
    def is_decided(self) -> bool:
        return len(self.solved) == len(self.members)

    def also(self, one: Sum) -> Support:
        """With one more sum; raises ConflictError."""
        more = Support(self.system, self.members, dict(self.solved))
        more.take(one)
        return more

    def take(self, one: Sum) -> None:
        """Reduces a sum by those known, and those known by it; raises ConflictError."""
        for pivot, known in self.solved.items():
            if pivot in one.terms:
                one = _minus(one, known, one.terms[pivot])
        if not one.terms:
            if one.amount:
                raise ConflictError(one.mask)
            return
        pivot, factor = next(iter(one.terms.items()))
        if factor != 1:
            terms = {name: divided(value, factor) for name, value in one.terms.items()}
            one = Sum(terms, divided(one.amount, factor), one.mask)
        for other, known in self.solved.items():
            if pivot in known.terms:
                self.solved[other] = _minus(known, one, known.terms[pivot])
        self.solved[pivot] = one

    def changes(self) -> dict[int, Exact]:
        """The new figures; raises ConflictError for one that is impossible or no change."""
        found = {}
        for unknown, one in self.solved.items():
            after = exact(self.system.values[unknown] + one.amount)
            if not one.amount or not self.system.unknowns[unknown].allows(after):
                raise ConflictError(one.mask)
            found[unknown] = after
        return found


def repairs(system: System, members: Sequence[int]) -> Iterator[dict[int, Exact]]:
    """The ways to change all members and nothing else; raises ConflictError if there is none."""
    support, others, union = _eliminated(system, members)
    if support.is_decided:
        changes = support.changes()
        values = system.after(changes)
        for identity in others:
            if not identity.holds(values):
                raise ConflictError(union | identity.mask)
        yield changes
        return
    corners = list(_corners(support, others, bounds=False)) or list(_corners(support, others, bounds=True))
    if not corners:
        raise ConflictError(union)
    yield from {tuple(sorted(changes.items())): changes for changes in corners}.values()


def _eliminated(system: System, members: Sequence[int]) -> tuple[Support, list[Identity], int]:
    """The sums between the members, the other identities that they are in, and all unknowns of these."""
    support, others, union = Support(system, members, {}), [], 0
    for number in system.touched(members):
        identity = system.identities[number]
        union |= identity.mask
        if identity.equation is None:
            others.append(identity)
        else:
            terms = {one: identity.equation[one] for one in members if one in identity.equation}
            support.take(Sum(terms, system.missing[number], identity.mask))
    return support, others, union


def _corners(support: Support, others: Sequence[Identity], *, bounds: bool) -> Iterator[dict[int, Exact]]:
    """Where the sums leave room: the corners of what is possible, where another identity holds with nothing to
    spare, or, with `bounds`, a figure is at its least."""
    if support.is_decided:
        try:
            changes = support.changes()
        except ConflictError:
            return
        values = support.system.after(changes)
        if all(identity.holds(values) for identity in others):
            yield changes
        return
    for edge in _edges(support, others, bounds):
        try:
            narrower = support.also(edge)
        except ConflictError:
            continue
        if len(narrower.solved) > len(support.solved):
            yield from _corners(narrower, others, bounds=bounds)


def _edges(support: Support, others: Sequence[Identity], bounds: bool) -> Iterator[Sum]:
    for unknown in support.members if bounds else ():
        about = support.system.unknowns[unknown]
        if about.low is not None:
            yield Sum({unknown: 1}, about.low - support.system.values[unknown], 0)
    for identity in others:
        for alternative in identity.alternatives:
            for bond in alternative:
                yield from _edge(support, bond)


def _edge(support: Support, bond: Bond) -> Iterator[Sum]:
    terms = {name: factor for name, factor in bond.terms if name in support.members}
    if terms:
        spare = 1 if bond.operator == ">" else 0
        yield Sum(terms, spare - bond.amount(support.system.values), 0)


def _minus(one: Sum, other: Sum, factor: Exact) -> Sum:
    terms = dict(one.terms)
    for name, value in other.terms.items():
        left = terms.get(name, 0) - factor * value
        if left:
            terms[name] = left
        else:
            terms.pop(name, None)
    return Sum(terms, one.amount - factor * other.amount, one.mask | other.mask)
