"""The order in which a person meets findings when reading the report."""

from __future__ import annotations

from collections.abc import Iterable

from linter.finding import Finding, Severity

_GRADES = {severity: grade for grade, severity in enumerate(Severity)}


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """First what concerns the whole report, then by place; at one place the gravest first."""
    return sorted(
        findings,
        key=lambda one: (
            one.span.start if one.span else -1,
            _GRADES[one.severity],
            one.rule,
            one.instance,
        ),
    )
