"""Claims at the command line: those without a witness are listed apart from findings; moved codes are found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.cli import run
from renderings import render
from reports import facts

pytestmark = pytest.mark.usefixtures("folder")
Capture = pytest.CaptureFixture[str]
SAID = "全市受理政府信息公开申请3119件，主动公开政府信息4321条。"


@pytest.fixture(autouse=True)
def _report(folder: Path) -> None:
    cells = facts()["city_2024"]["cells"]
    prose = {"overall": [f"2024年，{SAID}"]}
    made = render(cells, year=2024, form="f2021", agency="淮川市", layout="tabs", prose=prose)
    (folder / "年报.txt").write_text(made.text, encoding="utf-8")


def test_json_lists_them_by_their_place_among_the_claims(capsys: Capture) -> None:
    assert run(["check", "年报.txt", "--format", "json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)["reports"]
    told = [(one["claim"], one["concept"], one["value"], one["text"]) for one in report["claims_without_witness"]]
    assert (1, "disclosed_total", "4321", "主动公开政府信息4321条") in told
    assert 0 not in [number for number, *_ in told]


def test_text_folds_them_into_one_line(capsys: Capture) -> None:
    assert run(["check", "年报.txt"]) == 0
    assert "个数字表格无法印证：主动公开政府信息4321条" in capsys.readouterr().out
    assert run(["check", "年报.txt", "--quiet"]) == 0
    assert capsys.readouterr().out == ""


def test_extract_marks_them(capsys: Capture) -> None:
    assert run(["extract", "年报.txt"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.endswith("（无表格印证）") for line in lines if " n.received " in line] == [False]
    assert [line.endswith("（无表格印证）") for line in lines if " n.disclosed_total " in line] == [True]


@pytest.mark.parametrize(("code", "now"), [("T204", "XYR03"), ("t213", "NAR12")])
def test_a_code_that_moved_leads_to_its_rule(code: str, now: str, capsys: Capture) -> None:
    assert run(["explain", code]) == 0
    assert capsys.readouterr().out.startswith(f"{code.upper()} 现在是 {now}。\n{now}  ")
