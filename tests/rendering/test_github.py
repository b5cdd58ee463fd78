"""`--format github` as GitHub's runner reads it."""

from __future__ import annotations

import pytest

from findings import checked, finding, span
from linter.check import Fault
from linter.files import Unreadable
from linter.finding import Severity
from linter.rendering.interface import Manner
from linter.rendering.screen import Screen
from linter.report import Span
from rendering.machines import Command, paged, read_github, render

TEXT = "某局2023年度报告\n予以公开\t3\t4\t8\n结转 5\n"


def test_one_command_for_a_finding() -> None:
    one = finding(span(TEXT, "8"), where="表三 / （一）予以公开 / 总计", message="100% 不等，差 2。")
    assert render("github", [checked(TEXT, [one], path="各局/年报.txt")]) == (
        "::error file=各局/年报.txt,line=2,col=10,endColumn=11,"
        "title=T303 表三 / （一）予以公开 / 总计：合计不符::100%25 不等，差 2。%0A建议：请核对。\n"
        "gouji：1 份报告：错误 1，警告 0，提示 0\n"
    )


def test_the_same_in_english() -> None:
    one = finding(span(TEXT, "8"), severity=Severity.WARNING)
    assert render("github", [checked(TEXT, [one])], Manner("en")) == (
        "::warning file=年报.txt,line=2,col=10,endColumn=11,"
        "title=T303 table three / total%3A The sum is wrong::The sides differ.%0AAdvice: Look again.\n"
        "gouji: 1 report: error 0, warning 1, info 0\n"
    )


@pytest.mark.parametrize(
    ("severity", "name"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")]
)
def test_levels(severity: Severity, name: str) -> None:
    commands, _ = read_github(render("github", [checked(TEXT, [finding(None, severity=severity)])]))
    assert [one.name for one in commands] == [name]
    assert set(commands[0].properties) == {"file", "title"}


def test_columns_only_within_one_line() -> None:
    commands, _ = read_github(render("github", [checked(TEXT, [finding(Span(3, len(TEXT) - 2))])]))
    properties = commands[0].properties
    assert (properties["line"], properties["endLine"]) == ("1", "3")
    assert not {"col", "endColumn"} & set(properties)


def test_a_file_without_lines_has_its_place_in_the_title() -> None:
    commands, _ = read_github(render("github", [paged(checked(TEXT, [finding(span(TEXT, "8"))]))]))
    assert commands[0].properties == {"file": "年报.pdf", "title": "T303 第 3 页 / 表三 / 总计：合计不符"}


def test_files_that_were_not_checked_are_errors() -> None:
    results = [checked(TEXT), Unreadable("图,1.txt", "是图片"), Fault("坏.txt", "Traceback")]
    commands, others = read_github(render("github", results))
    assert commands == [
        Command("error", {"file": "图,1.txt", "title": "没能检查"}, "是图片"),
        Command("error", {"file": "坏.txt", "title": "没能检查"}, "检查时程序内部出错"),
    ]
    assert others == ["gouji：1 份报告：错误 0，警告 0，提示 0；2 个文件没能检查"]


def test_a_file_name_turns_no_line_around() -> None:
    text = render("github", [checked(TEXT, [finding(span(TEXT, "8"))], path="年\u202e报\u2066\x1b.txt")])
    assert "file=年\\u202e报\\u2066\\x1b.txt,line=2" in text
    assert not {"\u202e", "\u2066", "\x1b"} & set(text)


def test_quiet_has_no_sum() -> None:
    assert render("github", [checked(TEXT)], Manner(quiet=True)) == ""


def test_it_is_never_coloured() -> None:
    manner = Manner(screen=Screen("utf-8", colour=True, width=20))
    assert "\x1b" not in render("github", [checked(TEXT, [finding(span(TEXT, "8"))])], manner)
