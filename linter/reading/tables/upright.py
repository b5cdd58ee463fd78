"""Slots by lines: text in which every cell has a line of its own, a blank cell an empty one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.reading.tables.slot import Labelled, Plain, Slot


def stride_of(text: str, rows: Sequence[Labelled], plain: Sequence[Plain | None]) -> int:
    """How many lines further the next cell stands, where each cell has a line of its own; 0 where rows differ.

    Complete rows tell it; where there are none, that most rows are just as long as they would be.
    """
    found = [row.figures for row in plain if row is not None]
    strides = {text.count("\n", one.end, two.start) for figures in found for one, two in pairwise(figures)}
    if strides:
        return strides.pop() if len(strides) == 1 else 0
    lengths = [
        text.count("\n", row.label_end, row.block.trail[0].pieces[0].start) / (row.width + 1)
        for row in rows
        if row.block.trail
    ]
    likely = [stride for stride in (1, 2) if lengths.count(stride) * 2 > len(lengths)]
    return likely[0] if likely else 0


def by_lines(text: str, row: Labelled, stride: int) -> list[Slot] | None:
    """One cell a line, a blank cell an empty line: lines between the label and what follows are the columns."""
    block = row.block
    found = block.figures
    if not stride or not found or len(found) >= row.width or not block.trail:
        return None
    begins = [text.count("\n", row.label_end, figure.start) for figure in found]
    total = text.count("\n", row.label_end, block.trail[0].pieces[0].start)
    if total != stride * (row.width + 1) or len(set(begins)) != len(begins):
        return None
    if any(begin % stride or not begin for begin in begins):
        return None
    slots = blank_lines(text, row.label_end, row.width, stride)
    for begin, figure in zip(begins, found, strict=True):
        slots[begin // stride - 1] = Slot(figure.start, figure.end, figure)
    return slots


def blank_lines(text: str, start: int, width: int, stride: int) -> list[Slot]:
    """The lines after `start` as blank slots, one every `stride` lines."""
    slots: list[Slot] = []
    position = start
    for _ in range(width):
        for _ in range(stride):
            position = text.index("\n", position) + 1
        slots.append(Slot(position, position))
    return slots
