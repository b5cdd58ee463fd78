"""A cause: what would have to change, what that settles, and how it may have come about."""

from __future__ import annotations

from linter.record import NamedTuple
from linter.suspects.search import Repair
from linter.suspects.slips import Slip

_COMPARABLE = 0.4


class Pattern(NamedTuple):
    """One slip that changes many figures, and the repair that undoes it."""

    slip: str
    repair: Repair


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
        """Whether nothing tells which of two causes it was: where as many slips settle just the same, neither do slips
        that are about as ordinary."""
        if self.rank == other.rank:
            return True
        if self.steps != other.steps or set(self.settles) != set(other.settles):
            return False
        return abs(self.slip.cost - other.slip.cost) < _COMPARABLE * self.steps
