"""Where a piece of a PDF's text stands: page and box."""

from __future__ import annotations

from linter.record import NamedTuple
from linter.sources.interface import Place


class Box(NamedTuple):
    """A rectangle on a page in points, from the left and from the top of the page as it is shown."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def around(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


class PdfOrigin(NamedTuple):
    """The page, from 1, and the box of one line of text in a cell or a paragraph."""

    page: int
    box: Box

    def place(self, start: int, end: int) -> Place:  # noqa: ARG002 - a page has no lines and columns
        return Place(None, None, None, None, f"第 {self.page} 页", self.page, self.box)
