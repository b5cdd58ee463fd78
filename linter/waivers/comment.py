"""Waivers in a report: `<!-- gouji: ignore BRK01 -- 含转发信息 -->`, as Markdown and web pages allow.

`ignore` holds for the whole report, wherever it stands; `ignore-line` for the line that it stands at, or, on a line of
its own, for the next line that is not blank.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.patterns import compiled
from linter.record import NamedTuple
from linter.report import Span
from linter.waivers.waiver import Waiver

if TYPE_CHECKING:
    from linter.sources import Source
    from linter.sources.comments import Comment

WORDS = ("ignore", "ignore-line")
_COMMENT = compiled(r"gouji\s?[:：]\s?(?P<word>[\w-]+)(?P<codes>[\s,，、A-Za-z0-9]*)(?P<rest>.*)", re.IGNORECASE)
_REASON = compiled(r"\s*(?:-{2,}|[—–]+|[:：])\s*(?P<reason>.*)")
_CODES = compiled(r"[A-Za-z0-9]+")


class Unclear(NamedTuple):
    """A comment that speaks to the linter and cannot be understood; `place` as in a waiver."""

    text: str
    place: tuple[str, str]
    span: Span | None


def waivers_in(source: Source) -> list[Waiver | Unclear]:
    """Everything that the comments of a report say to the linter, as they come."""
    return [_waiver(one, source) for one in source.comments]


def _waiver(comment: Comment, source: Source) -> Waiver | Unclear:
    place = (f"第 {comment.line} 行的注释", f"the comment on line {comment.line}")
    span = _span(comment, source)
    match = _COMMENT.fullmatch(comment.text) if comment.closed else None
    codes = tuple(code.upper() for code in _CODES.findall(match["codes"])) if match else ()
    reason = _REASON.fullmatch(match["rest"]) if match else None
    if match is None or match["word"].lower() not in WORDS or not codes or (match["rest"].strip() and reason is None):
        return Unclear(comment.text, place, span)
    beside = comment.beside if match["word"].lower() == "ignore-line" else None
    return Waiver(codes, reason["reason"].strip() if reason else "", place, beside=beside, span=span)


def _span(comment: Comment, source: Source) -> Span | None:
    """A text has the comment in it; what a page shows has not."""
    found = source.original[comment.start : comment.end]
    return Span(comment.start, comment.end) if found.startswith("<!--") else None
