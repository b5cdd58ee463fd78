"""The last lines of a report in text: what it came to, and what was not checked and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.finding import NotEvaluated, Result, Severity
from linter.rendering.held import of_report
from linter.rendering.unread import unread_cells

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner

_MOST_REASONS = 8
_MOST_ALIKE = 3
SEVERITIES = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.INFO: ("提示", "info"),
}
"""The word for each severity, Chinese and English."""
NOTHING = ("没有发现问题", "nothing found")
NOTHING_IN_PART = ("已读到的部分没有发现问题", "nothing found in what was read")
"""What is said of a report without findings; where cells of its form were not read, that is no all-clear."""


def verdict(checked: Checked, manner: Manner) -> Iterator[str]:
    """One line of counts, then the reasons for which something was not evaluated."""
    outcomes = checked.outcomes
    counts = severities(Counter(finding.severity for finding in outcomes.findings), manner)
    if not outcomes.findings and unread_cells(checked.report):
        counts = manner.say(*NOTHING_IN_PART)
    elif not outcomes.findings:
        counts = manner.screen.paint(manner.say(*NOTHING), "good")
    passed, skipped = (outcomes.counts.get(result, 0) for result in (Result.PASS, Result.NOT_EVALUATED))
    tally = manner.say(
        f"{counts}；通过 {passed} 项，未检查 {skipped} 项",
        f"{counts}; {passed} passed, {skipped} not evaluated",
    )
    yield tally + of_report(outcomes, manner)
    yield from _reasons(outcomes.not_evaluated, manner.say("未检查", "not evaluated"), manner)
    yield from _reasons(outcomes.rule_errors, manner.say("规则出错", "rule error"), manner)


def severities(counts: Counter[Severity], manner: Manner) -> str:
    """How many findings there are of each severity, the ones that occur in their colour."""

    def one(severity: Severity) -> str:
        text = f"{manner.say(*SEVERITIES[severity])} {counts[severity]}"
        return manner.screen.paint(text, severity) if counts[severity] else text

    return manner.say("，", ", ").join(one(severity) for severity in Severity)


def _reasons(skipped: tuple[NotEvaluated, ...], label: str, manner: Manner) -> Iterator[str]:
    """The commonest reasons first, the codes with their numbers behind."""
    ranked = sorted(_grouped(skipped, manner), key=lambda group: -group[1].total())
    for reason, rules in ranked[:_MOST_REASONS]:
        codes = " ".join(f"{code}×{n}" if n > 1 else code for code, n in rules.items())
        said = manner.screen.clean(reason)
        count = rules.total()
        text = manner.say(f"{label} {count} 项：{said}（{codes}）", f"{label} {count}: {said} ({codes})")
        yield manner.screen.wrap(text, "  ")
    rest = sum(rules.total() for _, rules in ranked[_MOST_REASONS:])
    if rest:
        more = manner.say("项另有原因，见 --format json", "more, see --format json")
        yield f"  {label} {rest} {more}"


def _grouped(skipped: tuple[NotEvaluated, ...], manner: Manner) -> Iterator[tuple[str, Counter[str]]]:
    """Each reason with the rules it stopped; reasons that name one cell each are told by the first of them."""
    by_reason: dict[str, Counter[str]] = defaultdict(Counter)
    for one in skipped:
        by_reason[one.reason[manner.lang]][one.rule] += 1
    by_rules: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for reason, rules in by_reason.items():
        by_rules[tuple(sorted(rules))].append(reason)
    for reasons in by_rules.values():
        if len(reasons) <= _MOST_ALIKE:
            yield from ((reason, by_reason[reason]) for reason in reasons)
        else:
            total = sum((by_reason[reason] for reason in reasons), Counter[str]())
            count = len(reasons)
            yield manner.say(f"{reasons[0]}，等 {count} 种原因", f"{reasons[0]} and {count - 1} more reasons"), total
