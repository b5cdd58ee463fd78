"""Whether a report may be published: the first thing that its page says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from linter.finding import Result, Severity
from linter.record import NamedTuple
from linter.rendering.unread import unread_cells

if TYPE_CHECKING:
    from linter.check import Checked

PUBLISH, REVIEW, UNABLE = "publish", "review", "unable"


class Verdict(NamedTuple):
    """The verdict and what it rests on. `unread` counts the cells of the form that were not found in the report;
    a report with any is not called fit, since nobody has looked at those. `held` counts the findings that are not
    listed, by who said so, `ignored` the rules that were not used."""

    name: str
    severities: dict[str, int]
    passed: int
    skipped: int
    unread: int
    broken: int
    held: Mapping[str, int]
    ignored: tuple[str, ...]


def verdict(checked: Checked) -> Verdict:
    """Nothing certainly or probably wrong, and everything read: publish. Nothing read at all: unable."""
    outcomes, cells = checked.outcomes, checked.report.cells
    counts = Counter(finding.severity for finding in outcomes.findings)
    unread = unread_cells(checked.report)
    broken = len(outcomes.rule_errors)
    grave = counts[Severity.ERROR] + counts[Severity.WARNING]
    name = REVIEW if grave or unread or broken else PUBLISH
    return Verdict(
        name=UNABLE if cells and unread == len(cells) else name,
        severities={str(severity): counts[severity] for severity in Severity},
        passed=outcomes.counts.get(Result.PASS, 0),
        skipped=outcomes.counts.get(Result.NOT_EVALUATED, 0),
        unread=unread,
        broken=broken,
        held=Counter(one.by for one in outcomes.held),
        ignored=outcomes.ignored,
    )
