"""Layouts with tabs between the cells, as tables come out of Word and of web pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .grids import filled, header_rows, table_four, table_two
from .labels import Row
from .model import Page, Piece, Shown
from .report import Report


def tab_row(page: Page, cells: Sequence[Piece], *, strip: bool = False) -> None:
    """Cells with tabs between them; ``strip`` takes the blank ones at the end away."""
    kept = list(cells)
    while strip and kept and _is_blank(kept[-1]):
        kept.pop()
    pieces: list[Piece] = []
    for cell in kept:
        pieces += ["\t", cell] if pieces else [cell]
    page.line(*pieces)


def _is_blank(cell: Piece) -> bool:
    return cell.blank if isinstance(cell, Shown) else not cell


def header_tabs(report: Report) -> list[str]:
    """Table three's header as tab-separated lines."""
    return ["\t".join(row) for row in header_rows(report, 2)]


@dataclass(frozen=True)
class Part:
    """A stretch of table three between page breaks, with the shape that its cells took."""

    rows: tuple[tuple[Row, list[str | None]], ...]
    labels: int
    width: int


def _parts(report: Report, count: int) -> list[Part]:
    """Table three in this many parts, each with its own number of label columns and width."""
    rows = list(report.grouped(report.three))
    cuts = sorted(report.rng.sample(range(1, max(len(rows), count)), count - 1))
    parts = []
    for start, end in zip([0, *cuts], [*cuts, len(rows)], strict=True):
        labels = report.rng.choice((1, 2, 3))
        parts.append(Part(tuple(rows[start:end]), labels, labels + 7 + report.rng.choice((0, 1))))
    return parts


def _label_cells(report: Report, part: Part, row: Row, groups: list[str | None]) -> list[Piece]:
    """The row's label cells; numbers start right after them, so at differing offsets."""
    labels: list[Piece] = [*(group or "" for group in groups), report.leaf(row)]
    kept = labels[-part.labels :]
    return filled(kept, min(part.labels, 2))


def tabs_two(report: Report, page: Page) -> None:
    """Table two, filled up to four cells in most rows and clipped in others."""
    table_two(report, lambda row: tab_row(page, row, strip=report.rng.random() < 0.2), 4)


def tabs_three(report: Report, page: Page) -> None:
    """Table three in parts: header repeated, groups merged, offsets and trailing tabs differ."""
    for number, part in enumerate(_parts(report, 3)):
        if number:
            page.line()
        for heads in header_rows(report, part.labels):
            tab_row(page, filled(heads, part.width))
        for row, groups in part.rows:
            for group in groups[: max(0, len(groups) + 1 - part.labels)]:
                if group:
                    tab_row(page, filled([group], part.width))
            numbers = report.of(row)
            cells = filled([*_label_cells(report, part, row, groups), *numbers], part.width)
            tab_row(page, cells, strip=report.rng.random() < 0.15)


def tabs_four(report: Report, page: Page) -> None:
    """Table four by tabs."""
    table_four(report, lambda row: tab_row(page, row))


_SHORT_WIDTH = 9
_LATE = ("unable", "rejected", "other", "handled", "carried_out")


def short_three(report: Report, page: Page) -> None:
    """Rows under 三 clipped at nine cells, so 总计 falls off; others end in an empty cell."""
    for heads in header_rows(report, 1):
        tab_row(page, heads)
    outer_printed = False
    for row, groups in report.grouped(report.three):
        labels: list[Piece] = [group or "" for group in groups[1:]]
        labels.append(report.leaf(row))
        if _is_denied(row):
            labels.insert(0, "" if outer_printed else report.wording.label(row.path[0]))
            outer_printed = True
        if len(labels) == 1 and row.name != "new_received":
            labels.append("")
        tab_row(page, [*labels, *_short_numbers(report, row)][:_SHORT_WIDTH])


def _is_denied(row: Row) -> bool:
    return row.name.startswith("denied")


def _short_numbers(report: Report, row: Row) -> list[Shown]:
    """The row's cells; from （四） on the last is often empty."""
    cells = report.of(row)
    if row.name.startswith(_LATE) and report.rng.random() < 0.8:
        cells[-1] = cells[-1].emptied()
    return cells


def plain_three(report: Report, page: Page) -> None:
    """Table three as Word gives it: one piece, group cells merged downwards."""
    padded = report.rng.random() < 0.5
    for heads in header_rows(report, 3):
        tab_row(page, heads)
    for row, groups in report.grouped(report.three):
        labels: list[Piece] = [*(group or "" for group in groups), report.leaf(row)]
        tab_row(page, [*(filled(labels, 3) if padded else labels), *report.of(row)])
