"""Editing a rendering's text while its cells are followed through the edit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from .model import LOST, Rendered, Truth

_BEFORE_NUMBER = re.compile(r"(?:\d[.．,，]?|[+＋\-−－—])\Z")
_AFTER_NUMBER = re.compile(r"[.．,，+＋\-−－—]?\d")
_SEPARATORS = " \u3000\t|\n\f"


@dataclass(frozen=True)
class Placed:
    """A cell that stands in the text, with its span as offsets."""

    field: str
    truth: Truth
    start: int
    end: int


def placed(rendered: Rendered) -> list[Placed]:
    """The cells that stand in the text, in the order of their places."""
    starts = line_starts(rendered.text)
    cells = []
    for field, truth in rendered.truth.items():
        if truth.line is not None and truth.column is not None and truth.end_column is not None:
            start = starts[truth.line - 1] - 1
            cells.append(Placed(field, truth, start + truth.column, start + truth.end_column))
    return sorted(cells, key=lambda cell: (cell.start, cell.end))


def line_starts(text: str) -> list[int]:
    """The offset of each line's first character."""
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]


def splice(rendered: Rendered, start: int, end: int, insert: str) -> Rendered:
    """The text from start to end replaced; cells in it, and cells that melt into others, are lost.

    A blank slot at the very place of an insertion moves behind it.
    """
    text = rendered.text[:start] + insert + rendered.text[end:]
    starts = line_starts(text)
    truth = dict(rendered.truth)
    for cell in placed(rendered):
        if cell.start >= end:
            shift = len(insert) - (end - start)
        elif cell.end <= start and cell.start < start:
            shift = 0
        else:
            truth[cell.field] = LOST
            continue
        moved = replace(cell, start=cell.start + shift, end=cell.end + shift)
        touched = cell.end == start or cell.start == end
        gone = touched and not _stands(text, moved)
        truth[cell.field] = LOST if gone else _located(moved, starts)
    return replace(rendered, text=text, truth=truth)


def _stands(text: str, cell: Placed) -> bool:
    """Whether the cell can still be told from its neighbours: no digits or signs grown on to it.

    Anything but a number needs separators round it, or it is a part of the next word.
    """
    before, after = text[max(0, cell.start - 2) : cell.start], text[cell.end : cell.end + 2]
    if cell.truth.state == "number":
        return not (_BEFORE_NUMBER.search(before) or _AFTER_NUMBER.match(after))
    return (not before or before[-1] in _SEPARATORS) and (not after or after[0] in _SEPARATORS)


def _located(cell: Placed, starts: Sequence[int]) -> Truth:
    """The cell's truth with line and columns of its new span."""
    line = bisect_right(starts, cell.start)
    first = cell.start - starts[line - 1] + 1
    return replace(cell.truth, line=line, column=first, end_column=first + cell.end - cell.start)


def swap_lines(rendered: Rendered, first: int, second: int) -> Rendered:
    """Two lines (counted from 1) exchanged, with the cells that stand on them."""
    lines = rendered.text.split("\n")
    lines[first - 1], lines[second - 1] = lines[second - 1], lines[first - 1]
    moved = {first: second, second: first}
    truth = {field: replace(cell, line=moved.get(cell.line or 0, cell.line)) for field, cell in rendered.truth.items()}
    return replace(rendered, text="\n".join(lines), truth=truth)
