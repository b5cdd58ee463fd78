"""Shared by the tests of suspects: a report's findings with their suspects, in short."""

from __future__ import annotations

from collections.abc import Mapping

from judging.desk import report, rules
from linter.finding import Finding, Outcomes, Suspect
from linter.judging import judge
from linter.suspects import with_suspects

ENABLED = frozenset(rule.code for rule in rules().rules if rule.default)


def accuse(values: Mapping[str, str], last: Mapping[str, str] | None = None) -> Outcomes:
    """The outcomes of a report described as a rule's case."""
    about, previous = report(values), report(last) if last is not None else None
    return with_suspects(judge(about, rules(), ENABLED, previous), about, rules(), ENABLED, previous)


def finding(outcomes: Outcomes, rule: str, instance: str) -> Finding:
    return next(one for one in outcomes.findings if (one.rule, one.instance) == (rule, instance))


def changes(suspect: Suspect) -> dict[str, tuple[str | None, str]]:
    """What stands in each figure and what should."""
    return {one.field: (None if one.before is None else f"{one.before:f}", f"{one.after:f}") for one in suspect.changes}
