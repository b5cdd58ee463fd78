"""Measures of the elements of a page: how much text and how many links, sentences, figures and tables they hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from linter.patterns import compiled
from linter.record import NamedTuple
from linter.sources.html.page import Element, Item, Page
from linter.sources.html.tags import CELLS, HEADINGS

_FIGURE = compiled(r"[\d,.]+")
_LINK = 24
"""A link has no more items than this, and no content; one that was never closed takes in all that follows."""


class Measure(NamedTuple):
    """What an element holds: characters, those of them in links, links, sentence ends and figures in cells that are
    no links, and tables, itself included."""

    letters: int
    in_links: int
    links: int
    sentences: int
    figures: int
    tables: int


class Measures:
    """Running totals over a page, so that the measure of any element is one subtraction."""

    def __init__(self, page: Page) -> None:
        self._ends = page.ends
        columns = zip(Measure(0, 0, 0, 0, 0, 0), *_measured(page), strict=True)
        self._totals = [list(accumulate(column)) for column in columns]

    def of(self, position: int) -> Measure:
        """The measure of the element at an item."""
        end = self._ends[position]
        return Measure(*(totals[end] - totals[position] for totals in self._totals))


def _measured(page: Page) -> Iterator[tuple[int, ...]]:
    """Each item's own part of the measure. A title that is a link does not lead away."""
    link_end = cell_end = title_end = 0
    for position, item in enumerate(page.items):
        if isinstance(item, Element):
            end = page.ends[position]
            is_link = item.leads and end - position <= _LINK and not any(map(_is_content, page.items[position:end]))
            link_end = max(link_end, end if is_link else 0)
            cell_end = max(cell_end, end if item.tag in CELLS else 0)
            title_end = max(title_end, end if item.tag in HEADINGS else 0)
            yield 0, 0, is_link, 0, 0, item.tag == "table"
        elif item.spot is None:
            yield 0, 0, 0, 0, 0, 0
        elif title_end <= position < link_end:
            yield len(item.text), len(item.text), 0, 0, 0, 0
        else:
            figure = position < cell_end and _FIGURE.fullmatch(item.text) is not None
            yield len(item.text), 0, 0, item.text.count("。"), figure, 0


def _is_content(item: Item) -> bool:
    return item.tag == "table" if isinstance(item, Element) else "。" in item.text
