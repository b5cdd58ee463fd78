"""The cells of a check as its JavaScript names them: by number, or by a slot where they differ from instance to
instance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from linter.judging.binding import Binder
from linter.judging.condition import Expression
from linter.judging.javascript.pool import Pool
from linter.judging.paths import fields_of


@dataclass
class Cells:
    """Names cells for a check that is bound to all its instances; `slots` are the columns of those that differ."""

    binder: Binder
    pool: Pool
    slots: list[int] = field(default_factory=list)

    @property
    def places(self) -> range:
        """The instances by number."""
        return range(len(self.binder.instances))

    def names(self, node: Expression) -> list[list[str]]:
        """The cells that a part means, for each instance."""
        return list(map(fields_of, self.binder.keys(node)))

    def fields(self, node: Expression) -> list[list[int]]:
        """The same by number."""
        return [[self.pool.numbers[name] for name in names] for names in self.names(node)]

    def refer(self, numbers: Sequence[int]) -> int:
        """A number that all instances share, or -1, -2, ... for a slot."""
        if len(set(numbers)) == 1:
            return numbers[0]
        column = self.pool.column(numbers)
        if column not in self.slots:
            self.slots.append(column)
        return -1 - self.slots.index(column)

    def sets(self, sets: Sequence[Sequence[int]]) -> str:
        """A set for each instance, as it is written."""
        return self._written([self.pool.set(one) for one in sets])

    def single(self, node: Expression) -> str:
        """The one cell that a part means, as it is written."""
        return self._written([one[0] for one in self.fields(node)])

    def read(self, node: Expression) -> str:
        """The figure of a cell, or the figures of several."""
        if self.binder.single(node):
            return f"x.cell({self.single(node)})"
        return f"x.cells({self.sets(self.fields(node))})"

    def _written(self, numbers: Sequence[int]) -> str:
        found = self.refer(numbers)
        return str(found) if found >= 0 else f"s[{-1 - found}]"
