"""Ways in which conversions spoil a table, each keeping the truth about every cell.

Every function takes a rendering and a source of chance and returns a new rendering. Its truth
names the true field of every number that still stands in the text; a cell whose number went, or
melted into its neighbour, is ``lost``. A rendering that offers no place for a damage is returned
as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from random import Random

from .edit import line_starts, placed, splice, swap_lines
from .model import Rendered

_MARKS = ("－{}－", "— {} —", "{}", "- {} -", "第 {} 页 共 18 页")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_UNITS = re.compile(r" ?[件宗元]")


def _table_lines(rendered: Rendered, prefix: str = "t") -> tuple[int, int]:
    """The first and last line that hold a cell of this table; (0, -1) without any."""
    numbers = [
        cell.line for field, cell in rendered.truth.items() if cell.line is not None and field.startswith(prefix)
    ]
    return (min(numbers), max(numbers)) if numbers else (0, -1)


def _somewhere(rendered: Rendered, rng: Random, first: int, last: int) -> int:
    """A line from first to last: any, or as often one with cells, which cut headers outnumber."""
    holding = sorted({cell.truth.line or 0 for cell in placed(rendered)})
    inside = [line for line in holding if first <= line <= last]
    return rng.choice(inside) if inside and rng.random() < 0.5 else rng.randint(first, last)


def _insert_line(rendered: Rendered, line: int, text: str) -> Rendered:
    """Whole lines put before this line."""
    start = line_starts(rendered.text)[line - 1]
    return splice(rendered, start, start, text + "\n")


def delete_line(rendered: Rendered, rng: Random) -> Rendered:
    """One line between the first and the last cell goes, whatever it holds."""
    first, last = _table_lines(rendered)
    if first > last:
        return rendered
    line = _somewhere(rendered, rng, first, last)
    start = line_starts(rendered.text)[line - 1]
    end = rendered.text.index("\n", start) + 1
    return splice(rendered, start, end, "")


def join_lines(rendered: Rendered, rng: Random, between: str = "") -> Rendered:
    """Two neighbouring lines become one; blank lines between them go as well."""
    first, last = _table_lines(rendered)
    starts = line_starts(rendered.text)
    if first >= last:
        return rendered
    start, end = starts[first - 1], starts[last - 1]
    breaks = [
        (start + match.start(), start + match.end())
        for match in re.finditer(r"(?<=[^\n])\n+(?=[^\n])", rendered.text[start : end + 1])
    ]
    edges = {edge for cell in placed(rendered) for edge in (cell.start, cell.end)}
    beside = [pair for pair in breaks if edges & set(pair)]
    candidates = beside if beside and rng.random() < 0.5 else breaks
    return splice(rendered, *rng.choice(candidates), between) if candidates else rendered


def join_lines_spaced(rendered: Rendered, rng: Random) -> Rendered:
    """Two neighbouring lines become one with a space between them."""
    return join_lines(rendered, rng, " ")


def drop_number(rendered: Rendered, rng: Random) -> Rendered:
    """One number goes with its unit, and one of the two single spaces round it."""
    numbers = [cell for cell in placed(rendered) if cell.truth.state == "number"]
    if not numbers:
        return rendered
    cell = rng.choice(numbers)
    text, end = rendered.text, cell.end
    if unit := _UNITS.match(text, end):
        end = unit.end()
    if text[cell.start - 1] == " " and re.match(r" (?! )", text[end:]):
        end += 1
    return splice(rendered, cell.start, end, "")


def swap_rows(rendered: Rendered, rng: Random) -> Rendered:
    """Two neighbouring rows with label and numbers on one line each exchange places.

    Where no row stands whole on a line, two neighbouring lines without cells do: the exchange of
    bare numbers would leave no reader a way to know.
    """
    first, last = _table_lines(rendered)
    lines = rendered.text.split("\n")
    filled = [number for number in range(first, last + 1) if lines[number - 1].strip()]
    holding = {cell.truth.line for cell in placed(rendered)}
    pairs = list(pairwise(filled))
    rows = [p for p in pairs if all(n in holding and _CHINESE.search(lines[n - 1]) for n in p)]
    words = [pair for pair in pairs if not holding & set(pair)]
    if not rows and not words:
        return rendered
    return swap_lines(rendered, *rng.choice(rows or words))


def insert_page_mark(rendered: Rendered, rng: Random) -> Rendered:
    """A page number on a line of its own between any two lines of the tables."""
    first, last = _table_lines(rendered)
    if first >= last:
        return rendered
    mark = rng.choice(_MARKS).format(rng.randint(2, 18))
    before, after = rng.choice(("", "\n", "\n\n")), rng.choice(("", "\n"))
    line = _somewhere(rendered, rng, first + 1, last)
    return _insert_line(rendered, line, before + mark + after)


def repeat_header(rendered: Rendered, rng: Random) -> Rendered:
    """Table three's header block once more between two of its lines."""
    first, last = _table_lines(rendered, "t3.")
    if first >= last:
        return rendered
    line = _somewhere(rendered, rng, first + 1, last)
    return _insert_line(rendered, line, rendered.header)


DAMAGES: dict[str, Callable[[Rendered, Random], Rendered]] = {
    "delete_line": delete_line,
    "join_lines": join_lines,
    "join_lines_spaced": join_lines_spaced,
    "drop_number": drop_number,
    "swap_rows": swap_rows,
    "insert_page_mark": insert_page_mark,
    "repeat_header": repeat_header,
}
