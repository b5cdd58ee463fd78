"""A waiver, wherever it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.finding import Finding
    from linter.report import Report, Span


class Waiver(NamedTuple):
    """What it covers: findings of the rules whose codes begin with one of `codes`, or the one with `fingerprint`, in
    the whole report or, where `beside` is not None, on that line.

    `place` names it for a person (`第 3 行的注释`), in Chinese and English; `span` is it in the report's text."""

    codes: tuple[str, ...]
    reason: str
    place: tuple[str, str]
    fingerprint: str = ""
    beside: int | None = None
    span: Span | None = None

    def covers(self, finding: Finding, report: Report) -> bool:
        if self.fingerprint:
            return finding.fingerprint == self.fingerprint
        return finding.rule.startswith(self.codes) and (self.beside is None or self.beside in _lines(finding, report))

    @property
    def name(self) -> str:
        """What it speaks of, for a message."""
        return "、".join(self.codes) or self.fingerprint


def _lines(finding: Finding, report: Report) -> set[int | None]:
    """The lines of the report on which the finding has something to show."""
    spans = [finding.span, *(one.span for one in finding.operands if one.source is None)]
    return {report.source.place(*span).line for span in spans if span is not None}
