"""One run over files that have configurations of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.cli import run

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).resolve().parents[2]
BAD = "坏 的.txt"


@pytest.fixture
def two(folder: Path) -> Path:
    """`一/` and `二/`, each with a faulty report."""
    for name in ("一", "二"):
        (folder / name).mkdir()
        (folder / name / BAD).write_bytes((folder / BAD).read_bytes())
    return folder


def write(folder: Path, text: str) -> None:
    (folder / "gouji.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("order", [("一", "二"), ("二", "一")])
def test_each_report_fails_by_its_own_configuration(two: Path, order: tuple[str, str]) -> None:
    write(two / "一", 'fail-on = "never"')
    assert run(["check", "一"]) == 0
    assert run(["check", *order]) == 1
    write(two / "二", 'fail-on = "never"')
    assert run(["check", *order]) == 0
    assert run(["check", *order, "--fail-on", "error"]) == 1


def test_a_lower_bar_holds_only_where_it_is_set(two: Path) -> None:
    write(two / "一", '[severities]\nT = "warning"')
    write(two / "二", 'fail-on = "warning"\nignore = ["T"]')
    assert run(["check", "一", "二"]) == 0
    write(two / "二", 'fail-on = "warning"\n[severities]\nT = "warning"')
    assert run(["check", "一", "二"]) == 1


def test_a_run_speaks_the_first_language_that_is_named(two: Path, capsys: Capture) -> None:
    write(two / "二", 'language = "en"')
    run(["check", "一", "二"])
    shown = capsys.readouterr().out
    assert "2 reports: " in shown and "错误 T301" not in shown
    run(["check", "一", "二", "--lang", "zh"])
    assert "共 2 份报告" in capsys.readouterr().out
    write(two / "一", 'language = "zh"')
    run(["check", "一", "二"])
    assert "共 2 份报告" in capsys.readouterr().out


def family_and_report(folder: Path) -> None:
    """`医院/` holds a report of another family, with a mistake."""
    (folder / "医院").mkdir()
    own = ROOT / "examples" / "own-family"
    write(folder / "医院", f"family = {json.dumps(str(own))}")
    report = next((own / "reports").glob("*faulty*"))
    (folder / "医院" / report.name).write_bytes(report.read_bytes())


def test_sarif_describes_the_rules_of_all_families(two: Path, capsys: Capture) -> None:
    family_and_report(two)
    write(two / "二", 'profile = "strict"')
    run(["check", "一", "二", "医院", "--format", "sarif"])
    (one,) = json.loads(capsys.readouterr().out)["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    told = {result["ruleId"]: rules[result["ruleIndex"]]["id"] for result in one["results"]}
    assert all(code == described for code, described in told.items())
    assert any(code.startswith("T3") for code in told) and len({code[:1] for code in told}) > 1


def test_junit_counts_the_rules_that_a_report_was_judged_by(two: Path, capsys: Capture) -> None:
    from rendering.machines import read_junit

    family_and_report(two)
    write(two / "二", 'select = ["T4"]')
    run(["check", "一", "二", "医院", "--format", "junit"])
    one, other, hospital = read_junit(capsys.readouterr().out)
    assert any(case.get("name", "").startswith("T301 ") for case in one)
    assert {case.get("name", "")[:2] for case in other} == {"T4"}
    assert not any(case.get("name", "").startswith("T3") for case in hospital) and len(hospital)


def test_last_year_is_read_by_each_family(two: Path, capsys: Capture) -> None:
    family_and_report(two)
    assert run(["check", "一", "医院", "--previous", "好.txt"]) == 2
    assert capsys.readouterr().err.startswith("gouji: --previous 不能用：好.txt")


def test_waiving_and_pruning_go_by_the_rules_of_each_file(two: Path, capsys: Capture) -> None:
    family_and_report(two)
    assert run(["waive", "医院", "--reason", "旧系统"]) == 0
    assert (two / "医院" / "gouji-waivers.yaml").is_file()
    assert run(["waive", "一", "医院", "--reason", "旧系统"]) == 0
    assert (two / "一" / "gouji-waivers.yaml").is_file()
