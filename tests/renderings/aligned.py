"""The layout of ``pdftotext -layout``: columns kept by spaces, labels centred round their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .labels import APPLICANTS, RESULTS, Label
from .model import Page, Piece, Shown
from .report import Report
from .width import width_of
from .wrap import cut

_OUTER, _GROUP, _LEAF, _NUMBERS = 1, 9, 19, 41
_STEP = 11


@dataclass
class Sheet:
    """Lines on which pieces are put at display columns, in any order."""

    lines: list[list[tuple[int, Piece]]] = field(default_factory=list)

    def put(self, line: int, column: int, piece: Piece) -> None:
        """Puts a piece at a line and display column, both counted from 0."""
        while len(self.lines) <= line:
            self.lines.append([])
        self.lines[line].append((column, piece))

    def centred(self, top: int, bottom: int, column: int, texts: Sequence[str]) -> None:
        """Puts lines of text in a column, vertically in the middle of the lines top to bottom."""
        start = max(top, (top + bottom - len(texts)) // 2)
        for number, text in enumerate(texts):
            self.put(start + number, column, text)

    def write(self, page: Page, breaks: Sequence[int] = ()) -> None:
        """Writes the lines; at each break a page mark, and a form feed before the next line."""
        for number, line in enumerate(self.lines):
            broken = number in breaks
            if broken:
                page.texts(["", " " * 40 + f"— {number % 9 + 2} —"])
            page.line(*(["\f"] if broken else []), *_spaced(line))


def _spaced(line: Sequence[tuple[int, Piece]]) -> list[Piece]:
    """The pieces with the spaces that bring each to its column; blanks at the end are lost."""
    ordered = sorted(line, key=lambda item: item[0])
    while ordered and isinstance(ordered[-1][1], Shown) and ordered[-1][1].blank:
        ordered.pop()
    pieces: list[Piece] = []
    at = 0
    for column, piece in ordered:
        gap = max(column - at, 1 if pieces else 0)
        pieces += [" " * gap, piece]
        at += gap + width_of(piece)
    return pieces


def _numbers(sheet: Sheet, line: int, cells: Sequence[Shown], left: int, step: int) -> None:
    """Puts cells in columns of equal width, each centred in its own."""
    for number, cell in enumerate(cells):
        indent = max(0, (step - 1 - width_of(cell)) // 2)
        sheet.put(line, left + number * step + indent, cell)


def _leaf(sheet: Sheet, top: int, row: list[str], cells: Sequence[Shown], column: int) -> int:
    """A label and its numbers on the middle line, which is an own line if the label's are even."""
    height = len(row) + (len(row) + 1) % 2
    middle = top + height // 2
    for number, text in enumerate(row):
        own = len(row) % 2 == 0 and number >= len(row) // 2
        sheet.put(top + number + own, column, text)
    _numbers(sheet, middle, cells, _NUMBERS, _STEP)
    return top + height


def table_two(report: Report, page: Page) -> None:
    """Table two: clause heads in the middle, figures under their headers."""
    for block in report.two:
        sheet = Sheet()
        sheet.put(0, 36, block.head)
        for number, text in enumerate(["信息内容", *report.columns(block)]):
            sheet.put(1, 4 + 26 * number, text)
        for row in block.rows:
            line = len(sheet.lines)
            sheet.put(line, 4, report.leaf(row))
            _numbers(sheet, line, report.of(row), 30, 26)
        sheet.write(page)


def header(report: Report) -> list[str]:
    """Table three's header block as lines of text."""
    page = Page()
    _header_sheet(report).write(page)
    return ["".join(piece for piece in line if isinstance(piece, str)) for line in page.lines]


def _header_sheet(report: Report) -> Sheet:
    sheet = Sheet()
    sheet.put(0, 70, "申请人情况")
    sheet.put(1, 65, "法人或其他组织")
    sheet.centred(0, 5, 2, cut(report.corner, 15))
    sheet.centred(2, 5, _NUMBERS + 1, ["自然人"])
    sheet.centred(1, 4, _NUMBERS + 6 * _STEP + 2, ["总计"])
    for number, name in enumerate(APPLICANTS, 1):
        sheet.centred(2, 5, _NUMBERS + number * _STEP + 1, cut(name, 4))
    return sheet


def table_three(report: Report, page: Page) -> None:
    """Table three: group labels stand in the middle of their rows, in a column to the left."""
    _header_sheet(report).write(page)
    sheet = Sheet()
    tops = []
    line = 0
    for row in report.three:
        tops.append(line)
        column, width = ((2, 18), (_GROUP, 15), (_LEAF, 10))[len(row.path) - 1]
        line = _leaf(sheet, line, cut(report.leaf(row), width), report.of(row), column)
    for depth in (0, 1):
        _groups(report, sheet, [*tops, line], depth)
    some = [top for top in tops[1:] if report.rng.random() < 0.05]
    sheet.write(page, some)


def _groups(report: Report, sheet: Sheet, tops: Sequence[int], depth: int) -> None:
    """Puts the group labels of one depth in their column, each centred over its rows.

    ``tops`` is the first line of every row, and after them the line where the table ends.
    """
    column, width = ((_OUTER, 3), (_GROUP, 4))[depth]
    spans: dict[Label, list[int]] = {}
    for number, row in enumerate(report.three):
        if len(row.path) > depth + 1:
            spans.setdefault(row.path[depth], []).append(number)
    for label, numbers in spans.items():
        text = cut(report.wording.label(label), width)
        sheet.centred(tops[numbers[0]], tops[numbers[-1] + 1], column, text)


def table_four(report: Report, page: Page) -> None:
    """Table four: fifteen narrow columns under headers of two lines."""
    step = max(7, *(width_of(cell) + 2 for cell in report.four))
    sheet = Sheet()
    sheet.put(0, 2 * step, "行政复议")
    sheet.put(0, 9 * step, "行政诉讼")
    sheet.put(1, 6 * step, "未经复议直接起诉")
    sheet.put(1, 12 * step, "复议后起诉")
    for number, name in enumerate(RESULTS * 3):
        sheet.centred(2, 4, 1 + number * step, cut(name, 2))
    _numbers(sheet, 4, report.four, 0, step)
    sheet.write(page)


def title(report: Report, page: Page) -> None:
    """The title in the middle of the line."""
    page.texts([" " * 20 + report.title, ""])


def paragraph(_report: Report, page: Page, text: str) -> None:
    """Prose in lines of forty characters, the first indented."""
    first, *rest = cut(text, 38)
    page.texts(["    " + first, *rest])


def heading(report: Report, page: Page, number: int) -> None:
    """A heading indented by two characters, blank lines around it."""
    page.texts(["", "    " + report.wording.heading(number), ""])
