"""Furniture of a page: menus, breadcrumbs and lists of other reports, told by their structure and never by words.

What leads to other pages is made of links and holds no table of figures and no sentence of its own.
"""

from __future__ import annotations

import re
from itertools import accumulate

from linter.sources.html.page import Element, Page
from linter.sources.html.tags import BLOCKS, CELLS, HEADINGS

_FIGURE = re.compile(r"[\d,.\uff10-\uff19]+")
_FIGURES = 4
"""A table with so many figures in its cells is one of a report, or near enough."""

_LINES = HEADINGS | {"p", "h3", "h4", "h5", "h6"}
"""A line of the report may be one link, such as a heading that was copied from elsewhere."""
_ASIDE = frozenset({"nav", "aside"})


def furniture(page: Page) -> frozenset[int]:
    """The items that are furniture, the outermost ones only."""
    measures = _Measures(page)
    found = set()
    position = 0
    while position < len(page.items):
        item = page.items[position]
        tag = item.tag if isinstance(item, Element) else ""
        if tag == "table" and measures.has_figures(position):
            position = page.ends[position]
        elif tag in BLOCKS and measures.leads_away(position, tag):
            found.add(position)
            position = page.ends[position]
        else:
            position += 1
    return frozenset(found)


class _Measures:
    """Running totals over the items of a page, so that those of any element are one subtraction."""

    def __init__(self, page: Page) -> None:
        self._ends = page.ends
        letters, in_links, sentences, figures, links = [0], [0], [0], [0], [0]
        link = cell = title = -1
        for position, item in enumerate(page.items):
            text = ""
            if isinstance(item, Element):
                link = max(link, page.ends[position] if item.tag == "a" else -1)
                cell = max(cell, page.ends[position] if item.tag in CELLS else -1)
                title = max(title, page.ends[position] if item.tag in HEADINGS else -1)
            elif item.spot is not None:
                text = item.text
            away = title <= position < link
            links.append(1 if isinstance(item, Element) and item.tag == "a" else 0)
            letters.append(len(text))
            in_links.append(len(text) if away else 0)
            sentences.append(0 if away else text.count("。"))
            figures.append(1 if position < cell and not away and _FIGURE.fullmatch(text) else 0)
        self._letters, self._in_links = list(accumulate(letters)), list(accumulate(in_links))
        self._sentences, self._figures = list(accumulate(sentences)), list(accumulate(figures))
        self._links = list(accumulate(links))
        tables = (isinstance(item, Element) and item.tag == "table" for item in page.items)
        self._tables = [0, *accumulate(map(int, tables))]

    def has_figures(self, position: int) -> bool:
        """Whether a table is one of figures, and does not only hold such tables."""
        return self._of(self._figures, position) >= _FIGURES and self._of(self._tables, position) == 1

    def leads_away(self, position: int, tag: str) -> bool:
        """Whether the element is there to lead to other pages."""
        if self._of(self._figures, position) >= _FIGURES:
            return False
        if tag in _ASIDE:
            return True
        if tag in _LINES and self._of(self._links, position) == 1:
            return False
        in_links = self._of(self._in_links, position)
        return (
            in_links > 0
            and 2 * in_links > self._of(self._letters, position)
            and not self._of(self._sentences, position)
        )

    def _of(self, totals: list[int], position: int) -> int:
        return totals[self._ends[position]] - totals[position]
