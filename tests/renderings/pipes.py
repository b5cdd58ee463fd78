"""Layouts in Markdown, with pipes between the cells."""

from __future__ import annotations

from collections.abc import Sequence

from .grids import Emit, filled, header_rows, table_four, table_two
from .model import Page, Piece, Shown
from .report import Report
from .width import width_of


def pipe_row(page: Page, cells: Sequence[Piece], widths: Sequence[int] = ()) -> None:
    """``| a | b |``, each cell filled up to its column's display width; numbers to the right."""
    pieces: list[Piece] = ["|"]
    for number, cell in enumerate(cells):
        room = widths[number] if number < len(widths) else 0
        blanks = " " * max(0, room - width_of(cell))
        inside: list[Piece] = [blanks, cell] if isinstance(cell, Shown) else [cell, blanks]
        pieces += [" ", *inside, " |"]
    page.line(*pieces)


def header_pipes(report: Report) -> list[str]:
    """Table three's header as Markdown rows."""
    return ["| " + " | ".join(row) + " |" for row in header_rows(report, 1)]


def _rule(page: Page, width: int) -> None:
    page.line("|" + "---|" * width)


def _pipes_emit(page: Page, width: int, widths: Sequence[int] = ()) -> Emit:
    """Writes pipe rows, with the rule of dashes after the first."""
    start = len(page.lines)

    def emit(cells: Sequence[Piece]) -> None:
        pipe_row(page, cells, widths)
        if len(page.lines) == start + 1:
            _rule(page, width)

    return emit


def pipes_two(report: Report, page: Page) -> None:
    """Table two as one Markdown table of four columns."""
    table_two(report, _pipes_emit(page, 4), 4)


def pipes_three(report: Report, page: Page) -> None:
    """Table three with three label columns; merged groups are repeated or left blank."""
    repeated = report.rng.random() < 0.3
    emit = _pipes_emit(page, 10)
    for cells in header_rows(report, 3):
        emit(cells)
    for row, groups in report.grouped(report.three):
        printed = [group or "" for group in groups]
        if repeated:
            printed = [report.wording.label(group) for group in row.path[:-1]]
        emit([*filled([*printed, report.leaf(row)], 3), *report.of(row)])


def pipes_four(report: Report, page: Page) -> None:
    """Table four as a Markdown table."""
    table_four(report, _pipes_emit(page, 15))


_PADDED = (36, *[12] * 7)


def padded_two(report: Report, page: Page) -> None:
    """Table two with its cells filled up to a width."""
    table_two(report, _pipes_emit(page, 4, _PADDED), 4)


def padded_three(report: Report, page: Page) -> None:
    """One label column, all seven numbers, and an extra empty cell at either end of some rows."""
    own_row = report.rng.random() < 0.5
    emit = _pipes_emit(page, 8, _PADDED)
    for cells in header_rows(report, 1):
        emit(cells)
    for row, groups in report.grouped(report.three):
        fresh = [group for group in groups if group]
        label = report.leaf(row)
        if own_row:
            for group in fresh:
                emit(filled([group], 8))
        else:
            label = " ".join([*fresh, label])
        emit(_with_extra(report, [label, *report.of(row)]))


def _with_extra(report: Report, cells: list[Piece]) -> list[Piece]:
    """The row as it is, or with an empty cell too many at its left or right."""
    draw = report.rng.random()
    if draw < 0.15:
        return ["", *cells]
    return [*cells, ""] if draw < 0.3 else cells


def padded_four(report: Report, page: Page) -> None:
    """Table four with its cells filled up to a width."""
    table_four(report, _pipes_emit(page, 15, [10] * 15))
