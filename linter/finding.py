"""What judging hands to rendering: outcomes of rule instances, and findings."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.report import Span
    from linter.sources import Source


class Severity(StrEnum):
    """How sure a finding is: an error is certainly wrong, a warning probably, an info worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Result(StrEnum):
    """The four outcomes of a rule instance."""

    PASS = "pass"
    FAIL = "fail"
    NOT_EVALUATED = "not_evaluated"
    RULE_ERROR = "rule_error"


class Operand(NamedTuple):
    """Something a condition read: a cell, a fact or a claim, with its figure as printed and its place.

    `source` is None for what stands in the report itself, else the source of last year's report."""

    field: str
    label: str
    value: str | None
    span: Span | None
    source: Source | None = None


class Change(NamedTuple):
    """A figure that is wrong and what should stand there; `before` is None for a blank."""

    field: str
    label: Mapping[str, str]
    before: Decimal | None
    after: Decimal
    span: Span | None


class Suspect(NamedTuple):
    """A set of changes after which the identities in which they are all hold.

    `settles` counts the identities that fail now and hold then, `slip` names how it may have come about, `told` says
    all of it in a sentence; `alike` counts the other suspects that are as likely."""

    changes: tuple[Change, ...]
    settles: int
    slip: str
    told: Mapping[str, str]
    alike: int = 0


class Finding(NamedTuple):
    """A failed outcome, told in both languages.

    `span` is the figure to mark first; `where` names it for a person (`表一 / 甲 / 合计`).
    `left`, `right` and `difference` are the two sides of a failed comparison as exact decimal strings.
    `suspects` are the sets of changes that settle it, the likeliest first.
    """

    rule: str
    name: str
    severity: Severity
    instance: str
    title: Mapping[str, str]
    message: Mapping[str, str]
    advice: Mapping[str, str]
    where: Mapping[str, str]
    span: Span | None
    operands: tuple[Operand, ...] = ()
    left: Decimal | None = None
    right: Decimal | None = None
    fingerprint: str = ""
    suspects: tuple[Suspect, ...] = ()

    @property
    def difference(self) -> Decimal | None:
        if self.left is None or self.right is None:
            return None
        return self.left - self.right


class NotEvaluated(NamedTuple):
    """A rule instance that could not be decided, and why."""

    rule: str
    instance: str
    reason: Mapping[str, str]


class Held(NamedTuple):
    """A finding that is not shown because somebody said so: `by` is `waiver`, `baseline` or `ignore`, `reason` why.
    `inside` tells of a waiver that stands in the report itself."""

    finding: Finding
    by: str
    reason: str = ""
    inside: bool = False


class Outcomes(NamedTuple):
    """The outcome of every rule instance on one report: a count of each, and the ones worth telling.

    `without_witness` are the claims, by their index, that no table confirms or denies. `held` are findings that were
    made and are not among `findings`; `ignored` are the codes of rules that were not used because somebody said so.
    `unlocated` says of how many failed identities no small set of changes is the cause, and why."""

    counts: Mapping[Result, int]
    findings: tuple[Finding, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()
    rule_errors: tuple[NotEvaluated, ...] = ()
    without_witness: tuple[int, ...] = ()
    held: tuple[Held, ...] = ()
    ignored: tuple[str, ...] = ()
    unlocated: tuple[Mapping[str, str], ...] = ()
