"""Last year's report: given with `--previous`, or found among the files of one run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from linter.cli import run
from renderings import render
from reports import facts

pytestmark = pytest.mark.usefixtures("folder")
Capture = pytest.CaptureFixture[str]
AGENCY = "云川市"


@cache
def published(year: int) -> Mapping[str, Any]:
    cells: Mapping[str, Any] = facts()[f"city_a_{year}"]["cells"]
    return cells


def text(year: int, agency: str = AGENCY, overall: str = "", changes: Mapping[str, str] | None = None) -> str:
    cells = {**published(year), **(changes or {})}
    prose = {"overall": [f"{year}年，我市持续公开信息。{overall}"], "other": [f"{year}年收取信息处理费2230元。"]}
    return render(cells, year=year, form="f2021", agency=agency, layout="tabs", seed=1, prose=prose).text


def write(name: str, content: str) -> None:
    Path(name).write_text(content, encoding="utf-8")


def checked(capsys: Capture, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    status = run(["check", "--format", "json", *arguments])
    return status, json.loads(capsys.readouterr().out)["reports"]


@pytest.fixture(autouse=True)
def _two_years(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_file():
            path.unlink()
    write("今年.txt", text(2024))
    write("去年.txt", text(2023))


def test_the_carry_over_of_two_published_years_holds(capsys: Capture) -> None:
    status, (report,) = checked(capsys, "今年.txt", "--previous", "去年.txt", "--select", "XYR01,XYR02")
    assert (status, report["outcomes"]["fail"]) == (0, 0)
    assert report["outcomes"]["pass"] == 9


WRONG = {"t3.carried_in.total": "120", "t2.norm_docs.in_force": "421"}


def test_one_figure_changed_and_the_right_rule_speaks_with_both_places(capsys: Capture) -> None:
    write("今年.txt", text(2024, changes=WRONG))
    status, (report,) = checked(capsys, "今年.txt", "--previous", "去年.txt", "--select", "XYR01,XYR02")
    assert status == 1
    stock, carried = report["findings"]
    assert (stock["rule"], stock["severity"], stock["location"]["where"]) == (
        "XYR02", "warning", "表二 / 行政规范性文件 / 现行有效",
    )  # fmt: skip
    assert (carried["rule"], carried["severity"], carried["instance"]) == ("XYR01", "error", "t3.*.total")
    assert carried["message"] == "总计列：上年结转 120，应等于 上年报告的结转下年度 121，相差 1。"
    this, last = carried["operands"]
    assert (this["field"], this["value"], "path" in this) == ("t3.carried_in.total", "120", False)
    assert (last["field"], last["value"], last["path"]) == ("prev.t3.carried_out.total", "121", "去年.txt")
    for operand, name in ((this, "今年.txt"), (last, "去年.txt")):
        line = Path(name).read_text(encoding="utf-8").split("\n")[operand["line"] - 1]
        assert line[operand["column"] - 1 : operand["end_column"] - 1] == operand["value"]


def test_the_text_shows_both_reports(capsys: Capture) -> None:
    write("今年.txt", text(2024, changes=WRONG))
    assert run(["check", "今年.txt", "--previous", "去年.txt", "--select", "XYR01"]) == 1
    shown = capsys.readouterr().out
    assert "今年.txt:" in shown and "上年报告 去年.txt:" in shown


def test_a_reason_in_the_text_lowers_the_severity(capsys: Capture) -> None:
    write("今年.txt", text(2024, overall="因机构改革，部分职能划转。", changes={"t3.carried_in.total": "120"}))
    _, (report,) = checked(capsys, "今年.txt", "--previous", "去年.txt", "--select", "XYR01")
    assert [one["severity"] for one in report["findings"]] == ["warning"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_found_among_the_files_of_one_run_by_what_they_say(jobs: str, capsys: Capture) -> None:
    write("今年.txt", text(2024, changes={"t3.carried_in.total": "120"}))
    Path("去年.txt").rename("随便.txt")
    _, reports = checked(capsys, ".", "--select", "XYR01", "--jobs", jobs)
    found = {report["year"]: [one["rule"] for one in report["findings"]] for report in reports}
    assert found == {2023: [], 2024: ["XYR01"]}


def test_another_agency_is_not_last_years(capsys: Capture) -> None:
    write("去年.txt", text(2023, agency="石桥市"))
    _, reports = checked(capsys, ".", "--select", "XYR01")
    assert [report["outcomes"]["pass"] for report in reports] == [0, 0]


def test_several_candidates_are_not_chosen_from(capsys: Capture) -> None:
    write("去年二.txt", text(2023, changes={"t3.carried_out.total": "5"}))
    _, reports = checked(capsys, ".", "--select", "XYR01")
    (this,) = (report for report in reports if report["year"] == 2024)
    (skipped,) = this["not_evaluated"]
    assert skipped["reason"] == "2023 年的报告有 2 份，不知道该与哪一份比较：去年.txt、去年二.txt"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (text(2024), "上年.txt 是 2024 年的报告，不是 今年.txt 的上一年（2023 年）"),
        (text(2023, agency="石桥市"), "上年.txt 是石桥市的报告，今年.txt 却是云川市的"),
        ("随便写的几个字", "上年.txt: "),
        (None, "上年.txt: "),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence(content: str | None, reason: str, capsys: Capture) -> None:
    if content is not None:
        write("上年.txt", content)
    assert run(["check", "今年.txt", "--previous", "上年.txt"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"gouji: --previous 不能用：{reason}")
    assert shown.err.count("\n") == 1


def test_growth_is_worked_out_from_last_years_report(capsys: Capture) -> None:
    write("今年.txt", text(2024, overall="全市共收办政府信息公开申请3646件，同比增长1.05%。"))
    write("去年.txt", text(2023, overall="全市共收办政府信息公开申请3607件。"))
    _, (report,) = checked(capsys, "今年.txt", "--previous", "去年.txt")
    assert report["findings"] == []
    _, (report,) = checked(capsys, "今年.txt", "--previous", "去年.txt", "--profile", "strict", "--select", "BRK")
    (found,) = report["findings"]
    assert (found["rule"], found["left"], found["right"]) == ("BRK06", "1.05", "1.08")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_for_each_year_may_have_its_own_configuration(capsys: Capture, jobs: str) -> None:
    """Last year's report is found though another configuration holds for it."""
    for name, year in (("2024", 2024), ("2023", 2023)):
        Path(name).mkdir()
        write(f"{name}/年报.txt", text(year, changes=WRONG if year == 2024 else None))
    write("2023/gouji.toml", 'fail-on = "never"')
    status, reports = checked(capsys, "2024", "2023", "--select", "XYR01", "--jobs", jobs)
    assert [(one["path"], one["outcomes"]["fail"] > 0) for one in reports] == [
        ("2024/年报.txt", True),
        ("2023/年报.txt", False),
    ]
    assert status == 1
