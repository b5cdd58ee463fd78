"""Words of a report as they are quoted: a phrase, the sentence around a claim, and the place of either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.patterns import compiled
from linter.rendering.phrase import one_line

if TYPE_CHECKING:
    from linter.claim import Claim
    from linter.report import Report, Span

_SENTENCE_END = compiled(r"[。！？!?；;]|\n\s*\n")
_CONTEXT = 40
"""So many characters before and after a claim are quoted at most."""


def printed(report: Report, start: int, end: int) -> str:
    """A stretch as printed, made one line."""
    return one_line(report.source.original[start:end])


def quoted(report: Report, claim: Claim, marks: str) -> str:
    """The sentence around a claim in quotation marks (`“{}”`), cut where it is long."""
    text = report.source.original
    before = text[max(0, claim.start - _CONTEXT) : claim.start]
    after = text[claim.end : claim.end + _CONTEXT]
    begins = [match.end() for match in _SENTENCE_END.finditer(before)]
    ends = _SENTENCE_END.search(after)
    head = before[begins[-1] :] if begins else ("…" if claim.start > _CONTEXT else "") + before
    tail = after[: ends.end()] if ends else after + ("…" if claim.end + _CONTEXT < len(text) else "")
    return marks.format(one_line(head + text[claim.start : claim.end] + tail).strip())


def place(report: Report, span: Span | None) -> str:
    """Line and column, or what the format has instead; empty for what stands nowhere."""
    if span is None:
        return ""
    found = report.source.place(*span)
    return found.where if found.line is None else f"{found.line}:{found.column}"
