"""Whether a table's header prints the columns in the form's order.

Only what a header clearly says counts: labels that are there whole. In a header of two lines the order of reading is
not that of the columns, so only columns of one level are compared, and first and last only on one line.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.form import Column, Table
from linter.reading.labels import plain_word
from linter.reading.tables.blocks import Block
from linter.reading.tables.layout import Piece

_SHORT = 3
"""Labels of fewer characters are parts of other words too often to tell a place."""
OTHER_ORDER = "the columns are printed in another order than the form's"


def contradicts(text: str, block: Block, columns: Sequence[Column], table: Table) -> bool:
    """Whether the header before `block` has the columns in another order."""
    pieces = [piece for segment in block.lead for piece in segment.pieces]
    header = "".join(piece.text for piece in pieces)
    ends = (columns[0], columns[-1])
    for members in _levels(columns, table):
        places = [header.find(plain_word(column.label)) for column in members if _tells(column, table)]
        if len(places) > 1 and min(places) >= 0 and places != sorted(places):
            return True
    first, last = (_printed(pieces, column) for column in ends)
    return (
        first is not None
        and last is not None
        and last.start < first.start
        and "\n" not in text[last.start : first.start]
    )


def _levels(columns: Sequence[Column], table: Table) -> list[list[Column]]:
    """The sets of columns that stand side by side: all of them, or the groups without the first."""
    if not table.column_groups:
        return [list(columns)]
    groups = [[column for column in columns if column.id in members] for members in table.column_groups.values()]
    return [group for group in groups if columns[0] not in group]


def _tells(column: Column, table: Table) -> bool:
    """Whether a label is long enough and no part of another word of the header."""
    label = plain_word(column.label)
    return len(label) >= _SHORT and sum(label in plain_word(word) for word in table.furniture) <= 1


def _printed(pieces: Sequence[Piece], column: Column) -> Piece | None:
    return next((piece for piece in pieces if piece.text == plain_word(column.label)), None)
