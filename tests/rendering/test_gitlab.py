"""`--format gitlab`: entries that GitLab keeps apart and knows again."""

from __future__ import annotations

import pytest

from findings import checked, finding, span
from linter.check import Fault
from linter.files import Unreadable
from linter.finding import Severity
from linter.rendering.interface import Manner
from linter.rendering.screen import Screen
from rendering.machines import paged, read_gitlab, render

TEXT = "某局2023年度报告\n予以公开\t3\t4\t8\n结转 5\n"


def test_an_entry() -> None:
    (entry,) = read_gitlab(render("gitlab", [checked(TEXT, [finding(span(TEXT, "8"))], path="./各局/年报.txt")]))
    assert len(entry.pop("fingerprint")) == 32
    assert entry == {
        "description": "T303 表三 / 总计：合计不符。两边不等。建议：请核对。",
        "check_name": "T303",
        "severity": "critical",
        "location": {"path": "各局/年报.txt", "lines": {"begin": 2}},
    }


def test_the_same_in_english() -> None:
    (entry,) = read_gitlab(render("gitlab", [checked(TEXT, [finding(span(TEXT, "8"))])], Manner("en")))
    assert entry["description"] == "T303 table three / total: The sum is wrong. The sides differ. Advice: Look again."


@pytest.mark.parametrize(
    ("severity", "told"), [(Severity.ERROR, "critical"), (Severity.WARNING, "minor"), (Severity.INFO, "info")]
)
def test_severities(severity: Severity, told: str) -> None:
    (entry,) = read_gitlab(render("gitlab", [checked(TEXT, [finding(None, severity=severity)])]))
    assert (entry["severity"], entry["location"]["lines"]) == (told, {"begin": 1})


def test_a_file_without_lines_begins_at_the_first() -> None:
    (entry,) = read_gitlab(render("gitlab", [paged(checked(TEXT, [finding(span(TEXT, "8"))]))]))
    assert entry["location"] == {"path": "年报.pdf", "lines": {"begin": 1}}
    assert "第 3 页 / 表三 / 总计" in entry["description"]


def test_the_same_finding_in_two_reports_is_two_entries() -> None:
    reports = [checked(TEXT, [finding(span(TEXT, "8"))], path=path) for path in ("甲.txt", "乙.txt")]
    assert len(read_gitlab(render("gitlab", reports))) == 2


def test_a_fingerprint_survives_lines_above_and_another_figure() -> None:
    moved = "前言\n\n" + TEXT.replace("8", "9")
    texts = [(TEXT, "8", "两边差 2。"), (moved, "9", "两边差 3。")]
    runs = [render("gitlab", [checked(text, [finding(span(text, n), message=said)])]) for text, n, said in texts]
    first, second = (read_gitlab(run)[0] for run in runs)
    assert first["fingerprint"] == second["fingerprint"]
    assert first["location"] != second["location"]


def test_files_that_were_not_checked_block() -> None:
    entries = read_gitlab(render("gitlab", [Unreadable("图.txt", "是图片"), Fault("坏.txt", "Traceback")]))
    assert [(one["severity"], one["description"]) for one in entries] == [
        ("blocker", "没能检查：是图片"),
        ("blocker", "没能检查：检查时程序内部出错"),
    ]


def test_nothing_found_is_an_empty_list() -> None:
    assert read_gitlab(render("gitlab", [checked(TEXT)])) == []
    assert read_gitlab(render("gitlab", [])) == []


def test_outside_unicode_it_is_plain_ascii() -> None:
    text = render("gitlab", [checked(TEXT, [finding(span(TEXT, "8"))])], Manner(screen=Screen("gbk")))
    assert text.isascii()
    assert read_gitlab(text)[0]["location"]["path"] == "年报.txt"
