"""Suspects as people and programs see them."""

from __future__ import annotations

import json
from pathlib import Path

from linter.check import Checked, load_kit
from linter.rendering import writer
from linter.rendering.interface import Manner
from linter.sources import open_source

EXAMPLES = Path(__file__).parents[2] / "examples"


def checked(name: str) -> Checked:
    return load_kit().check(open_source(EXAMPLES / name))


def test_findings_with_one_cause_stand_under_it() -> None:
    lines = writer("text", Manner()).report(checked("faulty-bureau-2022.txt")).splitlines()
    heads = [line for line in lines if line.startswith("疑点") or ": 错误 " in line]
    found = [line.partition("：")[0] if line.startswith("疑点") else line.split(" ")[2] for line in heads]
    assert found == ["STR05", "疑点", "T207", "疑点（2 处）", "T303", "T302", "疑点（2 处）", "T301", "T303"]


def test_what_is_as_likely_is_said() -> None:
    shown = writer("text", Manner("en")).report(checked("faulty-bureau-2022.txt"))
    assert "suspect: normative documents / newly disclosed: 3 should be 2; then the identity holds" in shown
    assert "  as likely: normative documents / disclosed in all: 2 should be 3" in shown


def test_the_json_of_a_suspect() -> None:
    line = writer("jsonl", Manner()).report(checked("faulty-district-2023.txt"))
    (found,) = [one for one in json.loads(line)["findings"] if one["rule"] == "T401"]
    (suspect,) = found["suspects"]
    assert suspect["changes"] == [
        {"field": "t4.review.total", "from": "0", "to": "11"},
        {"field": "t4.suit_after_review.total", "from": "0", "to": "5"},
    ]
    assert (suspect["settles"], suspect["slip"]) == (3, "total_blank")


def test_a_clean_report_has_none() -> None:
    result = checked("clean-city-2024.txt")
    assert result.outcomes.findings == ()
    assert result.outcomes.unlocated == ()
