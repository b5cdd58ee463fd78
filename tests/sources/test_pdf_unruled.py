"""Tables without rulings: columns come from all of a table, labels from where they stand beside its figures."""

from __future__ import annotations

from collections.abc import Sequence

from pdfs import pdf, read_here, stroke, text

HEAD = text(60, 60, "某某局政府信息公开工作年度报告")
COLUMNS = (230, 290, 350)
HEADER = ("个人", "企业", "总计")

Words = tuple[float, float, str]
"""Where words stand, from the left and from the top, and what they are."""


def lines(*pages: Sequence[Words], also: str = "") -> list[str]:
    drawn = ["".join(text(x, top, words) for x, top, words in page) for page in pages]
    return read_here(pdf(HEAD + drawn[0] + also, *drawn[1:])).text.splitlines()[1:]


def row(top: float, *cells: str, columns: Sequence[float] = COLUMNS) -> list[Words]:
    return [(x, top, cell) for x, cell in zip(columns, cells, strict=False) if cell]


def test_a_label_that_wraps_around_its_figures_is_one_row() -> None:
    page = [*row(100, *HEADER), (60, 120, "1.危及安全稳"), *row(126, "5", "0", "5"), (60, 132, "定")]
    page += [(60, 152, "2.其他"), *row(152, "12", "3", "15")]
    assert lines(page) == ["个人\t企业\t总计", "1.危及安全稳定\t5\t0\t5", "2.其他\t12\t3\t15"]


def test_labels_may_begin_or_end_beside_their_figures() -> None:
    for beside in (120, 132):
        page = [*row(100, *HEADER), (60, 120, "1.危及安全稳"), *row(beside, "5", "0", "5"), (60, 132, "定")]
        page += [(60, 152, "2.没有现成信"), (60, 164, "息"), *row(beside + 32, "1", "2", "3")]
        assert lines(page)[1:] == ["1.危及安全稳定\t5\t0\t5", "2.没有现成信息\t1\t2\t3"]


def test_rows_and_cells_that_are_blank_keep_their_place() -> None:
    page = [*row(100, *HEADER), (60, 120, "1.国家秘密"), *row(120, "", "7", "7"), (60, 140, "2.其他法律")]
    page += [(60, 160, "3.其他"), *row(160, "1", "", "1")]
    assert lines(page)[1:] == ["1.国家秘密\t\t7\t7", "2.其他法律\t\t\t", "3.其他\t1\t\t1"]


def test_a_column_may_show_in_the_header_alone() -> None:
    page = [*row(100, *HEADER), (60, 120, "一、新收"), *row(120, "8", "", "8"), (60, 140, "二、结转")]
    assert lines([*page, *row(140, "2", "", "2")])[1:] == ["一、新收\t8\t\t8", "二、结转\t2\t\t2"]


def test_a_header_over_several_columns_is_no_column() -> None:
    page = [(315, 85, "单位"), *row(100, *HEADER), (60, 120, "一、新收"), *row(120, "8", "", "8")]
    assert lines(page)[1:] == ["个人\t企业\t总计", "一、新收\t8\t\t8"]


def test_figures_may_stand_at_the_other_side_of_their_column_than_its_header() -> None:
    right = (272, 332, 392)
    page = [*row(100, *HEADER), (60, 120, "一、新收"), *row(120, "8", "", "8", columns=right)]
    assert lines(page)[1:] == ["一、新收\t8\t\t8"]


def test_the_label_of_a_group_stands_at_its_first_row() -> None:
    page = [*row(100, *HEADER), (60, 120, "一、新收"), *row(120, "9", "9", "9")]
    for n, label in enumerate(["1.国家秘密", "2.其他法律", "3.其他", "1.不掌握", "2.不明确"]):
        page += [(120, 140 + 20 * n, label), *row(140 + 20 * n, "1", "2", "3")]
    page += [(60, 154, "(一)不予"), (60, 166, "公开"), (60, 210, "(二)其他")]
    page += [(60, 240, "(三)总计"), *row(240, "5", "10", "15")]
    assert lines(page)[1:] == [
        "一、新收\t9\t9\t9",
        "(一)不予公开\t1.国家秘密\t1\t2\t3",
        "\t2.其他法律\t1\t2\t3",
        "\t3.其他\t1\t2\t3",
        "(二)其他\t1.不掌握\t1\t2\t3",
        "\t2.不明确\t1\t2\t3",
        "(三)总计\t5\t10\t15",
    ]


