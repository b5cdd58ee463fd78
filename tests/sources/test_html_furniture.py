"""Furniture of web pages: what leads to other pages goes, the report stays."""

from __future__ import annotations

import pytest

from sources.webpage import lines

LINKS = "<a href=/2021>某局2021年年度报告</a> <a href=/2020>某局2020年年度报告</a>"
REPORT = "<h1>某局2022年年度报告</h1><p>全年收到申请12件。</p>"
FIGURES = "<table><tr><td>收到<td>1<td>2<td>3<tr><td>办结<td>4<td>5<td>6</table>"
ROWS = ["收到\t1\t2\t3", "办结\t4\t5\t6"]


@pytest.mark.parametrize(
    "furniture",
    [
        f"<ul><li>{LINKS}</li></ul>",
        f"<div class=left><h3>历年年报</h3>{LINKS}</div>",
        f"<table><tr><td>{LINKS}</td><td>2023-01-01</td></tr></table>",
        "<div>位置：<a href=/>网站首页</a> &gt; <a href=/gk>政务公开</a> &gt; 正文</div>",
        "<div>上一篇：<a href=/2021>某局2021年年度报告</a></div>",
        "<nav>某局2021年年度报告</nav>",
        "<aside><p>某局2021年年度报告</p></aside>",
        "<ul><li onclick='go(1)'>某局2021年年度报告</ul>",
        "<ul><li><span onclick='go(1)'>某局2021年年度报告</span></li></ul>",
    ],
)
def test_lists_of_links_are_left_out(furniture: str) -> None:
    expected = ["某局2022年年度报告", "全年收到申请12件。", *ROWS]
    assert lines(f"{furniture}{REPORT}{FIGURES}") == expected
    assert lines(f"<div>{REPORT}{FIGURES}</div>{furniture}") == expected


def test_more_links_than_report_leave_the_report() -> None:
    menu = "<ul>" + "<li><a href=/x>政府信息公开</a></li>" * 200 + "</ul>"
    assert lines(f"<div>{menu}<div>{REPORT}{FIGURES}</div></div>")[0] == "某局2022年年度报告"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h1><a href=/x>某局2022年年度报告</a></h1>", ["某局2022年年度报告"]),
        ("<p><a href=/x>一、总体情况</a></p>", ["一、总体情况"]),
        ("<div><a href='#_Toc1'>一、总体情况</a></div>", ["一、总体情况"]),
        ("<div><a name=_Toc1>一、总体情况</a></div>", ["一、总体情况"]),
        ("<div>见<a href=/x>本机关网站上的公开指南</a>。</div>", ["见本机关网站上的公开指南。"]),
    ],
)
def test_a_line_of_the_report_may_be_a_link(markup: str, expected: list[str]) -> None:
    assert lines(f"{markup}{FIGURES}") == [*expected, *ROWS]


def test_a_cell_with_a_link_stays_where_the_table_has_figures() -> None:
    markup = FIGURES.replace("<td>1", "<td><div><a href=/list>1</a></div>")
    assert lines(markup) == ROWS


@pytest.mark.parametrize("opening", ["<a href=/x>", "<div onclick='count()'>", "<p><a href=/x>首页<p>"])
def test_a_link_that_was_never_closed_takes_nothing_away(opening: str) -> None:
    expected = ["某局2022年年度报告", "全年收到申请12件。", *ROWS]
    assert [line for line in lines(opening + REPORT + FIGURES) if line != "首页"] == expected
