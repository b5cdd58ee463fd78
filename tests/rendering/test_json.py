"""`--format json` and `jsonl`: the shape that other people's scripts read."""

from __future__ import annotations

import json
from decimal import Decimal

from findings import checked, finding, operand, skipped, span
from linter.check import Fault, Result
from linter.files import Unreadable
from linter.rendering import writer
from linter.rendering.interface import Manner
from linter.rendering.screen import Screen
from linter.rendering.tally import Tally

TEXT = "某局2023年度报告\n公开 116 条，其中 184 条\n"
FINDING = finding(
    span(TEXT, "116"),
    [operand(TEXT, "116", "主动公开政府信息")],
    rule="BRK01",
    left=Decimal(116),
    right=Decimal("1.84E+2"),
)


def test_one_object_for_the_run() -> None:
    tally, made = Tally(), writer("json", Manner())
    results: list[Result] = [
        checked(TEXT, [FINDING], [skipped("T303", "t3.granted", "总计为空")]),
        Unreadable("图.txt", "是图片"),
        Fault("坏.txt", "Traceback"),
    ]
    for result in results:
        tally.add(result)
    assert made.report(results[0]) == ""  # type: ignore[arg-type]
    assert json.loads(made.end(tally)) == {
        "schema": 1,
        "tool": {"name": "gouji", "version": "0.1.0"},
        "reports": [
            {
                "path": "年报.txt",
                "title": "某局2023年度报告",
                "agency": "某局",
                "year": 2023,
                "form": "f9",
                "outcomes": {"pass": 7, "fail": 1, "not_evaluated": 1, "rule_error": 0},
                "findings": [
                    {
                        "rule": "BRK01",
                        "name": "sum",
                        "severity": "error",
                        "message": "两边不等。",
                        "advice": "请核对。",
                        "instance": "t.total",
                        "location": {
                            "line": 2,
                            "column": 4,
                            "end_line": 2,
                            "end_column": 7,
                            "where": "表三 / 总计",
                        },
                        "operands": [
                            {
                                "field": "t.116",
                                "label": "主动公开政府信息",
                                "value": "116",
                                "line": 2,
                                "column": 4,
                                "end_line": 2,
                                "end_column": 7,
                            }
                        ],
                        "left": "116",
                        "right": "184",
                        "difference": "-68",
                        "suspects": [],
                        "fingerprint": "0123456789abcdef",
                    }
                ],
                "not_evaluated": [{"rule": "T303", "instance": "t3.granted", "reason": "总计为空"}],
                "rule_errors": [],
                "held": [],
                "ignored": [],
                "unlocated": [],
                "claims_without_witness": [],
            }
        ],
        "unreadable": [
            {"path": "图.txt", "reason": "是图片"},
            {"path": "坏.txt", "reason": "检查时程序内部出错"},
        ],
        "summary": {
            "reports": 1,
            "error": 1,
            "warning": 0,
            "info": 0,
            "held": {"waiver": 0, "baseline": 0, "ignore": 0},
        },
    }


def test_a_finding_without_a_place_has_nulls() -> None:
    line = writer("jsonl", Manner("en")).report(checked(TEXT, [finding(None)]))
    location = json.loads(line)["findings"][0]["location"]
    assert location == {
        "line": None,
        "column": None,
        "end_line": None,
        "end_column": None,
        "where": "table three / total",
    }


def test_each_line_of_jsonl_is_one_report() -> None:
    text = "甲\x85乙\u2028丙\x9b1\n"
    made = writer("jsonl", Manner())
    lines = "".join(made.report(checked(text, title=text.strip())) for _ in range(2))
    assert lines.count("\n") == 2
    assert len(lines.splitlines()) == 2
    assert [json.loads(line)["title"] for line in lines.splitlines()] == [text.strip()] * 2


def test_outside_unicode_it_is_plain_ascii() -> None:
    line = writer("jsonl", Manner(screen=Screen("gbk"))).report(checked(TEXT, title="㐱✓"))
    assert line.isascii()
    assert json.loads(line)["title"] == "㐱✓"
