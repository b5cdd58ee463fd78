"""What the reader noticed about the layout of the tables, for rules to speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.family import Family
from linter.reading.labels import common, plain
from linter.reading.stretches import Stretch
from linter.reading.tables.blocks import Block
from linter.reading.tables.grid import cells_on_line
from linter.reading.tables.slot import Slot
from linter.report import Remark, Section, Span

_NEARLY = 0.9


def page_remarks(original: str, pages: Iterable[Span]) -> Iterator[Remark]:
    """Page marks among the tables."""
    for span in pages:
        yield Remark("page_mark", span, original[span.start : span.end].strip())


def row_remarks(text: str, rows: Iterable[tuple[Block, list[Slot] | str]]) -> Iterator[Remark]:
    """Rows whose figures could not be used, and rows of cells with another number of cells than the row before."""
    before = 0
    for block, slots in rows:
        span = Span(block.start, block.end)
        if isinstance(slots, str) and block.figures:
            yield Remark("unread_row", span, slots)
        cells = cells_on_line(text, block) if block.figures else 0
        if before and cells and cells != before:
            yield Remark("piece_width", span, f"{before} / {cells}")
        before = cells or before


def extra_rows(text: str, blocks: Sequence[Block], numbers: Iterable[int], width: int) -> Iterator[Remark]:
    """Full rows of figures that belong to no row of the form."""
    for number in numbers:
        block = blocks[number]
        if len(block.figures) == width > 1:
            span = Span(block.start, block.end)
            yield Remark("extra_row", span, text[block.start : block.end])


def corner_remarks(
    text: str, stretches: Sequence[Stretch], family: Family, forms: Mapping[str, str]
) -> Iterator[Remark]:
    """Tables without the note that the form prints in their corner, and with it more than once."""
    for table_id, form_id in forms.items():
        table = family.forms[form_id].tables[table_id]
        section = _section(stretches, table.section)
        if not table.corner or section is None:
            continue
        corner = plain(table.corner)
        printed = plain(text[section.body.start : section.body.end])
        if corner not in printed and common(corner, printed) < _NEARLY * len(corner):
            yield Remark("corner_missing", section.heading_span, table.corner)
        if printed.count(corner) > 1:
            yield Remark("repeated_header", section.heading_span, table.corner)


def _section(stretches: Sequence[Stretch], section_id: str) -> Section | None:
    return next((one.section for one in stretches if one.section and one.section.id == section_id), None)
