"""Files that are cut short, made to do harm, or of a format whose extra is missing: a source or one sentence, soon."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path
from random import Random

import pytest

from linter.sources import UnreadableError, open_source, read_bytes, suite
from memory import NEEDS_PROC, peak_of
from sources.packed import compound, content_types, packed, rows, workbook

DOCUMENTS = Path(__file__).resolve().parents[1] / "data" / "documents"
NAMES = ("city_2024-merged.docx", "city_2024-cms.html", "city_2024-word.pdf")
SLOW = 20.0
"""Seconds that no file may take; the tests' machine may be busy."""
MEMORY = 300_000_000
WORKBOOK = workbook(*(rows(*(["规章", number, 3] for number in range(40))) for _ in range(3)))


def attempt(data: bytes, name: str = "年报") -> str:
    """Nothing for a source, else the sentence."""
    begin = time.monotonic()
    try:
        read_bytes(data, name)
    except UnreadableError as problem:
        assert problem.path == name
        assert problem.reason and "\n" not in problem.reason
        return problem.reason
    finally:
        assert time.monotonic() - begin < SLOW
    return ""


def whole(name: str) -> bytes:
    if name == "workbook.xlsx":
        pytest.importorskip("python_calamine")
        return WORKBOOK
    if name.endswith(".pdf"):
        pytest.importorskip("pdfplumber")
    path = DOCUMENTS / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path.read_bytes()


@pytest.mark.parametrize("name", [*NAMES, "workbook.xlsx"])
def test_cut_short(name: str) -> None:
    data = whole(name)
    assert attempt(data) == ""
    for part in (0, 1, 3, 4, 5, 8, 30, 100, 512, 1024, len(data) // 3, len(data) // 2, len(data) - 30, len(data) - 1):
        attempt(data[:part])


@pytest.mark.parametrize("name", [*NAMES, "workbook.xlsx"])
def test_a_few_bytes_wrong(name: str) -> None:
    data = whole(name)
    random = Random(name)
    for _ in range(4 if name.endswith(".pdf") else 25):
        broken = bytearray(data)
        for _ in range(random.choice([1, 10, 100])):
            broken[random.randrange(len(broken))] = random.randrange(256)
        attempt(bytes(broken))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", [".txt", ".doc", ".xlsx", ".pdf", ""])
def test_a_wrong_ending_changes_nothing(tmp_path: Path, name: str, ending: str) -> None:
    data = whole(name)
    path = tmp_path / f"年报{ending}"
    path.write_bytes(data)
    assert open_source(path).original == read_bytes(data, name).original


@pytest.mark.parametrize("ending", [".docx", ".html", ".pdf", ".xlsx", ".doc", ".odt", ".txt"])
def test_empty_files(ending: str) -> None:
    assert (
        attempt(b"", f"年报{ending}")
        == "文件是空的，请核对文件，重新保存或下载 (the file is empty; save or download it again)"
    )


def test_an_encrypted_document() -> None:
    assert "加密" in attempt(compound({"EncryptionInfo": b"", "EncryptedPackage": b"x" * 9000}), "年报.docx")


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("wordprocessingml.document", "word/document.xml"),
        ("spreadsheetml.sheet", "xl/workbook.xml"),
        ("spreadsheetml.sheet", "xl/sharedStrings.xml"),
    ],
)
def test_a_part_that_swells(kind: str, part: str) -> None:
    if kind.startswith("spreadsheetml"):
        pytest.importorskip("python_calamine")
    assert "过大" in attempt(packed({"[Content_Types].xml": content_types(kind, part), part: b"<" * 60_000_000}))


def test_an_archive_of_very_many_parts() -> None:
    assert attempt(packed({f"{number}.xml": b"" for number in range(5000)}, method=0)) != ""


