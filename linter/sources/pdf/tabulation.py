"""The tables of a page: frames of rulings with the characters inside them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from linter.sources.pdf.boxes import GAP, closed, gathered
from linter.sources.pdf.glyphs import Glyph, Sheet
from linter.sources.pdf.lattice import Lattice, Square, lattice_of
from linter.sources.pdf.lines import Line, lines_of
from linter.sources.pdf.origin import Box
from linter.sources.pdf.ruling import frames
from linter.sources.pdf.table import Cell, Fragment, Table

_FEWEST = 2
"""A frame with a single cell is a box around prose."""
_MOST_PADDING = 8.0
"""Points between a cell's side and its text."""
_UNEVEN = 2.0
"""Points by which the padding of one column may be larger than that of another."""


def tables_of(sheet: Sheet) -> tuple[list[Table], list[Glyph]]:
    """The tables of a page with at least two cells, and the characters that stand in none."""
    glyphs, found = sheet.glyphs, []
    reach = GAP * median([glyph.size for glyph in glyphs] or [0.0])
    held = [(frame.box, frame) for frame in gathered(frames(sheet.rules), reach)]
    for _, frame in sorted(held, key=lambda one: one[0].width * one[0].height):
        lattice = lattice_of(frame)
        if lattice is None or len(lattice.squares) < _FEWEST:
            continue
        inside, outside = _distributed(glyphs, lattice)
        whole = closed(lattice, frame, inside, reach)
        if whole is None or len(whole.squares) < _FEWEST:
            continue
        if whole is not lattice:
            inside, outside = _distributed(glyphs, whole)
        if any(inside):
            glyphs = outside
            found.append(_table(sheet.number, whole, inside))
    return sorted(found, key=lambda table: table.box.top), glyphs


def _distributed(glyphs: Sequence[Glyph], lattice: Lattice) -> tuple[list[list[Glyph]], list[Glyph]]:
    """The characters in each cell, and those outside the lattice."""
    inside: list[list[Glyph]] = [[] for _ in lattice.squares]
    outside = []
    box = lattice.box
    for glyph in glyphs:
        x, y = glyph.box.middle
        if box.holds(x, y):
            inside[lattice.cell_at(x, y)].append(glyph)
        else:
            outside.append(glyph)
    return inside, outside


def _table(page: int, lattice: Lattice, inside: Sequence[Sequence[Glyph]]) -> Table:
    written = [_written(glyphs, square.box) for square, glyphs in zip(lattice.squares, inside, strict=True)]
    paddings = _paddings(list(zip(lattice.squares, written, strict=True)))
    cells = []
    for square, lines in zip(lattice.squares, written, strict=True):
        room = square.box.width - sum(paddings[square.column, square.last_column])
        fragments = tuple(Fragment(line.text, page, line.box, (room - line.box.width) / line.pitch) for line in lines)
        cells.append(Cell(*square[:4], page, square.box, fragments))
    return Table(tuple(cells), len(lattice.owners), lattice.box)


def _paddings(held: Sequence[tuple[Square, Sequence[Line]]]) -> dict[tuple[int, int], tuple[float, float]]:
    """What text keeps free at the left and the right of the cells between two columns: the least that any line there
    does, but not much more than elsewhere in the table, since a column may hold nothing but short figures."""
    free: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for square, lines in held:
        free.setdefault((square.column, square.last_column), []).extend(
            (max(line.box.x0 - square.box.x0, 0.0), max(square.box.x1 - line.box.x1, 0.0)) for line in lines
        )
    least = [min([_MOST_PADDING, *(both[side] for some in free.values() for both in some)]) for side in (0, 1)]
    return {
        columns: (
            min([least[0] + _UNEVEN, *(left for left, _ in some)]),
            min([least[1] + _UNEVEN, *(right for _, right in some)]),
        )
        for columns, some in free.items()
    }


def _written(glyphs: Sequence[Glyph], box: Box) -> list[Line]:
    """The lines of a cell; where they run upwards or downwards, each has the cell's box."""
    turns = [glyph.turn for glyph in glyphs]
    turn = max(set(turns), key=turns.count, default=0)
    if not turn:
        return lines_of(glyphs)
    for _ in range(turn):
        glyphs = [
            glyph._replace(box=Box(-glyph.box.bottom, glyph.box.x0, -glyph.box.top, glyph.box.x1)) for glyph in glyphs
        ]
    return [line._replace(box=box) for line in lines_of(glyphs)]
