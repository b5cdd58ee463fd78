"""Prose without white space: sentences broken over lines become whole, and every character keeps its origin."""

from __future__ import annotations

import re
from bisect import bisect_right

from linter.patterns import compiled
from linter.record import NamedTuple

# A page mark on a line of its own; a line's beginning with a marker of lists or headings; white space and marks of
# emphasis. What a text says about a figure never depends on them.
_PAGE = r"[-–—－]{1,2}[^\S\n]?\d{1,4}[^\S\n]?[-–—－]{1,2}|第 ?\d{1,4} ?页"
_IGNORED = compiled(rf"(?<=\n)[^\S\n]{{0,40}}(?:{_PAGE})[^\S\n]{{0,40}}(?=\n|\Z)|[\s*#\u200b\ufeff]++")
_MARKER = compiled(
    r"[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.、．](?!\d)|[①-⑳]|第[一二三四五六七八九十]部分|(?:19|20)\d\d年"
)
_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_BROKEN_FIGURES = "\x1f"


class Folded(NamedTuple):
    """A stretch of the report as one line; `origin` leads back to the offsets of the report's text."""

    text: str
    source: str
    begins: list[int]
    origins: list[int]

    def origin(self, position: int) -> int:
        """Where the character at `position` stands in the report."""
        index = bisect_right(self.begins, position) - 1
        return self.origins[index] + position - self.begins[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The report's offsets for a stretch that is not empty."""
        return self.origin(start), self.origin(end - 1) + 1

    def blank_before(self, position: int) -> bool:
        """Whether white space other than a line's end was left out before this character."""
        between = self.source[self.origin(position - 1) + 1 : self.origin(position)]
        return between.strip("\n") != ""

    def printed(self, start: int, end: int) -> str:
        """The stretch as the report prints it, without white space."""
        first, last = self.span(start, end)
        return "".join(self.source[first:last].split())


def fold(text: str, start: int, end: int) -> Folded:
    """The stretch without white space, page marks and emphasis, in half-width punctuation."""
    parts: list[str] = []
    begins, origins = [0], [start]
    length = 0
    position = start
    for match in _IGNORED.finditer(text, start, end):
        kept = text[position : match.start()] + _trace(text, match, end)
        position = match.end()
        parts.append(kept)
        length += len(kept)
        if begins[-1] == length:
            origins[-1] = position
        else:
            begins.append(length)
            origins.append(position)
    parts.append(text[position:end])
    return Folded("".join(parts).translate(_WIDTH), text, begins, origins)


def _trace(text: str, match: re.Match[str], end: int) -> str:
    """What white space leaves behind: a line feed before a marker, a sign between two figures on one line."""
    after = match.end()
    if "\n" in match[0]:
        return "\n" if after < end and _MARKER.match(text, after) else ""
    around = text[match.start() - 1 : match.start()] + text[after : after + 1]
    return _BROKEN_FIGURES if len(around) == 2 and around.isdigit() else ""
