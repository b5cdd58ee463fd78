"""What layouts with visible cells share: the tables as rows of cells, whatever separates them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .labels import APPLICANTS, RESULTS
from .model import Piece
from .report import Report

Emit = Callable[[Sequence[Piece]], None]
"""Writes one row of cells."""


def filled(cells: Iterable[Piece], width: int) -> list[Piece]:
    """The cells with empty ones at the right up to the table's width."""
    row = list(cells)
    return row + [""] * (width - len(row))


def header_rows(report: Report, labels: int) -> list[list[str]]:
    """Table three's header as three rows of cells, with this many label columns."""
    left = [""] * (labels - 1)
    people = ["自然人", "法人或其他组织", "", "", "", "", "总计"]
    return [
        [report.corner, *left, "申请人情况", *[""] * 6],
        ["", *left, *people],
        ["", *left, "", *APPLICANTS, ""],
    ]


def table_two(report: Report, emit: Emit, width: int) -> None:
    """Table two, each row filled with empty cells up to this width."""
    for block in report.two:
        emit(filled([block.head], width))
        emit(filled(["信息内容", *report.columns(block)], width))
        for row in block.rows:
            emit(filled([report.leaf(row), *report.of(row)], width))


def table_four(report: Report, emit: Emit) -> None:
    """Three rows of merged headers and the row of fifteen figures."""
    emit(["行政复议", *[""] * 4, "行政诉讼", *[""] * 9])
    emit([*RESULTS, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4])
    emit([*[""] * 5, *RESULTS, *RESULTS])
    emit(report.four)
