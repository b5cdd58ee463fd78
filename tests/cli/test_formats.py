"""`gouji check` on a folder with files of every format, in one run."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from linter.cli import run
from linter.sources import office
from sources.packed import compound, rows, workbook

DOCUMENTS = Path(__file__).resolve().parents[1] / "data" / "documents"
REPORTS = {"网页.html": "city_2024-cms.html", "文稿.docx": "city_2024-merged.docx", "印本.pdf": "city_2024-word.pdf"}
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def mixed(folder: Path) -> Path:
    """`好.txt` and `坏 的.txt`, one report as Word file, page and PDF, one in a workbook, and an encrypted file."""
    for name, original in REPORTS.items():
        if not (DOCUMENTS / original).exists():
            pytest.skip("the committed documents are not at hand")
        shutil.copy(DOCUMENTS / original, folder / name)
    lines = (folder / "好.txt").read_text(encoding="utf-8").split("\n")
    cells = [[_escaped(cell) for cell in line.split("\t")] for line in lines]
    (folder / "表格.xlsx").write_bytes(workbook(rows(*cells)))
    (folder / "加密.docx").write_bytes(compound({"EncryptedPackage": b""}))
    return folder


def _escaped(cell: str) -> str:
    return cell.replace("&", "&amp;").replace("<", "&lt;")


def checked(capsys: Capture, *options: str) -> tuple[set[str], str]:
    """The paths of the reports that were checked, and what was said on standard error."""
    assert run(["check", ".", "--format", "jsonl", "--fail-on", "never", *options]) == 2
    shown = capsys.readouterr()
    return {json.loads(line)["path"] for line in shown.out.splitlines()}, shown.err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_every_format_in_one_run(mixed: Path, capsys: Capture, jobs: str) -> None:
    pytest.importorskip("python_calamine")
    pytest.importorskip("pdfplumber")
    found, complaints = checked(capsys, "--jobs", jobs)
    assert found == {"好.txt", "坏 的.txt", "表格.xlsx", *REPORTS}
    assert complaints.count("\n") == 1
    assert complaints.startswith("gouji: 加密.docx: 文件已加密")


def test_a_missing_extra_costs_only_its_own_files(
    mixed: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pdfplumber")
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    found, complaints = checked(capsys)
    assert found == {"好.txt", "坏 的.txt", *REPORTS}
    assert 'gouji: 表格.xlsx: 读取 Excel 工作簿需要另装组件，请运行 pip install "gouji[xlsx]"' in complaints


def test_without_libreoffice_the_others_are_checked(
    mixed: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find_suite", lambda: None)
    for name in [*REPORTS, "表格.xlsx", "加密.docx"]:
        (mixed / name).unlink()
    (mixed / "旧稿.doc").write_bytes(compound({"WordDocument": b"\xec\xa5"}))
    (mixed / "旧稿.rtf").write_bytes(rb"{\rtf1 x}")
    found, complaints = checked(capsys)
    assert found == {"好.txt", "坏 的.txt"}
    assert [line.split(":")[1].strip() for line in complaints.splitlines()] == ["旧稿.doc", "旧稿.rtf"]
    assert complaints.count("另存为 .docx") == 2


@pytest.mark.parametrize("name", REPORTS)
def test_renditions_of_one_report_agree(mixed: Path, capsys: Capture, name: str) -> None:
    if name.endswith(".pdf"):
        pytest.importorskip("pdfplumber")
    assert run(["compare", "文稿.docx", name]) == 0, capsys.readouterr().out


def test_what_a_format_has_no_word_for_is_told_on_standard_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """GitLab's entries are all findings; what is held back is none."""
    run(["waive", "坏 的.txt", "--reason", "旧系统"])
    capsys.readouterr()
    assert run(["check", "坏 的.txt", "--format", "gitlab"]) == 0
    shown = capsys.readouterr()
    assert shown.out == "[\n]\n" and shown.err.startswith("gouji: 另有 ") and "（豁免 " in shown.err
    assert run(["check", "坏 的.txt", "--format", "gitlab=out.json", "--format", "text"]) == 0
    shown = capsys.readouterr()
    assert shown.err == "" and "（豁免 " in shown.out
    assert run(["check", "坏 的.txt", "--format", "gitlab", "--quiet"]) == 0
    assert capsys.readouterr().err == ""
