"""A rule bound to the tables of a form, once for all reports on that form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from linter.judging.binding import Binder, Values, arising
from linter.judging.condition import Expression, Path, walk
from linter.judging.evidence import Evidence
from linter.judging.naming import Namer
from linter.judging.paths import Instance, Tables, is_cells
from linter.judging.ranges import Range, instances
from linter.judging.rule import Check, Requirement, Rule, RuleSet

if TYPE_CHECKING:
    from linter.report import Report


class BoundCheck(NamedTuple):
    """A check, its instances, and the functions that answer for all of them at once.

    A check that ranges over the `prose` is bound to one instance; its cases are found in each report.
    `reads_cells`: the tables have a say in it."""

    check: Check
    instances: tuple[Instance, ...]
    values: Values
    requires: tuple[tuple[Requirement, Values], ...]
    reads_cells: bool = False
    prose: Range | None = None


@dataclass(frozen=True)
class Program:
    """The bound checks of a rule; a check without any instance in these tables is left out."""

    rule: Rule
    tables: Tables
    namer: Namer
    checks: tuple[BoundCheck, ...]

    def group(self, instance: Instance) -> str:
        """What is counted as one: an instance, or a table whose failures are told together."""
        return instance.table if self.rule.merge and instance.table else instance.id

    @cached_property
    def groups(self) -> int:
        return len({self.group(one) for check in self.checks if check.prose is None for one in check.instances})


def tables_of(report: Report, ruleset: RuleSet) -> tuple[tuple[str, ...], Tables]:
    """The tables of the report, each from the form that it is on, and the names of these forms."""
    key = tuple(report.table_forms.get(table, report.form.id) for table in report.form.tables)
    if key not in ruleset.bound:
        pairs = zip(report.form.tables, key, strict=True)
        ruleset.bound[key] = Tables((table, ruleset.forms[form].tables[table]) for table, form in pairs)
    return key, ruleset.bound[key]


def evidence_of(report: Report, ruleset: RuleSet, previous: Report | None = None) -> Evidence:
    """What a report offers to conditions, next to last year's if that is given."""
    last = evidence_of(previous, ruleset) if previous is not None else None
    return Evidence(report, tables_of(report, ruleset)[1].fields, ruleset.own_scopes, last)


def evidence_judged(report: Report, ruleset: RuleSet, previous: Report | None = None) -> Evidence:
    """The same where the report has just been judged: what was found in it then need not be found again."""
    known = ruleset.bound.get("judged")
    last = known.previous.report if known is not None and known.previous is not None else None
    if known is not None and known.report is report and last is previous:
        assert isinstance(known, Evidence)
        return known
    return evidence_of(report, ruleset, previous)


def program(rule: Rule, ruleset: RuleSet, tables: Tables) -> Program:
    """Binds a rule; raises ConditionError if sets of cells do not line up."""
    checks = (_bind(check, ruleset, tables) for check in rule.checks)
    namer = Namer(tables, ruleset.sections)
    return Program(rule, tables, namer, tuple(check for check in checks if check is not None))


def binder(ruleset: RuleSet, tables: Tables, bound_to: Sequence[Instance]) -> Binder:
    return Binder(tables, bound_to, ruleset.words, ruleset.expressions)


def _bind(check: Check, ruleset: RuleSet, tables: Tables) -> BoundCheck | None:
    nodes: list[Expression] = [check.condition, *(one.condition for one in check.requires)]
    every = instances(check.over, tables, tuple(ruleset.sections), ruleset.words)
    found = arising(nodes, tables, every)
    if not found:
        return None
    bind = binder(ruleset, tables, found)
    requires = tuple((one, bind.bind(one.condition).values) for one in check.requires)
    reads = any(isinstance(node, Path) and is_cells(node) for node in walk(check.condition))
    prose = check.over if check.over is not None and check.over.on_prose else None
    return BoundCheck(check, found, bind.bind(check.condition).values, requires, reads, prose)
