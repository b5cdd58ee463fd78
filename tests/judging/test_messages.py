"""What a finding says: the identity with the figures that were read, the place, the operands."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from judging.desk import figures, finding, judged, report, rules
from linter.finding import Result
from linter.judging.judge import judge
from reports import facts, read_report, seeds


def test_long_sums_name_the_largest_parts() -> None:
    values = {"form": "f2021", "t3.denied.natural_person": "1", "t3.granted.natural_person": "30",
              "t3.unable.natural_person": "2", "t3.handled_total.natural_person": "50"}  # fmt: skip
    assert finding(values, "T302").message["zh"] == (
        "自然人列：予以公开 30 + 本机关不掌握相关政府信息 2 + 没有现成信息需要另行制作 2 + 补正后申请内容仍不明确 2"
        " + 属于国家秘密 1 + 其他法律行政法规禁止公开 1 + 危及三安全一稳定 1 + 保护第三方合法权益 1 等 12 项 = 44，"
        "应等于 办理结果总计 50，相差 6。"
    )


def test_operands_stand_in_the_order_of_the_condition() -> None:
    found = finding({"t3.new_received.business": "2"}, "T301")
    assert [one.field for one in found.operands] == [
        f"t3.{row}.business" for row in ("new_received", "carried_in", "handled_total", "carried_out")
    ]
    assert [one.value for one in found.operands] == ["2", "0", "0", "0"]
    assert (found.left, found.right, found.difference) == (Decimal(2), Decimal(0), Decimal(2))
    assert found.where == {
        "zh": "表三 / （七）办理结果总计 / 商业企业",
        "en": "table three / handled in all / businesses",
    }


def test_decimals_are_exact() -> None:
    values = {"form": "f2021", "report.level": "department", "t2.fees.amount_wan": "10000.000000000001"}
    assert finding(values, "T205").left == Decimal("10000.000000000001")


def test_no_template_is_left_in_a_message() -> None:
    """Every failing case of every rule, in both languages."""
    for rule in rules().rules:
        for case in rule.cases:
            for found in judge(report(case.values), rules(), {rule.code}).findings:
                for text in (*found.message.values(), *found.advice.values(), *found.where.values()):
                    assert not re.search(r"[{}]|None", text), (rule.code, text)


def test_fingerprints_hold_no_figure_and_differ_by_place() -> None:
    one = finding({"t3.granted.total": "3"}, "T303").fingerprint
    assert one == finding({"t3.granted.total": "4"}, "T303").fingerprint
    assert one != finding({"t3.partial.total": "3"}, "T303").fingerprint
    assert one != finding({"t3.granted.total": "3"}, "T312").fingerprint
    assert re.fullmatch("[0-9a-f]{16}", one)


def test_a_merged_fingerprint_changes_with_its_cells() -> None:
    one = finding({"t3.carried_out.business": "empty"}, "FMT01").fingerprint
    two = finding({"t3.carried_out.{business, research}": "empty"}, "FMT01").fingerprint
    assert one != two


def test_a_fault_in_a_rule_is_a_rule_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr("linter.judging.telling.Failure.__init__", fail)
    outcomes = judged({"t3.granted.total": "3"}, "T303")
    assert outcomes.counts[Result.RULE_ERROR] == 1
    assert outcomes.rule_errors[0].reason["en"] == "ZeroDivisionError: on purpose"


def test_figures_beyond_exact_arithmetic_are_no_guess() -> None:
    values = {"t3.granted.total": "9" * 400, "t3.granted.natural_person": "1." + "1" * 300}
    outcomes = judged(values, "T303")
    assert outcomes.counts[Result.RULE_ERROR] + outcomes.counts[Result.FAIL] >= 1


@pytest.mark.parametrize("path", seeds())
def test_no_error_on_published_reports(path: object) -> None:
    outcomes = judge(read_report(path.read_text(encoding="utf-8")), rules())  # type: ignore[attr-defined]
    errors = {one.rule for one in outcomes.findings if one.severity == "error"}
    assert errors == {"000": {"BRK01"}, "001": {"BRK02"}}.get(path.name[:3], set())  # type: ignore[attr-defined]
    assert outcomes.rule_errors == ()


EXPECTED = {
    "000": {("T211", "info")},
    "001": {("STR01", "info")},
    "002": {("FMT01", "warning"), ("T211", "info"), ("FMT06", "info")},
    "003": {("T304", "warning"), ("STR13", "info"), ("FMT05", "info")},
}


@pytest.mark.parametrize("path", seeds())
def test_true_findings_on_published_reports(path: object) -> None:
    """With every rule on: what a person would find in these files, at its severity."""
    outcomes = judge(read_report(path.read_text(encoding="utf-8")), rules(), set(rules().by_code))  # type: ignore[attr-defined]
    found = {(one.rule, str(one.severity)) for one in outcomes.findings}
    assert EXPECTED.get(path.name[:3], set()) <= found  # type: ignore[attr-defined]


def test_speed_is_bounded_by_the_number_of_cells() -> None:
    """A hundred judgements of a published report stay far below a second."""
    import time

    one = report(figures(facts()["city_2024"]))
    judge(one, rules())
    start = time.process_time()
    for _ in range(100):
        judge(one, rules())
    assert time.process_time() - start < 0.5
