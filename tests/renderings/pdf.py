"""Layouts as plain text comes out of a PDF: labels in pieces, a blank line between lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from .labels import APPLICANTS, RESULTS, Row
from .lines import Put, write_row
from .model import Page, Piece, run
from .report import Report
from .wrap import cut

_PROSE_WIDTH = 26
_WIDE = 14


def put(report: Report, page: Page, *pieces: Piece) -> None:
    """One line, now and then with the space that a form feed left, mostly with a blank after."""
    space: tuple[Piece, ...] = (" ",) if report.rng.random() < 0.05 else ()
    page.line(*space, *pieces)
    if report.rng.random() < 0.85:
        page.line()


def put_all(report: Report, page: Page, texts: Sequence[str]) -> None:
    """Several lines without cells."""
    for text in texts:
        put(report, page, text)


def page_mark(report: Report, page: Page) -> None:
    """The foot of a page: its number between blank lines."""
    number = report.rng.randint(2, 15)
    mark = report.rng.choice(("－{}－", "— {} —", "{}", "- {} -")).format(number)
    for text in ("", "", mark, ""):
        page.line(text)


def title(report: Report, page: Page) -> None:
    """The title cut over two lines."""
    middle = len(report.title) - 10
    page.texts([report.title[:middle], report.title[middle:], ""])


def paragraph(report: Report, page: Page, text: str) -> None:
    """Prose in short lines."""
    put_all(report, page, cut(text, _PROSE_WIDTH))


def heading(report: Report, page: Page, number: int) -> None:
    """A section heading between blank lines."""
    page.texts(["", *cut(report.wording.heading(number), _PROSE_WIDTH), ""])


def narrow_header(report: Report) -> list[str]:
    """Table three's header with its words cut into single characters."""
    people = ["自然", "人", "法人或其他组织", "总计"]
    return [*cut(report.corner, 14), "申请人情况", *people, *"".join(APPLICANTS)]


def wide_header(report: Report) -> list[str]:
    """Table three's header with its words cut into pairs."""
    pairs = [pair for name in APPLICANTS for pair in cut(name, 2)]
    return [*cut(report.corner, 18), "申请人情况", *"自然人", "法人或其他组织", *"总计", *pairs]


def with_blanks(lines: Sequence[str]) -> list[str]:
    """The lines with a blank one after each, as they are repeated after a page break."""
    return [text for line in lines for text in (line, "")]


def table_two(report: Report, page: Page, width: int) -> None:
    """Table two; labels longer than the width are cut and their numbers follow below."""
    for block in report.two:
        put(report, page, block.head)
        put(report, page, " ".join(["信息内容", *report.columns(block)]))
        for row in block.rows:
            _pdf_row(report, page, row, width)


def _pdf_row(report: Report, page: Page, row: Row, width: int) -> None:
    """A row whose numbers stand on a label line or on their own below the label."""
    label = cut(report.leaf(row), width)
    place = report.rng.choice(("below", "below", "last", "first"))
    where = "last" if len(label) == 1 else place
    write_row(lambda *pieces: put(report, page, *pieces), label, run(report.of(row)), where)


def narrow_three(report: Report, page: Page) -> None:
    """Table three with leaf labels of six and group labels of three characters a line."""
    put_all(report, page, narrow_header(report))
    for row, groups in report.grouped(report.three):
        if report.rng.random() < 0.08:
            page_mark(report, page)
        for group in groups:
            put_all(report, page, cut(group or "", 3))
        _pdf_row(report, page, row, 6 if len(groups) == 2 else 12)


def wide_three(report: Report, page: Page) -> None:
    """Table three, cut by a page break inside a label, and with 三 written downwards.

    At the break stand the header block again and the rest of the vertical label, and only then
    the rest of the label whose first line the numbers followed.
    """
    put_all(report, page, wide_header(report))
    long = [row for row in report.three if len(cut(report.leaf(row), _WIDE)) > 1]
    broken = report.rng.choice(long) if long else None
    pending: list[str] = []
    for row, groups in report.grouped(report.three):
        if len(row.path) != 2:
            put_all(report, page, pending)
            pending = []
        pending += _wide_groups(report, page, groups)
        if row is broken:
            _broken_row(report, page, row, pending)
            pending = []
        else:
            _pdf_row(report, page, row, _WIDE)
        if report.rng.random() < 0.05:
            page_mark(report, page)
            page.texts(with_blanks(wide_header(report)))


def _wide_groups(report: Report, page: Page, groups: Sequence[str | None]) -> list[str]:
    """Puts new group labels; of 三 only the start, and gives back its other characters."""
    pending: list[str] = []
    for depth, group in enumerate(groups):
        if group and depth == 0:
            put_all(report, page, [group[:2], group[2]])
            pending = [*group[3:]]
        elif group:
            put_all(report, page, cut(group, 3))
    return pending


def _broken_row(report: Report, page: Page, row: Row, pending: Sequence[str]) -> None:
    """A label's first line with the numbers, the page break, and the label's other lines."""
    first, *rest = cut(report.leaf(row), _WIDE)
    numbers = run(report.of(row))
    put(report, page, *([first, " ", *numbers] if numbers else [first]))
    if report.rng.random() < 0.5:
        page_mark(report, page)
    page.texts(with_blanks(wide_header(report)))
    put_all(report, page, pending)
    put_all(report, page, rest)


def table_four(report: Report, page: Page) -> None:
    """Table four: result names in single characters, then fifteen numbers on one line."""
    put(report, page, "行政复议 行政诉讼")
    put_all(report, page, [*"".join(RESULTS)])
    put(report, page, "未经复议直接起诉 复议后起诉")
    put_all(report, page, [*"".join(RESULTS * 2)])
    put(report, page, *run(report.four))


def values_before(report: Report, page: Page, table: int) -> None:
    """Tables two and three with each row's numbers on a line before its label."""
    width = report.rng.choice((8, 14, 60))
    _own_lines(report, page, table, width, "before")


def values_inside(report: Report, page: Page, table: int) -> None:
    """Tables two and three with each row's numbers on a line inside its label."""
    _own_lines(report, page, table, 0, "between")


def _own_lines(report: Report, page: Page, table: int, width: int, place: str) -> None:
    """Every row's numbers on a line of their own; width 0 cuts each label in two."""
    write: Put = partial(put, report, page) if report.rng.random() < 0.5 else page.line
    for block in report.two if table == 2 else ():
        write(block.head)
        write(" ".join(["信息内容", *report.columns(block)]))
        for row in block.rows:
            _own_line(report, write, row, width, place)
    if table == 3:
        page.texts(plain_header(report))
    for row, groups in report.grouped(report.three if table == 3 else ()):
        for group in groups:
            if group:
                write(group)
        _own_line(report, write, row, width, place)


def _own_line(report: Report, write: Put, row: Row, width: int, place: str) -> None:
    """One row; a label too short to be cut keeps its numbers on its own line."""
    label = report.leaf(row)
    pieces = cut(label, width or max(3, (len(label) + 1) // 2))
    where = "last" if place == "between" and len(pieces) == 1 else place
    write_row(write, pieces, run(report.of(row)), where)


def plain_header(report: Report) -> list[str]:
    """Table three's header as the two layouts above print it."""
    people = ["申请人情况", "自然人 法人或其他组织 总计", " ".join(APPLICANTS)]
    return [*cut(report.corner, 18), *people]
