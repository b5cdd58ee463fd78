"""Furniture of a page: menus, breadcrumbs and lists of other reports, told by their structure and never by words.

What leads to other pages is made of links and holds no table of figures and no sentence of its own.
"""

from __future__ import annotations

from linter.sources.html.measures import Measure, Measures
from linter.sources.html.page import Element, Page
from linter.sources.html.tags import BLOCKS, HEADINGS

_FIGURES = 4
"""A table with so many figures in its cells is one of a report, or near enough."""

_ASIDE = frozenset({"nav", "aside"})
_LINES = HEADINGS | {"p", "h3", "h4", "h5", "h6"}
"""A line of the report may be one link, such as a heading that was copied from elsewhere."""


def furniture(page: Page) -> frozenset[int]:
    """The items that are furniture, the outermost ones only."""
    measures = Measures(page)
    found = set()
    position = 0
    while position < len(page.items):
        item = page.items[position]
        if isinstance(item, Element) and item.tag in BLOCKS:
            measure = measures.of(position)
            is_data = item.tag == "table" and measure.tables == 1 and measure.figures >= _FIGURES
            if not is_data and _leads_away(item.tag, measure):
                found.add(position)
            if is_data or position in found:
                position = page.ends[position]
                continue
        position += 1
    return frozenset(found)


def _leads_away(tag: str, measure: Measure) -> bool:
    """Whether an element is there to lead to other pages."""
    if measure.figures >= _FIGURES or (tag in _LINES and measure.links == 1):
        return False
    return tag in _ASIDE or (2 * measure.in_links > measure.letters and not measure.sentences)
