"""The header above the first row of a table without rulings, and its repetitions on later pages."""

from __future__ import annotations

from collections.abc import Sequence

from linter.sources.pdf.atoms import Strip
from linter.sources.pdf.columns import Column

_LEADING = 2.2
"""Heights of a character from one line of a label to the next, at the most."""
_HEADER_LEADING = 4.5
"""The same from one row of a header to the next."""
_LABEL = 6
"""So many lines of the first row's label may stand above its figures."""
_FAR = 4.0
"""Words that begin so many heights of a character before the columns, and reach into them, are prose."""


def header_of(strips: Sequence[Strip], floor: int, first: int, columns: Sequence[Column]) -> tuple[int, int]:
    """Where the header begins and ends above the first row of figures; parts of the row's label may follow it."""
    head, crossing = first, 0
    while head > floor and _is_header(strips[head - 1], strips[head], columns):
        one = strips[head - 1]
        if beside(one, columns) and one.atoms[0].begins and (crossing or first - head > _LABEL):
            break
        head -= 1
        crossing = crossing or (0 if beside(one, columns) else head + 1)
    if not crossing:
        return (_above(strips, floor, first),) * 2
    while beside(strips[head], columns):
        head += 1
    return head, crossing


def _above(strips: Sequence[Strip], floor: int, first: int) -> int:
    """Where rows without a header begin: where the first label does, if that stands above its figures."""
    body = first
    while body > floor and strips[body].y - strips[body - 1].y <= _LEADING * strips[body].line.size:
        if not strips[body].atoms[0].figure:
            break
        body -= 1
    return body


def _is_header(strip: Strip, below: Strip, columns: Sequence[Column]) -> bool:
    if strip.page != below.page:
        return sum(map(strip.apart, range(len(strip.atoms)))) > 1
    if below.y - strip.y > _HEADER_LEADING * strip.line.size:
        return False
    if len(strip.atoms) > 1:
        return any(map(strip.apart, range(len(strip.atoms))))
    box = strip.atoms[0].box
    return not box.x0 < columns[0].start - _FAR * strip.line.size < columns[0].start < box.x1


def beside(strip: Strip, columns: Sequence[Column]) -> bool:
    """Whether all of a line stands before the columns, where labels do."""
    return strip.atoms[-1].box.x1 <= columns[0].start


def repeated(strips: Sequence[Strip], at: int, header: Sequence[Strip]) -> int:
    """How many lines at the top of a page are the table's header again."""
    if not header or not at or strips[at].page == strips[at - 1].page:
        return 0
    again = [strip.line.plain for strip in strips[at : at + len(header)]]
    return len(header) if again == [strip.line.plain for strip in header] else 0
