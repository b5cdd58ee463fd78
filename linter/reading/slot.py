"""A slot: what stands in one column of a row."""

from __future__ import annotations

from typing import NamedTuple

from linter.reading.blocks import Block, Figure


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


def plainly(text: str, row: Labelled) -> tuple[Figure, ...] | None:
    """The figures if there are as many as columns, page numbers on lines of their own left aside."""
    lines = row.block.lines(text)
    if not lines:
        return None
    if len(lines) > 1 and any(len(line) > 1 for line in lines):
        lines = [line for line in lines if len(line) > 1 or not _bare(line[0])]
    elif len(lines) == 2 and row.width == 1 and _bare(lines[1][0]):
        begin = lines[0][0].start
        if row.label_end <= begin and "\n" not in text[row.label_end : begin]:
            lines = lines[:1]
    found = tuple(figure for line in lines for figure in line)
    if len(found) != row.width:
        first = lines[0]
        rest_is_pages = all(len(line) == 1 and _bare(line[0]) for line in lines[1:])
        fits = len(first) == row.width > 1
        return tuple(first) if fits and rest_is_pages else None
    return found


def _bare(figure: Figure) -> bool:
    return figure.number.isdigit() and len(figure.number) <= 4 and not figure.remark
