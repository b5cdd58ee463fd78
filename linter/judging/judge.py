"""Judges a report: every instance of every chosen rule ends as pass, fail, not evaluated or rule error."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Context, Inexact, InvalidOperation, localcontext
from typing import TYPE_CHECKING

from linter.finding import Finding, NotEvaluated, Outcomes, Result
from linter.judging.doubts import reason
from linter.judging.evidence import Evidence
from linter.judging.explanation import Explanation
from linter.judging.program import BoundCheck, Program, binder, program, tables_of
from linter.judging.telling import Failure, tell

if TYPE_CHECKING:
    from linter.judging.condition import Expression
    from linter.judging.paths import Instance
    from linter.judging.rule import Requirement, Rule, RuleSet
    from linter.report import Report

# Sums and products stay exact far beyond what a table can hold; beyond that the rule fails, not the sum.
_EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])


@dataclass
class _Tally:
    """What has been found so far."""

    passed: int = 0
    findings: list[Finding] = field(default_factory=list)
    not_evaluated: list[NotEvaluated] = field(default_factory=list)
    rule_errors: list[NotEvaluated] = field(default_factory=list)


@dataclass
class _Group:
    """The instances of a rule that are counted as one."""

    failures: list[Failure] = field(default_factory=list)
    doubts: list[Explanation] = field(default_factory=list)
    unmet: dict[str, str] | None = None


def judge(report: Report, ruleset: RuleSet, select: Collection[str] | None = None) -> Outcomes:
    """The outcomes of the rules whose codes are in `select`, by default of those that are on by default."""
    key, tables = tables_of(report, ruleset)
    evidence = Evidence(report, tables.fields)
    tally = _Tally()
    with localcontext(_EXACT):
        for rule in ruleset.rules:
            if rule.code in select if select is not None else rule.default:
                try:
                    bound = ruleset.bound.get((rule.code, key))
                    if bound is None:
                        bound = ruleset.bound[rule.code, key] = program(rule, ruleset, tables)
                    _RuleRun(bound, ruleset, evidence).into(tally)
                except Exception as fault:  # noqa: BLE001  # one faulty rule must not cost the others
                    _rule_error(rule, fault, tally)
    counts = {
        Result.PASS: tally.passed,
        Result.FAIL: len(tally.findings),
        Result.NOT_EVALUATED: len(tally.not_evaluated),
        Result.RULE_ERROR: len(tally.rule_errors),
    }
    return Outcomes(counts, tuple(tally.findings), tuple(tally.not_evaluated), tuple(tally.rule_errors))


def _rule_error(rule: Rule, fault: Exception, tally: _Tally) -> None:
    text = f"{type(fault).__name__}: {fault}"
    tally.rule_errors.append(NotEvaluated(rule.code, "report", {"zh": text, "en": text}))


class _RuleRun:
    """One rule on one report."""

    def __init__(self, bound: Program, ruleset: RuleSet, evidence: Evidence) -> None:
        self._program = bound
        self._ruleset = ruleset
        self._evidence = evidence
        self._namer = bound.namer
        self._groups: dict[str, _Group] = {}
        self._failed: set[str] = set()

    def into(self, tally: _Tally) -> None:
        """Adds the outcomes; nothing is explained unless something did not hold."""
        for check in self._program.checks:
            self._run(check)
        passed, findings, not_evaluated = self._program.groups - len(self._groups), [], []
        for group_id, group in self._groups.items():
            if group.failures:
                findings += self._tell(group_id, group)
            else:
                not_evaluated.append(self._not_evaluated(group_id, group))
        tally.passed += passed
        tally.findings += findings
        tally.not_evaluated += not_evaluated

    def _run(self, bound: BoundCheck) -> None:
        count = len(bound.instances)
        undecided: dict[int, Requirement] = {}
        for requirement, values in bound.requires:
            answers = values(self._evidence)
            if answers.count(True) < count:
                for index, answer in enumerate(answers):
                    if answer is not True and index not in undecided:
                        undecided[index] = requirement
                        self._unmet(bound.instances[index], bound, requirement, answer)
        if len(undecided) == count:
            return
        answers = bound.values(self._evidence)
        if answers.count(True) == count:
            return
        for index, answer in enumerate(answers):
            instance = bound.instances[index]
            if answer is True or index in undecided or instance.id in self._failed:
                continue
            group = self._group(instance)
            explanation = self._explain(bound.check.condition, instance)
            if answer is None:
                group.doubts.append(explanation)
            else:
                self._failed.add(instance.id)
                group.failures.append(Failure(bound.check, explanation, self._evidence, self._namer))

    def _group(self, instance: Instance) -> _Group:
        return self._groups.setdefault(self._program.group(instance), _Group())

    def _explain(self, condition: Expression, instance: Instance) -> Explanation:
        bind = binder(self._ruleset, self._program.tables, (instance,))
        return Explanation(condition, bind, self._evidence)

    def _unmet(self, instance: Instance, bound: BoundCheck, requirement: Requirement, answer: bool | None) -> None:
        """A requirement that does not hold gives its reason, one that is unknown says what was not read."""
        group = self._group(instance)
        if group.unmet is not None:
            return
        explanation = self._explain(requirement.condition, instance)
        if answer is None:
            group.doubts.append(explanation)
        else:
            told = Failure(bound.check, explanation, self._evidence, self._namer)
            group.unmet = {lang: told.text(requirement.reason(lang), lang) for lang in ("zh", "en")}

    def _tell(self, group_id: str, group: _Group) -> list[Finding]:
        """One finding for each check that failed in the group."""
        rule = self._program.rule
        by_check: dict[int, list[Failure]] = {}
        for failure in group.failures:
            by_check.setdefault(id(failure.check), []).append(failure)
        return [tell(rule, failures, self._namer, group_id) for failures in by_check.values()]

    def _not_evaluated(self, group_id: str, group: _Group) -> NotEvaluated:
        told = group.unmet or reason(group.doubts, self._evidence, self._namer)
        return NotEvaluated(self._program.rule.code, group_id, told)