@pytest.mark.parametrize("kind", ["wordprocessingml.document", "spreadsheetml.sheet"])
def test_entities_are_refused(kind: str) -> None:
    pytest.importorskip("python_calamine")
    part = {"w": "word/document.xml", "s": "xl/workbook.xml"}[kind[0]]
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        f' Target="{part}"/></Relationships>'
    )
    data = packed({"[Content_Types].xml": content_types(kind, part), "_rels/.rels": links, part: bomb})
    assert "DTD" in attempt(data)


@pytest.mark.parametrize(
    "text",
    [
        "<table>" * 200_000,
        "<div>" * 200_000,
        "<table><tr><td colspan=1000000000 rowspan=1000000000>1</td></tr></table>",
        "<td rowspan=99999>" * 50_000,
        "<table><tr>" + "<td rowspan=999 colspan=99>" * 5_000 + "</tr>" + "<tr><td>" * 2_000 + "</table>",
        "<!--" * 100_000,
        "<" * 1_000_000,
        "<a " * 300_000,
    ],
)
@pytest.mark.parametrize("before", ["<html>", "# 年报\n"])
def test_markup_made_to_do_harm(before: str, text: str) -> None:
    attempt(f"{before}{text}".encode())


def test_a_compound_file_full_of_loops() -> None:
    head = bytearray(compound({"WordDocument": b"x"})[:512])
    head[68:72] = (0).to_bytes(4, "little")
    for sectors in (b"\x00" * 2_000_000, b"\x01\x00\x00\x00" * 500_000):
        assert "损坏" in attempt(bytes(head) + sectors)


@pytest.mark.parametrize(
    ("modules", "name", "command"),
    [
        (["python_calamine"], "workbook.xlsx", 'pip install "gouji[xlsx]"'),
        (["pdfplumber", "pdfminer"], "city_2024-word.pdf", 'pip install "gouji[pdf]"'),
    ],
)
def test_a_missing_extra_is_named_with_its_command(
    monkeypatch: pytest.MonkeyPatch, modules: list[str], name: str, command: str
) -> None:
    data = whole(name)
    for module in modules:
        monkeypatch.setitem(sys.modules, module, None)
    assert command in attempt(data)


@NEEDS_PROC
@pytest.mark.parametrize("name", ["docx", "xlsx", "html"])
def test_memory_stays_within_bounds(tmp_path: Path, name: str) -> None:
    """Files that hold as much as is let through, in a process of their own."""
    path = tmp_path / f"年报.{name}"
    path.write_bytes(_large(name))
    code = (
        "import sys; from pathlib import Path; from linter.sources import open_source, UnreadableError\n"
        "try: open_source(Path(sys.argv[1]))\n"
        "except UnreadableError: pass\n"
    )
    assert peak_of(code, str(path)) < MEMORY


def _large(name: str) -> bytes:
    random = Random(1)
    letters = [chr(code) for code in range(0x4E00, 0x9FA5)]
    if name == "xlsx":
        return workbook(rows(*([number, "".join(random.choices(letters, k=9))] * 10 for number in range(2500))))
    texts = ["".join(random.choices(letters, k=40)) for _ in range(20_000)]
    if name == "html":
        return ("<html><body>" + "".join(f"<p>{text}<table><tr><td>1</table>" for text in texts)).encode()
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts * 2)
    return packed(
        {
            "[Content_Types].xml": content_types("wordprocessingml.document", "word/document.xml"),
            "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
        }
    )


@pytest.mark.skipif(suite.find_suite() is None, reason="LibreOffice is not installed")
def test_a_truncated_rich_text(tmp_path: Path) -> None:
    attempt(rb"{\rtf1\ansi" + rb"{\b " * 5000)


def test_a_folder_without_permission_to_convert(monkeypatch: pytest.MonkeyPatch) -> None:
    """No program is looked for where the format does not need one."""
    monkeypatch.setenv("PATH", os.devnull)
    assert shutil.which("soffice") is None
    assert attempt("收到 2 件".encode()) == ""
