"""Where tables without rulings stand: rows of figures below each other in columns, and the header above them."""

from __future__ import annotations

from collections.abc import Sequence

from linter.record import NamedTuple
from linter.sources.pdf.atoms import Strip
from linter.sources.pdf.columns import Column, parted, widened
from linter.sources.pdf.heads import beside, header_of, repeated

_BETWEEN = 24
"""So many lines of labels may stand between two rows with figures: rows whose cells are blank."""
_TAIL = 6
"""So many lines of the last label may stand below its figures."""
_OTHER_SIZE = 0.25
"""Words that are so much larger or smaller are no part of a table."""
_LEADING = 2.2
"""Heights of a character from one line of a cell to the next, at the most."""


class Area(NamedTuple):
    """The lines of a table: those of its header from `head`, those of its rows from `body` up to `stop`, the last one
    with figures before `last`; `skipped` are repetitions of the header on later pages."""

    head: int
    body: int
    last: int
    stop: int
    columns: tuple[Column, ...]
    skipped: frozenset[int]


def areas(strips: Sequence[Strip]) -> list[Area]:
    """The tables among the lines of a text, from top to bottom."""
    found: list[Area] = []
    floor = 0
    for n, strip in enumerate(strips):
        if n < floor or not _is_row(strip):
            continue
        found.append(_area(strips, floor, n))
        floor = found[-1].stop
    return found


def _is_row(strip: Strip) -> bool:
    """Whether a line by itself shows that it is a row: figures well apart, after a label or one another."""
    split = parted(strip, ())
    return split is not None and bool(split[1]) and len(strip.atoms) > 1


def _area(strips: Sequence[Strip], floor: int, first: int) -> Area:
    columns = widened((), [atom for atom in strips[first].atoms if atom.figure], 0.0) or ()
    head, body = header_of(strips, floor, first, columns)
    edge, last, skipped = 0.0, first, set[int]()
    n = first
    while n < len(strips) and n - last <= _BETWEEN:
        again = repeated(strips, n, strips[head:body])
        if again:
            skipped.update(range(n, n + again))
            n += again
            continue
        split = parted(strips[n], columns)
        wider = widened(columns, split[1], edge) if split else None
        if split is None or wider is None or _foreign(strips[n], strips[first], edge):
            break
        if split[1]:
            columns, last = wider, n
        edge = max([edge, *(atom.box.x1 for atom in split[0])])
        n += 1
    stop = _tail(strips, last, columns)
    return Area(head, body, last + 1, stop, columns, frozenset(one for one in skipped if one < stop))


def _foreign(strip: Strip, first: Strip, edge: float) -> bool:
    """Whether a line cannot be one of a table: it is printed in another size than the first row, or has words right
    of all labels, as the header of another table has."""
    size, beyond = first.line.size, [atom for atom in strip.atoms[1:] if not atom.figure and atom.box.x0 > edge]
    return abs(strip.line.size - size) > _OTHER_SIZE * size or (strip is not first and bool(beyond))


def _tail(strips: Sequence[Strip], last: int, columns: Sequence[Column]) -> int:
    """One past the last line: labels may end below the last figures."""
    stop = last + 1
    while stop < min(len(strips), last + 1 + _TAIL):
        strip, before = strips[stop], strips[stop - 1]
        near = strip.page == before.page and strip.y - before.y <= _LEADING * strip.line.size
        if not near or not beside(strip, columns) or any(atom.begins for atom in strip.atoms):
            break
        stop += 1
    return stop
