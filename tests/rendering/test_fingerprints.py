"""A finding is known again after edits elsewhere, and is another one in another place."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from linter.finding import Finding
from linter.sources import read_bytes
from rendering.machines import kit

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "examples" / "faulty-district-2023.txt").read_text(encoding="utf-8")
DISCLOSED = "全年通过政府门户网站主动公开政府信息1208条"


@cache
def findings(text: str) -> tuple[Finding, ...]:
    return kit().check(read_bytes(text.encode(), "年报.txt")).outcomes.findings


def prints(text: str, *codes: str) -> Counter[tuple[str, str]]:
    """The fingerprints of a report's findings, next to their rules."""
    return Counter((one.rule, one.fingerprint) for one in findings(text) if not codes or one.rule in codes)


def prose(text: str) -> str:
    """The example with other words in its first section."""
    start, end = TEXT.index("一、总体情况\n") + len("一、总体情况\n"), TEXT.index("二、行政机关主动公开政府信息情况")
    return f"{TEXT[:start]}{text}\n{TEXT[end:]}"


def test_every_fingerprint_is_its_own() -> None:
    for path in sorted((ROOT / "examples").glob("faulty-*.txt")):
        found = prints(path.read_text(encoding="utf-8"))
        assert set(found.values()) == {1}
        assert all(re.fullmatch("[0-9a-f]{16}", one) for _, one in found)


@pytest.mark.parametrize(
    "above",
    [
        "本年度，区政府认真落实各项要求。\n\n",
        "共举办培训班4期，培训人员120人次。其中街道2期、部门1期、学校2期。\n",
        "办结信访事项33件。收到建议9件，占比12.5%。\n",
    ],
    ids=["words", "another list", "other concepts and a share"],
)
def test_a_paragraph_above_changes_none(above: str) -> None:
    edited = TEXT.replace("一、总体情况\n", f"一、总体情况\n{above}", 1)
    assert prints(TEXT) <= prints(edited)


def test_another_figure_changes_none() -> None:
    edited = TEXT.replace("主动公开政府信息1208条", "主动公开政府信息1209条").replace("行政复议11件", "行政复议12件")
    assert prints(TEXT, "BRK01", "NAR08") == prints(edited, "BRK01", "NAR08")
    chinese = TEXT.replace("行政复议11件", "行政复议十二件")
    assert prints(TEXT, "NAR08") == prints(chinese, "NAR08")


def test_a_list_of_another_total_above_does_not_number_this_one_anew() -> None:
    wrong = "全年公开政府信息200条，其中部门信息140条、街道信息90条。"
    one, two = prose(wrong), prose(f"门户网站公开政府信息50条，其中政策文件类20条、工作动态类9条。{wrong}")
    assert prints(one, "BRK01")
    assert prints(one, "BRK01") <= prints(two, "BRK01")


def test_a_share_above_does_not_number_this_one_anew() -> None:
    wrong = "收到政府信息公开申请40件，其中自然人申请10件，占50%。"
    above = "主动公开政府信息200条，其中政策文件类100条，占50%。"
    assert prints(prose(wrong), "BRK04")
    assert prints(prose(wrong), "BRK04") <= prints(prose(above + wrong), "BRK04")


def test_the_same_words_again_are_another_finding() -> None:
    twice = prose("行政复议11件。\n行政复议13件。")
    found = prints(twice, "NAR08")
    assert len(found) == 2
    assert prints(prose("行政复议11件。"), "NAR08") < found


def test_a_claim_of_the_same_concept_in_other_words_above_changes_none() -> None:
    one, two = "全年行政复议案件11件。", "共有行政复议13件。\n全年行政复议案件11件。"
    assert prints(prose(one), "NAR08")
    assert prints(prose(one), "NAR08") < prints(prose(two), "NAR08")


def test_rule_table_row_and_column_change_it() -> None:
    found = findings(TEXT)
    of_rule = {one.rule: one for one in found}
    assert len({of_rule[code].fingerprint for code in ("T302", "T303", "T401", "T403")}) == 4
    line = next(line for line in TEXT.splitlines() if "没有现成信息" in line)
    other_row = TEXT.replace(line, re.sub(r"\d+$", "9", line))
    other_column = TEXT.replace(line, re.sub(r"\t3\t0", "\t3\t4", line, count=1))
    assert len(prints(other_row, "T303") - prints(TEXT, "T303")) == 1
    assert len(prints(other_column, "T302") - prints(TEXT, "T302")) == 1
