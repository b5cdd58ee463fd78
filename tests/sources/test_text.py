"""Encodings, and what is no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.reading import read
from linter.sources import UnreadableError, open_source, read_bytes
from linter.sources.text import MAX_BYTES
from renderings import render, tagged
from reports import family

TEXT = render(tagged("f2021"), year=2023, form="f2021", agency="临江市商务局", layout="single_line_rows").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_give_the_same_report(encoding: str) -> None:
    data = TEXT.encode(encoding)
    source = read_bytes(data, "年报.txt")
    assert source.original == TEXT
    report = read(source, family())
    cell = report.cells["t3.granted.total"]
    assert cell.span is not None
    reference = read(read_bytes(TEXT.encode(), "年报.txt"), family()).cells["t3.granted.total"]
    assert cell == reference


def test_windows_line_ends_do_not_move_columns() -> None:
    unix = read(read_bytes(TEXT.encode(), "a.txt"), family())
    windows = read(read_bytes(TEXT.replace("\n", "\r\n").encode("gb18030"), "a.txt"), family())
    for name, cell in unix.cells.items():
        other = windows.cells[name]
        assert (cell.span is None) == (other.span is None)
        if cell.span and other.span:
            assert unix.source.place(*cell.span) == windows.source.place(*other.span)


def test_form_feed_ends_no_line() -> None:
    source = read_bytes("一\f二\n三".encode(), "a.txt")
    assert source.place(2, 3)[:2] == (1, 3)
    assert source.place(4, 5)[:2] == (2, 1)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空的"),
        (b" \n\t\n", "空的"),
        (b"\xef\xbb\xbf\n", "空的"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "图片"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"PK\x03\x04" + b"\x14\x00" * 30, "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64, "Office"),
        (bytes(range(256)) * 64, "二进制"),
        ("政府信息公开工作年度报告，总体情况。".encode() * 20 + b"\xff\xfe\xfd" + "正文".encode() * 20, "解码"),
        (b"\xff\xfea", "解码"),
    ],
)
def test_what_is_no_text_is_said_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError) as problem:
        read_bytes(data, "年报.txt")
    assert words in problem.value.reason
    assert "\n" not in problem.value.reason


def test_too_large() -> None:
    with pytest.raises(UnreadableError, match="超过上限"):
        read_bytes(b"a" * (MAX_BYTES + 1), "big.txt")


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UnreadableError, match="200 MB"):
        open_source(path)


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path
    with pytest.raises(UnreadableError, match="没有这个文件"):
        open_source(folder / "无此文件.txt")
    with pytest.raises(UnreadableError, match="文件夹"):
        open_source(folder)
