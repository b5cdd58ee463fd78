"""Judges a report: every instance of every chosen rule ends as pass, fail, not evaluated or rule error."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Context, Inexact, InvalidOperation, localcontext
from typing import TYPE_CHECKING

from linter.finding import Finding, NotEvaluated, Outcomes, Result
from linter.form import Words
from linter.judging.evidence import Evidence
from linter.judging.explanation import Explanation
from linter.judging.paths import Instance
from linter.judging.program import BoundCheck, Program, binder, evidence_of, program, tables_of
from linter.record import Record, made

if TYPE_CHECKING:
    from linter.judging.binding import Bound
    from linter.judging.condition import Expression
    from linter.judging.rule import Requirement, Rule, RuleSet
    from linter.judging.subjects import Subject
    from linter.judging.telling import Failure
    from linter.report import Report

# Sums and products stay exact far beyond what a table can hold; beyond that the rule fails, not the sum.
EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])
"""How conditions are worked out."""


class _Tally(Record):
    """What has been found so far."""

    passed: int = 0
    findings: list[Finding] = made(factory=list)
    not_evaluated: list[NotEvaluated] = made(factory=list)
    rule_errors: list[NotEvaluated] = made(factory=list)
    witnessed: set[int] = made(factory=set)


class _Group(Record):
    """The instances of a rule that are counted as one."""

    failures: list[Failure] = made(factory=list)
    doubts: list[Explanation] = made(factory=list)
    unmet: dict[str, str] | None = None


def judge(
    report: Report,
    ruleset: RuleSet,
    select: Collection[str] | None = None,
    previous: Report | Words | None = None,
) -> Outcomes:
    """The outcomes of the rules whose codes are in `select`, by default of those that are on by default.

    `previous` is last year's report, or the reason for which there is none to compare with. Without either, the
    rules that compare with last year have no instance."""
    key, tables = tables_of(report, ruleset)
    evidence = evidence_of(report, ruleset, None if isinstance(previous, Words) else previous)
    last = previous if isinstance(previous, Words) else evidence.previous
    tally = _Tally()
    with localcontext(EXACT):
        for rule in ruleset.rules:
            chosen = rule.code in select if select is not None else rule.default
            if rule.looks_back and not isinstance(last, Evidence):
                if chosen and last is not None:
                    tally.not_evaluated.append(NotEvaluated(rule.code, "report", {"zh": last.zh, "en": last.en}))
            elif chosen or (rule.confirms and report.narrative.claims):
                try:
                    bound = ruleset.bound.get((rule.code, key))
                    if bound is None:
                        bound = ruleset.bound[rule.code, key] = program(rule, ruleset, tables)
                    _RuleRun(bound, ruleset, evidence).into(tally if chosen else _Tally(witnessed=tally.witnessed))
                except Exception as fault:  # noqa: BLE001  # one faulty rule must not cost the others
                    _rule_error(rule, fault, tally)
    counts = {
        Result.PASS: tally.passed,
        Result.FAIL: len(tally.findings),
        Result.NOT_EVALUATED: len(tally.not_evaluated),
        Result.RULE_ERROR: len(tally.rule_errors),
    }
    return Outcomes(
        counts,
        tuple(tally.findings),
        tuple(tally.not_evaluated),
        tuple(tally.rule_errors),
        tuple(index for index in range(len(report.narrative.claims)) if index not in tally.witnessed),
    )


def _rule_error(rule: Rule, fault: Exception, tally: _Tally) -> None:
    text = f"{type(fault).__name__}: {fault}"
    tally.rule_errors.append(NotEvaluated(rule.code, "report", {"zh": text, "en": text}))


def _is_plain(bound: BoundCheck) -> bool:
    """Whether the check is not made for figures of a limited scope."""
    return bound.prose is not None and bound.prose.kind != "limited"


class _RuleRun:
    """One rule on one report."""

    def __init__(self, bound: Program, ruleset: RuleSet, evidence: Evidence) -> None:
        self._program = bound
        self._ruleset = ruleset
        self._evidence = evidence
        self._namer = bound.namer
        self._groups: dict[str, _Group] = {}
        self._failed: set[str] = set()
        self._cases: set[str] = set()
        self._witnessed: set[int] = set()
        self._known: dict[int, tuple[Expression, Bound]] = {}

    def into(self, tally: _Tally) -> None:
        """Adds the outcomes; nothing is explained unless something did not hold."""
        for check in self._program.checks:
            over = check.prose
            if over is None:
                self._run(check, check.instances, self._evidence)
                continue
            for subject in self._evidence.prose.subjects(over):
                self._cases.add(subject.id)
                self._run(check, (Instance(subject.id),), self._evidence.about(subject))
        passed = self._program.groups + len(self._cases) - len(self._groups)
        findings, not_evaluated = [], []
        for group_id, group in self._groups.items():
            if group.failures:
                findings += self._tell(group_id, group)
            else:
                not_evaluated.append(self._not_evaluated(group_id, group))
        tally.passed += passed
        tally.findings += findings
        tally.not_evaluated += not_evaluated
        tally.witnessed |= self._witnessed

    def _run(self, bound: BoundCheck, instances: tuple[Instance, ...], evidence: Evidence) -> None:
        count = len(instances)
        undecided: dict[int, Requirement] = {}
        for requirement, values in bound.requires:
            answers = evidence.answers(values)
            if answers.count(True) < count:
                for index, answer in enumerate(answers):
                    if answer is not True and index not in undecided:
                        undecided[index] = requirement
                        self._unmet(instances[index], bound, requirement, answer, evidence)
        if len(undecided) == count:
            return
        answers = evidence.answers(bound.values)
        subject = evidence.subject
        if subject is not None and subject.claim is not None and bound.check.reads_cells and answers[0] is not None:
            self._witnessed.add(subject.claim)
        if answers.count(True) == count:
            return
        for index, answer in enumerate(answers):
            instance = instances[index]
            if answer is True or index in undecided or instance.id in self._failed:
                continue
            group = self._group(instance)
            explanation = self._explain(bound.check.condition, instance, evidence)
            if answer is None:
                group.doubts.append(explanation)
            elif subject is not None and subject.foreign and _is_plain(bound):
                self._foreign(group, subject)
            else:
                self._failed.add(instance.id)
                group.failures.append(self._failure(bound, explanation, evidence))

    def _foreign(self, group: _Group, subject: Subject) -> None:
        """A figure of another scope that does not fit may still be right, and has no witness."""
        words = "、".join(subject.foreign)
        group.unmet = {
            "zh": f"正文说的是“{words}”，与表格的范围可能不同",
            "en": f"the prose speaks of “{words}”, which may not be what the tables cover",
        }
        if subject.claim is not None:
            self._witnessed.discard(subject.claim)

    def _group(self, instance: Instance) -> _Group:
        return self._groups.setdefault(self._program.group(instance), _Group())

    def _explain(self, condition: Expression, instance: Instance, evidence: Evidence) -> Explanation:
        # All cases of the prose read the same cells, and there may be thousands of them.
        known = self._known if evidence.subject is not None else {}
        bind = binder(self._ruleset, self._program.tables, (instance,))._replace(known=known)
        return Explanation(condition, bind, evidence)

    def _unmet(
        self, instance: Instance, bound: BoundCheck, requirement: Requirement, answer: bool | None, evidence: Evidence
    ) -> None:
        """A requirement that does not hold gives its reason, one that is unknown says what was not read."""
        group = self._group(instance)
        if group.unmet is not None:
            return
        explanation = self._explain(requirement.condition, instance, evidence)
        if answer is None:
            group.doubts.append(explanation)
        else:
            told = self._failure(bound, explanation, evidence)
            group.unmet = {lang: told.text(requirement.reason(lang), lang) for lang in ("zh", "en")}

    def _failure(self, bound: BoundCheck, explanation: Explanation, evidence: Evidence) -> Failure:
        from linter.judging.telling import Failure  # words are needed only where something is to be said

        return Failure(bound.check, explanation, evidence, self._namer)

    def _tell(self, group_id: str, group: _Group) -> list[Finding]:
        """One finding for each check that failed in the group."""
        from linter.judging.telling import tell

        rule = self._program.rule
        by_check: dict[int, list[Failure]] = {}
        for failure in group.failures:
            by_check.setdefault(id(failure.check), []).append(failure)
        return [tell(rule, failures, self._namer, group_id) for failures in by_check.values()]

    def _not_evaluated(self, group_id: str, group: _Group) -> NotEvaluated:
        from linter.judging.doubts import reason

        told = group.unmet or reason(group.doubts, self._evidence, self._namer)
        return NotEvaluated(self._program.rule.code, group_id, told)
