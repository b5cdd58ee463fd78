"""What a page shows becomes lines and cells; the pages here are put together by hand."""

from __future__ import annotations

import pickle

from linter.sources.interface import Place
from linter.sources.pdf import PdfOrigin
from pdfs import HEIGHT, grid, pdf, picture, read_here, stroke, table, text


def lines(*pages: str, attributes: str = "") -> list[str]:
    return read_here(pdf(*pages, attributes=attributes)).text.splitlines()


HEAD = text(60, 60, "某某局政府信息公开工作年度报告")


def test_a_ruled_table_has_a_line_for_each_row_and_a_tab_between_cells() -> None:
    drawn = table([60, 160, 220, 280], [100, 120, 140], [["规章", "0", "12"], ["文件", "", "３"]])
    assert lines(HEAD + drawn) == ["某某局政府信息公开工作年度报告", "规章\t0\t12", "文件\t\t3"]


def test_a_merged_cell_is_one_cell_and_one_that_reaches_down_leaves_a_blank() -> None:
    rulings = [
        *[stroke(60, y, 300, y) for y in (100, 160)],
        stroke(120, 120, 300, 120),
        stroke(120, 140, 300, 140),
        *[stroke(x, 100, x, 160) for x in (60, 120, 300)],
        stroke(200, 120, 200, 160),
    ]
    words = [text(65, 120, "结果"), text(125, 103, "申请人情况"), text(125, 123, "个人"), text(205, 123, "企业")]
    assert lines(HEAD + "".join(rulings + words) + text(125, 143, "5") + text(205, 143, "7"))[1:] == [
        "结果\t申请人情况",
        "\t个人\t企业",
        "\t5\t7",
    ]


def test_a_label_that_wraps_in_its_cell_is_whole() -> None:
    drawn = table([60, 120, 180], [100, 130], [["没有现成信\n息", "4"]])
    assert lines(HEAD + drawn)[1] == "没有现成信息\t4"


def test_digits_that_wrap_are_one_figure_only_where_the_first_line_is_full() -> None:
    drawn = table([60, 120, 150, 210], [100, 130], [["没有现成信\n息", "4524\n32", "4524\n32"]])
    assert lines(HEAD + drawn)[1] == "没有现成信息\t452432\t4524 32"


def test_a_decimal_that_wraps_after_its_point_is_one_figure() -> None:
    drawn = table([60, 120, 180], [100, 130], [["收费", "5923.\n25"]])
    assert lines(HEAD + drawn)[1] == "收费\t5923.25"


def test_rulings_may_be_filled_rectangles_and_shades_are_none() -> None:
    def bar(x0: float, top: float, x1: float, bottom: float) -> str:
        return f"{x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re f\n"

    bars = [bar(60, y, 200.5, y + 0.5) for y in (100, 120)] + [bar(x, 100, x + 0.5, 120.5) for x in (60, 130, 200)]
    shade = f"0.9 g {bar(80, 105, 120, 118)} 0 g\n"
    assert lines(HEAD + shade + "".join(bars) + text(65, 103, "规章") + text(135, 103, "8"))[1] == "规章\t8"


def test_a_table_may_be_open_at_its_sides() -> None:
    rulings = [stroke(60, y, 200, y) for y in (100, 120, 140)] + [stroke(130, 100, 130, 140)]
    words = [text(65, 103, "规章"), text(135, 103, "8"), text(65, 123, "文件"), text(135, 123, "9")]
    assert lines(HEAD + "".join(rulings + words))[1:] == ["规章\t8", "文件\t9"]


def test_cells_may_be_boxes_with_gaps_between_them() -> None:
    for gap in (2, 5):
        xs, ys = [(60, 118), (118 + gap, 176), (176 + gap, 230)], [(100, 118), (118 + gap, 138)]
        boxes = [grid(x, y) for x in xs for y in ys]
        words = [text(65, 104, "规章"), text(65, 124, "规定"), text(185, 104, "8"), text(127, 124, "9")]
        around = grid([60 - gap, 230 + gap], [100 - gap, 138 + gap])
        for drawn in ("", around):
            assert lines(HEAD + "".join(boxes + words) + drawn)[1:] == ["规章\t\t8", "规定\t9\t"]


def test_a_box_that_reaches_across_others_is_one_cell() -> None:
    drawn = [grid((60, 180), (100, 118)), grid((60, 118), (121, 138)), grid((121, 180), (121, 138))]
    words = [text(100, 104, "行政复议"), text(65, 124, "1"), text(130, 124, "2")]
    assert lines(HEAD + "".join(drawn + words))[1:] == ["行政复议", "1\t2"]


def test_words_underlined_or_framed_are_no_table() -> None:
    frame = [stroke(50, y, 300, y) for y in (90, 140)] + [stroke(x, 90, x, 140) for x in (50, 300)]
    drawn = "".join(frame) + text(60, 100, "公开是原则") + stroke(60, 112, 110, 112)
    assert lines(HEAD + drawn)[1] == "公开是原则"


def test_columns_without_rulings_are_cells_and_a_blank_keeps_its_place() -> None:
    rows = [["规章", "1", "20", "3"], ["规范性文件", "4", "", "600"], ["其他", "7", "8", "9"]]
    drawn = [text(60 + 100 * x, 100 + 20 * y, cell) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell]
    assert lines(HEAD + "".join(drawn))[1:] == ["\t".join(row) for row in rows]


def test_characters_drawn_again_for_bold_count_once() -> None:
    assert lines(HEAD + text(60.3, 60, "某某局政府信息公开工作年度报告")) == ["某某局政府信息公开工作年度报告"]
    assert lines(HEAD + text(60, 90, "11件")) == ["某某局政府信息公开工作年度报告", "11件"]


def test_invisible_text_over_a_scan_is_read() -> None:
    assert lines("3 Tr\n" + HEAD + picture()) == ["某某局政府信息公开工作年度报告"]


def test_a_page_on_its_side_is_read_as_it_is_shown() -> None:
    upwards = f"q 0 1 -1 0 {HEIGHT} 0 cm {HEAD}{table([60, 160, 220], [100, 120], [['规章', '12']])} Q"
    assert lines(upwards) == ["某某局政府信息公开工作年度报告", "规章\t12"]
    assert lines(upwards, attributes="/Rotate 90") == ["某某局政府信息公开工作年度报告", "规章\t12"]


def test_radicals_and_wide_digits_are_plain_and_circled_ones_stay() -> None:
    source = read_here(pdf(HEAD + text(60, 90, "①收到申请１２件")))
    assert source.text.endswith("①收到申请12件\n")
    assert "１２" in source.original
    assert len(source.text) == len(source.original)


def test_a_line_that_fills_the_page_goes_on_in_the_next() -> None:
    full = "公开信息" * 11 + "共计"
    drawn = [text(80, 100, full), text(60, 115, "二百条。"), text(80, 130, "一、总体情况"), text(60, 145, "无。")]
    assert lines(HEAD + "".join(drawn))[1:] == [full + "二百条。", "一、总体情况", "无。"]


def test_the_place_of_a_figure_is_its_page_and_box() -> None:
    source = read_here(pdf(HEAD, table([60, 160, 220], [100, 120], [["规章", "12"]])))
    at = source.text.index("12")
    (part,) = source.parts(at, at + 2)
    assert source.place(at, at + 2) == Place(None, None, None, None, "第 2 页", 2, part.origin.box)
    assert [round(side) for side in part.origin.box[::2]] == [165, 175]
    assert isinstance(pickle.loads(pickle.dumps(source)).origins[0], PdfOrigin)
