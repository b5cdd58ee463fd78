"""A web page as a flat list: its elements in the order in which they begin, with the pieces of text between them."""

from __future__ import annotations

from dataclasses import dataclass

from linter.record import NamedTuple
from linter.sources.html.spot import Spot


class Piece(NamedTuple):
    """Characters that stand together in the page's source; white space between them has no spot."""

    text: str
    spot: Spot | None


BLANK = Piece(" ", None)
WRAP = Piece("\f", None)
"""White space with a line end, which only wraps a line of the source: no blank between two Chinese characters."""
LINE_END = Piece("\n", None)
"""A line end that shows, as in preformatted text."""
TAB = Piece("\t", None)
"""A tab that shows."""


class Element(NamedTuple):
    """An element that matters for where lines and cells end. `columns` and `rows` are what a cell spans, clamped
    (0 rows: all that follow); `spot` is where a cell's content begins. `leads` tells that a click on it leads away."""

    tag: str
    columns: int = 1
    rows: int = 1
    spot: Spot | None = None
    leads: bool = False


Item = Piece | Element


@dataclass(frozen=True)
class Page:
    """What is visible of a page: `ends[n]` is one past the last item inside item n."""

    items: list[Item]
    ends: list[int]
