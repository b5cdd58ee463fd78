"""Marks stand under their figures, whatever the line looks like."""

from __future__ import annotations

import unicodedata

import pytest

from findings import span
from linter.rendering.excerpt import excerpt
from linter.rendering.markedline import OTHER, Mark
from linter.rendering.screen import Screen
from linter.report import Span
from linter.sources import TextSource

SCREEN = Screen("utf-8")


def show(text: str, *marks: Mark, screen: Screen = SCREEN) -> list[str]:
    return excerpt(TextSource("年报.txt", text, text), marks, screen, "error").lines


def test_chinese_characters_are_two_columns_wide() -> None:
    text = "标题\n主动公开 116条\n"
    assert show(text, Mark(span(text, "116"))) == [
        "    2 | 主动公开 116条",
        "      |          ^^^",
    ]


def test_figures_of_one_line_are_marked_together() -> None:
    text = "予以公开\t3\t0\t4\t8\n"
    marks = [Mark(span(text, figure), OTHER) for figure in "304"]
    assert show(text, Mark(span(text, "8")), *marks) == [
        "    1 | 予以公开    3   0   4   8",
        "      |             ~   ~   ~   ^",
    ]


def test_a_figure_alone_on_its_line_is_named() -> None:
    text = "其他处理\n\n0\n5\n"
    assert show(text, Mark(span(text, "5"), caption=("其他处理", "总计"))) == [
        "    4 | 5",
        "      | ^ 其他处理 / 总计",
    ]


def test_figures_are_named_by_what_they_share_and_the_line_does_not_say() -> None:
    text = "（一）予以公开 3 4\n"
    marks = [Mark(span(text, n), caption=("予以公开", name, "表三")) for n, name in (("3", "企业"), ("4", "其他"))]
    assert show(text, *marks)[1] == "      |                ^ ^ 表三"


def test_an_empty_cell_is_marked_where_its_figure_should_stand() -> None:
    text = "结转\t\t0\n"
    assert show(text, Mark(Span(3, 3))) == [
        "    1 | 结转        0",
        "      |         ^",
    ]
    assert show("结转", Mark(Span(2, 2))) == ["    1 | 结转", "      |     ^"]


def test_a_figure_cut_over_lines_is_marked_in_both() -> None:
    text = "收费 12\n\n元整\n"
    assert show(text, Mark(Span(3, 8))) == [
        "    1 | 收费 12",
        "      |      ^^",
        "    3 | 元整",
        "      | ^^",
    ]


def test_a_whole_section_is_marked_at_its_first_line() -> None:
    text = "总体情况\n" + "某局公开。\n" * 50
    assert show(text, Mark(Span(0, len(text)))) == ["    1 | 总体情况", "      | ^^^^^^^^"]


def test_a_long_line_is_cut_around_its_figures() -> None:
    text = "甲" * 300 + "公开 116 条，其中" + "乙" * 30 + "184 条" + "丙" * 300
    line, below = show(text, Mark(span(text, "116")), Mark(span(text, "184"), OTHER))
    assert columns(line) <= 100
    assert line.startswith("    1 | …甲") and line.endswith("丙…")
    assert under(line, below) == {"116": "^^^", "184": "~~~"}


def test_figures_far_apart_keep_only_their_neighbourhood() -> None:
    text = "公开 116 条" + "，" * 5000 + "共 184 条"
    line, below = show(text, Mark(span(text, "116")), Mark(span(text, "184"), OTHER))
    assert columns(line) <= 100
    assert line.count("…") == 1
    assert under(line, below) == {"116": "^^^", "184": "~~~"}


def test_wide_gaps_between_columns_go_first() -> None:
    text = "予以公开" + (" " * 40).join("2345678") + "\n"
    line, below = show(text, Mark(span(text, "8")))
    assert line == "    1 | 予以公开2  3  4  5  6  7  8"
    assert under(line, below) == {"8": "^"}


def test_a_narrow_screen_still_shows_the_figure() -> None:
    text = "本年新收政府信息公开申请数量 3119 件，比上年多"
    line, below = show(text, Mark(span(text, "3119")), screen=Screen("utf-8", width=20))
    assert under(line, below) == {"3119": "^^^^"}


def test_an_endless_line_costs_no_time() -> None:
    text = "甲" * 5_000_000 + "116" + "乙" * 5_000_000
    line, below = show(text, Mark(span(text, "116")))
    assert under(line, below) == {"116": "^^^"}


def test_of_many_lines_the_great_figures_stay() -> None:
    text = "".join(f"第{n}行 {n}\n" for n in range(10, 30))
    marks = [Mark(span(text, f" {n}"), OTHER, weight=n) for n in range(11, 30)]
    source = TextSource("年报.txt", text, text)
    lines, hidden, zeros = excerpt(source, [Mark(span(text, " 10")), *marks], SCREEN, "error")
    assert [line.split("|")[0].strip() for line in lines[::2]] == ["1", "14", "15", "16", "17", "18", "19", "20"]
    assert (hidden, zeros) == (12, False)


def test_of_many_lines_the_zeros_go() -> None:
    text = "0\n" * 20 + "5\n6\n"
    marks = [Mark(Span(2 * n, 2 * n + 1), OTHER, weight=int(text[2 * n])) for n in range(21)]
    source = TextSource("年报.txt", text, text)
    lines, hidden, zeros = excerpt(source, [*marks, Mark(span(text, "6"))], SCREEN, "error")
    assert lines == ["    21 | 5", "       | ~", "    22 | 6", "       | ^"]
    assert (hidden, zeros) == (20, True)


def test_where_blanks_are_the_matter_they_stay() -> None:
    text = "0\n" * 20
    marks = [Mark(Span(2 * n, 2 * n + 1), OTHER) for n in range(1, 20)]
    source = TextSource("年报.txt", text, text)
    lines, hidden, zeros = excerpt(source, [Mark(Span(0, 1)), *marks], SCREEN, "error")
    assert (len(lines), hidden, zeros) == (16, 12, False)


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_marks_follow_what_the_console_makes_of_the_line(encoding: str) -> None:
    text = "“三安全”✓共 25 件"
    line, below = show(text, Mark(span(text, "25")), screen=Screen(encoding))
    line.encode(encoding)
    screen = Screen(encoding)
    assert screen.columns(line[: line.index("25")]) == below.index("^^")


def test_a_line_end_of_windows_is_no_part_of_the_line() -> None:
    text = "共 25 件\r\n第二行\r\n"
    assert show(text, Mark(span(text, "25"))) == ["    1 | 共 25 件", "      |    ^^"]


def test_colour_surrounds_the_figure_and_its_mark() -> None:
    text = "共 25 件"
    line, below = show(text, Mark(span(text, "25")), screen=Screen("utf-8", colour=True))
    assert "共 \x1b[1;31m25\x1b[0m 件" in line
    assert "^^" in below


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def under(line: str, below: str) -> dict[str, str]:
    """What stands over each run of marks, read by the columns of a terminal."""
    shown = "".join(c if unicodedata.east_asian_width(c) not in "WF" else c + "\0" for c in line)
    found = {}
    start = 8
    while start < len(below):
        end = start
        while end < len(below) and below[end] == below[start]:
            end += 1
        if below[start] in "^~":
            found[shown[start:end].replace("\0", "")] = below[start:end]
        start = end
    return found
