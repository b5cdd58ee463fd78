"""A table whose rows are printed side by side, as one line of figures below the header."""

from __future__ import annotations

from collections.abc import Sequence

from linter.form import Table
from linter.reading.labels import plain_word
from linter.reading.tables.blocks import Block, cut
from linter.reading.tables.cells import NOT_FOUND, Tables, store
from linter.reading.tables.header import OTHER_ORDER
from linter.reading.tables.headlines import rows_disordered
from linter.reading.tables.layout import Element
from linter.reading.tables.plain import plain_rows
from linter.reading.tables.slot import Labelled, Slot, Slots
from linter.reading.tables.slots import read_slots


def read_side_by_side(text: str, table: Table, elements: Sequence[Element], read: Tables) -> None:
    """The cells of the table: of the line that has a figure for each, below most of the header."""
    width = sum(len(row.columns) for row in table.rows)
    held = _held(text, table, cut(text, elements, frozenset({width})), width)
    position = 0
    for row in table.rows:
        part = held[position : position + len(row.columns)] if isinstance(held, list) else held
        position += len(row.columns)
        store(table, row, part, read)


def _held(text: str, table: Table, every: Sequence[Block], width: int) -> list[Slot] | str:
    blocks = [block for block in every if block.figures]
    read = [_alone(text, Labelled(block, block.start, block.start, width)) for block in blocks]
    whole = [n for n, slots in enumerate(read) if isinstance(slots, list)]
    if len(whole) > 1:
        whole = [n for n in whole if not _numbers_columns(blocks[n])]
    if whole:
        best = max(whole, key=lambda n: (_header_share(table, blocks[n]), -n))
        return OTHER_ORDER if rows_disordered(text, every, every.index(blocks[best]), table) else read[best]
    parts = _joined(blocks, width)
    if parts:
        return parts
    largest = max((len(block.figures) for block in blocks), default=0)
    return f"{largest} figures for {width} columns" if largest > 1 else NOT_FOUND


def _alone(text: str, row: Labelled) -> Slots:
    return read_slots(text, [row], plain_rows(text, [row]))[0]


def _header_share(table: Table, block: Block) -> float:
    """How much of a table's header stands right before the block, from 0 to 1."""
    text = "".join(segment.text for segment in block.lead)
    words = [plain_word(word) for word in table.furniture]
    return sum(word in text for word in words) / len(words) if words else 0.0


def _joined(blocks: Sequence[Block], width: int) -> list[Slot]:
    """Runs parted by nothing but a page mark, if together they are the line."""
    for first in range(len(blocks)):
        figures = list(blocks[first].figures)
        for block in blocks[first + 1 :]:
            if len(figures) >= width or block.lead:
                break
            figures += block.figures
            if len(figures) == width and len(block.figures) > 1:
                return [Slot(figure.start, figure.end, figure) for figure in figures]
    return []


def _numbers_columns(block: Block) -> bool:
    """Whether the figures are 1, 2, 3 and so on: a line that numbers the columns."""
    return [figure.number for figure in block.figures] == [str(n + 1) for n in range(len(block.figures))]


def labelled_rows(text: str, table: Table, elements: Sequence[Element]) -> bool:
    """Whether the rows are printed one under the other after all, each after its label."""
    blocks = cut(text, elements, frozenset(len(row.columns) for row in table.rows))
    labels = {plain_word(label) for row in table.rows for label in row.labels}
    widths = {len(row.columns) for row in table.rows}
    found = [block for block in blocks if len(block.figures) in widths and _last_text(block) in labels]
    return len(found) > 1


def _last_text(block: Block) -> str:
    return block.lead[-1].pieces[-1].text if block.lead else ""
