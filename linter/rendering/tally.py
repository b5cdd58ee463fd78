"""What a run came to: counts over all files, and the exit status that follows from them."""

from __future__ import annotations

from collections import Counter

from linter.check import Checked, Fault, Result
from linter.files import Unreadable
from linter.finding import Result as Outcome
from linter.finding import Severity

FAIL_ON = ("error", "warning", "info", "never")
_GRADES = tuple(Severity)


class Tally:
    """Counts as results come in; files that could not be checked are kept with their reasons.

    `held` counts the findings that are not shown, by who said so; `ignored` are rules that were not used. `failed`
    says whether any report has a finding as grave as was said when it was added."""

    def __init__(self) -> None:
        self.reports = 0
        self.severities: Counter[Severity] = Counter()
        self.unreadable: list[Unreadable] = []
        self.faults: list[Fault] = []
        self.rule_errors = 0
        self.held: Counter[str] = Counter()
        self.ignored: set[str] = set()
        self.failed = False

    def add(self, result: Result, fail_on: str = "error") -> None:
        """`fail_on` is the gravity that fails this report; those of one run may differ in it."""
        if isinstance(result, Checked):
            self.reports += 1
            self.severities.update(finding.severity for finding in result.outcomes.findings)
            self.held.update(one.by for one in result.outcomes.held)
            self.ignored.update(result.outcomes.ignored)
            self.rule_errors += result.outcomes.counts.get(Outcome.RULE_ERROR, 0)
            self.failed |= any(_is_grave(finding.severity, fail_on) for finding in result.outcomes.findings)
        elif isinstance(result, Unreadable):
            self.unreadable.append(result)
        else:
            self.faults.append(result)

    def status(self, *, unreadable_fails: bool = True) -> int:
        """0 nothing as grave as what fails its report, 1 something, 2 a file or a rule failed us, 3 we failed."""
        if self.faults:
            return 3
        if (self.unreadable and unreadable_fails) or self.rule_errors:
            return 2
        return int(self.failed)


def _is_grave(severity: Severity, fail_on: str) -> bool:
    return fail_on != "never" and _GRADES.index(severity) <= _GRADES.index(Severity(fail_on))
