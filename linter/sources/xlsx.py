"""Workbooks (.xlsx, .xls), where a table is handed over as a sheet: every visible sheet as rows of cells.

The values come from `python-calamine`, an extra. It makes a field for every cell between the first and the last, and
gives formulas that were never calculated and those that failed as blanks; so the sheets are surveyed first.
It works in a process of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from linter.record import NamedTuple
from linter.sources.composed import ComposedSource, Composer
from linter.sources.detection import COMPOUND
from linter.sources.interface import Place, UnreadableError
from linter.sources.sheets import FAILED, PLACEHOLDER, UNCALCULATED, Grid, GridCell, Survey, Surveys
from linter.sources.sheetworker import LockedError, Sheet, parse

MAX_CELLS = 500_000
"""The area of all sheets together, from the first cell that holds something to the last; a report has some hundred."""

_TOO_WIDE = (
    "工作表的内容铺得太开，不像是一份年度报告，请只留报告的表格再检查"
    " (cells too far apart: keep the report's tables only)"
)
_DAMAGED = "工作簿已损坏，请用 Excel 或 WPS 打开后另存一份再检查 (damaged; open it in Excel or WPS and save it anew)"
_EMPTY = "工作簿里没有内容，请核对文件 (the workbook is empty; see whether it is the right one)"
_NO_EXTRA = (
    '读取 Excel 工作簿需要另装组件，请运行 pip install "gouji[xlsx]"'
    " (workbooks need an extra, which this command installs)"
)


class SheetCell(NamedTuple):
    """The origin of a cell: its sheet and reference; a sheet's name has no reference."""

    sheet: str
    reference: str

    def place(self, _start: int, _end: int) -> Place:
        where = f"{self.sheet}!{self.reference}" if self.reference else self.sheet
        return Place(None, None, None, None, where)


def read_xlsx(data: bytes, name: str) -> ComposedSource[SheetCell]:
    """A workbook as text; raises UnreadableError when it is damaged, locked, too large or empty, or the extra is not
    installed."""
    if find_spec("python_calamine") is None:
        raise UnreadableError(name, _NO_EXTRA)
    surveys, area = _survey(data, name)
    if area > MAX_CELLS:
        raise UnreadableError(name, _TOO_WIDE)
    composer: Composer[SheetCell] = Composer()
    for sheet in _parse(data, name):
        _add_sheet(sheet, surveys[sheet.number] if sheet.number < len(surveys) else Survey(), composer)
    if not composer.length:
        raise UnreadableError(name, _EMPTY)
    source = composer.source(name)
    return source.replaced(text=source.text.replace(UNCALCULATED, PLACEHOLDER).replace(FAILED, PLACEHOLDER))


def _survey(data: bytes, name: str) -> Surveys:
    if data.startswith(COMPOUND):
        from linter.sources.biff import survey_biff

        return survey_biff(data)
    from linter.sources.spreadsheetml import survey_spreadsheetml

    return survey_spreadsheetml(data, name)


def _parse(data: bytes, name: str) -> list[Sheet]:
    try:
        sheets = parse(data)
    except LockedError:
        from linter.sources.compound import encrypted

        raise encrypted(name) from None
    if sheets is None:
        raise UnreadableError(name, _DAMAGED)
    return sheets


def _add_sheet(sheet: Sheet, survey: Survey, composer: Composer[SheetCell]) -> None:
    texts = {
        (row, column): text
        for row, line in enumerate(sheet.rows, sheet.top)
        for column, text in enumerate(line, sheet.left)
        if text.strip()
    }
    grid = Grid(texts | dict(survey.notes), sheet.merged)
    if grid.texts:
        composer.add(sheet.title, SheetCell(sheet.title, ""))
        composer.end_line()
        for cells in grid.rows():
            _add_row(cells, sheet.title, composer)


def _add_row(row: Sequence[GridCell], title: str, composer: Composer[SheetCell]) -> None:
    """A row's cells; a text that has its row to itself keeps its lines."""
    written = [cell for cell in row if cell.text]
    if len(written) == 1 and "\n" in written[0].text:
        for line in written[0].text.splitlines():
            composer.add(line, SheetCell(title, written[0].reference))
            composer.end_line()
        return
    for number, (reference, text) in enumerate(row):
        if number:
            composer.end_cell()
        composer.add(text, SheetCell(title, reference))
    composer.end_line()
