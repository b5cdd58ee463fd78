"""The order of columns as the lines of a header tell it, where the header has cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.form import Column, Table
from linter.reading.labels import plain, plain_word
from linter.reading.tables.blocks import Block

_RUN = 3
"""So many labels in a row tell their order where labels are printed more than once."""


def disordered(text: str, blocks: Sequence[Block], number: int, table: Table, columns: Sequence[Column]) -> bool:
    """Whether the header above a block of a table has its columns in another order than the form."""
    leaves = [plain_word(column.label) for column in columns]
    begins = {label: at for at, label in enumerate(leaves)}
    ids = [column.id for column in columns]
    for heading, covered in table.headings.items():
        places = [ids.index(one) for one in covered if one in ids]
        if places:
            begins[plain_word(heading)] = min(places)
    return any(_falls(line, begins) for line in _lines(text, blocks, number))


def rows_disordered(text: str, blocks: Sequence[Block], number: int, table: Table) -> bool:
    """The same for a table whose rows stand side by side, so that each label of a column is there for every row."""
    width = len(table.rows[0].columns)
    leaves = [plain_word(column.label) for row in table.rows for column in row.columns]
    begins = {plain_word(label): at * width for at, row in enumerate(table.rows) for label in row.labels}
    at_row = {row.id: at for at, row in enumerate(table.rows)}
    for heading, covered in table.headings.items():
        begins[plain_word(heading)] = min(at_row[one] for one in covered) * width
    return any(
        _falls(line, begins) or not all(_stands(run, leaves, width) for run in _runs(line, set(leaves)))
        for line in _lines(text, blocks, number)
    )


def _lines(text: str, blocks: Sequence[Block], number: int) -> Iterator[list[str]]:
    """The cells with words of each line above the block that has more than one cell."""
    first = number
    while first and not blocks[first - 1].figures:
        first -= 1
    pieces = [segment.pieces[0] for block in blocks[first : number + 1] for segment in block.lead]
    if not pieces:
        return
    start = text.rfind("\n", 0, pieces[0].start) + 1
    for line in text[start : blocks[number].start].split("\n"):
        if "\t" in line:
            yield [word for cell in line.split("\t") if (word := plain(cell))]


def _falls(line: Sequence[str], begins: Mapping[str, int]) -> bool:
    """Whether a label stands behind one that belongs behind it."""
    places = [begins[word] for word in line if word in begins]
    return any(later < before for before, later in zip(places, places[1:], strict=False))


def _runs(line: Sequence[str], leaves: set[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for word in [*line, ""]:
        if word in leaves:
            run.append(word)
        else:
            if len(run) >= _RUN:
                yield run
            run = []


def _stands(run: Sequence[str], leaves: Sequence[str], width: int) -> bool:
    """Whether labels stand in a row like this from the beginning of some row of the table on."""
    return any(leaves[at : at + len(run)] == run for at in range(0, len(leaves), width))
