"""One file as text with origins: what every reader of a format hands to the reading stage."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Protocol

from linter.record import NamedTuple, Record
from linter.sources.comments import Comment


class Place(NamedTuple):
    """Where something stands: lines and columns count from 1 in characters, None where a format has no lines.

    `where` names the place for a person (`第 3 页`), empty when line and column say enough. `page` counts from 1, `box`
    is left, top, right and bottom on it in points.
    """

    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    where: str = ""
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


class Source(Protocol):
    """A file after decoding. `text` is what the reading stage sees: lines end with a line feed, cells are
    divided by tabs. `original` has the same length and says what a person sees at the same offset. `comments` are
    those of its format that speak to the linter."""

    @property
    def path(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def original(self) -> str: ...

    @property
    def comments(self) -> tuple[Comment, ...]: ...

    def place(self, start: int, end: int) -> Place: ...


class UnreadableError(Exception):
    """A file that cannot be read as a report; the message is one sentence for the person at the keyboard."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason


class TextSource(Record, frozen=True):
    """A text file: an offset is a line and a column."""

    path: str
    text: str
    original: str
    comments: tuple[Comment, ...] = ()

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.original.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.original.find("\n", position + 1)
        return starts

    def place(self, start: int, end: int) -> Place:
        line, column = self._position(start)
        end_line, end_column = self._position(end)
        return Place(line, column, end_line, end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
