"""`gouji rules`, `gouji explain` and `gouji extract` from the command line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from linter.cli import run

Capture = pytest.CaptureFixture[str]


def test_one_line_for_each_rule(capsys: Capture) -> None:
    assert run(["rules"]) == 0
    lines = {line.split()[0]: line.split() for line in capsys.readouterr().out.splitlines()}
    assert lines["T301"][:4] == ["T301", "received-equals-handled", "error", "on"]
    assert lines["T310"][3] == "off"
    assert run(["rules", "--profile", "strict"]) == 0
    assert " off " not in capsys.readouterr().out


def test_every_rule_can_be_explained(capsys: Capture) -> None:
    run(["rules"])
    for line in capsys.readouterr().out.splitlines():
        code = line.split()[0]
        for lang in ("zh", "en"):
            assert run(["explain", code.lower(), "--lang", lang]) == 0
            assert capsys.readouterr().out.startswith(f"{code}  ")


def test_an_explanation_has_condition_authority_example_and_exceptions(capsys: Capture) -> None:
    run(["explain", "T301"])
    shown = capsys.readouterr().out
    assert "t3.new_received.$column + t3.carried_in.$column" in shown
    for heading in ("检查什么", "依据", "例子", "怎么办", "已知的例外"):
        assert f"\n{heading}\n" in shown
    assert "应等于" in shown


def test_extract_to_the_screen_and_to_files(folder: Path, capsys: Capture) -> None:
    assert run(["extract", "坏 的.txt", "--format", "json"]) == 0
    cells = {cell["field"]: cell for cell in json.loads(capsys.readouterr().out)["cells"]}
    assert cells["t3.carried_out.research"]["value"] == "99"
    assert run(["extract", "坏 的.txt", "--format", "csv", "-o", "表.csv"]) == 0
    assert (folder / "表.csv").read_bytes().startswith("\ufeffkind,".encode())
    with (folder / "表.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert sum(row["kind"] == "cell" for row in csv.DictReader(stream)) == len(cells)


def test_what_is_no_report_has_no_object(folder: Path, capsys: Capture) -> None:
    (folder / "信.txt").write_text("您好，随信附上材料。", encoding="utf-8")
    assert run(["extract", "信.txt", "--format", "json"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
