"""Layouts in which a row is a label and a run of numbers, on one line or on lines near by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from .labels import APPLICANTS, RESULTS
from .model import Page, Piece, Shown, run
from .report import Report

Put = Callable[..., None]
"""Writes one line made of pieces."""

_FULL_WIDTH = str.maketrans("0123456789.,+-", "０１２３４５６７８９．，＋－")


@dataclass(frozen=True)
class LineStyle:
    """What stands between a label and its numbers, between numbers, and round group labels."""

    between: str = " "
    after_label: str = " "
    groups: str = "above"


def write_row(put: Put, label: Sequence[str], numbers: Sequence[Piece], place: str) -> None:
    """A label in one or more pieces, with its numbers at one of five places.

    ``before`` and ``below`` give the numbers a line of their own before and after the label,
    ``between`` one after its first piece; ``last`` and ``first`` put them on a label line.
    """
    lines: list[list[Piece]] = [[piece] for piece in label]
    if numbers and place == "last":
        lines[-1] += [" ", *numbers]
    elif numbers and place == "first":
        lines[0] += [" ", *numbers]
    elif numbers:
        at = {"before": 0, "between": 1, "below": len(lines)}[place]
        lines.insert(at, list(numbers))
    for line in lines:
        put(*line)


def header_lines(report: Report) -> list[str]:
    """Table three's header block, a line for each line of the printed table."""
    return [
        report.corner,
        "申请人情况",
        "自然人 法人或其他组织 总计",
        " ".join(APPLICANTS),
    ]


def table_four_header() -> list[str]:
    """Table four's header, a line for each line of the printed table."""
    return ["行政复议 行政诉讼", "未经复议直接起诉 复议后起诉", " ".join(RESULTS * 3)]


def restyled(rng: Random, cell: Shown) -> Shown:
    """The number in full-width digits, with thousands separators, or with a unit after it."""
    if cell.state != "number":
        return cell
    whole, point, rest = cell.raw.partition(".")
    raw = cell.raw
    if whole.isdigit() and rng.random() < 0.6:
        raw = f"{int(whole):,}{point}{rest}"
    if rng.random() < 0.5:
        raw = raw.translate(_FULL_WIDTH)
    unit = "件" if cell.field.startswith(("t3.", "t4.")) and rng.random() < 0.2 else ""
    return replace(cell, raw=raw, after=cell.after or unit)


def _row(page: Page, style: LineStyle, label: str, numbers: list[Piece]) -> None:
    page.line(*([label, style.after_label, *numbers] if numbers else [label]))


def table_two(report: Report, page: Page, style: LineStyle) -> None:
    """Each block: the clause, the column headers, its rows."""
    for block in report.two:
        page.line(block.head)
        page.line(style.between.join(["信息内容", *report.columns(block)]))
        for row in block.rows:
            _row(page, style, report.leaf(row), run(report.of(row), style.between))


def table_three(report: Report, page: Page, style: LineStyle) -> None:
    """The header, then rows with group labels above them or in front of the first row's label."""
    page.texts(header_lines(report))
    for row, groups in report.grouped(report.three):
        fresh = [group for group in groups if group]
        label = report.leaf(row)
        if style.groups == "above":
            page.texts(fresh)
        else:
            label = ("" if style.groups == "glued" else style.between).join([*fresh, label])
        _row(page, style, label, run(report.of(row), style.between))


def table_four(report: Report, page: Page, style: LineStyle) -> None:
    """The header and the one line of fifteen numbers."""
    page.texts(table_four_header())
    page.line(*run(report.four, style.between))


def single_line_style(report: Report) -> LineStyle:
    """Label and numbers separated by single spaces."""
    return LineStyle(groups=report.rng.choice(("above", "before")))


def fullwidth_style(report: Report) -> LineStyle:
    """As single lines, with ideographic spaces between or only after the label."""
    between = report.rng.choice((" ", "\u3000"))
    return LineStyle(between, "\u3000", report.rng.choice(("above", "before")))


def joined_style(report: Report) -> LineStyle:
    """Nothing between labels, and nothing between a label and its first number."""
    return LineStyle(" ", "", "glued")
