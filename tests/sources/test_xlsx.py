"""Workbooks: rows and cells as a person sees them, with sheet and reference as their place."""

from __future__ import annotations

import struct

import pytest

from linter.reading import read
from linter.report import State
from linter.sources import Source, UnreadableError, read_bytes
from linter.sources.biff import survey_biff
from linter.sources.sheets import Box, letters, shown
from renderings import render, tagged
from reports import family
from sources.packed import compound, merged, packed, rows, workbook

pytest.importorskip("python_calamine")


def lines(data: bytes) -> list[list[str]]:
    return [line.split("\t") for line in read_bytes(data, "年报.xlsx").original.splitlines()]


def where(source: Source, text: str) -> str:
    at = source.original.index(text)
    return source.place(at, at + len(text)).where


def test_every_sheet_under_its_name_without_what_surrounds_it() -> None:
    data = workbook(
        rows(["<c/>", "规章", 3], ["<c/>", None, None], ["<c/>", "处罚", None, 5], at=4),
        rows(["<c/>"]),
        rows(["丙"]),
        names=["表二", "空表", "表三"],
    )
    assert lines(data) == [["表二"], ["规章", "3", ""], ["", "", ""], ["处罚", "", "5"], ["表三"], ["丙"]]


def test_hidden_sheets_are_left_out() -> None:
    assert lines(workbook(rows([1]), rows([2]), hidden=[0], names=["去年", "今年"])) == [["今年"], ["2"]]


def test_merged_cells_stand_once_and_leave_blanks_below() -> None:
    data = workbook(
        rows(["三、办理", "公开", "藏", 1], ["藏", "部分", "甲", 2], ["藏", None, "乙", 3]) + merged("A1:A3", "B1:C1")
    )
    assert lines(data)[1:] == [["三、办理", "公开", "1"], ["", "部分", "甲", "2"], ["", "", "乙", "3"]]


def test_places() -> None:
    source = read_bytes(workbook(rows(["规章", 3], ["处罚", 19], at=7), names=["表二"]), "年报.xlsx")
    assert where(source, "19") == "表二!B8"
    assert where(source, "规章") == "表二!A7"
    assert where(source, "表二") == "表二"
    at = source.original.index("19")
    assert source.place(at, at + 2)[:4] == (None, None, None, None)


def test_a_text_alone_in_its_row_keeps_its_lines() -> None:
    assert lines(workbook(rows(["一、总体情况&#10;收到 2 件", None], [1, 2])))[1:] == [
        ["一、总体情况"],
        ["收到 2 件"],
        ["1", "2"],
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (-3.0, "-3"),
        (0.1 + 0.2, "0.3"),
        (19.726613, "19.726613"),
        (1e15, "1000000000000000"),
        (1e-7, "0.0000001"),
        (True, "TRUE"),
        ("二〇二三", "二〇二三"),
    ],
)
def test_values(value: object, text: str) -> None:
    assert shown(value) == text


