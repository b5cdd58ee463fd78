"""`gouji compare`: one report in two renditions."""

from __future__ import annotations

import io
import json
from pathlib import Path
from random import Random

import pytest

from linter.cli import run
from renderings import consistent, render

Capture = pytest.CaptureFixture[str]
FORM = {"year": 2023, "form": "f2021", "agency": "青禾区水务局"}
CELL = "t3.granted.total"
PROSE = "2023年，主动公开政府信息116条。全年收到政府信息公开申请 2 件，上年结转 1 件。"


@pytest.fixture(autouse=True)
def _reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """`稿.txt` and `页.txt`, the same report in two layouts."""
    for name, layout in (("稿.txt", "tabs"), ("页.txt", "pipes")):
        _write(tmp_path / name, layout=layout)


def _write(path: Path, layout: str = "tabs", prose: str = PROSE, **changes: str | None) -> None:
    cells = dict(consistent("f2021", Random(7))) | {name.replace("__", "."): value for name, value in changes.items()}
    text = render(cells, layout=layout, seed=3, **FORM).text  # type: ignore[arg-type]
    heading = text.index("总体情况")
    end = text.index("\n", heading)
    path.write_text(f"{text[:end]}\n{prose}\n{text[end:]}", encoding="utf-8")


def compared(capsys: Capture, *options: str) -> tuple[int, str]:
    status = run(["compare", "稿.txt", "页.txt", *options])
    shown = capsys.readouterr()
    assert shown.err == ""
    return status, shown.out


def test_two_layouts_of_one_report_agree(capsys: Capture) -> None:
    status, shown = compared(capsys)
    assert status == 0
    assert shown.startswith("第一份 稿.txt\n第二份 页.txt\n\n两份的数字一致；相同：单元格 ")


def test_a_cell_that_differs_is_shown_with_both_places(capsys: Capture) -> None:
    _write(Path("页.txt"), t3__granted__total="99")
    status, shown = compared(capsys, "--format", "json")
    found = json.loads(shown)
    assert (status, found["same"]) == (1, False)
    (pair,) = found["cells"]
    assert (pair["field"], pair["kind"]) == (CELL, "differs")
    assert pair["second"]["value"] == "99"
    assert pair["first"]["line"] == pair["second"]["line"]
    assert found["summary"]["cells_differ"] == 1
    line = pair["second"]["line"]
    _, shown = compared(capsys)
    assert f"\n  第二份 {line}:{pair['second']['column']}：99\n" in shown
    assert "予以公开 / 总计：数字不同\n" in shown


def test_a_blank_and_a_figure_differ(capsys: Capture) -> None:
    _write(Path("页.txt"), t3__granted__research=None)
    status, shown = compared(capsys)
    assert status == 1
    assert "予以公开 / 科研机构：内容不同\n" in shown
    assert "：空白\n" in shown


def test_a_row_that_one_of_them_lacks_is_told_apart(capsys: Capture) -> None:
    lines = Path("稿.txt").read_text(encoding="utf-8").split("\n")
    Path("页.txt").write_text("\n".join(line for line in lines if "结转下年度" not in line), encoding="utf-8")
    status, shown = compared(capsys)
    assert status == 1
    assert "\n只在一份中读到的单元格\n" in shown
    assert shown.count("第二份 没有读到") == 7
    found = json.loads(compared(capsys, "--format", "json")[1])
    assert {pair["kind"] for pair in found["cells"]} == {"not_read"}
    assert found["summary"]["cells_not_read_in_one"] == 7
    assert found["cells"][0]["second"]["state"] == "missing"


def test_one_changed_figure_of_the_prose_is_one_difference(capsys: Capture) -> None:
    _write(Path("页.txt"), prose=PROSE.replace("申请 2 件", "申请 3 件"))
    status, shown = compared(capsys)
    assert status == 1
    assert "\n正文的数字不同：2，3\n" in shown
    assert "“全年收到政府信息公开申请 2 件，上年结转 1 件。”" in shown
    assert "“全年收到政府信息公开申请 3 件，上年结转 1 件。”" in shown
    found = json.loads(compared(capsys, "--format", "json")[1])
    assert [(pair["kind"], pair["first"]["value"], pair["second"]["value"]) for pair in found["claims"]] == [
        ("differs", "2", "3")
    ]


def test_what_only_one_of_them_says(capsys: Capture) -> None:
    _write(Path("页.txt"), prose=PROSE.replace("主动公开政府信息116条", "做好公开工作"))
    _, shown = compared(capsys)
    assert "\n只有第一份的正文说：主动公开政府信息116条\n" in shown
    assert shown.count("第二份 没有\n") == 1
    found = json.loads(compared(capsys, "--format", "json")[1])
    assert [pair["kind"] for pair in found["claims"]] == ["only_first"]
    assert found["claims"][0]["second"] is None


def test_title_and_year(capsys: Capture) -> None:
    text = Path("稿.txt").read_text(encoding="utf-8")
    Path("页.txt").write_text(text.replace("2023年", "2022年", 1), encoding="utf-8")
    _, shown = compared(capsys)
    assert "\n标题不同\n" in shown and "\n报告年份不同\n" in shown
    assert [one["fact"] for one in json.loads(compared(capsys, "--format", "json")[1])["facts"]][:2] == [
        "report.title",
        "report.year",
    ]


def test_in_english(capsys: Capture) -> None:
    _write(Path("页.txt"), t3__granted__total="99")
    _, shown = compared(capsys, "--lang", "en")
    assert shown.startswith("first  稿.txt\nsecond 页.txt\n")
    assert "granted" in shown and ": the figures differ\n" in shown
    assert shown.splitlines()[-1].startswith("differ: 0 facts, 1 cells, 0 claims; 0 cells were read in one")


def test_output_goes_to_a_file(folder: Path, capsys: Capture) -> None:
    assert compared(capsys, "-o", "结果.txt") == (0, "")
    assert (folder / "结果.txt").read_text(encoding="utf-8").startswith("第一份")


def test_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path("页.txt").read_bytes())))
    assert run(["compare", "稿.txt", "-", "--stdin-name", "网页"]) == 0
    assert "第二份 网页\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["稿.txt", "没有.txt"], "没有.txt: 没有这个文件，请核对路径"),
        (
            ["空.txt", "稿.txt"],
            "空.txt: 文件是空的，请核对文件，重新保存或下载",
        ),
        (["-", "-"], "标准输入只能读一次，另一份请给出文件名。"),
        (["稿.txt"], "还需要 B。"),
    ],
)
def test_what_cannot_be_compared(folder: Path, capsys: Capture, arguments: list[str], sentence: str) -> None:
    (folder / "空.txt").write_bytes(b"")
    assert run(["compare", *arguments]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"gouji: {sentence}\n")
