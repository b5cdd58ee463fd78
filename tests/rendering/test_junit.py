"""`--format junit`: what a build server makes of a report."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from findings import checked, finding, skipped, span
from linter.check import Checked, Fault
from linter.files import Unreadable
from linter.finding import Severity
from linter.rendering.interface import Manner
from linter.rendering.screen import Screen
from linter.sources import open_source
from rendering.machines import kit, read_junit, render

TEXT = "某局2023年度报告\n予以公开\t3\t4\t8\n结转 5\n"
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "faulty-district-2023.txt"


def cases(text: str) -> dict[str, etree._Element]:
    """The test cases of the first suite by the code of their rule."""
    return {str(case.get("name")).split()[0]: case for case in read_junit(text)[0]}


def test_a_finding_is_a_failure() -> None:
    root = read_junit(render("junit", [checked(TEXT, [finding(span(TEXT, "8"))])]))
    (suite,) = root
    assert (suite.get("name"), suite.get("failures"), suite.get("time")) == ("年报.txt", "1", "0")
    case = cases(etree.tostring(root).decode())["T303"]
    assert (case.get("classname"), case.get("name")) == ("年报.txt", "T303 合计不符")
    (failure,) = case
    assert (failure.get("message"), failure.get("type")) == ("两边不等。", "error")
    assert failure.text == "年报.txt:2:10: T303 表三 / 总计：合计不符\n两边不等。\n建议：请核对。"


def test_several_findings_of_a_rule_are_one_failure() -> None:
    found = [finding(span(TEXT, figure)) for figure in "348"]
    (failure,) = cases(render("junit", [checked(TEXT, found)], Manner("en")))["T303"]
    assert failure.get("message") == "The sides differ. (and 2 more)"
    assert str(failure.text).count("年报.txt:") == 3


def test_an_info_does_not_fail_the_test() -> None:
    (output,) = cases(render("junit", [checked(TEXT, [finding(None, severity=Severity.INFO)])]))["T303"]
    assert output.tag == "system-out"
    assert str(output.text).startswith("年报.txt: T303 ")


def test_a_rule_of_which_nothing_was_judged_is_skipped() -> None:
    reasons = [skipped("T303", f"t3.{n}", "总计为空") for n in range(2)] + [skipped("T303", "t3.x", "没有读到")]
    (part,) = cases(render("junit", [checked(TEXT, (), reasons)]))["T303"]
    assert (part.tag, part.get("message")) == ("skipped", "总计为空；没有读到")


def test_a_rule_error_is_an_error() -> None:
    made = checked(TEXT)
    outcomes = made.outcomes._replace(rule_errors=(skipped("T303", "report", "除以零"),))
    (part,) = cases(render("junit", [Checked(made.report, outcomes)]))["T303"]
    assert (part.tag, part.get("message"), part.get("type")) == ("error", "除以零", "rule_error")


def example() -> Checked:
    return kit().check(open_source(EXAMPLE))


def test_every_rule_that_was_judged_is_a_test() -> None:
    whole, made = kit(), example()
    found = cases(render("junit", [made], Manner(kit=whole)))
    told = {one.rule for one in (*made.outcomes.findings, *made.outcomes.not_evaluated)}
    assert told <= set(found) <= whole.enabled
    assert {code: [part.tag for part in found[code]] for code in ("STR01", "T303", "T307")} == {
        "STR01": [],
        "T303": ["failure"],
        "T307": ["system-out"],
    }
    silent = {rule.code for rule in whole.rules.rules if rule.looks_back} & set(found)
    assert not silent, "nobody compared with last year"


def test_a_rule_of_which_some_was_judged_passes_with_a_note() -> None:
    made = example()
    outcomes = made.outcomes._replace(findings=(), not_evaluated=(skipped("T303", "t3.x", "总计为空"),))
    (part,) = cases(render("junit", [Checked(made.report, outcomes)], Manner(kit=kit())))["T303"]
    assert (part.tag, part.text) == ("system-out", "未检查：总计为空")


def test_files_that_were_not_checked_are_suites_with_an_error() -> None:
    root = read_junit(render("junit", [checked(TEXT), Unreadable("图.txt", "是图片"), Fault("坏.txt", "Traceback")]))
    assert [(suite.get("name"), suite.get("errors")) for suite in root] == [
        ("年报.txt", "0"),
        ("图.txt", "1"),
        ("坏.txt", "1"),
    ]
    assert root[1][0][0].get("message") == "是图片"


def test_a_run_over_nothing_is_well_formed() -> None:
    assert len(read_junit(render("junit", []))) == 0


def test_outside_utf_8_it_is_plain_ascii() -> None:
    for encoding in ("gbk", "gb18030", "ascii"):
        text = render("junit", [checked(TEXT, [finding(span(TEXT, "8"))])], Manner(screen=Screen(encoding)))
        assert text.isascii()
        assert read_junit(text)[0].get("name") == "年报.txt"
