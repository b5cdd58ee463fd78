"""A table whose rows are printed one under the other, each with its label."""

from __future__ import annotations

from collections.abc import Sequence

from linter.form import Table
from linter.reading.tables.alignment import Aligner
from linter.reading.tables.blocks import Block, cut
from linter.reading.tables.cells import NO_FIGURES, NOT_FOUND, Tables, store
from linter.reading.tables.header import OTHER_ORDER, contradicts
from linter.reading.tables.headlines import disordered
from linter.reading.tables.layout import Element
from linter.reading.tables.lines import Line, lines_of
from linter.reading.tables.matching import Alignment
from linter.reading.tables.plain import plain_rows
from linter.reading.tables.remarks import extra_rows, row_remarks
from linter.reading.tables.slot import Labelled, Slot
from linter.reading.tables.slots import read_slots
from linter.reading.tables.upright import blank_lines, stride_of
from linter.report import PrintedRow, Span


def read_stacked(text: str, variants: Sequence[tuple[str, Table]], elements: Sequence[Element], read: Tables) -> str:
    """The cells of a table that may be on one of several forms; says on which it is."""
    known = lines_of(tuple(table for _, table in variants))
    blocks = cut(text, elements, known.widths)
    found = Aligner(text, blocks, known).align()
    form_id, table = _choose(variants, {known.all[number].row.id for number in found.matches})
    slots = _slots(text, found, blocks, known.all)
    other_order = _in_other_order(text, found, blocks, known.all, table)
    for number, line in enumerate(known.all):
        if line.row.id not in table.by_id:
            continue
        held = slots.get(number, NOT_FOUND)
        if number in other_order:
            held = OTHER_ORDER
        if number in found.doubts:
            held = found.doubts[number]
        if number in found.matches:
            _note_row(number, found, line, table, read)
            held = _conflict(number, found, blocks) or held
        store(table, line.row, held, read)
    by_block = sorted((match.block, number) for number, match in found.matches.items())
    read.remarks += row_remarks(text, ((blocks[block], slots[number]) for block, number in by_block))
    read.remarks += extra_rows(text, blocks, found.unmatched, max(known.widths))
    return form_id


def _choose(variants: Sequence[tuple[str, Table]], present: set[str]) -> tuple[str, Table]:
    """The variant most of whose own rows were found; the report's form if that does not tell."""
    _, own = variants[0]
    best, most = variants[0], len(present & own.by_id.keys())
    for form_id, table in variants[1:]:
        theirs = present & (table.by_id.keys() - own.by_id.keys())
        ours = present & (own.by_id.keys() - table.by_id.keys())
        if theirs and not ours and len(present & table.by_id.keys()) > most:
            best, most = (form_id, table), len(present & table.by_id.keys())
    return best


def _slots(text: str, found: Alignment, blocks: Sequence[Block], lines: Sequence[Line]) -> dict[int, list[Slot] | str]:
    """The slots of every line that was matched, and of those whose label stands there with nothing beside it."""
    matches = sorted(found.matches.values(), key=lambda match: match.block)
    labelled = [Labelled(blocks[match.block], match.start, match.end, lines[match.line].width) for match in matches]
    plain = plain_rows(text, labelled)
    read = read_slots(text, labelled, plain)
    slots = {match.line: slots for match, slots in zip(matches, read, strict=True)}
    stride = stride_of(text, labelled, plain) if found.bare else 0
    for number, (_, end, following) in found.bare.items():
        width = lines[number].width
        between = text[end:following]
        empty = stride and between.isspace() and between.count("\n") == stride * (width + 1)
        slots[number] = blank_lines(text, end, width, stride) if empty else NO_FIGURES
    return slots


def _in_other_order(
    text: str, found: Alignment, blocks: Sequence[Block], lines: Sequence[Line], table: Table
) -> set[int]:
    """The lines below a header that has the columns in another order; each block of a table has its own."""
    wrong: set[int] = set()
    headers: dict[str, bool] = {}
    for number in sorted(found.matches, key=lambda one: found.matches[one].block):
        row, at = lines[number].row, found.matches[number].block
        block = blocks[at]
        if row.block not in headers:
            headers[row.block] = contradicts(text, block, row.columns, table) or disordered(
                text, blocks, at, table, row.columns
            )
        if headers[row.block]:
            wrong.add(number)
    return wrong


def _conflict(number: int, found: Alignment, blocks: Sequence[Block]) -> str:
    """Why a row that stands in the report twice is not read: its figures differ."""
    first = [figure.number for figure in blocks[found.matches[number].block].figures]
    for match in found.again:
        figures = [figure.number for figure in blocks[match.block].figures]
        if match.line == number and len(figures) >= len(first) and figures != first:
            return "the row stands there twice with different figures"
    return ""


def _note_row(number: int, found: Alignment, line: Line, table: Table, read: Tables) -> None:
    match = found.matches[number]
    if match.label:
        times = 1 + sum(other.line == number for other in found.again)
        span = Span(match.start, match.end)
        row = PrintedRow(line.row.id, match.label, span, match.official, times)
        read.rows[f"{table.id}.{line.row.id}"] = row
