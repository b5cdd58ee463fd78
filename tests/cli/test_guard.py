"""A result is never written over a report, nor over what people keep for the linter."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.cli import run

Capture = pytest.CaptureFixture[str]
BAD = "坏 的.txt"
WAYS = (
    ("check", ".", "--format", f"html=./{BAD}"),
    ("check", ".", "-o", BAD),
    ("check", "-o", BAD),
    ("check", "好.txt", "-o", BAD),
    ("check", BAD, "--format", f"json={BAD}"),
    ("check", BAD, "-o", "链接.txt"),
    ("extract", BAD, "-o", BAD),
    ("extract", "好.txt", "-o", BAD),
    ("compare", "好.txt", BAD, "-o", BAD),
    ("compare", "好.txt", "好.txt", "-o", BAD),
)


@pytest.mark.parametrize("arguments", WAYS, ids=" ".join)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_report_is_never_written_over(folder: Path, capsys: Capture, arguments: tuple[str, ...], lang: str) -> None:
    (folder / "链接.txt").symlink_to(BAD)
    before = (folder / BAD).read_bytes()
    assert run([*arguments, "--lang", lang]) == 2
    said = capsys.readouterr().err
    assert ("不能写结果" if lang == "zh" else "not to be overwritten") in said and said.count("\n") == 1
    assert (folder / BAD).read_bytes() == before
    assert sorted(one.name for one in folder.iterdir()) == sorted(["好.txt", BAD, "链接.txt"])


def test_not_by_the_paths_of_a_configuration(folder: Path, capsys: Capture) -> None:
    (folder / "gouji.toml").write_text('paths = ["."]\n', encoding="utf-8")
    before = (folder / BAD).read_bytes()
    assert run(["check", "--format", f"html={BAD}"]) == 2
    assert (folder / BAD).read_bytes() == before


@pytest.mark.parametrize("name", ["gouji.toml", "gouji-waivers.yaml", "gouji-baseline.yaml", "pyproject.toml"])
@pytest.mark.parametrize("command", [("check", "."), ("extract", "好.txt")], ids=" ".join)
def test_what_is_kept_for_the_linter_stays(folder: Path, capsys: Capture, name: str, command: tuple[str, ...]) -> None:
    (folder / name).write_text("# 手写的\n", encoding="utf-8")
    assert run([*command, "-o", name]) == 2
    assert "请换一个文件名" in capsys.readouterr().err
    assert (folder / name).read_text(encoding="utf-8") == "# 手写的\n"


def test_rules_and_documents_stay(folder: Path) -> None:
    (folder / "gouji.toml").write_text('rules = ["own"]\n', encoding="utf-8")
    (folder / "own").mkdir()
    own = Path(__file__).resolve().parents[2] / "examples" / "own-rules" / "rules" / "own.yaml"
    (folder / "own" / "own.yaml").write_bytes(own.read_bytes())
    (folder / "稿.docx").write_bytes(b"PK\x03\x04 half a document")
    for name in ("own/own.yaml", "稿.docx"):
        before = (folder / name).read_bytes()
        assert run(["check", "好.txt", "-o", name]) == 2
        assert (folder / name).read_bytes() == before


@pytest.mark.parametrize("target", ["html=结果.html", "text=结果.txt", "markdown=结果.md", "json=结果.json"])
def test_results_of_the_run_before_are_written_over(folder: Path, target: str) -> None:
    for _ in range(2):
        assert run(["check", ".", "--format", target]) == 1
    assert run(["check", "好.txt", "--format", target]) == 0


def test_a_check_of_its_own_results_alone_is_not_green(folder: Path, capsys: Capture) -> None:
    assert run(["check", "好.txt", "--format", "html=页/结果.html"]) == 2
    (folder / "页").mkdir()
    assert run(["check", "好.txt", "--format", "html=页/结果.html"]) == 0
    capsys.readouterr()
    assert run(["check", "页", "--format", "html=页/结果.html"]) == 2
    assert "没有可以检查的文件" in capsys.readouterr().err
