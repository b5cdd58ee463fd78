"""A table whose rows are printed side by side, as one line of figures below the header."""

from __future__ import annotations

from collections.abc import Sequence

from linter.form import Table
from linter.reading.blocks import Block, cut
from linter.reading.cells import NOT_FOUND, Tables, store
from linter.reading.labels import plain
from linter.reading.layout import Element
from linter.reading.plain import plain_rows
from linter.reading.slot import Labelled, Slot, Slots
from linter.reading.slots import read_slots


def read_side_by_side(text: str, table: Table, elements: Sequence[Element], read: Tables) -> None:
    """The cells of the table: of the line that has a figure for each, below most of the header."""
    width = sum(len(row.columns) for row in table.rows)
    blocks = [block for block in cut(text, elements, frozenset({width})) if block.figures]
    held = _held(text, table, blocks, width)
    position = 0
    for row in table.rows:
        part = held[position : position + len(row.columns)] if isinstance(held, list) else held
        position += len(row.columns)
        store(table, row, part, read)


def _held(text: str, table: Table, blocks: Sequence[Block], width: int) -> list[Slot] | str:
    read = [_alone(text, Labelled(block, block.start, block.start, width)) for block in blocks]
    whole = [n for n, slots in enumerate(read) if isinstance(slots, list)]
    if whole:
        return read[max(whole, key=lambda n: (_header_share(table, blocks[n]), -n))]
    parts = _joined(table, blocks, width)
    if parts:
        return parts
    largest = max((len(block.figures) for block in blocks), default=0)
    return f"{largest} figures for {width} columns" if largest > 1 else NOT_FOUND


def _alone(text: str, row: Labelled) -> Slots:
    return read_slots(text, [row], plain_rows(text, [row]))[0]


def _header_share(table: Table, block: Block) -> float:
    """How much of a table's header stands right before the block, from 0 to 1."""
    text = "".join(segment.text for segment in block.lead)
    words = [plain(word) for word in table.furniture]
    return sum(word in text for word in words) / len(words) if words else 0.0


def _joined(table: Table, blocks: Sequence[Block], width: int) -> list[Slot]:
    """Runs parted by nothing but a page mark or a repeated header, if together they are the line."""
    words = set(plain("".join((*table.furniture, table.corner))))
    for first in range(len(blocks)):
        figures = list(blocks[first].figures)
        for block in blocks[first + 1 :]:
            between = "".join(segment.text for segment in block.lead)
            if len(figures) >= width or not words.issuperset(between):
                break
            figures += block.figures
            if len(figures) == width and len(block.figures) > 1:
                return [Slot(figure.start, figure.end, figure) for figure in figures]
    return []
