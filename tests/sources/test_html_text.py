"""Text of web pages: what ends a line, what is white space, what nobody sees."""

from __future__ import annotations

import pytest

from linter.sources.html.page import Piece
from linter.sources.html.scanning import Scanner
from linter.sources.html.spot import Spot
from linter.sources.interface import Place, UnreadableError
from sources.webpage import cuts, lines, page


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>收到申请<p>办结", ["收到申请", "办结"]),
        ("<div>一<div>二</div>三</div>四", ["一", "二", "三", "四"]),
        ("收到<br>申请<br/>数", ["收到", "申请", "数"]),
        ("<span style='display: block'>一</span>二", ["一", "二"]),
        ("<ul><li>一<li>二</ul><h3>三</h3><hr>四", ["一", "二", "三", "四"]),
        ("<p></p><div><p> </p></div><p>一</p>", ["一"]),
    ],
)
def test_blocks_and_breaks_are_lines(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<p>收到<span>1</span><span lang=EN-US>2</span><b>件</b></p>",
        "<p>收到<o:p></o:p>1<!-- 3 -->2<font color=red>件</font>",
        "<p>收到1<a name=_Toc1></a>2<script>write('<p>9</p>')</script>件",
        "<p>收到1</b>2<![if !supportLists]>件<![endif]>",
    ],
)
def test_inline_elements_part_nothing(markup: str) -> None:
    assert lines(markup) == ["收到12件"]


def test_white_space_is_what_a_browser_makes_of_it() -> None:
    assert lines("<p>\n  a \t b\r\nc <b> d</b> </p>") == ["a b c d"]
    assert lines("<p>a&nbsp; b\u3000c</p>") == ["a\xa0 b\u3000c"]


def test_a_line_end_in_the_source_is_no_blank_between_chinese_characters() -> None:
    assert lines("<p>收到\n  申请</p>") == ["收到申请"]
    assert lines("<p>收到</span>\r\n<span>申请</p>") == ["收到申请"]
    assert lines("<p>收到 申请</p>") == ["收到 申请"]
    assert lines("<p>收到\n12\n件</p>") == ["收到 12 件"]
    assert lines("<p>\uff11\n\uff12</p>") == ["\uff11 \uff12"]


def test_preformatted_text_keeps_lines_tabs_and_gaps() -> None:
    assert lines("<pre>a\tb\r\nc   d\n\n  e</pre>f") == ["a\tb", "c   d", "  e", "f"]


def test_a_raised_number_is_no_part_of_the_figure_beside_it() -> None:
    assert lines("<td>15<sup>2</sup></td>") == ["15 2"]
    assert lines("<p><sup>1</sup>15") == ["1 15"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a<b) '<p>9</p>'</script>",
        "<style>p { color: red }</style>",
        "<!-- <p>9</p> -->",
        "<!--[if gte mso 9]><p>9</p><![endif]-->",
        "<noscript><p>9</p></noscript>",
        "<template><p>9</p></template>",
        "<div style='color: red; DISPLAY : None'><p>9</p></div>",
        "<span style='mso-hide:all'>9</span>",
        "<p hidden>9</p>",
        "<select><option>9</option></select>",
        "<textarea><p>9</textarea>",
        "<svg><text>9</text></svg>",
        "<?xml version='1.0'?>",
        "<![CDATA[9]>",
        "<img alt='9>9'>",
        "<input value='<td>9'>",
    ],
)
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    assert lines(f"<p>7</p>{hidden}<p>8</p>") == ["7", "8"]


def test_a_head_without_its_end_hides_nothing() -> None:
    assert lines("<html><head><title>9</title><meta charset=utf-8><p>7") == ["7"]


def test_entities() -> None:
    assert lines("<p>&#49;&#x32;&nbsp;&lt;&amp;&#65292;&nbsp3 &bogus; a&b &#0;") == [
        "12\xa0<&，\xa03 &bogus; a&b \ufffd"
    ]


def test_wide_figures_and_radicals_are_made_plain() -> None:
    source = page("<p>&#65297;２件 ⽤")
    assert source.text == "12件 用\n"
    assert source.place(4, 5) == Place(1, 15, 1, 16)


def test_each_piece_is_found_in_the_source() -> None:
    markup = "<p class=a>收到 <b\nid='x>y'>1</b>2&nbsp;件，\r\n&#49;0\n 份<!-- 1 --></p>"
    assert cuts(markup) == [
        ("收到", "收到"),
        ("1", "1"),
        ("2", "2"),
        ("\xa0", "&nbsp;"),
        ("件，", "件，"),
        ("1", "&#49;"),
        ("0", "0"),
        ("份", "份"),
    ]


def test_places_run_over_markup_and_end_after_entities() -> None:
    source = page("<p>\n收到<b>1</b>&#50;件&nbsp;")
    start = source.original.index("1")
    assert source.place(start, start + 2) == Place(2, 6, 2, 16)
    assert source.place(start + 1, start + 2) == Place(2, 11, 2, 16)
    assert source.place(start + 2, start + 2) == Place(2, 16, 2, 16)
    end = len(source.original) - 1
    assert source.place(end - 1, end) == Place(2, 17, 2, 23)
    assert source.place(end, end) == Place(2, 23, 2, 23)


def test_a_text_that_the_source_does_not_have_gets_its_line_and_no_column() -> None:
    """What follows is exact again, also where the parser has left something out."""
    scanner = Scanner("<p>a\n<b>lost</b> 12<td>3")
    assert scanner.find("a") == [Piece("a", Spot(1, 4))]
    assert scanner.find("made up") == [Piece("made up", Spot(2, None))]
    assert scanner.find("12") == [Piece("12", Spot(2, 13))]
    assert scanner.cell() == Spot(2, 19)
    assert Spot(1, None).place(0, 7) == Place(1, None, 1, None)


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<frameset><frame src=a></frameset>", "<p>&nbsp;<div id=app></div>"]
)
def test_a_page_without_text_is_said_to_have_none(markup: str) -> None:
    with pytest.raises(UnreadableError, match="没有文字"):
        page(markup)
