"""Where a piece of a web page stands in its source."""

from __future__ import annotations

from linter.record import NamedTuple
from linter.sources.interface import Place


class Spot(NamedTuple):
    """A line and a column of the page's source, counted from 1 in characters; the column is None where only the line is
    known. `width` is how many characters of source the whole piece takes where that is not its own length, as for
    `&nbsp;`; else 0."""

    line: int
    column: int | None
    width: int = 0

    def place(self, start: int, end: int) -> Place:
        if self.column is None:
            return Place(self.line, None, self.line, None)
        if self.width:
            start = self.width if start and start == end else 0
            end = self.width if end else 0
        return Place(self.line, self.column + start, self.line, self.column + end)
