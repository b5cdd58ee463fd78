"""Paragraphs: a line that fills the page goes on in the next one, unless that begins something new."""

from __future__ import annotations

from collections.abc import Iterable

from linter.patterns import compiled
from linter.record import NamedTuple
from linter.sources.pdf.lines import Line
from linter.sources.pdf.origin import Box

_MARKER = compiled(
    r"\s*(?:[(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.、](?!\d)|[①-⑳]|第[一二三四五六七八九十]+[部章节])"
)
_ENDS = compiled(r"[。!?;:]\s*$")
_FULL = 2.0
"""Heights of a character that a full line may leave free at its right, since some signs may not end a line."""
_INDENT = 0.6
_LEADING = 2.6
"""Heights of a character between the tops of two lines of one paragraph, at the most."""


class Margins(NamedTuple):
    """Where the lines of a file begin at the left and end at the right, in points."""

    left: float
    right: float


def margins_of(boxes: Iterable[Box], width: float) -> Margins:
    """The margins of pages of this width: they hold all lines and are alike on both sides, since lines
    that are all short do not show where they could end."""
    held = list(boxes)
    left = min((box.x0 for box in held), default=0.0)
    return Margins(left, max([width - left, *(box.x1 for box in held)]))


def goes_on(line: Line, after: Line, margins: Margins) -> bool:
    """Whether the next line belongs to the same paragraph."""
    size = line.size
    return (
        margins.right - line.box.x1 < _FULL * size
        and after.box.x0 - margins.left < _INDENT * size
        and abs(after.size - size) < 0.1 * size
        and 0 < after.box.top - line.box.top < _LEADING * size
        and not _ENDS.search(line.plain)
        and not _MARKER.match(after.plain)
    )
