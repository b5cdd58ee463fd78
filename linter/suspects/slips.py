"""How a wrong figure may have come about: each change of a figure has a most ordinary slip, and what it costs to
believe in it. The costs only rank; 1 is what every typist does, 4 is a figure that nothing explains."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from linter.judging.paths import PREVIOUS
from linter.record import NamedTuple
from linter.suspects.grid import Grid
from linter.suspects.linear import Exact
from linter.suspects.search import Repair
from linter.suspects.system import Identity, System

_ALIKE = frozenset(frozenset(pair) for pair in ("17", "38", "56", "06", "08", "68", "69", "49", "27", "35", "89"))
_MORE = 1.0
_FARTHER = 0.3


class Slip(NamedTuple):
    """`cost` orders slips, the most ordinary first."""

    kind: str
    cost: float


_UNEXPLAINED = Slip("other", 4.0)
EXCHANGED = Slip("prose_exchange", 1.4)
"""Two figures of the prose in each other's place, as ordinary as two rows that are."""


class Typist(NamedTuple):
    """What is known around the figures: `blanks` are cells left blank, `totals` the cells that stand alone against a
    sum, `last` what stood in a place last year."""

    system: System
    grid: Grid
    blanks: frozenset[int]
    totals: frozenset[int]
    last: Mapping[int, Collection[Exact]]

    def slip(self, repair: Repair) -> Slip:
        """The slip that explains a whole set of changes best."""
        singles = [self._single(unknown, after) for unknown, after in repair.items()]
        if len(singles) == 1:
            return singles[0]
        kinds = {one.kind for one in singles}
        apart = sum(one.cost for one in singles) + _MORE * (len(singles) - 1)
        together = [Slip(kinds.pop() if len(kinds) == 1 else "several", apart)]
        if len(repair) == 2:
            together += self._pair(*repair.items())
        if self.totals.issuperset(repair):
            together.append(Slip("sum", 2.5 + 0.5 * len(repair)))
        return min(together, key=lambda one: one.cost)

    def _before(self, unknown: int) -> Exact:
        return self.system.values[unknown]

    def _beside(self, unknown: int, after: Exact) -> Iterator[int]:
        """The cells whose figure may have been taken for a cell's; for a claim's those beside the cell that it
        should repeat, and the others of that row."""
        yield from self.grid.neighbours(unknown)
        if unknown not in self.grid.places:
            for cell in self._repeated(unknown, after):
                yield from self.grid.neighbours(cell)
                yield from self.grid.row(cell)

    def _repeated(self, claim: int, after: Exact) -> Iterator[int]:
        """The cells that a claim may repeat once it is `after`."""
        for number in self.system.touching[claim]:
            for one in self.system.identities[number].members:
                if one in self.grid.places and self._before(one) == after:
                    yield one

    def _is_plain(self, unknown: int, after: Exact) -> bool:
        """Whether a figure is then what conditions that leave a choice name first."""
        values = self.system.after({unknown: after})
        identities = (self.system.identities[number] for number in self.system.touching[unknown])
        choices = [one.alternatives for one in identities if _is_choice(one)]
        return all(bond.holds(values) for (bond,), *_ in choices)

    def _pair(self, one: tuple[int, Exact], other: tuple[int, Exact]) -> Iterator[Slip]:
        """Two figures that stand in each other's place, or are pieces of one."""
        (first, after), (second, other_after) = one, other
        before, other_before = self._before(first), self._before(second)
        distance = self.grid.near(first, second)
        crossed = after == other_before and other_after == before
        if crossed and not {first, second} & self.grid.places.keys():
            yield EXCHANGED
        if distance is not None and crossed:
            kind = "next_cell" if 0 in (before, after) else "exchange"
            yield Slip(kind, 1.0 if distance == 1 else 1.6)
        if distance == 1:
            for a, b, joined, rest in (
                (before, other_before, after, other_after),
                (other_before, before, other_after, after),
            ):
                if rest == 0 and str(joined) == f"{a}{b}":
                    yield Slip("split", 1.0)

    def _single(self, unknown: int, after: Exact) -> Slip:
        found = min(self._explanations(unknown, after), key=lambda one: one.cost)
        of_last_year = self.system.unknowns[unknown].name.startswith(f"{PREVIOUS}.")
        if of_last_year and self.system.unknowns[unknown].only is None:
            return _UNEXPLAINED._replace(cost=_UNEXPLAINED.cost + _FARTHER)
        if not of_last_year and (unknown in self.grid.places or self._is_plain(unknown, after)):
            return found
        return found._replace(cost=found.cost + _FARTHER)

    def _explanations(self, unknown: int, after: Exact) -> Iterator[Slip]:
        before = self._before(unknown)
        if unknown in self.blanks:
            yield Slip("blank", 0.8)
        if before and before in self.last.get(unknown, ()):
            yield Slip("last_year", 0.9)
        if unknown in self.totals:
            yield Slip("sum", 2.5) if before or unknown not in self.grid.places else Slip("total_blank", 1.2)
        elif not before:
            yield Slip("missing", 2.5)
        if isinstance(before, int) and isinstance(after, int) and before > 0:
            yield from _digits(str(before), str(after))
        if before and any(self._before(one) == before for one in self._beside(unknown, after)):
            kind = "copied" if unknown in self.grid.places else "prose_copied"
            yield Slip(kind, 2.4 if before in range(10) else 1.4)
        yield _UNEXPLAINED


def _is_choice(identity: Identity) -> bool:
    """Whether it says what a figure may be equal to."""
    return all(len(bonds) == 1 and bonds[0].operator == "=" for bonds in identity.alternatives)


def _digits(before: str, after: str) -> Iterator[Slip]:
    """Slips within one figure: `before` was typed, `after` was meant."""
    if len(before) == len(after):
        wrong = [index for index, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
        if len(wrong) == 2 and sorted(before) == sorted(after):
            yield Slip("digits_swapped", 1.0 if wrong[1] == wrong[0] + 1 else 1.8)
        if len(wrong) == 1:
            alike = frozenset((before[wrong[0]], after[wrong[0]])) in _ALIKE
            short = 0.6 if len(before) == 1 else 0.0
            yield Slip("digit", (1.2 if alike else 1.5) + short)
    elif len(before) + 1 == len(after) and _is_without_one(after, before):
        yield Slip("digit_dropped", 1.1)
    elif len(before) == len(after) + 1 and after != "0" and (at := _is_without_one(before, after)):
        doubled = any(before[:index] + before[index + 1 :] == after and _is_double(before, index) for index in at)
        yield Slip("digit_doubled", 1.0) if doubled else Slip("digit_added", 1.3)


def _is_without_one(longer: str, shorter: str) -> list[int]:
    """At which places a digit can be left out to get the shorter figure."""
    return [index for index in range(len(longer)) if longer[:index] + longer[index + 1 :] == shorter]


def _is_double(figure: str, index: int) -> bool:
    return figure[index] in (figure[index - 1 : index] + figure[index + 1 : index + 2])
