"""Identities out of the conditions of rules: which checks are linear, in which instances, between which figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.finding import Severity
from linter.judging.condition import Call, Comparison, Expression
from linter.judging.paths import Instance
from linter.judging.program import BoundCheck, Program, binder
from linter.record import NamedTuple
from linter.suspects.clauses import Clause, clauses
from linter.suspects.linear import NeedsReportError, NotLinearError
from linter.suspects.terms import Reader

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence
    from linter.judging.rule import RuleSet


class Demand(NamedTuple):
    """What a rule demands in one instance; `alone` names the figure that stands alone against a sum."""

    rule: str
    group: str
    instance: str
    clauses: tuple[Clause, ...]
    severity: Severity
    alone: str = ""


class Standing(NamedTuple):
    """A check and what it demands of every report on the form, instance by instance; None where that depends on the
    report, and the check is left out where it is not linear."""

    bound: BoundCheck
    demands: tuple[Demand | None, ...]


def standing(program: Program, ruleset: RuleSet) -> tuple[Standing, ...]:
    """The checks of a rule that are linear, worked out once for all reports on a form."""
    found = []
    for bound in program.checks:
        if bound.prose is not None:
            found.append(Standing(bound, (None,)))
        elif bound.check.reads_cells and (demands := _standing_demands(program, bound, ruleset)):
            found.append(Standing(bound, demands))
    return tuple(found)


def _standing_demands(program: Program, bound: BoundCheck, ruleset: RuleSet) -> tuple[Demand | None, ...]:
    """One for each instance; nothing where the condition is not linear, which is the same for all instances."""
    found: list[Demand | None] = []
    for instance in bound.instances:
        try:
            found.append(demand(program, bound, instance, ruleset, None))
        except NeedsReportError:
            found.append(None)
        except NotLinearError:
            return ()
    return tuple(found)


def demand(
    program: Program, bound: BoundCheck, instance: Instance, ruleset: RuleSet, evidence: Evidence | None
) -> Demand:
    """What a check demands in one instance; raises NotLinearError."""
    reader = Reader(binder(ruleset, program.tables, (instance,)), evidence)
    condition = bound.check.condition
    found = clauses(condition, reader)
    return Demand(
        program.rule.code,
        program.group(instance),
        instance.id,
        found,
        bound.check.severity,
        _alone(condition, reader),
    )


def _alone(condition: Expression, reader: Reader) -> str:
    """The cell that the condition compares with a sum of cells."""
    match condition:
        case Comparison(operator="=", left=Call(name="sum"), right=cell) if reader.is_cell(cell):
            return next(iter(reader.sum(cell).terms), "")
        case _:
            return ""


def demands(
    program: Program, ruleset: RuleSet, evidence: Evidence, found: tuple[Standing, ...]
) -> Iterator[tuple[Demand, bool, bool]]:
    """What a rule demands of one report, whether the rule is used there and not waiting for a blank, and whether it
    demands the same of every report on the form."""
    for bound, known in found:
        if bound.prose is not None:
            yield from _of_prose(program, bound, ruleset, evidence)
            continue
        waiting = _waiting(bound, evidence)
        for index, one in enumerate(known):
            lasting = one is not None
            if one is None:
                one = _of_report(program, bound, bound.instances[index], ruleset, evidence)
            if one is not None and one.clauses:
                yield one, index not in waiting, lasting


def _waiting(bound: BoundCheck, evidence: Evidence) -> set[int]:
    """The instances that lack something which the check requires."""
    return {
        index for _, values in bound.requires for index, answer in enumerate(values(evidence)) if answer is not True
    }


def _of_report(
    program: Program, bound: BoundCheck, instance: Instance, ruleset: RuleSet, evidence: Evidence
) -> Demand | None:
    try:
        return demand(program, bound, instance, ruleset, evidence)
    except NotLinearError:
        return None


def _of_prose(
    program: Program, bound: BoundCheck, ruleset: RuleSet, evidence: Evidence
) -> Iterator[tuple[Demand, bool, bool]]:
    """One demand for each case of the prose; a figure of another scope may be right whatever the tables say."""
    assert bound.prose is not None
    for subject in evidence.prose.subjects(bound.prose):
        if subject.foreign and bound.prose.kind != "limited":
            continue
        about = evidence.about(subject)
        if _waiting(bound, about):
            continue
        one = _of_report(program, bound, Instance(subject.id), ruleset, about)
        if one is not None and one.clauses:
            yield one, True, False
