"""Which format a file is in: by its content, whatever its name says."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest

from linter.reading import read
from linter.sources import UnreadableError, open_source, read_bytes
from linter.sources.detection import Format, detect
from renderings import render, tagged
from reports import family
from sources.packed import compound, content_types, packed

TEXT = "一、总体情况\n收到申请 2 件。\n"
PAGE = "<p>一、总体情况</p><table><tr><td>规章</td><td>2</td></tr></table>"
DOCUMENT = {"word/document.xml": "<x/>"}
OPEN = "application/vnd.oasis.opendocument."


def _word(kind: str) -> bytes:
    return packed({"[Content_Types].xml": content_types(kind), **DOCUMENT})


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (TEXT.encode(), Format.TEXT),
        (TEXT.encode("gb18030"), Format.TEXT),
        (TEXT.encode("utf-16"), Format.TEXT),
        (b"", Format.TEXT),
        (f"<!DOCTYPE html><html>{PAGE}</html>".encode(), Format.HTML),
        (f"\ufeff\n\n<!-- 2023 -->\n<HTML>{PAGE}".encode(), Format.HTML),
        (f"<html>{PAGE}</html>".encode("gb18030"), Format.HTML),
        (f"<html>{PAGE}</html>".encode("utf-16"), Format.HTML),
        (f"<html>{PAGE}</html>".encode("utf-16-be"), Format.HTML),
        (f'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html xmlns="y">{PAGE}</html>'.encode(), Format.HTML),
        (b'<html xmlns:o="urn:schemas-microsoft-com:office:office">' + PAGE.encode(), Format.HTML),
        (f"<meta charset=gbk><title>x</title><body>{PAGE}".encode("gbk"), Format.HTML),
        (f"{PAGE}\n".encode(), Format.HTML),
        (b"%PDF-1.7\n", Format.PDF),
        (b"\n" * 1000 + b"%PDF-1.4\n", Format.PDF),
        (rb"{\rtf1\ansi x}", Format.OFFICE),
        (_word("wordprocessingml.document"), Format.DOCX),
        (_word("wordprocessingml.template"), Format.DOCX),
        (packed({"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled.main+xml"}), Format.DOCX),
        (packed({"[Content_Types].xml": content_types("spreadsheetml.sheet")}), Format.SHEET),
        (packed({"[Content_Types].xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml"}), Format.SHEET),
        (packed({"mimetype": f"{OPEN}text", "content.xml": "<x/>"}), Format.OFFICE),
        (compound({"WordDocument": b"\xec\xa5" + b"\0" * 9000}), Format.OFFICE),
        (compound({"Workbook": b"\x09\x08"}), Format.SHEET),
        (compound({"\x05SummaryInformation": b"", "Book": b""}), Format.SHEET),
    ],
)
def test_formats(data: bytes, format_: Format) -> None:
    for name in ("年报.txt", "年报.docx", "年报.pdf", "年报"):
        assert detect(data, name) is format_


@pytest.mark.parametrize(
    "text",
    [
        f"# 年报\n\n{PAGE}\n",
        f"<div align=center>\n\n# 年报\n\n</div>\n\n{PAGE}\n",
        f"<p align=center>年报</p>\n\n一、总体情况\n{PAGE}\n以上。\n",
        "<center>年报</center>\n| 规章 | 2 |\n|---|---|\n| 处罚 | 3 |\n<br>\n",
        "收到 <5 件",
        "<收到> 5 件",
    ],
)
def test_a_text_with_some_markup_stays_a_text(text: str) -> None:
    assert detect(text.encode(), "年报.md") is Format.TEXT


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (compound({"EncryptedPackage": b"", "EncryptionInfo": b""}), "加密"),
        (compound({"WordDocument": b"\xec\xa5\xc1\0" + b"\0" * 6 + struct.pack("<H", 0x0100) + b"\0" * 5000}), "加密"),
        (packed({"mimetype": f"{OPEN}text", "META-INF/manifest.xml": "<m:encryption-data/>"}), "加密"),
        (compound({"PowerPoint Document": b""}), "不是 Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "已损坏或不完整"),
        (packed({"mimetype": f"{OPEN}spreadsheet"}), ".xlsx"),
        (packed({"mimetype": "application/epub+zip"}), "不是文字文档"),
        (packed({"[Content_Types].xml": content_types("presentationml.presentation")}), "演示文稿"),
        (packed({"[Content_Types].xml": "application/vnd.ms-excel.sheet.binary.macroEnabled.main"}), ".xlsx"),
        (packed({"OFD.xml": "<x/>", "Doc_0/Document.xml": "<x/>"}), "OFD"),
        (packed({"年报.docx": "x"}), "解压"),
        (b"PK\x05\x06" + b"\0" * 18, "解压"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "XML"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n", "MHTML"),
        (b"From: <Saved by Blink>\nSubject: x\n y\nMIME-Version: 1.0\nContent-Type: multipart/related\n", "MHTML"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "图片"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "图片"),
        (b"BM\x36\0\0\0\0\0\0\0", "图片"),
        (b"\x1f\x8b\x08\0", "压缩"),
        (b"Rar!\x1a\x07\0", "压缩"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "压缩"),
    ],
)
def test_what_nobody_reads_is_named_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError) as problem:
        read_bytes(data, "年报.txt")
    assert words in problem.value.reason
    assert "\n" not in problem.value.reason
    assert problem.value.reason.endswith(")")


def test_a_text_that_begins_like_a_picture_is_a_text() -> None:
    assert read_bytes("BM 公司年报".encode(), "x").original == "BM 公司年报"


def test_an_embedded_table_is_read_in_place() -> None:
    """Cells that reach down leave blanks, line ends inside mean nothing, and every place is that of the file."""
    text = (
        "# 年报\n<table>\n<tr>\n<td rowspan=2>三、办理</td><td colspan='3'>予以公开</td>\n<td>12</td></tr>\n"
        "<tr><td>部分\n公开</td><td>7</td></tr></table>\n以上<br>。\n"
    )
    source = read_bytes(text.encode(), "年报.md")
    assert len(source.text) == len(text)
    lines = [[cell.strip() for cell in line.split("\t")] for line in source.text.split("\n") if line.strip()]
    assert lines == [["# 年报"], ["三、办理", "予以公开", "12"], ["", "部分 公开", "7"], ["以上    。"]]
    at = source.text.index("12")
    assert source.place(at, at + 2)[:4] == (5, 5, 5, 7)


def test_a_table_without_an_end_is_none() -> None:
    text = "<table><tr><td>1\n二\n"
    assert read_bytes(text.encode(), "x.md").text.count("\n") == 2


def test_markdown_with_html_tables_gives_the_same_figures() -> None:
    rendered = render(tagged("f2021"), year=2023, form="f2021", agency="临江市商务局", layout="pipes").text
    lines = []
    for line in rendered.split("\n"):
        if line.startswith("|---"):
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        bars = line.strip().startswith("|")
        lines.append("<tr>" + "".join(f"<td>{one}</td>" for one in cells) + "</tr>" if bars else line)
    text = "\n".join(lines)
    text = text.replace("\n<tr>", "\n<table><tr>").replace("</tr>\n", "</tr></table>\n")
    text = text.replace("</tr></table>\n<table><tr>", "</tr>\n<tr>")
    expected, found = (read(read_bytes(one.encode(), "年报.md"), family()) for one in (rendered, text))
    assert {name: cell.value for name, cell in found.cells.items()} == {
        name: cell.value for name, cell in expected.cells.items()
    }


def test_a_text_imports_no_reader_of_another_format(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_text(TEXT, encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from linter.sources import open_source;"
        "open_source(Path(sys.argv[1]));"
        "unwanted = ('lxml', 'zipfile', 'subprocess', 'pdfplumber', 'python_calamine');"
        "print([name for name in unwanted if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_ending_is_not_asked(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_text(TEXT, encoding="utf-8")
    assert open_source(path).original == TEXT
