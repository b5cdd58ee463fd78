"""A slot: what stands in one column of a row."""

from __future__ import annotations

from typing import NamedTuple

from linter.reading.anchors import Figure
from linter.reading.blocks import Block


class Slot(NamedTuple):
    """What stands in one column: a figure, other text, a blank (`figure` None, `start` where it would stand),
    or nothing at all because the row ends before it (`start` -1)."""

    start: int
    end: int
    figure: Figure | None = None
    text: str = ""


Slots = list[Slot] | str
"""The slots of a row, or why they cannot be told."""


class Labelled(NamedTuple):
    """A block with the end of its label and the number of its columns."""

    block: Block
    label_end: int
    width: int


class Plain(NamedTuple):
    """As many figures as a row has columns, and how many of them stand on its first line."""

    figures: tuple[Figure, ...]
    shape: int


def plainly(text: str, row: Labelled) -> Plain | None:
    """The figures if there are as many as columns, page numbers on lines of their own left aside."""
    lines = row.block.lines
    if not lines:
        return None
    if len(lines) == 1:
        return Plain(lines[0], row.width) if len(lines[0]) == row.width else None
    if any(len(line) > 1 for line in lines):
        lines = tuple(line for line in lines if len(line) > 1 or not _bare(line[0]))
    elif len(lines) == 2 and row.width == 1 and _bare(lines[1][0]):
        begin = lines[0][0].start
        if row.label_end <= begin and "\n" not in text[row.label_end : begin]:
            lines = lines[:1]
    if sum(map(len, lines)) == row.width:
        return Plain(tuple(figure for line in lines for figure in line), len(lines[0]))
    first = row.block.lines[0]
    rest_is_pages = all(len(line) == 1 and _bare(line[0]) for line in row.block.lines[1:])
    return Plain(first, len(first)) if rest_is_pages and len(first) == row.width > 1 else None


def _bare(figure: Figure) -> bool:
    return figure.number.isdigit() and len(figure.number) <= 4 and not figure.remark