def test_dates_and_columns() -> None:
    from datetime import date, datetime

    assert shown(date(2024, 1, 31)) == "2024年1月31日"
    assert shown(datetime(2024, 1, 31)) == "2024年1月31日"
    assert shown(datetime(2024, 1, 31, 9, 30)) == "2024年1月31日 09:30"
    assert [letters(column) for column in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


def test_formulas_without_a_value_and_errors_are_words_that_hold_their_place() -> None:
    data = workbook(
        rows(
            ["公开", "<c><f>1+1</f></c>", "<c><f>1+1</f><v/></c>", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
            ['<c t="str"><f>IF(1,"")</f><v></v></c>', "<c><f>1+1</f><v>2</v></c>", None, 4],
        )
    )
    assert lines(data)[1:] == [["公开", "公式未算", "公式未算", "公式出错"], ["", "2", "", "4"]]


def test_a_formula_without_a_value_is_no_figure_and_costs_its_row_nothing() -> None:
    table = render(tagged("f2021"), year=2023, form="f2021", agency="临江市商务局", layout="tabs").text
    cells = [line.split("\t") for line in table.split("\n")]
    whole = read(read_bytes(workbook(rows(*map(_numbers, cells))), "年报.xlsx"), family())
    assert whole.cells["t3.granted.total"].state is State.NUMBER
    wanted = str(whole.cells["t3.granted.total"].value)
    formula = [
        ["<c><f>SUM(B1:G1)</f></c>" if cell == wanted else cell for cell in line] for line in map(_numbers, cells)
    ]
    report = read(read_bytes(workbook(rows(*formula)), "年报.xlsx"), family())
    cell = report.cells["t3.granted.total"]
    assert (cell.state, cell.value, cell.raw) == (State.PLACEHOLDER, None, "公式未算")
    others = [name for name in whole.cells if whole.cells[name].value != report.cells[name].value]
    assert others == ["t3.granted.total"]


def _numbers(line: list[str]) -> list[object]:
    return [cell.replace("&", "&amp;").replace("<", "&lt;") for cell in line]


A1_AND_LAST = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (workbook(A1_AND_LAST), "铺得太开"),
        (
            workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFE9"><v>1</v></c></row>'),
            "不存在的单元格",
        ),
        (workbook('<row r="99999999"><c><v>1</v></c></row>'), "不存在的单元格"),
        (workbook(f'<row r="1"><c r="{"A" * 5000}1"><v>1</v></c></row>'), "不存在的单元格"),
        (workbook(rows([1]) + merged("A1:XFD1048576", "B1:XFD1048576") + "<x"), "损坏"),
        (workbook(rows([None])), "没有内容"),
        (workbook(), "没有内容"),
        (workbook('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), "损坏"),
        (packed({"[Content_Types].xml": "spreadsheetml.sheet.main"}), "损坏"),
        (workbook(rows([1]))[:-300], "损坏"),
    ],
)
def test_hostile_and_damaged_workbooks(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_bytes(data, "年报.xlsx")


def test_a_merged_range_over_the_whole_sheet_costs_nothing() -> None:
    assert lines(workbook(rows([1, 2]) + merged("A1:XFD1048576")))[1:] == [["1"]]


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _xls(*cells: bytes) -> bytes:
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 1997, 0, 6))
    book = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x05, 0, 1997, 0, 6))
    sheet = b"\x01\0S"
    length = len(book) + 4 + 6 + len(sheet) + 4
    bound = _record(0x0085, struct.pack("<IBB", length, 0, 0) + sheet)
    return compound({"Workbook": book + bound + _record(0x0A, b"") + begin + b"".join(cells) + _record(0x0A, b"")})


def _number(row: int, column: int, value: float) -> bytes:
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def test_the_older_format() -> None:
    error = _record(0x0205, struct.pack("<HHHBB", 3, 2, 0, 7, 1))
    data = _xls(_number(2, 1, 7), _number(2, 2, 0.5), error)
    assert lines(data) == [["S"], ["7", "0.5"], ["", "公式出错"]]
    assert survey_biff(data).in_order[0].box == Box(2, 1, 3, 2)


def test_the_older_format_spread_out() -> None:
    with pytest.raises(UnreadableError, match="铺得太开"):
        read_bytes(_xls(_number(0, 0, 1), _number(65535, 255, 1)), "年报.xls")


def test_a_damaged_one_that_ends_its_parser() -> None:
    """It counts merged ranges that are not there: calamine panics."""
    with pytest.raises(UnreadableError, match="工作簿已损坏"):
        read_bytes(_xls(_number(0, 0, 1), _record(0x00E5, struct.pack("<H", 60000))), "年报.xls")


def test_one_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    from linter.sources import sheetworker

    monkeypatch.setattr(sheetworker, "SECONDS", 0.001)
    with pytest.raises(UnreadableError, match="工作簿已损坏"):
        read_bytes(workbook(rows([1])), "年报.xlsx")


def test_a_sheet_that_claims_to_be_full() -> None:
    data = workbook(rows(["规章", 3]) + '|<dimension ref="A1:XFD1048576"/>')
    assert lines(data)[1:] == [["规章", "3"]]
