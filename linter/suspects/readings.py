"""What conditions demand: which checks are linear, in which instances, between which figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.judging.condition import Call, Comparison, Expression
from linter.judging.paths import Instance
from linter.judging.program import BoundCheck, Program, binder
from linter.record import NamedTuple
from linter.suspects.clauses import Clause, clauses
from linter.suspects.linear import NotLinearError
from linter.suspects.terms import Asked, Reader

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence
    from linter.judging.rule import RuleSet

_MOST = 8


class Reading(NamedTuple):
    """What a check demands of each report (or case of its prose) that gives these answers, `clauses` None where that
    is not linear.

    `alone` names the cell that stands alone against a sum; `rough`: a rounded figure has a say."""

    asked: tuple[Asked, ...]
    clauses: tuple[Clause, ...] | None
    alone: str = ""
    rough: bool = False

    def fits(self, evidence: Evidence) -> bool:
        return all(one.question(evidence) == one.answer for one in self.asked)


class Readings:
    """The readings of a check in one instance; each is made when a report first answers like that."""

    def __init__(self, program: Program, bound: BoundCheck, instance: Instance, ruleset: RuleSet) -> None:
        self._condition = bound.check.condition
        self._binder = binder(ruleset, program.tables, (instance,))
        self._known: list[Reading] = []

    def of(self, evidence: Evidence) -> Reading:
        for one in self._known:
            if one.fits(evidence):
                return one
        made = self._read(Reader(self._binder, evidence))
        self._known = [made, *self._known[: _MOST - 1]]
        return made

    def _read(self, reader: Reader) -> Reading:
        try:
            found = clauses(self._condition, reader)
        except NotLinearError:
            return Reading(tuple(reader.asked), None, "", False)
        return Reading(tuple(reader.asked), found, _alone(self._condition, reader), reader.rough)


def _alone(condition: Expression, reader: Reader) -> str:
    """The cell that the condition compares with a sum of cells."""
    match condition:
        case Comparison(operator="=", left=Call(name="sum"), right=cell) if reader.is_cell(cell):
            return next(iter(reader.sum(cell).terms), "")
        case _:
            return ""
