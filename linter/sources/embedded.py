"""Tables and tags of HTML inside a text, as Markdown allows them: read in place, so that lines and columns stay true.

Every tag gives way to as many characters: a row's to a line feed, a cell's to the tab before it, the others to blanks.
Line feeds inside a table part nothing and become blanks. A cell that reaches down leaves a blank one in each row below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.patterns import compiled

_TAG = compiled(
    r"<(/?)(table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|br|hr|p|div|span|font|center|strong|b|em|i|u|s|sup|sub|"
    r"small|big|h[1-6]|a|img)(?=[\s/>])([^<>]*)>",
    re.IGNORECASE,
)
_SPAN = compiled(r"""\b(col|row)span\s*=\s*["']?\s*(\d{1,6})""", re.IGNORECASE)
_WIDEST, _LONGEST = 100, 1000


def without_tags(text: str) -> str:
    """The text with the same length, its HTML tables as lines of cells between tabs."""
    return "".join(_pieces(text)) if "<" in text else text


def _pieces(text: str) -> Iterator[str]:
    tables: list[_Table] = []
    done, last = 0, text.lower().rfind("</table")
    for tag in _TAG.finditer(text):
        between = text[done : tag.start()]
        yield between.replace("\n", " ") if tables else between
        yield _instead(tag, tables, tag.start() < last)
        done = tag.end()
    yield text[done:]


def _instead(tag: re.Match[str], tables: list[_Table], ends: bool) -> str:
    """What stands in a tag's place: never more characters than it has. A table that no tag `ends` is none."""
    closing, name, room = bool(tag[1]), tag[2].lower(), len(tag[0])
    marks = ""
    if name == "table" and not closing and ends:
        tables.append(_Table())
        marks = "\n"
    elif name == "table" and closing and tables:
        tables.pop()
        marks = "\n"
    elif name == "tr" and not closing and tables:
        tables[-1].begin_row()
        marks = "\n"
    elif name in ("td", "th") and not closing and tables:
        marks = "\t" * tables[-1].begin_cell(**_spans(tag[3]))
    return marks[:room].ljust(room)


def _spans(attributes: str) -> dict[str, int]:
    found = {match[1].lower(): int(match[2]) for match in _SPAN.finditer(attributes)}
    return {
        "columns": min(max(found.get("col", 1), 1), _WIDEST),
        "rows": min(max(found.get("row", 1), 1), _LONGEST),
    }


class _Table:
    """Which columns of the next row are taken by cells that began above it."""

    def __init__(self) -> None:
        self._reaching: dict[int, tuple[int, int]] = {}
        self._taken: dict[int, int] = {}
        self._column = 0
        self._cells = 0

    def begin_row(self) -> None:
        self._taken = {column: width for column, (width, _) in self._reaching.items()}
        self._reaching = {column: (width, rows - 1) for column, (width, rows) in self._reaching.items() if rows > 1}
        self._column = self._cells = 0

    def begin_cell(self, columns: int, rows: int) -> int:
        """How many dividers come before the cell, those of blank cells among them."""
        before = self._cells
        while self._column in self._taken:
            self._column += self._taken[self._column]
            self._cells += 1
        if rows > 1 and len(self._reaching) < _WIDEST:
            self._reaching[self._column] = columns, rows - 1
        self._column += columns
        self._cells += 1
        return self._cells - max(before, 1)
