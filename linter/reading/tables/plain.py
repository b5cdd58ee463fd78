"""Rows that have just as many figures as columns: which they are, judged by how the whole table is set.

A bare number on a line of its own may be a page number. It is a figure only where the table's rows have each figure
on a line of its own, or are all broken at the same place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from linter.reading.tables.anchors import Figure
from linter.reading.tables.slot import Labelled, Plain

_LEVEL, _UPRIGHT = (0,), (1,)
_PARTS = 3
"""A single row that is broken over more lines than this is no row."""


def plain_rows(text: str, rows: Sequence[Labelled]) -> list[Plain | None]:
    """For each row its figures where they are as many as its columns, else None."""
    usual = _usual([row for row in rows if row.width > 1 and row.block.lines])
    beside = [row for row in rows if row.width == 1 and row.block.lines]
    on_line = 0 < len(beside) <= 2 * sum(_on_label_line(text, row) for row in beside)
    return [_plain(text, row, usual, on_line) for row in rows]


def _setting(shape: tuple[int, ...]) -> tuple[int, ...]:
    """How a row is set: on one line, each figure on its own, or broken at certain places."""
    if len(shape) == 1:
        return _LEVEL
    return _UPRIGHT if set(shape) == {1} else shape


def _shape(row: Labelled) -> tuple[int, ...]:
    return tuple(map(len, row.block.lines))


def _usual(rows: Sequence[Labelled]) -> tuple[int, ...] | None:
    """The setting of most rows that have as many figures as columns."""
    whole = [_shape(row) for row in rows if sum(_shape(row)) == row.width]
    if len(rows) == 1 and whole:
        lone = 1 in whole[0] and set(whole[0]) != {1}
        return None if lone or (len(whole[0]) > _PARTS and set(whole[0]) != {1}) else _setting(whole[0])
    settings = Counter(map(_setting, whole))
    setting = max(settings, key=settings.__getitem__, default=_LEVEL)
    return setting if 2 * settings[setting] > len(rows) else None


def _plain(text: str, row: Labelled, usual: tuple[int, ...] | None, on_line: bool) -> Plain | None:
    lines = row.block.lines
    if not lines or any(figure.broken for figure in row.block.figures):
        return None
    if not _fits(lines, row, usual):
        lines = tuple(line for line in lines if len(line) > 1 or not _bare(line[0]))
        if row.width == 1 or not _fits(lines, row, usual):
            return None
    figures = tuple(figure for line in lines for figure in line)
    if row.width == 1 and on_line and _bare(figures[0]) and _apart(text, row):
        return None
    return Plain(figures, len(lines[0])) if _alone_in_cells(text, row, figures) else None


def _fits(lines: Sequence[Sequence[Figure]], row: Labelled, usual: tuple[int, ...] | None) -> bool:
    shape = tuple(map(len, lines))
    return sum(shape) == row.width and (len(shape) == 1 or _setting(shape) == usual)


def _on_label_line(text: str, row: Labelled) -> bool:
    begin = row.block.figures[0].start
    return row.label_end <= begin and "\n" not in text[row.label_end : begin]


def _apart(text: str, row: Labelled) -> bool:
    """Whether a figure stands on another line than a label that itself is on one line."""
    return not _on_label_line(text, row) and "\n" not in text[row.label_start : row.label_end]


def _alone_in_cells(text: str, row: Labelled, figures: Sequence[Figure]) -> bool:
    """Whether, on a line of cells, nothing but its label stands in a cell with a figure."""
    start, end = text.rfind("\n", 0, figures[0].start) + 1, text.find("\n", figures[-1].stop)
    end = len(text) if end < 0 else end
    if "\t" not in text[start:end] or "\n" in text[figures[0].start : figures[-1].end]:
        return True
    for figure in figures:
        cell = max(start, text.rfind("\t", start, figure.start) + 1)
        if cell <= row.label_end <= figure.start:
            cell = row.label_end
        stop = text.find("\t", figure.stop, end)
        if text[cell : figure.start].strip() or text[figure.stop : stop if stop >= 0 else end].strip():
            return False
    return True


def _bare(figure: Figure) -> bool:
    return figure.number.isdigit() and len(figure.number) <= 4 and not figure.remark
