"""The blocks that are open at one point of a walk: paragraphs, tables, rows, cells and text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.sources.docx.flow import Flow, Line, Paragraph
from linter.sources.docx.namespaces import is_on, number, tag_above, word_of
from linter.sources.docx.table import Merge, Row, Table, TableCell

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from linter.sources.composed import Composer
    from linter.sources.docx.cursor import Cursor
    from linter.sources.docx.origin import TextRun

_CELL_PROPERTIES = ("gridSpan", "vMerge", "hMerge", "cellDel", "cellMerge")
_NARROW = 120
"""Twentieths of a point: a row that begins no further right than this only does not quite line up."""


class Blocks:
    """Takes the elements that begin and end blocks, and composes what is complete.

    Whoever takes runs tells it where a paragraph ends and a text box begins.
    """

    def __init__(self, root: etree._Element, cursor: Cursor, composer: Composer[TextRun]) -> None:
        self._w = w = f"{{{word_of(root)}}}"
        self._cursor = cursor
        self._composer = composer
        self._flows = [Flow()]
        self._paragraphs: list[Paragraph] = []
        self._tables: list[Table] = []
        self._rows: list[Row] = []
        self.starts: dict[str, Callable[[etree._Element], None]] = {
            w + "p": self._begin_paragraph,
            w + "tbl": self._begin_table,
            w + "tr": self._begin_row,
            w + "trPr": self._row_properties,
            w + "tc": self._begin_cell,
        }
        self.starts |= dict.fromkeys((w + name for name in _CELL_PROPERTIES), self._cell_property)
        self.ends: dict[str, Callable[[etree._Element], None]] = {
            w + "tbl": self._end_table,
            w + "tr": self._end_row,
            w + "tc": self._end_cell,
            w + "txbxContent": self._end_box,
        }

    @property
    def paragraph(self) -> Paragraph | None:
        """The innermost paragraph that is open."""
        return self._paragraphs[-1] if self._paragraphs else None

    def close(self) -> None:
        """Composes what was left open."""
        self._compose(self._flows[0].close())

    def _begin_paragraph(self, _: etree._Element) -> None:
        self._paragraphs.append(self._flows[-1].begin_paragraph())

    def end_paragraph(self, _: etree._Element) -> None:
        self._flows[-1].end_paragraph(self._paragraphs.pop())
        self._drain()

    def _begin_table(self, _: etree._Element) -> None:
        self._flows[-1].begin_table()
        self._tables.append(Table())

    def _end_table(self, _: etree._Element) -> None:
        self._flows[-1].end_table(self._tables.pop().lines)
        self._drain()

    def _begin_row(self, _: etree._Element) -> None:
        self._rows.append(self._tables[-1].begin_row() if self._tables else Row(frozenset()))

    def _row_properties(self, properties: etree._Element) -> None:
        if not self._rows or tag_above(properties, 1) != self._w + "tr":
            return
        row, found = self._rows[-1], {str(child.tag): child for child in properties}
        hidden = found.get(self._w + "hidden")
        row.gone = self._w + "del" in found or (hidden is not None and is_on(hidden, self._w))
        before, width = found.get(self._w + "gridBefore"), found.get(self._w + "wBefore")
        if before is not None:
            narrow = width is not None and number(width, self._w + "w", _NARROW + 1) <= _NARROW
            row.indent(number(before, self._w + "val", 0), visibly=not narrow)

    def _end_row(self, _: etree._Element) -> None:
        row = self._rows.pop()
        if self._tables:
            self._tables[-1].end_row(row)

    def _begin_cell(self, _: etree._Element) -> None:
        self._flows.append(TableCell(self._cursor.take()))

    def _cell_property(self, element: etree._Element) -> None:
        """How the innermost cell is merged; not how it was before a tracked change."""
        cell = self._flows[-1]
        if not isinstance(cell, TableCell) or tag_above(element, 2) != self._w + "tc":
            return
        name, value = str(element.tag).removeprefix(self._w), element.get(self._w + "val")
        if name == "gridSpan":
            cell.span = max(1, number(element, self._w + "val", 1))
        elif name == "vMerge":
            cell.merge(Merge.DOWN if value == "restart" else Merge.FROM_ABOVE)
        elif name == "hMerge" and value != "restart":
            cell.merge(Merge.FROM_LEFT)
        elif name == "cellDel":
            cell.merge(Merge.GONE)
        elif name == "cellMerge" and element.get(self._w + "vMerge") is not None:
            cell.merge(Merge.FROM_ABOVE if element.get(self._w + "vMerge") == "cont" else Merge.DOWN)

    def note_object(self) -> None:
        """A picture or a control: where a cell holds nothing else it is not blank."""
        if isinstance(self._flows[-1], TableCell):
            self._flows[-1].has_object = True

    def _end_cell(self, _: etree._Element) -> None:
        cell = self._flows.pop()
        if self._rows and isinstance(cell, TableCell):
            self._rows[-1].add(cell)

    def begin_box(self, _: etree._Element) -> None:
        self._flows.append(Flow())

    def _end_box(self, _: etree._Element) -> None:
        box = self._flows.pop()
        if self._paragraphs:
            self._paragraphs[-1].add_box(box)

    def _drain(self) -> None:
        if len(self._flows) == 1:
            self._compose(self._flows[0].drain())

    def _compose(self, lines: list[Line]) -> None:
        composer = self._composer
        for line in lines:
            for place, cell in enumerate(line):
                if place:
                    composer.end_cell()
                for text, origin in cell:
                    if origin is None:
                        composer.space()
                    else:
                        composer.add(text, origin)
            composer.end_line()
