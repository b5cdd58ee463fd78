"""Slots by their place on the line: text laid out by spaces, each figure under its column."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from linter.reading.tables.anchors import Figure
from linter.reading.tables.slot import Labelled, Plain, Slot

_WIDE = 3
"""So many spaces at least are between columns that are laid out; fewer do not tell where a blank is."""


def by_columns(text: str, number: int, rows: Sequence[Labelled], plain: Sequence[Plain | None]) -> list[Slot] | None:
    """Figures laid out by spaces, each under exactly one figure of both nearest complete rows.

    The last figure must stand in the last column: where it does not, figures may have moved to the left.
    """
    row = rows[number]
    found = row.block.figures
    if not 1 < len(found) < row.width or "\n" in text[row.block.start : row.block.end]:
        return None
    complete = sorted(
        (abs(n - number), one.figures)
        for n, one in enumerate(plain)
        if one is not None and len(one.figures) == row.width
    )[:2]
    if any(_narrowest(text, figures) < _WIDE for _, figures in complete):
        return None
    columns = [_ends(text, figures) for _, figures in complete]
    places = [_under(_ends(text, found), column) for column in columns]
    if len(places) < 2 or places[0] is None or places[0] != places[1]:
        return None
    if places[0][-1] != row.width - 1:
        return None
    at = dict(zip(places[0], found, strict=True))
    slots: list[Slot] = []
    for place in range(row.width):
        figure = at.get(place)
        end = slots[-1].end if slots else row.block.start
        slots.append(Slot(figure.start, figure.end, figure) if figure else Slot(end, end))
    return slots


def _ends(text: str, found: Sequence[Figure]) -> list[int]:
    """The column in which each figure ends, wide characters counted twice."""
    start = text.rfind("\n", 0, found[0].start) + 1
    return [
        sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text[start : figure.end]) for figure in found
    ]


def _narrowest(text: str, found: Sequence[Figure]) -> int:
    """The fewest spaces between two figures of a line; 0 where they are on several lines."""
    between = [text[one.end : two.start] for one, two in zip(found, found[1:], strict=False)]
    return min((0 if "\n" in gap else len(gap) for gap in between), default=0)


def _under(ends: Sequence[int], columns: Sequence[int]) -> list[int] | None:
    gaps = [two - one for one, two in zip(columns, columns[1:], strict=False)]
    near = min(gaps) // 2 - 1
    places = []
    for end in ends:
        fitting = [n for n, column in enumerate(columns) if abs(column - end) <= near]
        if len(fitting) != 1:
            return None
        places.append(fitting[0])
    return places if len(set(places)) == len(places) else None
