"""A cause: what would have to change, what that settles, and how it may have come about."""

from __future__ import annotations

from linter.record import NamedTuple
from linter.suspects.search import Repair
from linter.suspects.slips import Slip

_COMPARABLE = 0.4


class Cause(NamedTuple):
    """A set of changes, the identities that it settles, and how it may have come about; `pieces` are the parts of it
    that share no identity, where there are several; `steps` counts the slips, of which one may move many figures."""

    repair: Repair
    settles: tuple[int, ...]
    slip: Slip
    pieces: tuple[Cause, ...] = ()
    steps: int = 1

    @property
    def rank(self) -> tuple[int, float, int]:
        return -len(self.settles), self.slip.cost, self.steps

    def is_as_likely(self, other: Cause) -> bool:
        """Whether nothing tells which of two causes it was; with a single identity as witness slips that are about as
        ordinary do not."""
        if self.rank == other.rank:
            return True
        alone = len(self.settles) == len(other.settles) == self.steps == other.steps == 1
        return alone and abs(self.slip.cost - other.slip.cost) < _COMPARABLE
