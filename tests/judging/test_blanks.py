"""A blank is not a zero, a cell that was not read is not a blank, and neither makes an error."""

from __future__ import annotations

import pytest

from judging.desk import finding, judged
from linter.finding import Result, Severity


@pytest.mark.parametrize("blank", ["empty", "/", "无"])
def test_a_blank_that_would_have_to_be_a_number_lowers_the_severity(blank: str) -> None:
    values = {"t3.granted.natural_person": "3", "t3.granted.business": blank, "t3.granted.total": "5"}
    found = finding(values, "T303")
    assert found.severity == Severity.WARNING
    assert found.message["zh"] == ("予以公开：自然人 3，应等于 总计 5，相差 2。其中予以公开·商业企业为空白，按 0 计。")
    assert found.message["en"].endswith("Blank, counted as 0: granted / businesses.")


def test_a_blank_that_may_be_a_zero_is_left_to_the_rule_on_blanks() -> None:
    values = {"t3.granted.natural_person": "3", "t3.granted.business": "empty", "t3.granted.total": "3"}
    assert judged(values, "T303").counts[Result.FAIL] == 0
    assert finding(values, "FMT01").severity == Severity.WARNING


@pytest.mark.parametrize(
    ("value", "reason"),
    [("missing", "没有读到予以公开·商业企业"), ("若干", "予以公开·商业企业不是数字（若干）")],
)
def test_an_unread_operand_leaves_the_rule_open(value: str, reason: str) -> None:
    outcomes = judged({"t3.granted.business": value, "t3.granted.total": "5"}, "T303")
    assert outcomes.findings == ()
    (open_one,) = outcomes.not_evaluated
    assert (open_one.instance, open_one.reason["zh"]) == ("t3.granted", reason)


def test_unknown_is_no_hindrance_where_it_does_not_matter() -> None:
    """`a or b` holds when a does, although b was not read."""
    values = {"report.level": "null", "t2.fees.amount_wan": "12000元", "form": "f2021"}
    assert finding(values, "T205").severity == Severity.WARNING


def test_a_blank_total_column_is_one_finding() -> None:
    values = {
        "t3.new_received.{natural_person, total}": "3",
        "t3.granted.natural_person": "3",
        "t3.granted.total": "empty",
        "t3.handled_total.natural_person": "3",
        "t3.handled_total.total": "empty",
    }
    outcomes = judged(values)
    assert [found.rule for found in outcomes.findings] == ["T304"]
    assert {(one.rule, one.instance, one.reason["zh"]) for one in outcomes.not_evaluated if one.rule != "T306"} >= {
        ("T301", "t3.*.total", "总计空白"),
        ("T302", "t3.*.total", "总计空白"),
        ("T303", "t3.granted", "总计空白"),
    }


CONSISTENT = {
    "t3.granted.{natural_person, total}": "3",
    "t3.handled_total.{natural_person, total}": "3",
    "t3.new_received.{natural_person, total}": "3",
    "t4.review.upheld": "2",
    "t4.review.total": "2",
}


def test_a_row_left_blank_throughout_does_not_hide_a_wrong_total() -> None:
    values = {**CONSISTENT, "t3.partial.*": "empty", "t3.handled_total.total": "4"}
    assert ("T302", "t3.*.total") in {(one.rule, one.instance) for one in judged(values).findings}


def test_nothing_lost_in_extraction_is_an_error() -> None:
    """Cells taken away one by one from a consistent report never make an error."""
    for field in ("t3.granted.total", "t3.granted.natural_person", "t3.handled_total.total", "t4.review.total"):
        outcomes = judged({**CONSISTENT, field: "missing"})
        assert Severity.ERROR not in {one.severity for one in outcomes.findings}, field


def test_facts_that_a_report_does_not_state() -> None:
    outcomes = judged({}, "STR05")
    assert outcomes.not_evaluated[0].reason["zh"] == "报告中没有读到报告年份"
