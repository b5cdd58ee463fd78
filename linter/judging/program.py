"""A rule bound to the tables of a form, once for all reports on that form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from linter.judging.binding import Binder, Values
from linter.judging.condition import Expression
from linter.judging.deferring import later
from linter.judging.evidence import Evidence
from linter.judging.naming import Namer
from linter.judging.paths import Instance, Tables
from linter.judging.ranges import Range, arising, instances
from linter.judging.rule import Check, Requirement, Rule, RuleSet
from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.report import Report


class BoundCheck(NamedTuple):
    """A check, its instances, and the functions that answer for all of them at once.

    A check that ranges over the `prose` is bound to one instance; its cases are found in each report."""

    check: Check
    instances: tuple[Instance, ...]
    values: Values
    requires: tuple[tuple[Requirement, Values], ...]
    prose: Range | None = None


class Program(NamedTuple):
    """The bound checks of a rule; a check without any instance in these tables is left out.

    `groups` counts what is counted as one: instances, or tables whose failures are told together."""

    rule: Rule
    tables: Tables
    namer: Namer
    checks: tuple[BoundCheck, ...]

    groups: int

    def group(self, instance: Instance) -> str:
        """What is counted as one: an instance, or a table whose failures are told together."""
        return instance.table if self.rule.merge and instance.table else instance.id


def tables_of(report: Report, ruleset: RuleSet) -> tuple[tuple[str, ...], Tables]:
    """The tables of the report, each from the form that it is on, and the names of these forms."""
    key = tuple(report.table_forms.get(table, report.form.id) for table in report.form.tables)
    if key not in ruleset.bound:
        pairs = zip(report.form.tables, key, strict=True)
        ruleset.bound[key] = Tables((table, ruleset.forms[form].tables[table]) for table, form in pairs)
    return key, ruleset.bound[key]


def evidence_of(report: Report, ruleset: RuleSet, previous: Report | None = None) -> Evidence:
    """What a report offers to conditions, next to last year's if that is given. Judging, the search for suspects and
    the page ask about the same report one after another: the last answer is remembered."""
    asked = ruleset.bound.get(evidence_of)
    if asked is not None and asked[0] is report and asked[1] is previous:
        known: Evidence = asked[2]
        return known
    last = evidence_of(previous, ruleset) if previous is not None else None
    found = Evidence(report, tables_of(report, ruleset)[1].fields, ruleset.own_scopes, last)
    ruleset.bound[evidence_of] = report, previous, found
    return found


def program(rule: Rule, ruleset: RuleSet, tables: Tables) -> Program:
    """Binds a rule; raises ConditionError if sets of cells do not line up."""
    bound = (_bind(check, ruleset, tables) for check in rule.checks)
    checks = tuple(check for check in bound if check is not None)
    plain = [check.instances for check in checks if check.prose is None]
    if rule.merge:
        groups = {one.table or one.id for found in plain for one in found}
    else:
        groups = set(map(attrgetter("id"), chain.from_iterable(plain)))
    return Program(rule, tables, Namer(tables, ruleset.sections), checks, len(groups))


def binder(ruleset: RuleSet, tables: Tables, bound_to: Sequence[Instance]) -> Binder:
    return Binder(tables, bound_to, ruleset.words, ruleset.patterns)


def _bind(check: Check, ruleset: RuleSet, tables: Tables) -> BoundCheck | None:
    every = instances(check.over, tables, tuple(ruleset.sections), ruleset.words)
    found = arising(check.asks, tables, every)
    if not found:
        return None
    bind = binder(ruleset, tables, found)
    prose = check.over if check.over is not None and check.over.on_prose else None
    requires = tuple((one, _answers(bind, one.condition)) for one in check.requires)
    return BoundCheck(check, found, _answers(bind, check.condition), requires, prose)


def _answers(bind: Binder, condition: Expression) -> Values:
    """Bound when it is asked about: most reports have no case for most checks of the prose."""
    return later(lambda: bind.answers(condition))
