"""What is printed for a character, and in how many columns."""

from __future__ import annotations

import pytest

from linter.rendering.screen import Screen

UTF8 = Screen("utf-8")
GBK = Screen("gbk")
ASCII = Screen("ascii")


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("12 条", 5),
        ("１２", 4),
        ("（一）", 6),
        ("e\u0301", 1),
        ("か\u3099", 2),
        ("𠮷", 2),
        ("", 0),
    ],
)
def test_columns(text: str, columns: int) -> None:
    assert UTF8.columns(UTF8.clean(text)) == columns


def test_quotation_marks_are_wide_on_a_chinese_console_only() -> None:
    assert UTF8.columns("“三安全”") == 8
    assert GBK.columns("“三安全”") == 10


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m红", "\\x1b[31m红"),
        ("\x9b2J", "\\x9b2J"),
        ("a\rb\x0cc\td\xa0e\nf", "a b c d e f"),
        ("\u202e321", "321"),
        ("\ufeff标题", "标题"),
        ("\x07\x00", "\\x07\\x00"),
        ("\udc80", "\\udc80"),
    ],
)
def test_nothing_of_a_report_commands_the_terminal(text: str, shown: str) -> None:
    assert UTF8.clean(text) == shown


def test_what_the_encoding_lacks_is_spelled_out_and_counted_so() -> None:
    assert GBK.clean("㐱5") == "\\u34315" or GBK.clean("㐱5") == "㐱5"
    assert GBK.clean("✓") == "\\u2713"
    assert ASCII.clean("件") == "\\u4ef6"
    assert [width for _, width in ASCII.cells("1件")] == [1, 6]


def test_tabs_go_to_the_next_stop() -> None:
    assert [width for _, width in UTF8.cells("件\t5\t")] == [2, 2, 1, 3]


def test_paragraphs_are_broken_only_where_lines_have_an_end() -> None:
    text = "自然人 12 + 企业 30 = 42，应等于总计 41。"
    assert UTF8.wrap(text, "  ") == "  " + text
    assert Screen("utf-8", width=24).wrap(text, "  ") == "  自然人 12 + 企业 30 =\n  42，应等于总计 41。"


def test_no_line_starts_with_a_full_stop() -> None:
    assert Screen("utf-8", width=20).wrap("一二三四五六七八九十。", "") == "一二三四五六七八九十。"


def test_colour_only_where_there_is_some() -> None:
    assert UTF8.paint("x", "error") == "x"
    assert Screen(colour=True).paint("x", "error") == "\x1b[1;31mx\x1b[0m"