def test_two_columns_of_labels_may_stand_close_together() -> None:
    page = [*row(100, *HEADER), (60, 120, "(一)不予"), (104, 120, "1.国家秘密"), *row(120, "1", "2", "3")]
    page += [(104, 140, "2.其他法律"), *row(140, "1", "2", "3"), (104, 160, "3.其他"), *row(160, "1", "2", "3")]
    assert lines(page)[1] == "(一)不予\t1.国家秘密\t1\t2\t3"


def test_a_table_goes_on_over_the_break_of_a_page_and_its_header_again() -> None:
    first = [*row(100, *HEADER), (60, 120, "一、新收"), *row(120, "8", "", "8")]
    second = [(60, 60, "二、结转"), *row(60, "", "", "2")]
    again = [*row(60, *HEADER), (60, 80, "二、结转"), *row(80, "", "", "2")]
    wanted = ["个人\t企业\t总计", "一、新收\t8\t\t8", "二、结转\t\t\t2"]
    assert lines(first, second) == lines(first, again) == wanted


def test_a_row_without_a_label_has_all_its_cells() -> None:
    page = [*row(100, *HEADER), *row(120, "", "4", "4")]
    assert lines(page)[1] == "\t4\t4"


def test_what_follows_a_table_is_no_label() -> None:
    page = [*row(100, *HEADER), (60, 120, "规章"), *row(120, "8", "1", "9")]
    assert lines([*page, (60, 136, "其他事项")])[1:] == ["规章\t8\t1\t9", "其他事项"]


def test_no_part_of_a_figure_that_wraps_is_taken_for_it() -> None:
    page = [*row(100, *HEADER), (60, 120, "1.不掌握信"), *row(120, "128", "3", "131"), (60, 132, "息")]
    page += [*row(132, "8", "", "1"), (60, 152, "2.其他"), *row(152, "1", "2", "3")]
    assert lines(page)[1:] == ["1.不掌握信\t128 8\t3\t131 1\t息", "2.其他\t1\t2\t3"]
    page = [*row(100, *HEADER), (60, 120, "1.不掌握"), *row(120, "128", "3", "131"), *row(132, "8", "", "1")]
    assert lines(page)[1:] == ["1.不掌握\t128 8\t3\t131 1"]
    page = [*row(100, *HEADER), *row(120, "128", "3", "131"), *row(132, "8", "", "1")]
    assert lines(page)[1:] == ["128 8\t3\t131 1"]


def test_the_rest_of_a_figure_on_the_next_page_is_no_page_number() -> None:
    first = [*row(100, *HEADER), (60, 120, "1.不掌握"), *row(120, "3", "3", "71")]
    second = [(352, 40, "74"), (60, 56, "2.其他"), *row(56, "1", "2", "3")]
    assert lines(first, second)[1:] == ["1.不掌握\t3\t3\t71 74", "2.其他\t1\t2\t3"]


def test_where_labels_are_in_doubt_each_line_is_a_row() -> None:
    page = [*row(100, *HEADER), (60, 120, "规章"), *row(130, "5", "", "5"), (60, 145, "文件")]
    assert lines(page) == ["个人\t企业\t总计", "规章", "5\t5", "文件"]


def test_a_table_with_three_rulings_is_read_as_one_without() -> None:
    rulings = "".join(stroke(55, y, 400, y) for y in (97, 115, 158))
    page = [*row(100, *HEADER), (60, 120, "规章"), *row(120, "8", "", "8"), (60, 140, "文件"), *row(140, "", "1", "1")]
    assert lines(page, also=rulings)[1:] == ["规章\t8\t\t8", "文件\t\t1\t1"]


def test_figures_in_a_sentence_are_no_table() -> None:
    page = [(60, 100, "全年收到申请 859 件，办结 805 件，结转 72 件。"), (60, 115, "公开信息 1364 条。")]
    assert not any("\t" in line for line in lines(page))
