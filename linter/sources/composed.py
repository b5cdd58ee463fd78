"""A source put together from pieces of a file that is no plain text, each with the origin it came from.

Readers of Word files, web pages, PDFs and sheets walk through their format and hand what a person sees to a
Composer: one line for each paragraph, one for each row of a table with a tab between its cells. A cell is handed over
once, however many columns it spans; where a cell reaches down from a row above, a blank one stands in its place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

from linter.patterns import compiled
from linter.record import NamedTuple, Record
from linter.sources.cleaning import clean
from linter.sources.comments import Comment
from linter.sources.interface import Place
from linter.sources.radicals import whole_characters

_DIVIDERS = compiled(r"[\t\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")


class Origin(Protocol):
    """Where a piece of text stands in its file, in the format's own terms; readers bring a named tuple each."""

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from `start` to `end` of the piece."""
        ...


OriginT = TypeVar("OriginT", bound=Origin)


class Part(NamedTuple, Generic[OriginT]):
    """A stretch of a source inside one piece: the piece's origin, and offsets from the piece's first character."""

    origin: OriginT
    start: int
    end: int


class ComposedSource(Record, Generic[OriginT], frozen=True):
    """A file as the lines and cells that a person sees; `starts` and `origins` say where each piece came from."""

    path: str
    text: str
    original: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    origins: tuple[OriginT, ...]
    comments: tuple[Comment, ...] = ()

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch: from its first piece's to its last piece's."""
        parts = list(self.parts(start, end))
        if not parts:
            return Place(None, None, None, None)
        first, last = (one.origin.place(one.start, one.end) for one in (parts[0], parts[-1]))
        return first._replace(end_line=last.end_line, end_column=last.end_column)

    def parts(self, start: int, end: int) -> Iterator[Part[OriginT]]:
        """The pieces under a stretch; for one that holds none, such as a blank cell, the piece that stands there or
        the nearest one before it."""
        first = bisect_right(self.ends, start)
        stop = bisect_left(self.starts, end)
        found = False
        for index in range(first, stop):
            found = True
            begin = self.starts[index]
            yield Part(self.origins[index], max(start, begin) - begin, min(end, self.ends[index]) - begin)
        if not found:
            before = bisect_right(self.starts, start) - 1
            if before >= 0:
                at = min(start, self.ends[before]) - self.starts[before]
                yield Part(self.origins[before], at, at)


class Composer(Generic[OriginT]):
    """Collects the pieces of a file in the order in which a person reads them."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._origins: list[OriginT] = []

    @property
    def length(self) -> int:
        """How many characters there are so far."""
        return self._length

    def add(self, text: str, origin: OriginT) -> None:
        """Text as it stands at `origin`, of the same length; line feeds and tabs in it become blanks, since here they
        part lines and cells. Without text, the origin of a blank cell."""
        self._starts.append(self._length)
        self._put(_DIVIDERS.sub(" ", text))
        self._ends.append(self._length)
        self._origins.append(origin)

    def space(self) -> None:
        """A blank that has no origin, where the file parts two pieces of one line."""
        self._put(" ")

    def end_cell(self) -> None:
        """What follows belongs to the next cell of the row."""
        self._put("\t")

    def end_line(self) -> None:
        """What follows belongs to the next paragraph or row."""
        self._put("\n")

    def source(self, path: str) -> ComposedSource[OriginT]:
        original = whole_characters("".join(self._pieces))
        return ComposedSource(
            path, clean(original), original, tuple(self._starts), tuple(self._ends), tuple(self._origins)
        )

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
