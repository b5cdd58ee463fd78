"""Tables of web pages: a line for each row, each cell once, a blank one where a cell reaches down."""

from __future__ import annotations

import pytest

from linter.sources.interface import Place
from sources.webpage import lines, page


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", ["a\tb", "c\td"]),
        ("<table><tr><td>a<td>b<tr><th>c<td>d</table>", ["a\tb", "c\td"]),
        ("<TABLE><THEAD><TR><TH>a<TH>b<TBODY><TR><TD>1<TD>2</TABLE>", ["a\tb", "1\t2"]),
        ("<table><tfoot><tr><td>x<td>y</tfoot><tbody><tr><td>a<td>b</table>", ["a\tb", "x\ty"]),
        ("<table><tr><td>a<td><td>c</table>", ["a\t\tc"]),
        ("<table><tr><td>a<td>&nbsp;<td>c</table>", ["a\t\xa0\tc"]),
        ("<table><td>a<td>b<tr><td>c<td>d</table>", ["a\tb", "c\td"]),
        ("<table><form><tr><td>a<td>b</tr></form><tr><form><td>c<td>d</form></table>", ["a\tb", "c\td"]),
        ("<table><caption>表</caption>注<tr><td>a<td>b</table>尾", ["表", "注", "a\tb", "尾"]),
        ("<table><tr><td>一<br>二</td><td><p>1</p><p>2</p></td></tr></table>", ["一 二\t1 2"]),
        ("<table><tr><td> <p>\n 1 </p> </td><td>2</td></tr></table>", ["1\t2"]),
        ("<table><colgroup><col><col></colgroup><tr><td>a<td>b</table>", ["a\tb"]),
    ],
)
def test_rows_are_lines_and_cells_are_parted_by_tabs(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td rowspan=2>a<td>b<tr><td>c<td>d", ["a\tb", "\tc\td"]),
        ("<tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e", ["a\tb\tc", "d\t\te"]),
        ("<tr><td>a<td rowspan=2>b<tr><td>c", ["a\tb", "c\t"]),
        ("<tr><td rowspan=3 colspan=2>a<td>b<tr><td>c<tr><td>d", ["a\tb", "\tc", "\td"]),
        ("<tr><td rowspan=3>a<td rowspan=2>b<td>c<tr><td>d<tr><td>e<td>f", ["a\tb\tc", "\t\td", "\te\tf"]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", ["a\tb", "c\td\te"]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", ["a\tb", "\tc", "\td"]),
        ("<tr><td rowspan=9>a<td>b</tr><tbody><tr><td>c<td>d", ["a\tb", "c\td"]),
        ("<tr><td rowspan=9>a<td>b<tr><td>c", ["a\tb", "\tc"]),
        ("<tr><td colspan=1000000000 rowspan='2'>a<td>b<tr><td>c<td>d", ["a\tb", "\tc\td"]),
        ("<tr><td rowspan=1000000000>a<td>b<tr><td>c", ["a\tb", "\tc"]),
        ("<tr><td colspan=0 rowspan=x>a<td rowspan=-2>b<tr><td colspan=>c<td>d", ["a\tb", "c\td"]),
        ("<tr><td rowspan=3>a<td>b<tr><tr><td>c", ["a\tb", "\tc"]),
    ],
)
def test_a_cell_stands_once_and_leaves_blanks_below(rows: str, expected: list[str]) -> None:
    assert lines(f"<table>{rows}</table>") == expected


def test_rows_that_show_nothing_are_no_lines() -> None:
    """Word ends a table with a row of no height that only has widths."""
    ruler = "<![if !supportMisalignedColumns]><tr height=0><td width=60></td><td width=9></td></tr><![endif]>"
    assert lines(f"<table><tr><td>a<td>1</tr>{ruler}</table>") == ["a\t1"]
    assert lines("<table><tr><td>a<td>1<tr style='display:none'><td>b<td>2<tr><td>c<td>3</table>") == ["a\t1", "c\t3"]


def test_a_hidden_cell_is_none() -> None:
    assert lines("<table><tr><td>a<td style='display:none'>x<td>1</table>") == ["a\t1"]


def test_a_table_that_lays_out_the_page_is_read_as_blocks() -> None:
    inner = "<table><tr><td>a</td><td>1</td></tr></table>"
    assert lines(f"<table><tr><td>左</td><td><p>上</p>{inner}<p>下</p></td></tr></table>") == ["左", "上", "a\t1", "下"]
    assert lines("<table><tr><td>标题</td></tr><tr><td><p>一</p><p>二</p></td></tr></table>") == ["标题", "一", "二"]
    prose = "".join(f"<p>{'长' * 150}{n}</p>" for n in range(3))
    assert lines(f"<table><tr><td>左</td><td>{prose}</td></tr></table>")[0] == "左"


def test_a_number_in_several_spans_is_one() -> None:
    markup = "<table><tr><td>a<td><span>1</span><span\nlang=EN-US>2</span>3<o:p></o:p></table>"
    source = page(markup)
    assert source.original == "a\t123\n"
    assert source.place(2, 5) == Place(1, 27, 2, 21)


def test_a_blank_cell_stands_right_after_its_tag() -> None:
    source = page('<table>\n<tr><td>a</td><td class="a>b" >\n</td><td></td><td><p>&nbsp;</p></td></tr></table>')
    assert source.original == "a\t\t\t\xa0\n"
    assert source.place(2, 2) == Place(2, 32, 2, 32)
    assert source.place(3, 3) == Place(3, 10, 3, 10)
    assert source.place(4, 5) == Place(3, 22, 3, 28)
