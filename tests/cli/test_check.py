"""`gouji check`: files, folders, formats, and the exit status of each."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from linter.cli import run
from linter.family import Family
from linter.reading import read
from linter.report import Report
from linter.sources import Source

pytestmark = pytest.mark.usefixtures("folder")
Capture = pytest.CaptureFixture[str]


def test_a_clean_report_ends_with_0(capsys: Capture) -> None:
    assert run(["check", "好.txt"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("好.txt\n  青禾区水务局2023年")
    assert "\n没有发现问题；通过 " in shown.out
    assert shown.err == ""


def test_a_wrong_figure_ends_with_1_and_is_shown_in_its_place(capsys: Capture) -> None:
    assert run(["check", "坏 的.txt"]) == 1
    shown = capsys.readouterr().out
    text = Path("坏 的.txt").read_text(encoding="utf-8").split("\n")
    row = next(n for n, line in enumerate(text) if "结转下年度" in line)
    assert f"坏 的.txt:{row + 1}:" in shown
    assert "错误 T301" in shown and "错误 T303" in shown
    assert "\n错误 2，" in shown


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "info"], 1),
        (["--ignore", "T3"], 0),
        (["--ignore", "T301,T303"], 0),
        (["--ignore", "T301", "--ignore", "t303"], 0),
        (["--select", "T4"], 0),
        (["--select", "T3,STR"], 1),
    ],
)
def test_which_findings_count(arguments: list[str], status: int) -> None:
    assert run(["check", "坏 的.txt", *arguments]) == status


def test_a_folder_is_searched_and_nothing_stops_at_a_bad_file(folder: Path, capsys: Capture) -> None:
    (folder / "图片.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (folder / "空.md").write_bytes(b"")
    (folder / ".隐藏.txt").write_text("x", encoding="utf-8")
    (folder / "~$好.txt").write_text("x", encoding="utf-8")
    (folder / "数据.csv").write_text("x", encoding="utf-8")
    (folder / "下 级").mkdir()
    (folder / "下 级" / "年报.TXT").write_text((folder / "好.txt").read_text("utf-8"), "utf-8")
    assert run(["check", "."]) == 2
    shown = capsys.readouterr()
    heads = [line for line in shown.out.splitlines() if line.lower().endswith(".txt")]
    assert heads == ["坏 的.txt", "好.txt", str(Path("下 级") / "年报.TXT")]
    assert [line.split(":")[1].strip() for line in shown.err.splitlines()] == ["图片.txt", "空.md"]
    last = shown.out.splitlines()[-1]
    assert last.startswith("共 3 份报告：错误 2，") and last.endswith("；2 个文件没能检查")


def test_without_a_path_it_is_the_current_folder(capsys: Capture) -> None:
    assert run(["check", "--format", "jsonl"]) == 1
    reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [report["path"] for report in reports] == ["坏 的.txt", "好.txt"]


def test_a_file_named_twice_is_checked_once(folder: Path, capsys: Capture) -> None:
    assert run(["check", "好.txt", str(folder / "好.txt"), "./好.txt", "--format", "jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("没有.txt", "没有.txt: 没有这个文件"),
        ("空 夹", "空 夹: 文件夹里没有可以检查的文件"),
        ("信.txt", "信.txt: "),
        ("长" * 300, "长长"),
    ],
)
def test_bad_input_is_one_sentence(folder: Path, capsys: Capture, path: str, sentence: str) -> None:
    (folder / "空 夹").mkdir()
    (folder / "信.txt").write_text("您好，随信附上材料。", encoding="utf-8")
    assert run(["check", path]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"gouji: {sentence}")
    assert shown.err.count("\n") == 1


def test_several_outputs_come_from_one_run(folder: Path, capsys: Capture) -> None:
    assert run(["check", "坏 的.txt", "--format", "json=结 果.json", "--format", "text"]) == 1
    assert "错误 T301" in capsys.readouterr().out
    made = json.loads((folder / "结 果.json").read_text(encoding="utf-8"))
    assert made["summary"]["error"] == 2
    errors = [one["rule"] for one in made["reports"][0]["findings"] if one["severity"] == "error"]
    assert sorted(errors) == ["T301", "T303"]


def test_output_takes_the_place_of_standard_output(folder: Path, capsys: Capture) -> None:
    assert run(["check", "好.txt", "--output", "结果.log"]) == 0
    assert capsys.readouterr().out == ""
    assert (folder / "结果.log").read_text(encoding="utf-8").startswith("好.txt\n")


def test_a_result_inside_the_folder_is_not_checked(folder: Path) -> None:
    for _ in range(2):
        assert run(["check", ".", "-o", "结果.txt"]) == 1
    assert sorted(path.name for path in folder.glob("*.txt")) == ["坏 的.txt", "好.txt", "结果.txt"]


def test_a_report_is_never_overwritten(folder: Path, capsys: Capture) -> None:
    before = (folder / "好.txt").read_bytes()
    assert run(["check", "好.txt", "-o", "./好.txt"]) == 2
    assert capsys.readouterr().err == "gouji: 好.txt 是要检查的文件，不能写结果，请换一个文件名。\n"
    assert (folder / "好.txt").read_bytes() == before


@pytest.mark.parametrize("target", ["没有/结果.txt", "."])
def test_an_output_that_cannot_be_written(folder: Path, capsys: Capture, target: str) -> None:
    assert run(["check", "好.txt", "-o", target]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"gouji: 写不了 {target}：")
    assert not list(folder.glob("*.part"))


def test_processes_give_the_same_results_in_the_same_order(capsys: Capture) -> None:
    assert run(["check", ".", "没有.txt", "--format", "json"]) == 2
    alone = capsys.readouterr()
    assert run(["check", ".", "没有.txt", "--format", "json", "--jobs", "2"]) == 2
    assert capsys.readouterr() == alone


def test_standard_input(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((folder / "坏 的.txt").read_bytes())))
    assert run(["check", "-", "--stdin-name", "年 报.txt", "--format", "jsonl"]) == 1
    assert json.loads(capsys.readouterr().out)["path"] == "年 报.txt"


@pytest.mark.parametrize(
    ("stdin", "reason"), [(None, "标准输入是关闭的"), (io.TextIOWrapper(io.BytesIO()), "文件是空的")]
)
def test_nothing_on_standard_input(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, stdin: io.TextIOWrapper | None, reason: str
) -> None:
    monkeypatch.setattr("sys.stdin", stdin)
    assert run(["check", "-"]) == 2
    assert capsys.readouterr().err.startswith(f"gouji: -: {reason}")


def test_our_own_fault_is_logged_and_costs_no_other_file(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(source: Source, family: Family) -> Report:
        if source.path == "好.txt":
            raise ZeroDivisionError("here")
        return read(source, family)

    monkeypatch.setattr("linter.check.read", broken)
    assert run(["check", "好.txt", "坏 的.txt"]) == 3
    shown = capsys.readouterr()
    assert "错误 T301" in shown.out
    (log,) = (folder / ".state" / "gouji").iterdir()
    assert shown.err == f"gouji: 检查 好.txt 时程序内部出错，记录在 {log}\n"
    assert "ZeroDivisionError: here" in log.read_text(encoding="utf-8")


def test_english_on_request_and_by_locale(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    run(["check", "好.txt", "--lang", "en"])
    assert "nothing found; " in capsys.readouterr().out
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    run(["check", "好.txt"])
    assert "nothing found; " in capsys.readouterr().out
