"""Page breaks: furniture, and tables that go on."""

from __future__ import annotations

import pytest

from pdfs import pdf, read_here, table, text

XS = [60, 120, 180, 240]
HEAD = text(60, 60, "某某局政府信息公开工作年度报告")


def lines(*pages: str) -> list[str]:
    return read_here(pdf(*pages)).text.splitlines()


def broken(*parts: list[list[str]]) -> list[str]:
    """A table on as many pages as there are parts, without the title above it."""
    ys = [100, 130, 160, 190]
    drawn = [table(XS, ys[: len(part) + 1], part) for part in parts]
    return lines(HEAD + drawn[0], *drawn[1:])[1:]


@pytest.mark.parametrize("mark", ["－{}－", "- {} -", "— {} —", "第 {} 页 共 9 页", "{}", "{}/9"])
def test_page_numbers_are_left_out(mark: str) -> None:
    pages = [words + text(290, 800, mark.format(n)) for n, words in ((1, HEAD), (2, text(60, 80, "一、总体情况如下")))]
    assert lines(*pages) == ["某某局政府信息公开工作年度报告", "一、总体情况如下"]


def test_running_headers_are_left_out_and_a_lone_title_stays() -> None:
    pages = [
        text(60, 30, f"某某局文件 {n}") + text(60, 90, words) for n, words in ((1, "总体情况如下"), (2, "没有别的"))
    ]
    assert lines(*pages) == ["总体情况如下", "没有别的"]
    assert lines(HEAD) == ["某某局政府信息公开工作年度报告"]


def test_a_figure_in_the_middle_of_a_page_is_no_page_number() -> None:
    assert lines(HEAD + text(290, 400, "4")) == ["某某局政府信息公开工作年度报告", "4"]


def test_a_header_that_the_next_page_repeats_counts_once() -> None:
    head = ["信息内容", "制发", "废止"]
    assert broken([head, ["规章", "1", "2"]], [head, ["文件", "3", "4"]]) == [
        "信息内容\t制发\t废止",
        "规章\t1\t2",
        "文件\t3\t4",
    ]


def test_the_rest_of_a_label_joins_the_row_above_the_break() -> None:
    assert broken([["没有现成信", "1", "2"]], [["息", "", ""], ["文件", "3", "4"]]) == [
        "没有现成信息\t1\t2",
        "文件\t3\t4",
    ]


def test_the_rest_of_a_figure_joins_the_row_above_the_break() -> None:
    upper = [["没有现成信", "123456789", "2"]]
    assert broken(upper, [["息", "01", ""], ["文件", "3", "4"]]) == ["没有现成信息\t12345678901\t2", "文件\t3\t4"]


def test_a_row_whose_figures_stand_below_the_break_is_whole() -> None:
    assert broken([["规章", "", ""]], [["", "1", "2"], ["文件", "3", "4"]]) == ["规章\t1\t2", "文件\t3\t4"]


def test_a_new_row_below_the_break_stays_a_row() -> None:
    assert broken([["没有现成信", "1", "2"]], [["1.秘密", "", ""]]) == ["没有现成信\t1\t2", "1.秘密\t\t"]
    assert broken([["规章", "1", "2"]], [["文件", "", ""]]) == ["规章\t1\t2", "文件\t\t"]
    assert broken([["没有现成信", "1", "2"]], [["文件", "3", "4"]]) == ["没有现成信\t1\t2", "文件\t3\t4"]


def test_a_table_with_other_columns_is_another_table() -> None:
    first = HEAD + table(XS, [100, 130], [["没有现成信", "1", "2"]])
    assert lines(first, table([60, 100, 240], [60, 90], [["息", ""]]))[1:] == ["没有现成信\t1\t2", "息\t"]
