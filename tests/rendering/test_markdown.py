"""`--format markdown`: a comment that people read, whatever is in the reports."""

from __future__ import annotations

from decimal import Decimal

import pytest

from findings import checked, finding, skipped, span
from linter.check import Checked
from linter.claim import Claim, Narrative
from linter.files import Unreadable
from linter.finding import Severity
from linter.rendering.interface import Manner
from linter.rendering.markdown import LIMIT
from linter.rendering.markdown_text import escape
from linter.rendering.screen import Screen
from rendering.machines import paged, read_markdown, render

TEXT = "某局2023年度报告\n予以公开\t3\t4\t8\n结转 5 件\n"


def with_claim(made: Checked) -> Checked:
    """The same with one claim that no table speaks of."""
    place = span(TEXT, "结转 5 件")
    number = span(TEXT, "5")
    claim = Claim("carried_out", Decimal(5), "件", False, (), None, None, *place, *number)
    report = made.report._replace(narrative=Narrative((claim,)))
    return Checked(report, made.outcomes._replace(without_witness=(0,)))


def test_a_comment() -> None:
    found = [finding(span(TEXT, "8"), message="企业 4 | 总计 8。")]
    made = with_claim(checked(TEXT, found, [skipped("T401", "t4", "没有读到表四")]))
    assert render("markdown", [made]) == (
        "**gouji** 检查了 1 份报告：错误 1，警告 0，提示 0\n"
        "\n"
        "### 年报.txt：某局2023年度报告\n"
        "\n"
        "错误 1，警告 0，提示 0；通过 7 项，未检查 1 项\n"
        "\n"
        "| 程度 | 规则 | 位置 | 问题 | 建议 |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| 错误 | T303 合计不符 | 表三 / 总计 (2:10) | 企业 4 &#124; 总计 8。 | 请核对。 |\n"
        "\n"
        "<details><summary>未检查 1 项</summary>\n"
        "\n"
        "- 未检查 1 项：没有读到表四（T401）\n"
        "\n"
        "</details>\n"
        "\n"
        "<details><summary>正文另有 1 个数字表格无法印证</summary>\n"
        "\n"
        "- 第 3 行：结转 5 件\n"
        "\n"
        "</details>\n"
    )


def test_the_same_in_english() -> None:
    text = render("markdown", [with_claim(checked(TEXT, [finding(span(TEXT, "8"))]))], Manner("en"))
    comment = read_markdown(text)
    assert comment.paragraphs[0] == "gouji checked 1 report: error 1, warning 0, info 0"
    assert comment.rows == [
        ["error", "T303 The sum is wrong", "table three / total (2:10)", "The sides differ.", "Look again."]
    ]
    assert "- line 3: 结转 5 件\n" in text


def test_a_file_without_lines() -> None:
    comment = read_markdown(render("markdown", [paged(checked(TEXT, [finding(span(TEXT, "8"))]))]))
    assert comment.rows[0][2] == "第 3 页 / 表三 / 总计"


def test_nothing_found_and_nothing_read() -> None:
    comment = read_markdown(render("markdown", [checked(TEXT), Unreadable("图.txt", "是图片")]))
    assert comment.paragraphs[:2] == [
        "gouji 检查了 1 份报告：没有发现问题；1 个文件没能检查",
        "没能检查 图.txt：是图片",
    ]
    assert comment.rows == []


def test_quiet_has_only_findings() -> None:
    reports = [with_claim(checked(TEXT, [finding(None)], path="甲.txt")), checked(TEXT, path="乙.txt")]
    text = render("markdown", reports, Manner(quiet=True))
    assert read_markdown(text).headings == ["甲.txt：某局2023年度报告"]
    assert "details" not in text
    assert "没有列出" not in text


def many(count: int, severity: Severity = Severity.ERROR, path: str = "年报.txt") -> Checked:
    found = [finding(span(TEXT, "8"), severity=severity, message=f"第 {n} 处不等。" * 20) for n in range(count)]
    return checked(TEXT, found, path=path)


def test_too_long_a_comment_is_cut_and_says_so() -> None:
    text = render("markdown", [many(500)])
    comment = read_markdown(text)
    assert LIMIT - 1_000 < len(text) <= LIMIT
    left = 500 - len(comment.rows)
    assert comment.paragraphs[-1] == f"评论放不下，还有 {left} 处问题没有列出。"


def test_errors_come_before_what_is_less_grave() -> None:
    reports = [many(400, Severity.INFO, "甲.txt"), many(100, path="乙.txt"), many(3, Severity.WARNING, "丙.txt")]
    comment = read_markdown(render("markdown", reports))
    kinds = [row[0] for row in comment.rows]
    assert (kinds.count("错误"), kinds.count("警告")) == (100, 3)
    assert comment.headings[0].startswith("甲.txt")
    assert comment.paragraphs[-1] == f"评论放不下，还有 {400 - kinds.count('提示')} 处问题没有列出。"


def test_a_very_long_run_stays_within_the_limit() -> None:
    reports = [many(20, path=f"{n}.txt") for n in range(1_000)]
    text = render("markdown", reports, Manner("en"))
    comment = read_markdown(text)
    assert len(text) <= LIMIT
    findings, left = 20_000 - len(comment.rows), 1_000 - len(comment.headings)
    assert comment.paragraphs[-1] == f"No room for {findings} findings, {left} reports."


def test_many_clean_reports_and_many_bad_files() -> None:
    text = render("markdown", [checked(TEXT, path=f"{n}.txt") for n in range(3_000)])
    assert len(text) <= LIMIT
    assert f"{3_000 - len(read_markdown(text).headings)} 份报告没有列出" in text
    text = render("markdown", [Unreadable(f"{n}.txt", "是图片") for n in range(9_000)])
    assert len(text) <= LIMIT
    assert "个没能检查的文件没有列出" in text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("甲|乙", "甲&#124;乙"),
        ("@admin 与 #12", "@&#8203;admin 与 #&#8203;12"),
        ("a*b_c`d`", "a\\*b\\_c\\`d\\`"),
        ("<script>&lt;", "\\<script\\>\\&&#8203;lt;"),
        ("[点](http://evil.example)", "\\[点\\](http:&#8203;//evil.example)"),
        ("www.evil.example GH-12", "www&#8203;.evil.example GH-&#8203;12"),
        ("占 12.5%，共 1-2 件", "占 12.5%，共 1-2 件"),
        ("一\n二\r三", "一 二 三"),
        ("\\", "\\\\"),
    ],
)
def test_text_from_outside_is_only_text(text: str, written: str) -> None:
    assert escape(text, Screen()) == written


def test_a_gbk_console_can_print_it() -> None:
    text = render("markdown", [checked(TEXT, [finding(None, message="㐱✓ @甲")])], Manner(screen=Screen("gbk")))
    assert text.encode("gbk")
