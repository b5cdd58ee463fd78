"""A baseline: old findings are held back and counted, new ones show, and the file only shrinks."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.cli import run

Capture = pytest.CaptureFixture[str]
BAD, NAME = "坏 的.txt", "gouji-baseline.yaml"


@pytest.fixture(autouse=True)
def _repository(folder: Path) -> None:
    (folder / ".git").mkdir()


def mend(folder: Path) -> None:
    (folder / BAD).write_bytes((folder / "好.txt").read_bytes())


def test_an_old_repository_starts_green(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "下").mkdir()
    monkeypatch.chdir(folder / "下")
    assert run(["baseline", ".."]) == 0
    text = (folder / NAME).read_text(encoding="utf-8")
    assert "  坏 的.txt:\n    - T301 " in text
    monkeypatch.chdir(folder)
    assert run(["check"]) == 0
    shown = capsys.readouterr().out
    assert "（基线 " in shown and "  基线 " in shown and " T301 " in shown
    assert run(["check", "--no-baseline"]) == 1
    assert run(["check", "--jobs", "2"]) == 0


def test_new_findings_show(folder: Path, capsys: Capture) -> None:
    run(["baseline"])
    lines = (folder / BAD).read_text(encoding="utf-8").splitlines()
    row = next(number for number, line in enumerate(lines) if line.startswith("行政许可"))
    lines[row] = "行政许可\t-5"
    (folder / BAD).write_text("\n".join(lines), encoding="utf-8")
    capsys.readouterr()
    assert run(["check", BAD]) == 1
    shown = capsys.readouterr().out
    assert "错误 T201" in shown and "错误 T301" not in shown


def test_it_can_only_shrink(folder: Path, capsys: Capture) -> None:
    run(["baseline"])
    before = (folder / NAME).read_bytes()
    capsys.readouterr()
    assert run(["baseline"]) == 2
    assert capsys.readouterr().err.startswith(f"gouji: {NAME} 已经有了，它只减不增：")
    assert (folder / NAME).read_bytes() == before
    (folder / "新.txt").write_bytes((folder / BAD).read_bytes())
    assert run(["baseline", "--prune"]) == 0
    assert (folder / NAME).read_bytes() == before
    assert run(["check", "新.txt"]) == 1


def test_pruning(folder: Path, capsys: Capture) -> None:
    (folder / "又.txt").write_bytes((folder / BAD).read_bytes())
    run(["baseline"])
    mend(folder)
    capsys.readouterr()
    assert run(["check", BAD]) == 0
    assert f"gouji: {NAME} 里有 " in capsys.readouterr().err
    assert run(["check", BAD, "--select", "T4"]) == 0
    assert capsys.readouterr().err == ""
    assert run(["baseline", "--prune", "好.txt"]) == 0
    assert BAD in (folder / NAME).read_text(encoding="utf-8")
    assert run(["baseline", "--prune"]) == 0
    text = (folder / NAME).read_text(encoding="utf-8")
    assert BAD not in text and "又.txt" in text
    (folder / "又.txt").unlink()
    capsys.readouterr()
    assert run(["baseline", "--prune"]) == 0
    assert capsys.readouterr().err.endswith("还有 0 处，文件已删掉。\n")
    assert not (folder / NAME).exists()
    assert run(["baseline", "--prune"]) == 2


def test_waivers_are_not_recorded(folder: Path) -> None:
    run(["waive", BAD, "--select", "T301", "--reason", "旧系统"])
    run(["baseline"])
    assert "T301" not in (folder / NAME).read_text(encoding="utf-8")


def test_one_bad_file_costs_none_of_the_others(folder: Path, capsys: Capture) -> None:
    (folder / "空.txt").write_bytes(b"")
    assert run(["baseline"]) == 2
    assert "空.txt: 文件是空的" in capsys.readouterr().err
    assert BAD in (folder / NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("files:\n  a.txt:\n    - T303\n", f"gouji: {NAME}:3：基线文件有误：应当是代码和指纹"),
        ("fils: {}\n", f"gouji: {NAME}:1：基线文件有误：没有叫 fils 的键，是不是 files？"),
        ("files: []\n", f"gouji: {NAME}:1：基线文件有误：files 应当是“键: 值”的形式"),
    ],
)
def test_a_broken_file(folder: Path, capsys: Capture, text: str, said: str) -> None:
    (folder / NAME).write_text(text, encoding="utf-8")
    assert run(["check", "好.txt"]) == 2
    shown = capsys.readouterr().err
    assert shown.replace(f"{folder}/", "").startswith(said) and shown.count("\n") == 1


def test_clean_reports_make_an_empty_one(folder: Path) -> None:
    mend(folder)
    (folder / BAD).unlink()
    assert run(["baseline"]) == 0
    assert run(["check"]) == 0


def test_pruning_keeps_what_was_written_by_hand(folder: Path) -> None:
    """Comments, order and line ends stay; only the lines of what is gone go."""
    for name in ("又.txt", "丙.txt"):
        (folder / name).write_bytes((folder / BAD).read_bytes())
    run(["baseline"])
    lines = (folder / NAME).read_text(encoding="utf-8").splitlines()
    start = {name: lines.index(f"  {name}:") for name in (BAD, "又.txt", "丙.txt")}
    lines[start["又.txt"]] += "  # 旧系统导出"
    lines[start["又.txt"] + 1] += "  # 见 12 号单"
    lines += ["# 最后一行"]
    (folder / NAME).write_bytes("\r\n".join(lines).encode())
    (folder / "丙.txt").unlink()
    mend(folder)
    assert run(["baseline", "--prune"]) == 0
    kept = [line for number, line in enumerate(lines) if not _part(lines, start, number, (BAD, "丙.txt"))]
    assert (folder / NAME).read_bytes().decode() == "\r\n".join(kept)
    assert "旧系统导出" in "".join(kept) and run(["check"]) == 0


def _part(lines: list[str], start: dict[str, int], number: int, names: tuple[str, ...]) -> bool:
    """Whether a line is of the part of one of these files."""
    ends = {name: next((n for n in sorted(start.values()) if n > at), len(lines) - 1) for name, at in start.items()}
    return any(start[name] <= number < ends[name] for name in names)


def test_pruning_one_finding_of_several(folder: Path, capsys: Capture) -> None:
    run(["baseline"])
    text = (folder / NAME).read_text(encoding="utf-8")
    entry = next(line for line in text.splitlines() if "- T301 " in line)
    (folder / NAME).write_text(
        text.replace(entry, f"{entry}\n    - T301 0123456789abcdef  # 早就改了"), encoding="utf-8"
    )
    capsys.readouterr()
    assert run(["baseline", "--prune"]) == 0
    assert f"{NAME}：删去 1 处，还有 " in capsys.readouterr().err
    assert (folder / NAME).read_text(encoding="utf-8") == text


def test_nothing_to_prune_changes_nothing(folder: Path, capsys: Capture) -> None:
    run(["baseline"])
    (folder / NAME).write_text((folder / NAME).read_text(encoding="utf-8") + "# 手写\n", encoding="utf-8")
    before = (folder / NAME).stat().st_mtime_ns, (folder / NAME).read_bytes()
    assert run(["baseline", "--prune"]) == 0
    assert "删去 0 处" in capsys.readouterr().err
    assert ((folder / NAME).stat().st_mtime_ns, (folder / NAME).read_bytes()) == before


def test_a_baseline_in_one_line_is_written_anew(folder: Path) -> None:
    run(["baseline"])
    text = (folder / NAME).read_text(encoding="utf-8")
    entries = [line.split("- ")[1] for line in text.splitlines() if "- T" in line]
    flow = f'files: {{"{BAD}": [{", ".join([*entries, "T301 0123456789abcdef"])}]}}\n'
    (folder / NAME).write_text(flow, encoding="utf-8")
    assert run(["baseline", "--prune"]) == 0
    assert (folder / NAME).read_text(encoding="utf-8") == text


def test_an_entry_of_a_rule_that_is_gone(folder: Path, capsys: Capture) -> None:
    run(["baseline"])
    text = (folder / NAME).read_text(encoding="utf-8")
    more = text.replace("  坏 的.txt:\n", "  坏 的.txt:\n    - BRK99 0123456789abcdef\n")
    assert more != text
    (folder / NAME).write_text(more, encoding="utf-8")
    capsys.readouterr()
    assert run(["check"]) == 0
    assert "有 1 处问题已经不在了" in capsys.readouterr().err
    assert run(["baseline", "--prune"]) == 0
    assert (folder / NAME).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("entry", ["BRK01 zz", "BRK01 0123456789ABCDEF", "BRK01", "0123456789abcdef"])
def test_an_entry_that_is_none(folder: Path, capsys: Capture, entry: str) -> None:
    (folder / NAME).write_text(f"files:\n  坏 的.txt:\n    - {entry}\n", encoding="utf-8")
    assert run(["check", BAD]) == 2
    said = capsys.readouterr().err
    assert f"{NAME}:3：基线文件有误：应当是代码和指纹" in said and said.count("\n") == 1
