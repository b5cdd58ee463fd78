"""Suspects: which figure is wrong when identities fail.

A table whose sums must hold in both directions is a parity code: the pattern of the failures points at the cell. This
is error localisation after Fellegi and Holt (1976): the fewest figures whose change satisfies every edit. The edits
are the conditions of the rules themselves, as far as they are linear (`clauses`, `identities`), on the figures that
somebody typed (`system`). `search` finds the smallest repairs, `totals` and `patterns` those that one slip explains,
`slips` ranks them, `telling` says them.

`with_suspects(outcomes, ...)` gives findings their suspects. A report without findings costs nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.finding import Outcomes
    from linter.judging.rule import RuleSet
    from linter.report import Report


def with_suspects(
    outcomes: Outcomes,
    report: Report,
    ruleset: RuleSet,
    enabled: Collection[str],
    previous: Report | None = None,
) -> Outcomes:
    """The outcomes with the suspects of each finding; `enabled` and `previous` as they were judged by."""
    if not any(finding.operands for finding in outcomes.findings):
        return outcomes
    from linter.suspects.accusation import accuse

    return accuse(outcomes, report, ruleset, enabled, previous)
