"""Layouts with one cell a line, as a copied web page or a cell-by-cell export gives them."""

from __future__ import annotations

from collections.abc import Sequence

from .labels import APPLICANTS, RESULTS
from .model import Page, Piece
from .report import Report


def header_words(report: Report) -> list[str]:
    """Table three's header, one cell a line."""
    return [report.corner, "申请人情况", "自然人", "法人或其他组织", "总计", *APPLICANTS]


def cells(page: Page, pieces: Sequence[Piece], *, spaced: bool) -> None:
    """Each cell on a line of its own, a blank one as an empty line."""
    for piece in pieces:
        page.line(piece)
        if spaced:
            page.line()


def table_two(report: Report, page: Page, *, spaced: bool) -> None:
    """Table two, cell by cell."""
    for block in report.two:
        cells(page, [block.head, "信息内容", *report.columns(block)], spaced=spaced)
        for row in block.rows:
            cells(page, [report.leaf(row), *report.of(row)], spaced=spaced)


def table_three(report: Report, page: Page, *, spaced: bool) -> None:
    """Table three, cell by cell, a group's label before its first row."""
    cells(page, header_words(report), spaced=spaced)
    for row, groups in report.grouped(report.three):
        fresh = [group for group in groups if group]
        cells(page, [*fresh, report.leaf(row), *report.of(row)], spaced=spaced)


def table_four(report: Report, page: Page, *, spaced: bool) -> None:
    """Table four, cell by cell."""
    names = ["行政复议", "行政诉讼", *RESULTS, "未经复议直接起诉", "复议后起诉", *RESULTS * 2]
    cells(page, [*names, *report.four], spaced=spaced)
