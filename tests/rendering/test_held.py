"""What is not shown is counted and named."""

from __future__ import annotations

import pytest

from findings import checked, finding, span
from linter.check import Checked
from linter.finding import Held
from linter.rendering import writer
from linter.rendering.interface import Manner
from linter.rendering.tally import Tally
from rendering.machines import kit, read_github, read_gitlab, read_junit, read_markdown, read_sarif, render

TEXT = "某局2023年度报告\n予以公开\t3\t4\t8\n"


def held() -> Checked:
    """A report of which everything was held back, by each who may."""
    one = finding(None)
    report = checked("正文\n")
    kept = (
        Held(one, "waiver", "含转发信息"),
        Held(one, "waiver", "含转发信息"),
        Held(one, "baseline"),
        Held(one, "ignore", "归档/**"),
    )
    return report._replace(outcomes=report.outcomes._replace(held=kept, ignored=("BRK01", "BRK02")))


def test_text() -> None:
    out = writer("text", Manner("zh"))
    text = out.report(held())
    assert "没有发现问题；通过 7 项，未检查 0 项；另有 4 处不列出（豁免 2，基线 1，忽略 1）；忽略 2 条规则\n" in text
    assert "\n  豁免 T303×2：含转发信息\n  基线 T303\n  忽略 T303：归档/**\n  忽略的规则：BRK01 BRK02\n" in text


def test_english() -> None:
    text = writer("text", Manner("en")).report(held())
    assert "; 4 held back (waived 2, baseline 1, ignored 1); 2 rules ignored\n" in text
    assert "\n  rules ignored: BRK01 BRK02\n" in text


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_the_last_line_of_a_run(name: str) -> None:
    tally = Tally()
    out = writer(name, Manner("zh"))
    for _ in range(2):
        tally.add(held())
        out.report(held())
    assert "另有 8 处不列出（豁免 4，基线 2，忽略 2）；忽略 2 条规则" in out.end(tally)
    assert tally.status() == 0


def kept(*held: Held) -> Checked:
    report = checked(TEXT)
    return report._replace(outcomes=report.outcomes._replace(held=held, ignored=("BRK01",)))


def by_each() -> Checked:
    """What a comment, a file of waivers, a baseline and a pattern of the configuration hold back."""
    one = finding(span(TEXT, "8"))
    return kept(
        Held(one, "waiver", "含转发信息", inside=True),
        Held(one, "waiver", "旧系统导出"),
        Held(one, "baseline"),
        Held(one._replace(rule="T301"), "ignore", "归档/**"),
    )


def test_sarif_has_suppressions() -> None:
    shown = checked(TEXT, [finding(span(TEXT, "8"))], path="又.txt")
    run = read_sarif(render("sarif", [by_each(), shown], Manner(kit=kit())))
    assert sorted(
        (one["suppressions"][0]["kind"], one["suppressions"][0]["justification"]) for one in run["results"][:4]
    ) == [
        ("external", "基线"),
        ("external", "忽略：归档/**"),
        ("external", "旧系统导出"),
        ("inSource", "含转发信息"),
    ]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert run["results"][4]["suppressions"] == []


def test_junit_skips_what_is_held_back() -> None:
    (suite,) = read_junit(render("junit", [by_each()]))
    said = {case.get("name"): case.find("skipped").get("message") for case in suite if case.find("skipped") is not None}
    assert said == {
        "T303 合计不符": "3 处不列出（豁免：含转发信息；豁免：旧系统导出；基线）",
        "T301 合计不符": "1 处不列出（忽略：归档/**）",
    }
    out = suite.find("testcase[@name='T301 合计不符']/system-out").text
    assert out == "忽略：归档/**\n年报.txt:2:10: T301 表三 / 总计：合计不符\n两边不等。\n建议：请核对。"


def test_junit_tells_of_it_beside_a_failure() -> None:
    one = finding(span(TEXT, "8"))
    report = checked(TEXT, [one])
    report = report._replace(outcomes=report.outcomes._replace(held=(Held(one, "baseline"),)))
    (suite,) = read_junit(render("junit", [report]))
    (case,) = suite
    assert case.find("failure") is not None and case.find("skipped") is None
    assert case.find("system-out").text.startswith("基线\n年报.txt:2:10: T303 ")


def test_github_has_one_notice() -> None:
    commands, others = read_github(render("github", [by_each(), by_each()]))
    (notice,) = commands
    assert (notice.name, notice.properties) == ("notice", {"title": "gouji"})
    assert notice.message == "另有 8 处不列出（豁免 4，基线 2，忽略 2）；忽略 1 条规则"
    assert others == ["gouji：2 份报告：错误 0，警告 0，提示 0"]
    assert render("github", [by_each()], Manner("zh", quiet=True)) == ""


def test_gitlab_has_no_word_for_it() -> None:
    """An entry would be a finding to be closed by hand; the command says it on standard error."""
    assert read_gitlab(render("gitlab", [by_each()])) == []


def test_markdown_folds_it() -> None:
    text = render("markdown", [by_each()])
    assert "；另有 4 处不列出（豁免 2，基线 1，忽略 1）；忽略 1 条规则\n" in text
    folded = text[text.index("<details><summary>不列出的</summary>") :]
    assert "- T303 表三 / 总计：合计不符（第 2 行，豁免：含转发信息）\n" in folded
    assert "- T303 表三 / 总计：合计不符（第 2 行，基线）\n" in folded
    assert "- 忽略的规则：BRK01\n" in folded
    assert read_markdown(text).rows == []
