"""What a tag with its attributes means for the lines, cells and links of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from linter.patterns import compiled
from linter.sources.html.page import Element
from linter.sources.html.spot import Spot
from linter.sources.html.tags import BLOCKS, RAISED

_DISPLAY = compiled(
    r"(?P<none>display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|mso-hide\s{0,9}:\s{0,9}all)"
    r"|(?P<block>display\s{0,9}:\s{0,9}(?:block|flex|grid|table))",
    re.IGNORECASE,
)
_STYLE = 4096
"""A style is looked at so far."""
_NUMBER = compiled(r"\s{0,9}\+?(\d{1,9})")
_MOST_COLUMNS, _MOST_ROWS = 1000, 65534
"""What browsers clamp spans to."""


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether nobody sees the element; hiding by a style sheet is not looked into."""
    return "hidden" in attributes or _display(attributes.get("style", "")[:_STYLE]) == "none"


def cell(tag: str, attributes: Mapping[str, str], spot: Spot) -> Element:
    """A cell with its spans as browsers clamp them; 0 rows are all that follow."""
    columns = min(max(_number(attributes.get("colspan")), 1), _MOST_COLUMNS)
    return Element(tag, columns, min(_number(attributes.get("rowspan")), _MOST_ROWS), spot)


def other(tag: str, attributes: Mapping[str, str]) -> Element | None:
    """An element that divides lines, raises its text or leads away; None for any other."""
    if tag in BLOCKS or tag in RAISED or tag == "br":
        return Element(tag, leads="onclick" in attributes)
    if not attributes:
        return None
    if "onclick" in attributes or (tag == "a" and _leads_away(attributes.get("href", ""))):
        return Element("a", leads=True)
    return Element("div") if _display(attributes.get("style", "")[:_STYLE]) == "block" else None


@lru_cache(maxsize=256)
def _display(style: str) -> str:
    """`none` or `block` where a style says so; a page has few styles, each of them many times."""
    match = _DISPLAY.search(style)
    return (match.lastgroup or "") if match is not None else ""


def _leads_away(address: str) -> bool:
    """Whether an anchor is a link to another page, and not a place or a footnote in this one."""
    return bool(address) and not address.startswith("#")


def _number(written: str | None) -> int:
    """A span's number, 1 where it is none."""
    match = _NUMBER.match(written or "")
    return int(match[1]) if match is not None else 1
