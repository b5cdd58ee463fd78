"""What a run came to: counts over all files, and the exit status that follows from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from linter.check import Checked, Fault, Result
from linter.files import Unreadable
from linter.finding import Result as Outcome
from linter.finding import Severity

FAIL_ON = ("error", "warning", "info", "never")
_GRADES = tuple(Severity)


@dataclass(eq=False, repr=False)
class Tally:
    """Counts as results come in; files that could not be checked are kept with their reasons.

    `held` counts the findings that are not shown, by who said so; `ignored` are rules that were not used."""

    reports: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    unreadable: list[Unreadable] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    rule_errors: int = 0
    held: Counter[str] = field(default_factory=Counter)
    ignored: set[str] = field(default_factory=set)

    def add(self, result: Result) -> None:
        if isinstance(result, Checked):
            self.reports += 1
            self.severities.update(finding.severity for finding in result.outcomes.findings)
            self.held.update(one.by for one in result.outcomes.held)
            self.ignored.update(result.outcomes.ignored)
            self.rule_errors += result.outcomes.counts.get(Outcome.RULE_ERROR, 0)
        elif isinstance(result, Unreadable):
            self.unreadable.append(result)
        else:
            self.faults.append(result)

    def status(self, fail_on: str, *, unreadable_fails: bool = True) -> int:
        """0 nothing at or above `fail_on`, 1 something, 2 a file or a rule failed us, 3 we failed."""
        if self.faults:
            return 3
        if (self.unreadable and unreadable_fails) or self.rule_errors:
            return 2
        if fail_on == "never":
            return 0
        grave = _GRADES[: _GRADES.index(Severity(fail_on)) + 1]
        return int(any(self.severities[severity] for severity in grave))
